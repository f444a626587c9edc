import { v7 as newId } from 'uuid';
import { logged } from '../given/logged.js';
import { aParticipantOf } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  rosa = await server.as(team.rosa);
});

const aPromise = (more: Words = {}): Words & { promiseId: string } => ({
  promiseId: newId(),
  participantId: team.theo.participantId,
  words: 'Bring the bus plan',
  dueOn: '2026-03-12',
  ...more,
});
const step = (who: Client, id: string, name: string, version: number, body: Words = {}): Promise<Answer> =>
  who.post(`/api/promises/${id}/${name}`, body, onVersion(version));
const listOf = async (who: Client): Promise<{ open: Words[]; settled: Words[] }> =>
  (await who.get(`/api/participants/${team.theo.participantId}/promises`)).body;

test('promises of the form are written with it, once, and name it', async () => {
  const promises = [aPromise(), aPromise({ words: 'Call on Friday' })].map(
    ({ participantId: _, ...promise }) => promise,
  );
  const contact = contactWith(team.theo, { promises });
  for (const _ of ['once', 'again']) expect((await rosa.post('/api/contacts', contact)).status).toBe(201);
  expect((await listOf(rosa)).open).toMatchObject([
    { words: 'Bring the bus plan', contactId: contact.contactId },
    { words: 'Call on Friday' },
  ]);
});

test('what is wrong with one is told by its place, and nothing is logged', async () => {
  const before = await rowCounts(team.organization);
  const log = (promises: unknown) => rosa.post('/api/contacts', contactWith(team.theo, { promises }));
  const { promiseId, words, dueOn } = aPromise() as Words & { promiseId: string };
  const good = { promiseId, words, dueOn };
  expectFieldProblem(await log([good, { ...good, words: '' }]), 'promises.1.words', 'empty');
  expectFieldProblem(
    await log([good, { ...good, promiseId: newId(), dueOn: '2026-03-09' }]),
    'promises.1.dueOn',
    'in-the-past',
  );
  expectFieldProblem(await log(good), 'promises', 'is-array');
  expectFieldProblem(await log(Array.from({ length: 11 }, () => good)), 'promises', 'too-many');
  expectFieldProblem(await log([null]), 'promises', 'are-objects');
  expect(await rowCounts(team.organization)).toEqual(before);
});

test('voided, what was promised in it binds nobody; a kept one stays kept', async () => {
  const [open, done] = [aPromise(), aPromise({ words: 'Done' })].map(
    ({ participantId: _, ...promise }) => promise,
  );
  const contactId = await logged(team.rosa, team.theo, { promises: [open, done] });
  await step(rosa, done!.promiseId as string, 'keep', 1);
  await rosa.post(`/api/contacts/${contactId}/void`, { reason: 'Wrong day' }, onVersion(1));
  const list = await listOf(rosa);
  expect(list.open).toEqual([]);
  expect(list.settled.map(({ state }) => state).sort()).toEqual(['kept', 'released']);
  expectProblem(await rosa.post('/api/promises', aPromise({ contactId })), 409, 'contact-already-voided');
});

test('moved to the right person, its promises and its plan go along', async () => {
  const mina = await aParticipantOf(team.rosa, { preferredName: 'Mina' });
  const { participantId: _, ...promise } = aPromise();
  const nextContact = { plannedOn: '2026-03-13', plannedTime: '10:00' };
  const contactId = await logged(team.rosa, team.theo, { promises: [promise], nextContact });
  const moved = { contactId: newId(), participantId: mina.participantId };
  expect((await rosa.post(`/api/contacts/${contactId}/wrong-person`, moved, onVersion(1))).status).toBe(201);
  expect((await listOf(rosa)).open).toEqual([]);
  const hers = (await rosa.get(`/api/participants/${mina.participantId}/promises`)).body;
  expect(hers.open).toMatchObject([{ words: 'Bring the bus plan', contactId: moved.contactId }]);
  const pages = [team.theo, mina].map((who) => rosa.get(`/api/participants/${who.participantId}`));
  const [theos, minas] = await Promise.all(pages);
  expect(theos!.body.nextContact).toBeNull();
  expect(minas!.body.nextContact).toMatchObject(nextContact);
});
