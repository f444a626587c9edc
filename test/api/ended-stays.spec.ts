import { v7 as newId } from 'uuid';
import { saysDeath } from '../given/death.js';
import { asks } from '../given/call.js';
import { aParticipantOf, assign, type Participant } from '../given/participant.js';
import { anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { anotherStay, aTeamWithTheo, closesStay } from '../given/stay.js';
import type { Team } from '../given/team.js';
import { contactWith } from '../given/words.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let rosa: Person;
let dev: Person;
let sam: Person;
let ada: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  const world = await aTeamWithTheo(server);
  team = world;
  ({ rosa, sam, theo, dev, ada } = world);
});

const get = async (person: Person, path: string) => (await (await server.as(person)).get(path)).body;
const ended = (by: Person, query = '') => get(by, `/api/stays/ended${query}`);
const names = async (by: Person, query = '') =>
  (await ended(by, query)).items.map(({ preferredName }: { preferredName: string }) => preferredName);

test('whose stay ended is found by every supervisor and the administrator, and by nobody who has nothing to do with it', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await closesStay(rosa, theo, { closedOn: '2026-03-09', reason: 'lost', words: 'Three calls, two visits.' });
  for (const supervisor of [sam, inez])
    expect(await ended(supervisor)).toMatchObject({
      items: [
        {
          ...{ participantId: theo.participantId, preferredName: 'Theo', programName: 'Recovery Coaching' },
          ...{ enrolledOn: '2026-02-01', closedOn: '2026-03-09', reason: 'lost' },
          closing: { by: { name: 'Rosa' }, words: 'Three calls, two visits.', mayTakeBack: true },
        },
      ],
      next: null,
    });
  expect((await ended(ada)).items[0].closing).toMatchObject({ words: null, mayTakeBack: false });
  expect(await names(dev)).toEqual([]);
  const summit = await aTeamWithTheo(server);
  for (const stranger of [summit.rosa, summit.sam, summit.ada]) expect(await names(stranger)).toEqual([]);
  expectProblem(await (await server.as(theo)).get('/api/stays/ended'), 403, 'role-not-allowed');
});

test('a coach finds what they closed for as long as they may take it back', async () => {
  await closesStay(rosa, theo);
  const { items } = await ended(rosa);
  expect(items).toMatchObject([
    { preferredName: 'Theo', closing: { mayTakeBack: true, by: { name: 'Rosa' } } },
  ]);
  expect(await lastInTrailOf(rosa)).toMatchObject({ action: 'ended-stays.listed' });
  await (await server.as(rosa)).post(`/api/closings/${items[0].closing.closingId}/take-back`);
  expect(await names(rosa)).toEqual([]);
  await closesStay(rosa, theo);
  server.clock.advance(24 * 60 + 1);
  expect(await names(rosa)).toEqual([]);
  expect(await names(sam)).toEqual(['Theo']);
});

test('of somebody who came and went there is one line; who is here again, or has died, has none', async () => {
  const lou = await aParticipantOf(rosa, { preferredName: 'Lou', enrolledOn: '2026-02-01' });
  await closesStay(rosa, theo, { closedOn: '2026-03-01' });
  await closesStay(rosa, lou, { closedOn: '2026-03-05' });
  expect(await names(sam)).toEqual(['Lou', 'Theo']);
  const again = anotherStay(theo, { enrolledOn: '2026-03-08' });
  await (await server.as(sam)).post(`/api/participants/${theo.participantId}/stays`, again);
  expect(await names(sam)).toEqual(['Lou']);
  await closesStay(sam, { ...theo, enrollmentId: again.enrollmentId }, { reason: 'moved' });
  const { items } = await ended(sam);
  expect(items.map(({ reason }: { reason: string }) => reason)).toEqual(['moved', 'completed']);
  await saysDeath(sam, lou);
  for (const reader of [sam, ada]) expect(await names(reader)).toEqual(['Theo']);
  const stays = await get(ada, `/api/participants/${lou.participantId}/stays`);
  expect(stays.mayEnrollAgain).toBe(false);
});

test('they are found by any part of a name, page by page', async () => {
  const all = [theo, await aParticipantOf(rosa, { preferredName: 'Lou', legalName: 'Louis Marchetti' })];
  for (let index = all.length; index < 52; index += 1)
    all.push(await aParticipantOf(rosa, { preferredName: `Person ${index}` }));
  await server.database.query(
    `UPDATE enrollments SET closed_on = '2026-03-10', closing_reason = 'left' WHERE participant_id = ANY ($1)`,
    [all.map(({ participantId }) => participantId)],
  );
  expect(await names(ada, '?find=marchet')).toEqual(['Lou']);
  expect(await names(ada, '?find=nobody')).toEqual([]);
  const first = await ended(ada);
  const second = await ended(ada, `?after=${first.next}`);
  expect([first.items.length, second.items.length, second.next]).toEqual([50, 2, null]);
  const shown = [...first.items, ...second.items].map(
    (item: { participantId: string }) => item.participantId,
  );
  expect(new Set(shown).size).toBe(52);
  const asked = await (await server.as(ada)).get('/api/stays/ended?after=nowhere');
  expectFieldProblem(asked, 'after', 'cursor-unknown');
});

test('a stay names who walked along in it, also to the coach who walks now', async () => {
  await assign(theo, dev, '2026-03-01', 'second');
  const { items } = await get(dev, `/api/participants/${theo.participantId}/stays`);
  expect(items).toMatchObject([
    {
      walkedWith: [
        { name: 'Rosa', fromOn: '2026-02-01', untilOn: null },
        { name: 'Dev', fromOn: '2026-03-01', untilOn: null },
      ],
    },
  ]);
  await closesStay(rosa, theo, { closedOn: '2026-03-09' });
  const after = await get(sam, `/api/participants/${theo.participantId}/stays`);
  expect(after.items[0].walkedWith).toMatchObject([
    { name: 'Rosa', untilOn: '2026-03-09' },
    { name: 'Dev', untilOn: '2026-03-09' },
  ]);
});

test('before closing, all that goes on is told; an administrator reads who walks along and nothing of the record', async () => {
  const client = await server.as(rosa);
  await client.post(
    '/api/contacts',
    contactWith(theo, { nextContact: { plannedOn: '2026-03-12', way: 'phone' } }),
  );
  await asks(theo, { about: 'My ride' });
  const handover = { handoverId: newId(), participantId: theo.participantId, line: 'He likes to walk.' };
  expect((await client.post('/api/handovers/ask', handover)).status).toBe(201);
  await client.put(`/api/drafts/${newId()}`, {
    participantId: theo.participantId,
    body: {},
  });
  const path = `/api/enrollments/${theo.enrollmentId}/closing`;
  expect(await get(rosa, path)).toMatchObject({
    ...{
      isLast: true,
      hasCallAskedFor: true,
      hasHandover: true,
      draftCount: 1,
      nextContact: { plannedOn: '2026-03-12' },
    },
    walkWith: [{ accountId: rosa.accountId, name: 'Rosa' }],
  });
  expect((await get(sam, path)).nextContact).toMatchObject({ plannedOn: '2026-03-12' });
  expect(await get(ada, path)).toMatchObject({
    ...{
      promises: [],
      canTake: [],
      hasCallAskedFor: false,
      hasHandover: false,
      nextContact: null,
      windows: [],
      draftCount: 0,
    },
    walkWith: [{ name: 'Rosa' }],
  });
});

test('an administrator sees among the people who is in no program now', async () => {
  const enrolled = async () =>
    (await get(ada, '/api/people?role=participant')).items.map(
      (one: { isEnrolled: boolean }) => one.isEnrolled,
    );
  expect(await enrolled()).toEqual([true]);
  await closesStay(rosa, theo);
  expect(await enrolled()).toEqual([false]);
  const other = await anAdministrator(team.organization, { name: 'Noor' });
  const staff = (await get(other, '/api/people?role=coach')).items;
  expect(staff.map((one: { isEnrolled: null }) => one.isEnrolled)).toEqual([null, null]);
});
