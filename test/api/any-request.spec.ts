import { readFile } from 'node:fs/promises';
import { v7 as newId } from 'uuid';
import { anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion } from '../given/words.js';
import type { Answer } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
});
afterAll(() => server.close());

const DEEP = '['.repeat(50_000) + ']'.repeat(50_000);
const BODIES = [
  undefined,
  '',
  'null',
  '[]',
  '5',
  '"words"',
  '{}',
  '{',
  '[{}]',
  DEEP,
  '{"__proto__":{"isAdmin":true}}',
];

/** A message to oneself; that one has looked. */
const NEEDS_NO_BODY = ['/api/me/ways/test', '/api/contact-stream/looked'];

async function everyAnswer(person: Person): Promise<[string, Answer][]> {
  const { paths } = JSON.parse(await readFile('dist/openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, object>>;
  };
  const client = await server.as(person);
  const answers: [string, Answer][] = [];
  for (const [path, methods] of Object.entries(paths))
    for (const method of Object.keys(methods)) {
      // signing out would end it all, and what needs no body is done whatever the body says
      if (path.startsWith('/api/sign-') || NEEDS_NO_BODY.includes(path)) continue;
      for (const body of method === 'get' ? [undefined] : BODIES) {
        const address = path.replace(/\{\w+\}/g, '%00');
        const answer = await client.send(method.toUpperCase(), address, body, onVersion(1));
        answers.push([`${method} ${path} ${body?.slice(0, 30)}`, answer]);
      }
    }
  return answers;
}

test('whatever is sent to whichever address, the server answers and writes nothing', async () => {
  const { organization, sam, rosa, theo } = team;
  const people = [rosa, sam, theo, await anAdministrator(organization)];
  const before = await rowCounts(organization);
  const answers = (await Promise.all(people.map(everyAnswer))).flat();
  expect(answers.length).toBeGreaterThan(400);
  expect(answers.filter(([, { status }]) => status >= 500)).toEqual([]);
  const bare = answers.filter(
    ([, { status, headers }]) =>
      status >= 400 && headers.get('content-type') !== 'application/problem+json; charset=utf-8',
  );
  expect(bare).toEqual([]);
  expect(await rowCounts(organization)).toEqual(before);
});

test('a body over the limit is refused in words, and the draft stays', async () => {
  const coach = await server.as(team.rosa);
  const contact = contactWith(team.theo, { sharedNote: 'x'.repeat(600_000) });
  await coach.put(`/api/drafts/${contact.contactId}`, { body: { note: 'as far as I got' } });
  expectProblem(await coach.post('/api/contacts', contact), 413, 'body-too-large');
  expect((await coach.get(`/api/drafts/${contact.contactId}`)).body.body).toEqual({
    note: 'as far as I got',
  });
  expect((await coach.get(`/api/contacts/${contact.contactId}`)).status).toBe(404);
});

test.each(['{"outcome":', 'outcome=reached', '{"a":1}}', '\u0000'])(
  'JSON that is broken is refused in words: %j',
  async (body) => {
    expectProblem(await (await server.as(team.rosa)).send('POST', '/api/contacts', body), 400, 'json-broken');
  },
);

test('lists in lists in lists are refused in words', async () => {
  expectProblem(await (await server.as(team.rosa)).send('POST', '/api/contacts', DEEP), 400, 'json-too-deep');
});

test.each([
  'nonsense',
  Buffer.from('1_not-an-id').toString('base64url'),
  Buffer.from(`999999999999999999999_${newId()}`).toString('base64url'),
  Buffer.from('5_------------------------------------').toString('base64url'),
])('a place in the timeline that is none is refused in words: %s', async (after) => {
  const coach = await server.as(team.rosa);
  const { participantId } = team.theo;
  expectFieldProblem(
    await coach.get(`/api/participants/${participantId}/timeline?after=${after}`),
    'after',
    'cursor-unknown',
  );
});

test.each(['limit=0', 'limit=51', 'limit=many', 'limit=1.5', 'before=1'])(
  'a page that cannot be is refused in words: %s',
  async (query) => {
    const coach = await server.as(team.rosa);
    const answer = await coach.get(`/api/participants/${team.theo.participantId}/timeline?${query}`);
    expectProblem(answer, 422, 'input-invalid');
    expect(answer.body.fields).toHaveLength(1);
  },
);

test.each(['/api/participants/%ED%A0%80', '/api/%', `/api/participants/${'x'.repeat(5000)}`])(
  'an address that is none says so: %.30s',
  async (address) => {
    const answer = await (await server.as(team.rosa)).get(address);
    expect(answer.status).toBeLessThan(500);
    expectProblem(answer, answer.status, answer.body.code);
  },
);
