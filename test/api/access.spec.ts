import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { v7 as newId } from 'uuid';
import { ACCESS } from '../../backend/access/caller.js';
import { ROLES, type Role } from '../../backend/access/roles.js';
import { BYTES, TAKES_BYTES } from '../../backend/http/raw-bytes.js';
import { startServer, type RunningServer } from '../../backend/main.js';
import { anAdministrator, type Person } from '../given/staff.js';
import { aTeam } from '../given/team.js';
import { expectProblem, withoutMoment } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { workerDatabase } from '../support/database.js';

interface Route {
  method: string;
  path: string;
  access: readonly Role[] | 'anyone' | undefined;
  takesBytes: boolean;
}

let server: TestServer;
let people: Record<Role, Person>;
let routes: Route[];

beforeAll(async () => {
  server = await startTestServer();
  const { organization, sam, rosa, theo } = await aTeam(server);
  people = {
    coach: rosa,
    supervisor: sam,
    administrator: await anAdministrator(organization),
    participant: theo,
  };
  const { runtime } = await workerDatabase();
  const options = { databaseUrl: runtime, port: 0, host: '127.0.0.1', logLevel: 'silent' as const };
  const running = await startServer(options);
  routes = routesOf(running);
  await running.close();
});
afterAll(() => server.close());

/** Every route that Nest serves, as its own decorators declare it. */
function routesOf({ app }: RunningServer): Route[] {
  const told = (key: string, ...targets: object[]): unknown =>
    targets.map((target) => Reflect.getMetadata(key, target) as unknown).find((value) => value !== undefined);
  const controllers = new Set(
    [...app.get(ModulesContainer).values()].flatMap(({ controllers }) =>
      [...controllers.values()].map(
        ({ metatype }) => metatype as unknown as { prototype: Record<string, object> },
      ),
    ),
  );
  return [...controllers].flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype)
      .map((name) => controller.prototype[name]!)
      .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map((handler) => ({
        method: RequestMethod[told(METHOD_METADATA, handler) as number]!,
        path: `/${[told(PATH_METADATA, controller), told(PATH_METADATA, handler)].filter((part) => part !== '/').join('/')}`,
        access: told(ACCESS, handler, controller) as Route['access'],
        takesBytes: told(TAKES_BYTES, handler) === true,
      })),
  );
}

const address = ({ path }: Route): string => path.replace(/:\w+/g, newId());
/** An empty body will do for every route: who somebody is comes before what they sent. */
const bodyFor = ({ method }: Route): string | undefined => (method === 'GET' ? undefined : '{}');
/** A route that takes a file is sent one. */
const typeFor = ({ takesBytes }: Route): Record<string, string> =>
  takesBytes ? { 'content-type': BYTES } : {};
const restricted = (): (Route & { access: readonly Role[] })[] =>
  routes.filter((route): route is Route & { access: readonly Role[] } => Array.isArray(route.access));

test('every route declares whom it is for, and few are for anyone', () => {
  expect(routes.length).toBeGreaterThan(35);
  expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
  expect(
    routes
      .filter(({ access }) => access === 'anyone')
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ).toEqual([
    'GET /api/sign-in/:organization',
    'GET /health/live',
    'GET /health/ready',
    'POST /api/opening',
    'POST /api/opening/look',
    'POST /api/opening/passkey',
    'POST /api/sign-in',
    'POST /api/sign-in/passkey',
    'POST /api/sign-in/passkey/question',
    'POST /api/sign-in/sample',
  ]);
});

test('without a session every other route answers 401 in words, and nothing more', async () => {
  const nobody = server.asNobody();
  for (const route of restricted()) {
    const answer = await nobody.send(route.method, address(route), bodyFor(route), typeFor(route));
    expectProblem(answer, 401, 'session-missing');
  }
});

test('a session that never was is answered as one that ended', async () => {
  // who is out already is out: signing out is granted to anyone
  for (const route of restricted().filter(({ path }) => !path.includes('sign-out'))) {
    const headers = { cookie: `session=${'A'.repeat(43)}`, ...typeFor(route) };
    const answer = await server.asNobody().send(route.method, address(route), bodyFor(route), headers);
    expectProblem(answer, 401, 'session-ended');
  }
});

test.each(ROLES)(
  'a %s is refused on every route that is not for them, and nothing is written',
  async (role) => {
    const person = people[role];
    const client = await server.as(person);
    const before = await rowCounts(person.organization);
    const closed = restricted().filter(({ access }) => !access.includes(role));
    expect(closed.length).toBeGreaterThan(4);
    for (const route of closed) {
      const headers = { 'if-match': '"1"', ...typeFor(route) };
      const answer = await client.send(route.method, address(route), bodyFor(route), headers);
      expect([`${route.method} ${route.path}`, answer.status]).toEqual([
        `${route.method} ${route.path}`,
        403,
      ]);
      expectProblem(answer, 403, 'role-not-allowed');
    }
    expect(await rowCounts(person.organization)).toEqual(before);
  },
);

test.each(ROLES)('a %s is let in on every route that is for them', async (role) => {
  const open = restricted().filter(({ access, path }) => access.includes(role) && !path.includes('sign-out'));
  const client = await server.as(people[role]);
  for (const route of open) {
    const { status } = await client.send(route.method, address(route), bodyFor(route), typeFor(route));
    expect([`${route.method} ${route.path}`, [401, 403, 500].includes(status)]).toEqual([
      `${route.method} ${route.path}`,
      false,
    ]);
  }
});

test('an address of nobody’s is the same 404 to everyone', async () => {
  const told = await Promise.all(
    ROLES.map(async (role) => (await server.as(people[role])).get('/api/nothing-here')),
  );
  const nobody = await server.asNobody().get('/api/nothing-here');
  expectProblem(nobody, 404, 'page-not-found');
  for (const answer of told) expect(withoutMoment(answer)).toEqual(withoutMoment(nobody));
});
