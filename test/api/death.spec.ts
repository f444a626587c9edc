import { v7 as newId } from 'uuid';
import { ring } from '../given/answering.js';
import { aCheckInThatSays } from '../given/asking.js';
import { asks } from '../given/call.js';
import { everythingAbout, saysDeath } from '../given/death.js';
import { logged, raised } from '../given/logged.js';
import { assign, closeEnrollment, type Participant } from '../given/participant.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteAbout } from '../given/words.js';
import { readsMail } from '../given/ways.js';
import { expectProblem } from '../support/problem.js';
import { MailServer } from '../support/mail-server.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let mail: MailServer;
let team: Team;
let rosa: Person;
let dev: Person;
let sam: Person;
let theo: Participant;

beforeAll(async () => {
  mail = await MailServer.start();
  server = await startTestServer({ messages: { mail: { url: mail.url, from: 'Desk <desk@example.org>' } } });
});
afterAll(async () => {
  await server.close();
  await mail.down();
});
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  ({ rosa, sam, theo } = team);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: sam });
  await assign(theo, dev, '2026-03-01', 'second');
});

const get = async (person: Person, path: string) => (await (await server.as(person)).get(path)).body;
const page = (by: Person) => get(by, `/api/participants/${theo.participantId}`);

/** Whatever can ask for Theo asks for him. @returns the id of the urgent note */
async function everythingAsks(): Promise<string> {
  await readsMail(sam, `sam-${newId()}@example.org`);
  const client = await server.as(rosa);
  const contact = contactWith(theo, {
    occurredOn: '2026-02-20',
    nextContact: { plannedOn: '2026-03-10', plannedTime: '15:00', way: 'phone' },
    promises: [{ promiseId: newId(), words: 'Bring the bus pass', dueOn: '2026-03-10' }],
  });
  expect((await client.post('/api/contacts', contact)).status).toBe(201);
  await aCheckInThatSays(theo, { mood: 'struggling', cravings: 9 });
  await asks(theo, { about: 'My ride' });
  const handover = { handoverId: newId(), participantId: theo.participantId, line: 'He likes mornings.' };
  expect((await client.post('/api/handovers/ask', handover)).status).toBe(201);
  return raised(rosa, theo, { level: 'urgent' });
}

/** Everywhere that could ask anybody to reach out to Theo, and what it says of him there. */
async function asksFor(): Promise<Record<string, unknown>> {
  const named = (answer: unknown): boolean => JSON.stringify(answer).includes(theo.participantId);
  const [rosas, devs] = [await get(rosa, '/api/today'), await get(dev, '/api/today')];
  const notes = await get(sam, '/api/risk-notes?state=open');
  return {
    today: [rosas, devs].map(({ cards }) => named(cards)),
    caseload: [named(await get(rosa, '/api/caseload')), named(await get(dev, '/api/caseload'))],
    'open risk notes': named(notes),
    'urgent on top': (await get(sam, '/api/risk-notes/waiting')).urgentCount,
    standings: await count('standings', 'true'),
    drifting: named(await get(sam, '/api/team/participants')),
    handovers: named(await get(sam, '/api/handovers')),
    'clocks that run': await count('answering_clocks', 'stopped_at IS NULL'),
    'promises open': await count('promises', 'kept_at IS NULL AND released_at IS NULL'),
    'planned next': await count('planned_contacts', 'replaced_at IS NULL'),
    'calls open': await count('calls_asked_for', 'withdrawn_at IS NULL AND replaced_at IS NULL'),
  };
}

async function count(table: string, which: string): Promise<number> {
  const { rows } = await server.database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM ${table} WHERE participant_id = $1 AND ${which}`,
    [theo.participantId],
  );
  return rows[0]!.count;
}

const AT_REST = {
  today: [false, false],
  caseload: [false, false],
  'open risk notes': false,
  'urgent on top': 0,
  standings: 0,
  drifting: false,
  handovers: false,
  'clocks that run': 0,
  'promises open': 0,
  'planned next': 0,
  'calls open': 0,
};

test('said by the coach, everything that asks for them is at rest at once, everywhere', async () => {
  await everythingAsks();
  const before = await asksFor();
  expect(before).toMatchObject({ today: [true, true], 'urgent on top': 1, standings: 1, drifting: true });
  for (const value of Object.values(before)) expect(value).not.toEqual(0);
  const { status, body } = await saysDeath(rosa, theo, {
    diedOn: '2026-03-08',
    familyWishes: 'Please no flowers.',
  });
  expect([status, body]).toEqual([
    201,
    {
      deathId: expect.any(String),
      participantId: theo.participantId,
      preferredName: 'Theo',
      diedOn: '2026-03-08',
      familyWishes: 'Please no flowers.',
      saidBy: { accountId: rosa.accountId, name: 'Rosa' },
      saidAt: '2026-03-10T16:00:00.000Z',
      lastCoach: { accountId: rosa.accountId, name: 'Rosa' },
      walkedWith: [
        { accountId: rosa.accountId, name: 'Rosa', fromOn: '2026-02-01', untilOn: '2026-03-08' },
        { accountId: dev.accountId, name: 'Dev', fromOn: '2026-03-01', untilOn: '2026-03-08' },
      ],
      spokenAt: null,
      lastWord: null,
      mayTakeBack: true,
      version: 1,
    },
  ]);
  expect(await lastInTrailOf(rosa)).toMatchObject({
    action: 'death.said',
    participant_id: theo.participantId,
  });
  expect(await asksFor()).toEqual(AT_REST);
});

test('no job rings, sends or makes anything about them afterwards; the supervisor alone hears of the death', async () => {
  await everythingAsks();
  await saysDeath(rosa, theo);
  server.clock.advance(3 * 1440);
  await ring(server);
  await server.jobs.run('messages');
  await server.jobs.run('record-copies');
  const { rows } = await server.database.query(
    `SELECT a.name, m.kind, d.state FROM messages m
       JOIN accounts a ON a.organization_id = m.organization_id AND a.id = m.account_id
       LEFT JOIN message_deliveries d ON d.organization_id = m.organization_id AND d.message_id = m.id
      WHERE m.organization_id = $1 ORDER BY m.kind, d.state`,
    [theo.organizationId],
  );
  expect(rows).toEqual([
    { name: 'Sam', kind: 'death', state: 'delivered' },
    { name: 'Sam', kind: 'risk-note', state: 'not needed' },
  ]);
});

test('an open note is kept with its words, closed by nobody’s fault, and late for nobody', async () => {
  const riskNoteId = await everythingAsks();
  await saysDeath(rosa, theo);
  const note = await get(sam, `/api/risk-notes/${riskNoteId}`);
  expect(note).toMatchObject({
    resolved: { words: 'Closed: died. What was written is kept.' },
    answerBy: null,
  });
});

test('nothing new is asked for, and what was typed is not lost without a word', async () => {
  await saysDeath(rosa, theo);
  const client = await server.as(rosa);
  expectProblem(
    await client.post('/api/risk-notes', riskNoteAbout(theo)),
    409,
    'nobody-is-asked-for-after-a-death',
  );
  expectProblem(await client.post('/api/contacts', contactWith(theo)), 409, 'enrollment-closed');
});

test('those who walked with them read the record until it is closed with a last word; then it stays with the team', async () => {
  const before = await logged(rosa, theo, { occurredOn: '2026-03-05' });
  const { body: death } = await saysDeath(rosa, theo);
  expect((await page(dev)).death).toMatchObject({ deathId: death.deathId });
  expect(await page(rosa)).toMatchObject({
    death: { mayTakeBack: true },
    nextContact: null,
    openRiskNotes: [],
  });
  const client = await server.as(rosa);
  const words = 'He planted tomatoes on every windowsill he had.';
  const closed = await client.post(`/api/deaths/${death.deathId}/last-word`, { words }, onVersion(1));
  expect(closed.body).toMatchObject({ lastWord: { words, by: { name: 'Rosa' } }, version: 2 });
  for (const coach of [rosa, dev]) expect((await page(coach)).status).toBe(404);
  expect((await page(sam)).death).toMatchObject({
    lastWord: { words },
    walkedWith: [{ name: 'Rosa' }, { name: 'Dev' }],
  });
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  expect((await page(inez)).status).toBe(404);
  // what was done stays credited to who did it
  const { rows } = await server.database.query('SELECT coach_id FROM contacts WHERE id = $1', [before]);
  expect(rows).toEqual([{ coach_id: rosa.accountId }]);
});

test('a mistake is taken back: every row is as it was, and the lists ask again', async () => {
  await everythingAsks();
  const [rows, lists] = [await everythingAbout(theo), await asksFor()];
  const { body: death } = await saysDeath(rosa, theo);
  await (
    await server.as(rosa)
  ).post(`/api/deaths/${death.deathId}/last-word`, { words: 'Goodbye.' }, onVersion(1));
  server.clock.advance(10);
  const { status, body } = await (await server.as(sam)).post(`/api/deaths/${death.deathId}/take-back`);
  expect([status, body]).toEqual([200, { participantId: theo.participantId }]);
  expect(await everythingAbout(theo)).toEqual(rows);
  expect(await asksFor()).toEqual(lists);
  expect((await page(rosa)).death).toBeNull();
  expect((await (await server.as(theo)).get('/api/home')).status).toBe(200);
  const { rows: trail } = await server.database.query(
    `SELECT action FROM trail WHERE participant_id = $1 AND action LIKE 'death.%' ORDER BY id`,
    [theo.participantId],
  );
  expect(trail.map(({ action }) => action)).toEqual(['death.said', 'death.taken-back']);
  expect((await saysDeath(sam, theo)).status).toBe(201);
});

test('of somebody whose stay had ended, that ending is kept and whatever still asks is at rest', async () => {
  await raised(rosa, theo, { level: 'concern' });
  await closeEnrollment(theo, '2026-03-01');
  expect((await saysDeath(sam, theo)).status).toBe(201);
  const { rows } = await server.database.query(
    'SELECT closed_on::text, closing_reason FROM enrollments WHERE participant_id = $1',
    [theo.participantId],
  );
  expect(rows).toEqual([{ closed_on: '2026-03-01', closing_reason: 'completed' }]);
  expect(await asksFor()).toEqual(AT_REST);
});

test('a supervisor on call, who reaches them only through an open note, may say it too', async () => {
  const riskNoteId = await everythingAsks();
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await server.database.query(
    `INSERT INTO risk_note_told (organization_id, risk_note_id, account_id, step, participant_id, told_as, told_at)
     VALUES ($1, $2, $3, 2, $4, 'on call', $5)`,
    [theo.organizationId, riskNoteId, inez.accountId, theo.participantId, server.clock.now()],
  );
  expect((await saysDeath(inez, theo)).status).toBe(201);
  expect(await asksFor()).toEqual(AT_REST);
});
