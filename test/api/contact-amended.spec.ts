import { v7 as newId } from 'uuid';
import { aGoalOf } from '../given/goal.js';
import { today } from '../given/organization.js';
import { aParticipantOf, assign } from '../given/participant.js';
import { aCoach } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let coach: Client;

const NOON = '2026-03-10T16:00:00Z';

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set(NOON);
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  coach = await server.as(team.rosa);
});

async function logged(words: Words = {}): Promise<string> {
  const contact = contactWith(team.theo, words);
  expect((await coach.post('/api/contacts', contact)).status).toBe(201);
  return `/api/contacts/${contact.contactId}`;
}

const standing = async (): Promise<Words> =>
  (await coach.get(`/api/participants/${team.theo.participantId}`)).body.enrollments[0].standing;

test('an amended contact says the new words, and keeps every version as it was said, by whom and when', async () => {
  const goal = await aGoalOf(team.theo);
  const first = { minutes: 5, way: 'phone', sharedNote: 'We talked.', teamNote: 'Sounded tired.' };
  const progress = [{ goalId: goal.goalId, words: 'On the list now.' }];
  const contact = await logged({ ...first, goalIds: [goal.goalId], progress, dimensions: ['Home'] });
  server.clock.advance(10);
  const second = { outcome: 'left message', place: 'office', teamNote: 'It was her sister.' };
  const { body } = await coach.put(contact, second, onVersion(1));
  expect(body).toMatchObject({ ...second, version: 2, minutes: null, way: null, goals: [], sharedNote: '' });
  server.clock.advance(10);
  await coach.put(contact, { outcome: 'reached' }, onVersion(2));

  const { items } = (await coach.get(`${contact}/versions`)).body;
  expect(items).toMatchObject([
    { version: 2, madeAt: '2026-03-10T16:10:00.000Z', madeBy: { name: 'Rosa' }, contact: second },
    {
      version: 1,
      madeAt: '2026-03-10T16:00:00.000Z',
      madeBy: { name: 'Rosa' },
      contact: { ...first, outcome: 'reached' },
    },
  ]);
  expect(items[1].contact.goals).toEqual([
    {
      goalId: goal.goalId,
      sentence: 'Find a place of my own',
      progress: 'On the list now.',
      confidence: null,
    },
  ]);
  expect((await (await server.as(team.sam)).get(`${contact}/versions`)).body.items).toEqual(items);
});

test('the standing is right at once: a reached contact that was none', async () => {
  const contact = await logged();
  expect(await standing()).toMatchObject({ is: 'on track', lastReachedOn: '2026-03-10' });
  await coach.put(contact, { outcome: 'no-show' }, onVersion(1));
  expect(await standing()).toMatchObject({ lastReachedOn: null, attemptDayCount: 1 });
});

test('the standing is right at once: another day', async () => {
  const contact = await logged();
  await coach.put(contact, { outcome: 'reached', occurredOn: '2026-03-02' }, onVersion(1));
  expect(await standing()).toMatchObject({ is: 'overdue', lastReachedOn: '2026-03-02', dueOn: '2026-03-09' });
});

test.each([{}, { occurredOn: null }])(
  'an edit that names no day leaves day and time as they were: %j',
  async (day) => {
    const contact = await logged({ occurredOn: '2026-03-09', occurredTime: '17:30' });
    const { body } = await coach.put(contact, { outcome: 'reached', minutes: 3, ...day }, onVersion(1));
    expect(body).toMatchObject({ occurredOn: '2026-03-09', occurredTime: '17:30', minutes: 3 });
  },
);

test('a contact is amended for 24 hours after it was recorded, whatever day it happened on', async () => {
  const contact = await logged({ occurredOn: '2026-02-10' });
  server.clock.advance(24 * 60);
  coach = await server.as(team.rosa);
  expect((await coach.put(contact, { outcome: 'reached' }, onVersion(1))).status).toBe(200);
  server.clock.set('2026-03-11T16:00:00.001Z');
  expectProblem(await coach.put(contact, { outcome: 'reached' }, onVersion(2)), 409, 'contact-amend-closed');
  expect((await coach.get(contact)).body).toMatchObject({
    mayAmend: false,
    mayAmendUntil: '2026-03-11T16:00:00.000Z',
    version: 2,
  });
});

test('after a day an addendum is added, which the whole team reads, and the words before it stand', async () => {
  const contact = await logged({ teamNote: 'As it was.' });
  server.clock.advance(25 * 60);
  coach = await server.as(team.rosa);
  const addendum = { addendumId: newId(), words: 'She called back.', isShared: false };
  for (const _ of ['once', 'sent again'])
    expect((await coach.post(`${contact}/addenda`, addendum)).body.addenda).toEqual([
      {
        ...addendum,
        author: { accountId: team.rosa.accountId, name: 'Rosa' },
        addedAt: '2026-03-11T17:00:00.000Z',
      },
    ]);
  expectProblem(
    await coach.post(`${contact}/addenda`, { ...addendum, words: 'Other.' }),
    409,
    'addendum-id-taken',
  );
  const supervisor = await server.as(team.sam);
  const hers = { addendumId: newId(), words: 'Read.', isShared: false };
  expect((await supervisor.post(`${contact}/addenda`, hers)).body).toMatchObject({
    teamNote: 'As it was.',
    version: 1,
    addenda: [{ words: 'She called back.' }, { words: 'Read.', author: { name: 'Sam' } }],
  });
});

test('only its author amends a contact: another coach of the same person is sent to the addendum', async () => {
  const dev = await aCoach(team.organization, { name: 'Dev' });
  await assign(team.theo, dev, today(team.organization), 'second');
  const contact = await logged({ minutes: 5 });
  const other = await server.as(dev);
  expect((await other.get(contact)).body).toMatchObject({ mayAmend: false, mayVoid: false, minutes: 5 });
  const answer = await other.put(contact, { outcome: 'reached' }, onVersion(1));
  expectProblem(answer, 403, 'contact-not-yours');
  expect(answer.body.detail).toMatch(/Rosa.*addendum/);
});

test('a contact never moves to another participant by an edit', async () => {
  const mina = await aParticipantOf(team.rosa, { preferredName: 'Mina' });
  const contact = await logged();
  const answer = await coach.put(
    contact,
    { outcome: 'reached', participantId: mina.participantId },
    onVersion(1),
  );
  expectFieldProblem(answer, 'participantId', 'property-unknown');
  expect((await coach.get(contact)).body.participantId).toBe(team.theo.participantId);
});

test('an edit on an old version changes nothing and gives both versions', async () => {
  const contact = await logged({ minutes: 5 });
  await coach.put(contact, { outcome: 'reached', minutes: 10 }, onVersion(1));
  const before = await rowCounts(team.organization);
  const answer = await coach.put(
    contact,
    { outcome: 'reached', minutes: 20, sharedNote: 'Mine.' },
    onVersion(1),
  );
  expectProblem(answer, 412, 'version-stale');
  expect(answer.body).toMatchObject({
    current: { version: 2, minutes: 10 },
    yours: { outcome: 'reached', minutes: 20, sharedNote: 'Mine.' },
  });
  expect(await rowCounts(team.organization)).toEqual(before);
});

test.each([undefined, '', 'W/"1"', '"one"', '*'])(
  'an edit that names no version is refused: %j',
  async (version) => {
    const contact = await logged();
    const headers = version === undefined ? {} : { 'if-match': version };
    expectProblem(await coach.put(contact, { outcome: 'reached' }, headers as never), 428, 'version-missing');
  },
);

test('a goal of another participant cannot be touched, and the contact stays as it was', async () => {
  const mina = await aParticipantOf(team.rosa, { preferredName: 'Mina' });
  const { goalId } = await aGoalOf(mina);
  const contact = await logged({ minutes: 5 });
  const before = await rowCounts(team.organization);
  const answer = await coach.put(contact, { outcome: 'no answer', goalIds: [goalId] }, onVersion(1));
  expectProblem(answer, 404, 'goal-not-found');
  expect(await rowCounts(team.organization)).toEqual(before);
  expect((await coach.get(contact)).body).toMatchObject({ version: 1, outcome: 'reached', minutes: 5 });
});
