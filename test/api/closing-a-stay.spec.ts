import { v7 as newId } from 'uuid';
import { asks } from '../given/call.js';
import { everythingAbout } from '../given/death.js';
import { logged, raised } from '../given/logged.js';
import { aProgram } from '../given/organization.js';
import { assign, type Participant } from '../given/participant.js';
import { aSupervisor, type Person } from '../given/staff.js';
import { aTeamWithTheo, closesStay, closingWith, countAbout } from '../given/stay.js';
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
const stays = (by: Person) => get(by, `/api/participants/${theo.participantId}/stays`);

const count = (table: string, which: string) => countAbout(theo, table, which);

/** Everywhere that could ask anybody to reach out to Theo. */
async function asksFor(): Promise<Record<string, unknown>> {
  const named = (answer: unknown): boolean => JSON.stringify(answer).includes(theo.participantId);
  return {
    today: [named((await get(rosa, '/api/today')).cards), named((await get(dev, '/api/today')).cards)],
    caseload: [named(await get(rosa, '/api/caseload')), named(await get(dev, '/api/caseload'))],
    'open risk notes': named(await get(sam, '/api/risk-notes?state=open')),
    team: named(await get(sam, '/api/team/participants')),
    'without a coach': named(await get(sam, '/api/to-assign')),
    handovers: named(await get(sam, '/api/handovers')),
    standings: await count('standings', 'true'),
    'clocks that run': await count('answering_clocks', 'stopped_at IS NULL'),
    'promises open': await count('promises', 'kept_at IS NULL AND released_at IS NULL'),
    'planned next': await count('planned_contacts', 'replaced_at IS NULL'),
    'put away': await count('put_aways', 'undone_at IS NULL'),
    assigned: await count('assignments', 'until_on IS NULL'),
  };
}

/** Whatever can ask for Theo asks for him, but no note that is urgent. @returns the promise */
async function everythingAsks(): Promise<string> {
  await assign(theo, dev, '2026-03-01', 'second');
  const promiseId = newId();
  const client = await server.as(rosa);
  const contact = contactWith(theo, {
    occurredOn: '2026-02-20',
    nextContact: { plannedOn: '2026-03-10', plannedTime: '15:00', way: 'phone' },
    promises: [{ promiseId, words: 'Bring the bus pass', dueOn: '2026-03-10' }],
  });
  expect((await client.post('/api/contacts', contact)).status).toBe(201);
  await raised(rosa, theo, { level: 'watch' });
  await server.database.query(
    `INSERT INTO put_aways (organization_id, id, coach_id, participant_id, reason_kind, because, made_on, until_on, request_hash, made_at)
     VALUES ($1, $2, $3, $4, 'due', 'At work', '2026-03-10', '2026-03-12', '', $5)`,
    [theo.organizationId, newId(), dev.accountId, theo.participantId, server.clock.now()],
  );
  return promiseId;
}

const letGo = (promiseId: string) => [{ promiseId, became: 'let go', reason: 'He moved away' }];

test('closed by the coach, nobody is asked for any more, everywhere, at once', async () => {
  const promiseId = await everythingAsks();
  const before = await asksFor();
  for (const [where, value] of Object.entries(before))
    if (!['open risk notes', 'handovers', 'without a coach', 'today'].includes(where))
      expect([where, value]).not.toEqual([where, 0]);
  const sent = closingWith(theo, {
    closedOn: '2026-03-09',
    reason: 'moved',
    words: 'To his sister in Ohio.',
    promises: letGo(promiseId),
  });
  const { status, body } = await (
    await server.as(rosa)
  ).post(`/api/enrollments/${theo.enrollmentId}/closing`, sent);
  expect([status, body]).toEqual([
    201,
    {
      closingId: sent.closingId,
      participantId: theo.participantId,
      enrollmentId: theo.enrollmentId,
      closedOn: '2026-03-09',
      reason: 'moved',
      closedAt: '2026-03-10T16:00:00.000Z',
    },
  ]);
  expect(await lastInTrailOf(rosa)).toMatchObject({
    action: 'enrollment.closed',
    participant_id: theo.participantId,
    subject_id: theo.enrollmentId,
  });
  expect(await asksFor()).toEqual({
    today: [false, false],
    caseload: [false, false],
    'open risk notes': false,
    team: false,
    'without a coach': false,
    handovers: false,
    standings: 0,
    'clocks that run': 0,
    'promises open': 0,
    'planned next': 0,
    'put away': 0,
    assigned: 0,
  });
  expect((await get(rosa, `/api/participants/${theo.participantId}`)).status).toBe(404);
  expect(await stays(sam)).toMatchObject({
    preferredName: 'Theo',
    mayEnrollAgain: true,
    items: [
      {
        enrolledOn: '2026-02-01',
        closedOn: '2026-03-09',
        reason: 'moved',
        closing: { by: { name: 'Rosa' }, words: 'To his sister in Ohio.', mayTakeBack: true },
      },
    ],
  });
});

test('a supervisor of the team and an administrator close too; an administrator reads and writes no words', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  expectProblem(await closesStay(inez, theo), 404, 'enrollment-not-found');
  expectFieldProblem(await closesStay(ada, theo, { words: 'Moved' }), 'words', 'not-for-administrators');
  expect((await closesStay(sam, theo, { words: 'He says thanks.' })).status).toBe(201);
  expect((await stays(sam)).items[0].closing.words).toBe('He says thanks.');
  expect((await stays(ada)).items[0]).toMatchObject({ reason: 'completed', closing: { words: null } });
});

test('an administrator’s closing is one like any other', async () => {
  expect((await closesStay(ada, theo, { reason: 'left' })).status).toBe(201);
  expect((await stays(ada)).items[0]).toMatchObject({
    reason: 'left',
    closing: { by: { name: 'Ada' }, mayTakeBack: true },
  });
});

test('of two programs one goes on: the coach, the next contact and what was promised stay', async () => {
  await everythingAsks();
  const other = await aProgram(team.organization, 'After prison');
  await server.database.query(
    `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_on)
     VALUES ($1, $2, $3, $4, '2026-02-10', '2026-02-10')`,
    [theo.organizationId, newId(), theo.participantId, other],
  );
  expect((await get(rosa, `/api/enrollments/${theo.enrollmentId}/closing`)).isLast).toBe(false);
  expect((await closesStay(rosa, theo)).status).toBe(201);
  expect(await count('standings', 'true')).toBe(1);
  expect(await count('assignments', 'until_on IS NULL')).toBe(2);
  expect(await count('planned_contacts', 'replaced_at IS NULL')).toBe(1);
  expect(await count('promises', 'kept_at IS NULL AND released_at IS NULL')).toBe(1);
});

test('taken back, every row is as it was and the lists ask again; said twice, it is taken back once', async () => {
  const promiseId = await everythingAsks();
  const lists = await asksFor();
  const rows = await everythingAbout(theo);
  const { body } = await closesStay(rosa, theo, { promises: letGo(promiseId) });
  server.clock.advance(10);
  const client = await server.as(rosa);
  for (const _ of ['once', 'twice']) {
    const back = await client.post(`/api/closings/${body.closingId}/take-back`);
    expect([back.status, back.body]).toEqual([
      200,
      { participantId: theo.participantId, enrollmentId: theo.enrollmentId },
    ]);
  }
  expect(await everythingAbout(theo)).toEqual(rows);
  expect(await asksFor()).toEqual(lists);
  expect((await stays(rosa)).items).toMatchObject([{ closedOn: null, reason: null, closing: null }]);
});

test('after a day it stands, and nobody else takes it back but a supervisor', async () => {
  const { body } = await closesStay(rosa, theo);
  const back = async (by: Person) => (await server.as(by)).post(`/api/closings/${body.closingId}/take-back`);
  expectProblem(await back(dev), 404, 'closing-not-found');
  expectProblem(await back(ada), 403, 'closing-stands');
  server.clock.advance(25 * 60);
  for (const late of [rosa, sam]) expectProblem(await back(late), 403, 'closing-stands');
});

test('a call they asked for is not lost with the coach: every supervisor sees it', async () => {
  await asks(theo, { about: 'My ride' });
  await closesStay(rosa, theo);
  expect(JSON.stringify(await get(sam, '/api/calls-asked-for/without-coach'))).toContain('My ride');
});

test('what is typed about them is kept, and says that the stay was closed', async () => {
  const draftId = newId();
  const client = await server.as(rosa);
  const saved = await client.put(`/api/drafts/${draftId}`, {
    participantId: theo.participantId,
    body: { words: 'He sounded tired' },
  });
  expect(saved.status).toBe(200);
  await closesStay(rosa, theo, { closedOn: '2026-03-09' });
  const { items } = await get(rosa, '/api/drafts');
  expect(items).toMatchObject([
    {
      draftId,
      participantName: 'Theo',
      enrollmentClosedOn: '2026-03-09',
      body: { words: 'He sounded tired' },
    },
  ]);
  expectProblem(
    await client.post('/api/contacts', contactWith(theo, { contactId: draftId })),
    409,
    'enrollment-closed',
  );
});

test('a note from before stays with the record, and the contacts with who made them', async () => {
  const contactId = await logged(rosa, theo, { occurredOn: '2026-03-01' });
  await closesStay(rosa, theo, { reason: 'lost' });
  const { rows } = await server.database.query('SELECT coach_id, enrollment_id FROM contacts WHERE id = $1', [
    contactId,
  ]);
  expect(rows).toEqual([{ coach_id: rosa.accountId, enrollment_id: theo.enrollmentId }]);
});
