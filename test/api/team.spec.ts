import { v7 as newId } from 'uuid';
import { aBusyTeam } from '../given/busy-team.js';
import { logged, raised } from '../given/logged.js';
import { aProgram, anOrganization, today, type Organization } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach, standAnew } from '../given/participant.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { everyPage } from '../support/pages.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

const STANDINGS = ['new', 'on track', 'due', 'overdue', 'out of touch', 'paused'];
/** What nothing happened in, in the order of the API. */
const NOTHING = {
  openPromiseCount: 0,
  overduePromiseCount: 0,
  stillGoalCount: 0,
  reachedCount: 0,
  attemptCount: 0,
  keptPromiseCount: 0,
  checkInCount: 0,
  movingGoalCount: 0,
};
const NO_NOTES = { urgent: 0, concern: 0, watch: 0, unanswered: 0, unansweredSince: null };
const NONE = { new: 0, 'on track': 0, due: 0, overdue: 0, 'out of touch': 0, paused: 0 };

let server: TestServer;
let harbor: Organization;
let sam: Person;
let sams: Client;
let rosa: Person;
let dev: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  sam = await aSupervisor(harbor);
  sams = await server.as(sam);
  rosa = await aCoach(harbor, { supervisor: sam });
  dev = await aCoach(harbor, { name: 'Dev', supervisor: sam });
});

/** A row of the overview, as far as these tests read it. */
interface Row {
  coach: { accountId: string; name: string } | null;
}

/** A line of any list, as far as these tests read it. */
interface Line {
  standing: { is: string };
  coachName: string | null;
  participantId: string;
  contactId: string;
  riskNoteId: string;
}

test('counts each coach of the team and those with no coach, and adds them up', async () => {
  await aBusyTeam(rosa, dev);
  const { status, body } = await sams.get('/api/team');
  expect(status).toBe(200);
  expect(body.today).toBe(today(harbor));
  const since = expect.any(String);
  expect(body.rows).toMatchObject([
    {
      ...NOTHING,
      coach: { accountId: dev.accountId, name: 'Dev' },
      isGone: false,
      load: { weight: 3.5, headCount: 2, capacity: 15 },
      standings: { ...NONE, due: 1, overdue: 1 },
      participantCount: 2,
      reachedCount: 1,
      openRiskNotes: { urgent: 0, concern: 1, watch: 0, unanswered: 1, unansweredSince: since },
    },
    {
      ...NOTHING,
      coach: { accountId: rosa.accountId, name: 'Rosa' },
      isGone: false,
      load: { weight: 4, headCount: 2, capacity: 15 },
      standings: { ...NONE, 'on track': 1, new: 1 },
      participantCount: 2,
      reachedCount: 1,
      attemptCount: 2,
      openRiskNotes: { urgent: 1, concern: 0, watch: 1, unanswered: 2, unansweredSince: since },
    },
    {
      ...NOTHING,
      coach: null,
      isGone: false,
      load: null,
      standings: { ...NONE, 'out of touch': 1 },
      participantCount: 1,
      openRiskNotes: NO_NOTES,
    },
  ]);
  expect(body.totals).toEqual({
    ...NOTHING,
    standings: { ...NONE, new: 1, 'on track': 1, due: 1, overdue: 1, 'out of touch': 1 },
    participantCount: 5,
    reachedCount: 2,
    attemptCount: 2,
    openRiskNotes: { urgent: 1, concern: 1, watch: 1, unanswered: 3, unansweredSince: since },
  });
  expect(body.load).toEqual({ weight: 7.5, capacity: 30 });
});

test('every number is the length of the list it opens', async () => {
  await aBusyTeam(rosa, dev);
  const { rows, totals } = (await sams.get('/api/team')).body;
  const asked = [...rows.map((row: Row) => [row, `coachId=${row.coach?.accountId ?? 'none'}`]), [totals, '']];
  for (const [counts, whose] of asked) {
    expect(await everyPage<Line>(sams, `/api/team/participants?${whose}`)).toHaveLength(
      counts.participantCount,
    );
    for (const standing of STANDINGS) {
      const path = `/api/team/participants?${whose}&standing=${encodeURIComponent(standing)}`;
      const list = await everyPage<Line>(sams, path.replace('?&', '?'));
      expect(list).toHaveLength(counts.standings[standing]);
      for (const item of list) expect(item.standing.is).toBe(standing);
    }
    for (const [outcome, count] of [
      ['reached', counts.reachedCount],
      ['attempt', counts.attemptCount],
    ])
      expect(await everyPage<Line>(sams, `/api/team/contacts?outcome=${outcome}&${whose}`)).toHaveLength(
        count,
      );
    for (const level of ['urgent', 'concern', 'watch'])
      expect(await everyPage<Line>(sams, `/api/risk-notes?state=open&level=${level}&${whose}`)).toHaveLength(
        counts.openRiskNotes[level],
      );
  }
});

test('thirty days count, today the last of them', async () => {
  const theo = await aParticipantOf(rosa, { enrolledOn: today(harbor, -60) });
  await logged(rosa, theo, { occurredOn: today(harbor, -29) });
  await logged(rosa, theo, { occurredOn: today(harbor, -30) });
  const [, row] = (await sams.get('/api/team')).body.rows;
  expect(row.reachedCount).toBe(1);
  const { body } = await sams.get(`/api/team/contacts?coachId=${rosa.accountId}`);
  expect([body.from, body.to, body.items.length]).toEqual([today(harbor, -29), today(harbor), 1]);
});

test('a voided contact is nothing, and a resolved note is not open', async () => {
  const theo = await aParticipantOf(rosa);
  const contactId = await logged(rosa, theo);
  await raised(rosa, theo, { level: 'watch' });
  const rosas = await server.as(rosa);
  await rosas.post(`/api/contacts/${contactId}/void`, { reason: 'Wrong day' }, { 'if-match': '"1"' });
  const [note] = await everyPage<Line>(sams, '/api/risk-notes?state=open');
  await sams.post(`/api/risk-notes/${note!.riskNoteId}/resolve`, { words: 'Safe' }, { 'if-match': '"1"' });
  const { totals } = (await sams.get('/api/team')).body;
  expect([totals.reachedCount, totals.openRiskNotes.watch]).toEqual([0, 0]);
  expect(totals.standings).toEqual({ ...NONE, new: 1 });
});

test('somebody in two programs counts once, with the standing most in need', async () => {
  const theo = await aParticipantOf(rosa);
  await server.database.query(
    `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_on)
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [harbor.organizationId, newId(), theo.participantId, await aProgram(harbor, 'Second'), today(harbor, -8)],
  );
  await standAnew(theo);
  const { totals } = (await sams.get('/api/team')).body;
  expect([totals.participantCount, totals.standings]).toEqual([1, { ...NONE, overdue: 1 }]);
  expect(await everyPage<Line>(sams, '/api/team/participants')).toMatchObject([
    { standing: { is: 'overdue' } },
  ]);
});

test('a closed enrollment is in nobody’s list', async () => {
  const theo = await aParticipantOf(rosa);
  await server.database.query(
    `UPDATE enrollments SET closed_on = enrolled_on, closing_reason = 'moved' WHERE id = $1`,
    [theo.enrollmentId],
  );
  await server.database.query('DELETE FROM standings WHERE enrollment_id = $1', [theo.enrollmentId]);
  expect((await sams.get('/api/team')).body.totals.participantCount).toBe(0);
  expect(await everyPage<Line>(sams, '/api/team/participants')).toEqual([]);
});

test('whoever is reassigned today counts with the new coach today; the contacts stay with who had them', async () => {
  const theo = await aParticipantOf(rosa);
  await logged(rosa, theo);
  await sams.put(`/api/participants/${theo.participantId}/coach`, { coachId: dev.accountId });
  const [ofDev, ofRosa] = (await sams.get('/api/team')).body.rows;
  expect([ofDev.participantCount, ofDev.reachedCount]).toEqual([1, 0]);
  expect([ofRosa.participantCount, ofRosa.reachedCount]).toEqual([0, 1]);
});

test('a disabled coach stands there for as long as something stands by their name', async () => {
  await aParticipantOf(rosa);
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = ANY ($1)', [
    [rosa.accountId, dev.accountId],
  ]);
  const { rows } = (await sams.get('/api/team')).body;
  expect(rows.map(({ coach }: Row) => coach?.name ?? null)).toEqual(['Rosa', null]);
});

test('nothing of another team or organization is counted', async () => {
  const other = await aSupervisor(harbor, { name: 'Other' });
  const abe = await aCoach(harbor, { name: 'Abe', supervisor: other });
  const kim = await aParticipantOf(abe);
  await logged(abe, kim);
  await raised(abe, kim, { level: 'urgent' });
  const summit = await anOrganization(server);
  await aParticipantWithoutCoach(summit);
  await aParticipantOf(await aCoach(summit, { supervisor: await aSupervisor(summit) }));
  const { rows, totals } = (await sams.get('/api/team')).body;
  expect(rows.map(({ coach }: Row) => coach?.name ?? null)).toEqual(['Dev', 'Rosa', null]);
  expect(totals).toMatchObject({ participantCount: 0, reachedCount: 0, openRiskNotes: { urgent: 0 } });
  const others = (await (await server.as(other)).get('/api/team')).body;
  expect(others.totals).toMatchObject({
    participantCount: 1,
    reachedCount: 1,
    openRiskNotes: { urgent: 1 },
  });
});

test('leaves one line in the trail that names nobody', async () => {
  await aParticipantOf(rosa);
  await sams.get('/api/team');
  expect(await lastInTrailOf(sam)).toMatchObject({
    action: 'team.opened',
    participant_id: null,
    participant_ids: null,
  });
});
