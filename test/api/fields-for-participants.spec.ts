import { readFile } from 'node:fs/promises';
import { v7 as newId } from 'uuid';
import { aTeam, type Team } from '../given/team.js';
import { isForParticipants, type Route, routesOf } from '../support/routes-of.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { ANSWERS, FIELDS } from './fields-for-participants.js';

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: Schema | boolean;
}

interface Document {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema?: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
}

let server: TestServer;
let team: Team;
let document: Document;
let routes: Route[];

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
  document = JSON.parse(await readFile('dist/openapi.json', 'utf8')) as Document;
  routes = routesOf(server);
});
afterAll(() => server.close());

/** The names of the schemas that a schema holds, however deep, by what each holds itself. */
function named(schema: Schema | undefined, found = new Set<string>()): Set<string> {
  if (!schema) return found;
  const name = schema.$ref?.split('/').at(-1);
  if (name && !found.has(name)) named(document.components.schemas[name], found.add(name));
  const { items, properties = {}, allOf = [], anyOf = [], oneOf = [], additionalProperties } = schema;
  const inside = [items, ...Object.values(properties), ...allOf, ...anyOf, ...oneOf];
  if (typeof additionalProperties === 'object') inside.push(additionalProperties);
  for (const each of inside) named(each, found);
  return found;
}

function answerOf({ method, path }: Route): Schema | undefined {
  const responses = document.paths[path]?.[method]?.responses ?? {};
  const [, answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  return Object.values(answer?.content ?? {})[0]?.schema;
}

/** `Note`, `Note[]`, `string(binary)`, or nothing at all. */
function inShort(schema: Schema | undefined): string {
  if (!schema) return 'nothing';
  if (schema.$ref) return schema.$ref.split('/').at(-1)!;
  if (schema.items) return `${inShort(schema.items)}[]`;
  return [schema.type ?? 'anything', schema.format && `(${schema.format})`].filter(Boolean).join('');
}

test('what each route answers a participant is one of the shapes that somebody has looked at', () => {
  const answers = Object.fromEntries(
    routes.filter(isForParticipants).map((route) => [route.name, inShort(answerOf(route))]),
  );
  expect(answers).toEqual(ANSWERS);
});

test('every field of an answer to a participant has been allowed, by its name, in the list beside this test', () => {
  const schemas = new Set<string>();
  for (const route of routes.filter(isForParticipants)) named(answerOf(route), schemas);
  const fields = Object.fromEntries(
    [...schemas]
      .sort()
      .map((name) => [name, Object.keys(document.components.schemas[name]?.properties ?? {}).join(' ')]),
  );
  expect(fields).toEqual(FIELDS);
});

test('no field of theirs has a name that is the staff’s', () => {
  const names = Object.values(FIELDS).join(' ').split(' ');
  expect(
    names.filter((name) => /team|risk|void|held|certif|legal|draft|standing|reason/i.test(name)),
  ).toEqual([]);
});

test('every route of the staff is closed to a participant, and answers them nothing', async () => {
  const theo = await server.as(team.theo);
  const closed = routes.filter((route) => !isForParticipants(route));
  expect(closed.length).toBeGreaterThan(40);
  const opened: string[] = [];
  for (const { name, method, path } of closed)
    for (const id of [team.theo.participantId, newId()]) {
      const body = method === 'get' ? undefined : '{}';
      const address = path.replace(/\{\w+\}/g, id);
      const send = (type = {}) =>
        theo.send(method.toUpperCase(), address, body, { 'if-match': '"1"', ...type });
      let answer = await send();
      // a route that takes a file says so first
      if (answer.status === 415) answer = await send({ 'content-type': 'application/octet-stream' });
      // what could not be read at all is refused before it is asked whom the route is for
      const isClosed = method === 'get' ? [403, 404] : [403, 404, 422];
      if (!isClosed.includes(answer.status)) opened.push(`${name} answered ${answer.status}`);
    }
  expect(opened).toEqual([]);
});
