import pg from 'pg';
import { anAdministrator, aCoach } from '../given/staff.js';
import { aParticipantOf, type Participant } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteAbout } from '../given/words.js';
import { becomes } from '../support/becomes.js';
import { workerDatabase } from '../support/database.js';
import { LivePage } from '../support/live-page.js';
import { startTestServer, type SignedIn, type TestServer } from '../support/server.js';

/** Two servers on one database, as behind a load balancer. */
let server: TestServer;
let other: TestServer;
const pages: LivePage[] = [];

beforeAll(async () => {
  server = await startTestServer();
  other = await startTestServer();
});
afterEach(() => pages.splice(0).forEach((page) => page.cut()));
afterAll(() => Promise.all([server.close(), other.close()]));

async function listens(person: SignedIn, at: TestServer, lastEventId?: string): Promise<LivePage> {
  const page = await LivePage.of(await at.as(person), at.url, lastEventId);
  pages.push(page);
  return page;
}

const SECRET = 'Smoked twice since Sunday, and is ashamed of it';

async function raise(by: SignedIn, participant: Participant, at = server): Promise<string> {
  const note = riskNoteAbout(participant, { whatWasDone: SECRET });
  expect((await (await at.as(by)).post('/api/risk-notes', note)).status).toBe(201);
  return note.riskNoteId;
}

function expectTold(page: LivePage, participants: Participant[]): Promise<void> {
  return becomes(
    () => Promise.resolve(page.participantIds),
    participants.map(({ participantId }) => participantId),
  );
}

/** By now everything before it has arrived: an event that concerns everybody here is the last of it. */
async function aLastWord({ organization, theo }: Team, at = server): Promise<Participant> {
  const everyone = await at.database.query<{ ids: string[] }>(
    'SELECT array_agg(id) AS ids FROM accounts WHERE organization_id = $1',
    [organization.organizationId],
  );
  await at.database.query('BEGIN');
  await at.database.query(`SELECT set_config('app.organization_id', $1, true)`, [
    organization.organizationId,
  ]);
  await at.database.query('SELECT announce($1, $2)', [theo.participantId, everyone.rows[0]!.ids]);
  await at.database.query('COMMIT');
  return theo;
}

test('a note raised on one server is on the pages of the other within two seconds', async () => {
  const { sam, rosa, theo } = await aTeam(server);
  const page = await listens(sam, other);
  const asked = Date.now();
  await raise(rosa, theo);
  await expectTold(page, [theo]);
  expect(Date.now() - asked).toBeLessThan(2_000);
});

test('a note, its answer and how it ended, a new coach and a plan: each is told to those concerned', async () => {
  const team = await aTeam(server);
  const { organization, sam, rosa, theo } = team;
  const dev = await aCoach(organization, { name: 'Dev', supervisor: sam });
  const [ofSam, ofRosa, ofDev, ofTheo] = [
    await listens(sam, server),
    await listens(rosa, other),
    await listens(dev, other),
    await listens(theo, other),
  ];
  const noteId = await raise(rosa, theo);
  await expectTold(ofRosa, [theo]);
  const supervisor = await server.as(sam);
  await supervisor.post(`/api/risk-notes/${noteId}/acknowledge`, { words: 'I call.' }, onVersion(1));
  await expectTold(ofRosa, [theo, theo]);
  await supervisor.post(`/api/risk-notes/${noteId}/resolve`, { words: 'They are well.' }, onVersion(2));
  await expectTold(ofRosa, [theo, theo, theo]);
  expect(ofDev.participantIds).toEqual([]);
  expect(ofTheo.participantIds).toEqual([]);
  await supervisor.put(`/api/participants/${theo.participantId}/coach`, { coachId: dev.accountId });
  await expectTold(ofRosa, [theo, theo, theo, theo]);
  await expectTold(ofDev, [theo]);
  await expectTold(ofTheo, [theo]);
  const plan = { nextContact: { plannedOn: '2026-03-20' } };
  expect((await (await server.as(dev)).post('/api/contacts', contactWith(theo, plan))).status).toBe(201);
  await expectTold(ofDev, [theo, theo]);
  await expectTold(ofTheo, [theo, theo]);
  await expectTold(ofSam, [theo, theo, theo, theo, theo]);
  expect(ofRosa.participantIds).toHaveLength(4);
});

test('logging alone tells nobody', async () => {
  const team = await aTeam(server);
  const page = await listens(team.sam, server);
  expect((await (await server.as(team.rosa)).post('/api/contacts', contactWith(team.theo))).status).toBe(201);
  await expectTold(page, [await aLastWord(team)]);
});

test('those not concerned hear nothing: another coach, another team, another organization, the participant', async () => {
  const [team, elsewhere] = [await aTeam(server), await aTeam(server)];
  const { organization, rosa, theo } = team;
  const kim = await aCoach(organization, { name: 'Kim' });
  const mina = await aParticipantOf(kim);
  const unconcerned = [kim, mina, theo, await anAdministrator(organization)];
  const listening = await Promise.all(unconcerned.map((person) => listens(person, other)));
  const abroad = await listens(elsewhere.sam, other);
  await raise(rosa, theo);
  await aLastWord(team);
  for (const page of listening) await expectTold(page, [theo]);
  await aLastWord(elsewhere);
  await expectTold(abroad, [elsewhere.theo]);
});

test('an event says whose page to look at again, and nothing else', async () => {
  const { organization, sam, rosa, theo } = await aTeam(server);
  const page = await listens(sam, server);
  await raise(rosa, theo);
  await expectTold(page, [theo]);
  expect(page.told.at(-1)).toEqual({
    id: expect.stringMatching(/^\d+$/),
    event: 'message',
    data: JSON.stringify({ participantId: theo.participantId }),
  });
  const everything = page.bytes.replaceAll(theo.participantId, '');
  expect(everything).not.toMatch(/risk|note|urgent|watch|craving|coach/i);
  for (const words of [
    SECRET,
    theo.name,
    rosa.name,
    organization.organizationId,
    rosa.accountId,
    sam.accountId,
  ])
    expect(everything).not.toContain(words);
});

test('a page whose stream was cut comes back with its Last-Event-ID and has missed nothing, nor hears it twice', async () => {
  const { sam, rosa, theo } = await aTeam(server);
  const mina = await aParticipantOf(rosa);
  const before = await listens(sam, server);
  await raise(rosa, theo);
  await expectTold(before, [theo]);
  before.cut();
  await raise(rosa, mina);
  await raise(rosa, theo);
  const after = await listens(sam, other, before.lastEventId);
  await expectTold(after, [mina, theo]);
  await raise(rosa, mina);
  await expectTold(after, [mina, theo, mina]);
  expect(after.told.some(({ event }) => event === 'reset')).toBe(false);
});

test('from the cursor that me tells, a page misses nothing of what happened while it was loading', async () => {
  const { sam, rosa, theo } = await aTeam(server);
  await raise(rosa, theo);
  const { liveCursor } = (await (await server.as(sam)).get('/api/me')).body;
  await raise(rosa, theo);
  const page = await listens(sam, other, String(liveCursor));
  await expectTold(page, [theo]);
});

test('many events missed arrive in order, each once', async () => {
  const { organization, sam, theo } = await aTeam(server);
  await server.database.query(
    `INSERT INTO live_events (organization_id, id, at, participant_id, account_ids)
     SELECT $1, n, clock_timestamp(), $2, ARRAY[$3::uuid] FROM generate_series(1, 1700) n`,
    [organization.organizationId, theo.participantId, sam.accountId],
  );
  const page = await listens(sam, server, '100');
  const ids = page.told.filter(({ event }) => event === 'message').map(({ id }) => Number(id));
  expect(ids).toEqual(Array.from({ length: 1600 }, (_, index) => index + 101));
});

test.each([
  ['older than what is kept', '3'],
  ['from another life of the database', '999999'],
  ['no cursor at all', 'DROP TABLE'],
])('a cursor that is %s makes the page ask for everything anew', async (_, lastEventId) => {
  const { organization, sam, rosa, theo } = await aTeam(server);
  await server.database.query(
    `INSERT INTO live_events (organization_id, id, at, participant_id, account_ids)
     SELECT $1, n, clock_timestamp(), $2, ARRAY[$3::uuid] FROM generate_series(20, 30) n`,
    [organization.organizationId, theo.participantId, sam.accountId],
  );
  const page = await listens(sam, server, lastEventId);
  expect(page.told.map(({ event, id }) => [event, id])).toEqual([
    ['reset', '30'],
    ['ready', '30'],
  ]);
  await raise(rosa, theo);
  await expectTold(page, [theo]);
});

test('a listener whose connection is cut comes back and has missed nothing', async () => {
  const { sam, rosa, theo } = await aTeam(server);
  const [here, there] = [await listens(sam, server), await listens(sam, other)];
  const sameLogin = new pg.Client({ connectionString: (await workerDatabase()).runtime });
  await sameLogin.connect();
  for (let times = 1; times <= 3; times += 1) {
    const { rows } = await sameLogin.query(
      `SELECT pg_terminate_backend(pid) AS is_cut FROM pg_stat_activity
        WHERE application_name = 'alongside live' AND datname = current_database()`,
    );
    expect(rows).toContainEqual({ is_cut: true });
    await raise(rosa, theo);
    for (const page of [here, there]) await becomes(() => Promise.resolve(page.participantIds.length), times);
  }
  await sameLogin.end();
  expect([here.isOver, there.isOver]).toEqual([false, false]);
});

test('who does not read is cut, and nothing is kept for them without end', async () => {
  const { organization, sam, rosa, theo } = await aTeam(server);
  const deaf = await listens(sam, server);
  const reader = await listens(rosa, server);
  deaf.response.pause();
  // more than the network itself takes in between: some 6 MB
  await server.database.query(
    `INSERT INTO live_events (organization_id, id, at, participant_id, account_ids)
     SELECT $1, n, clock_timestamp(), $2, ARRAY[$3::uuid, $4] FROM generate_series(1, 70000) n`,
    [organization.organizationId, theo.participantId, sam.accountId, rosa.accountId],
  );
  await server.database.query(`SELECT pg_notify('live_events', $1)`, [organization.organizationId]);
  for (const part of [20_000, 45_000, 70_000])
    await becomes(() => Promise.resolve(Number(reader.lastEventId) >= part), true);
  deaf.response.resume();
  await becomes(() => Promise.resolve(deaf.isOver), true);
  expect(Number(deaf.lastEventId)).toBeLessThan(70_000);
  expect(reader.isOver).toBe(false);
});
