import { aBusyTeam } from '../given/busy-team.js';
import { covers } from '../given/cover.js';
import { aGoalOf } from '../given/goal.js';
import { logged } from '../given/logged.js';
import type { Organization } from '../given/organization.js';
import {
  aParticipantOf,
  aParticipantWithoutCoach,
  type Participant,
  reassign,
} from '../given/participant.js';
import { alsoHolds, inTheProgram } from '../given/roles.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { checkIn, promised, rowOf, theTeamOfSam, tick } from '../given/team-of-sam.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { saidAndListed } from '../support/team-lists.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let sam: Person;
let sams: Client;
let rosa: Person;
let dev: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ harbor, sam, sams, rosa, dev, theo } = await theTeamOfSam(server));
});

test('promises open and overdue go with the person, kept ones with who kept them', async () => {
  await promised(rosa, theo, '2026-03-12');
  const late = await promised(rosa, theo, '2026-03-10');
  const kept = await promised(rosa, theo, '2026-03-11');
  expect((await (await server.as(rosa)).post(`/api/promises/${kept}/keep`, {}, onVersion(1))).status).toBe(
    200,
  );
  server.clock.advance(1440);
  await reassign(theo, dev);
  expect(await rowOf(sam, dev)).toMatchObject({
    openPromiseCount: 2,
    overduePromiseCount: 1,
    keptPromiseCount: 0,
  });
  expect(await rowOf(sam, rosa)).toMatchObject({ openPromiseCount: 0, keptPromiseCount: 1 });
  const { body } = await (await server.as(sam)).get('/api/team/promises?state=overdue');
  expect(body.items).toEqual([
    {
      promiseId: late,
      participantId: theo.participantId,
      participantName: 'Theo',
      coach: { accountId: rosa.accountId, name: 'Rosa' },
      words: 'Call them',
      dueOn: '2026-03-10',
      keptOn: null,
    },
  ]);
});

test('check-ins count for whose participants they are today, each with its line', async () => {
  await checkIn(theo);
  server.clock.advance(1440);
  await checkIn(theo);
  const alone = await aParticipantWithoutCoach(harbor, { preferredName: 'Lou' });
  await checkIn(alone);
  expect((await rowOf(sam, rosa))['checkInCount']).toBe(2);
  expect((await rowOf(sam, null))['checkInCount']).toBe(1);
  const { body } = await (await server.as(sam)).get('/api/team/check-ins?coachId=none');
  expect(body.items).toMatchObject([
    { participantName: 'Lou', coach: null, checkedInOn: '2026-03-11', mood: 'steady', isWithStaff: false },
  ]);
  expect((await lastInTrailOf(sam))?.participant_ids).toEqual([alone.participantId]);
  await reassign(theo, dev);
  expect([(await rowOf(sam, rosa))['checkInCount'], (await rowOf(sam, dev))['checkInCount']]).toEqual([0, 2]);
});

test('a goal moves when a step of it is done, and no more when that is taken back; a month on it is still', async () => {
  const goal = await aGoalOf(theo, { sentence: 'A door I can lock' });
  server.clock.set('2026-04-08T16:00:00Z');
  expect(await rowOf(sam, rosa)).toMatchObject({ movingGoalCount: 1, stillGoalCount: 0 });
  server.clock.set('2026-04-09T16:00:00Z');
  expect(await rowOf(sam, rosa)).toMatchObject({ movingGoalCount: 0, stillGoalCount: 1 });
  expect((await (await server.as(sam)).get('/api/team/goals?movement=still')).body.items).toEqual([
    {
      goalId: goal.goalId,
      participantId: theo.participantId,
      participantName: 'Theo',
      coach: { accountId: rosa.accountId, name: 'Rosa' },
      sentence: 'A door I can lock',
      movedOn: '2026-03-10',
    },
  ]);
  await tick(theo, goal.stepIds[0]!, 1, true);
  expect(await rowOf(sam, rosa)).toMatchObject({ movingGoalCount: 1, stillGoalCount: 0 });
  await tick(theo, goal.stepIds[0]!, 2, false);
  expect(await rowOf(sam, rosa)).toMatchObject({ movingGoalCount: 0, stillGoalCount: 1 });
  // spoken of in a contact, and in none once that is voided
  const contactId = await logged(rosa, theo, { goalIds: [goal.goalId] });
  expect(await rowOf(sam, rosa)).toMatchObject({ movingGoalCount: 1, stillGoalCount: 0 });
  await (await server.as(rosa)).post(`/api/contacts/${contactId}/void`, { reason: 'Not so' }, onVersion(1));
  expect(await rowOf(sam, rosa)).toMatchObject({ movingGoalCount: 0, stillGoalCount: 1 });
});

test('a goal that was reached, let go or waits for a word that it is reached stands still no more', async () => {
  const [one, other, third] = [await aGoalOf(theo), await aGoalOf(theo), await aGoalOf(theo)];
  server.clock.set('2026-05-01T16:00:00Z');
  expect((await rowOf(sam, rosa))['stillGoalCount']).toBe(3);
  const theos = await server.as(theo);
  await theos.post(`/api/goals/${one.goalId}/finish`, {}, onVersion(1));
  await theos.post(`/api/goals/${other.goalId}/let-go`, { words: '' }, onVersion(1));
  expect((await rowOf(sam, rosa))['stillGoalCount']).toBe(1);
  const list = (await (await server.as(sam)).get('/api/team/goals?movement=still')).body.items;
  expect(list.map((each: { goalId: string }) => each.goalId)).toEqual([third.goalId]);
});

test('who drifts is whoever is out of touch or overdue, worst first', async () => {
  await aBusyTeam(rosa, dev);
  const { body } = await sams.get('/api/team/participants?standing=drifting');
  expect(body.items.map((each: { standing: { is: string } }) => each.standing.is)).toEqual([
    'out of touch',
    'overdue',
  ]);
});

test('a coach who reports to nobody is named to every supervisor, and their participants to none', async () => {
  const ines = await aCoach(harbor, { name: 'Ines' });
  await aParticipantOf(ines);
  const { body } = await sams.get('/api/team');
  expect(body.coachesWithoutSupervisor).toEqual([{ accountId: ines.accountId, name: 'Ines' }]);
  expect(body.totals.participantCount).toBe(1);
  // so is one whose supervisor can sign in no more
  const noor = await aSupervisor(harbor, { name: 'Noor' });
  await aCoach(harbor, { name: 'Abe', supervisor: noor });
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [noor.accountId]);
  const names = (await sams.get('/api/team')).body.coachesWithoutSupervisor;
  expect(names.map((each: { name: string }) => each.name)).toEqual(['Abe', 'Ines']);
});

test('a supervisor with no team sees who has no coach, and nothing else', async () => {
  await aParticipantWithoutCoach(harbor, { preferredName: 'Lou' });
  const noor = await server.as(await aSupervisor(harbor, { name: 'Noor' }));
  const { body } = await noor.get('/api/team');
  expect(body.rows).toMatchObject([{ coach: null, participantCount: 1, load: null }]);
  expect(body).toMatchObject({ load: { weight: 0, capacity: 0 }, totals: { participantCount: 1 } });
});

test('whoever covers for a supervisor has the overview of both teams', async () => {
  const noor = await aSupervisor(harbor, { name: 'Noor' });
  await covers(noor, sam);
  const { body } = await (await server.as(noor)).get('/api/team');
  expect(body.rows.map((row: { coach: Person | null }) => row.coach?.name ?? null)).toEqual([
    'Dev',
    'Rosa',
    null,
  ]);
  // each row of Sam's says whose it is, and until when
  const sams = { accountId: sam.accountId, name: sam.name, throughOn: expect.any(String) as string };
  expect(body.rows.map((row: { coverFor?: object }) => row.coverFor)).toEqual([sams, sams, undefined]);
  const { said, listed } = await saidAndListed(await server.as(noor));
  expect(said).toEqual(listed);
});

test('a colleague who is a participant is on no list of the supervisor and in no number, but in the load', async () => {
  const record = await inTheProgram(dev, rosa);
  await logged(rosa, record);
  await checkIn(theo);
  await promised(rosa, record, '2026-03-20');
  await aGoalOf(record);
  const row = await rowOf(sam, rosa);
  expect(row).toMatchObject({
    participantCount: 1,
    reachedCount: 0,
    openPromiseCount: 0,
    movingGoalCount: 0,
  });
  expect(row['load']).toMatchObject({ headCount: 2 });
  await alsoHolds(dev, 'supervisor');
  const { said, listed } = await saidAndListed(await server.as(sam));
  expect(said).toEqual(listed);
  expect((await (await server.as(rosa)).get('/api/caseload')).body.items).toHaveLength(2);
  expect((await (await server.as(sam)).get('/api/team/weeks')).body.rows[0].reachedCounts.at(-1)).toBe(0);
});

test('a load is the same here as where somebody is assigned', async () => {
  await aBusyTeam(rosa, dev);
  const { body } = await sams.get('/api/team');
  const choices: { name: string; load: object }[] = (await sams.get('/api/coaches')).body.items;
  expect(choices.length).toBeGreaterThan(1);
  for (const { coach, load } of body.rows.filter((row: { coach: object | null }) => row.coach))
    expect(choices.find(({ name }) => name === coach.name)?.load).toEqual(load);
});
