import { v7 as newId } from 'uuid';
import { aCoach } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let coach: Client;
let draftId: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  coach = await server.as(team.rosa);
  draftId = newId();
});

const [phone, desk] = [newId(), newId()];
const save = (formId: string | undefined, version: number | null, teamNote: string) =>
  coach.put(
    `/api/drafts/${draftId}`,
    { formId, participantId: team.theo.participantId, body: { teamNote } },
    version === null ? {} : onVersion(version),
  );
const draft = async (): Promise<Words> => (await coach.get(`/api/drafts/${draftId}`)).body;

test('a form that another saved over is told, with both texts, and both are kept', async () => {
  await save(phone, null, 'from the phone');
  expect((await save(desk, 1, 'from the desk')).body).toMatchObject({ version: 2 });
  const answer = await save(phone, 1, 'from the phone, longer');
  expectProblem(answer, 412, 'version-stale');
  expect(answer.body).toMatchObject({
    current: { version: 2, body: { teamNote: 'from the desk' } },
    yours: { body: { teamNote: 'from the phone, longer' } },
  });
  expect(await draft()).toMatchObject({
    version: 2,
    body: { teamNote: 'from the desk' },
    copies: [{ formId: phone, body: { teamNote: 'from the phone, longer' } }],
  });
});

test('what is typed on in it is kept beside the other’s until a person chooses', async () => {
  await save(phone, null, 'a');
  await save(desk, 1, 'b');
  for (const words of ['a1', 'a12', 'a123']) expect((await save(phone, 1, words)).status).toBe(412);
  expect((await draft())['copies']).toMatchObject([{ body: { teamNote: 'a123' } }]);
  // mine, or both put together, on the version that was seen
  expect((await save(phone, 2, 'a123 and b')).body).toMatchObject({ version: 3 });
  expect(await draft()).toMatchObject({ body: { teamNote: 'a123 and b' }, copies: [] });
  expectProblem(await save(desk, 2, 'b1'), 412, 'version-stale');
});

test('the other’s is taken: one’s own copy is let go, twice if one likes', async () => {
  await save(phone, null, 'a');
  await save(desk, 1, 'b');
  await save(phone, 1, 'a1');
  for (const _ of ['once', 'again'])
    expect((await coach.delete(`/api/drafts/${draftId}/copies/${phone}`)).status).toBe(204);
  expect(await draft()).toMatchObject({ body: { teamNote: 'b' }, copies: [] });
  expectProblem(await coach.delete(`/api/drafts/${draftId}/copies/no-id`), 404, 'draft-not-found');
});

test('a form goes on saving over its own words when an answer was lost on the way', async () => {
  await save(phone, null, 'a');
  expect((await save(phone, null, 'ab')).body).toMatchObject({ version: 2 });
  expect((await save(phone, 1, 'abc')).body).toMatchObject({ version: 3 });
});

test('without saying a version or a form nothing is saved over', async () => {
  await save(undefined, null, 'a');
  expectProblem(await save(undefined, null, 'b'), 428, 'version-missing');
  expectProblem(await save(desk, null, 'b'), 428, 'version-missing');
  expect(await draft()).toMatchObject({ version: 1, body: { teamNote: 'a' } });
});

test('logged from one form, what another had typed is no part of it and is offered as a draft', async () => {
  await save(phone, null, 'a');
  await save(desk, 1, 'b');
  await save(phone, 1, 'a, longer');
  const contact = { ...contactWith(team.theo, { teamNote: 'b' }), contactId: draftId };
  expect((await coach.post('/api/contacts', contact)).status).toBe(201);
  expect((await coach.get('/api/drafts')).body.items).toMatchObject([
    { draftId: phone, participantName: 'Theo', body: { teamNote: 'a, longer' } },
  ]);
  const late = await save(phone, 1, 'a, longer still');
  expect(late).toMatchObject({ status: 200, body: { isLogged: true, version: 0 } });
});

test('two forms at once: one is saved, the other is told, and no word is lost', async () => {
  await save(phone, null, 'a');
  await save(desk, 1, 'b');
  const forms = Array.from({ length: 10 }, () => newId());
  const answers = await Promise.all(forms.map((form) => save(form, 2, form)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
  const { body, copies } = (await draft()) as { body: Words; copies: { body: Words }[] };
  expect([body, ...copies.map((copy) => copy.body)].map((each) => each['teamNote']).sort()).toEqual(
    [...forms].sort(),
  );
});

test('another coach has no part in it', async () => {
  const other = await server.as(await aCoach(team.organization, { name: 'Dev' }));
  await save(phone, null, 'a');
  expectProblem(
    await other.put(`/api/drafts/${draftId}`, { formId: desk, body: {} }, onVersion(1)),
    404,
    'draft-not-found',
  );
});
