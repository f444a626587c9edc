import { certificationWith, renewalWith } from '../given/certification.js';
import { aCertification, anAdministrator } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { readsMail } from '../given/ways.js';
import { onVersion } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let other: TestServer;
let team: Team;
let round = 0;
let endingId: string;

beforeAll(async () => {
  server = await startTestServer();
  other = await startTestServer();
});
afterAll(async () => {
  await other.close();
  await server.close();
});
beforeEach(async () => {
  round += 1;
  at('2026-03-10T16:00:00Z');
  team = await aTeam(server, { rosa: { certification: null } });
  endingId = await aCertification(team.rosa, { firstOn: '2024-05-21', lastOn: '2026-05-20' });
  await readsMail(team.rosa, addressOf('rosa'));
  await readsMail(team.sam, addressOf('sam'));
});

const addressOf = (name: string): string => `${name}@${round}.ending.example.org`;
const at = (instant: string): void => [server, other].forEach(({ clock }) => clock.set(instant));

/** Who has been told by this moment, in all; what then leaves says the same for every kind (messages.spec). */
const toldAt = async (instant: string): Promise<string[]> => {
  at(instant);
  await server.jobs.run('certifications');
  return told();
};
const told = async (): Promise<string[]> => {
  const { rows } = await server.database.query<{ name: string }>(
    `SELECT lower(a.name) AS name FROM messages m JOIN accounts a ON a.id = m.account_id
      WHERE m.organization_id = $1 AND m.subject_id = $2 ORDER BY 1`,
    [team.organization.organizationId, endingId],
  );
  return rows.map(({ name }) => name);
};
const times = (count: number): string[] => [
  ...Array<string>(count).fill('rosa'),
  ...Array<string>(count).fill('sam'),
];

test('coach and supervisor are told 60, 30 and 7 days before and on the day, once each, after nine in the morning', async () => {
  expect(await toldAt('2026-03-20T16:00:00Z')).toEqual([]);
  // the 60th day before is 21 March: eight in the morning in New York, then noon
  expect(await toldAt('2026-03-21T12:00:00Z')).toEqual([]);
  expect(await toldAt('2026-03-21T16:00:00Z')).toEqual(times(1));
  expect(await toldAt('2026-04-19T16:00:00Z')).toEqual(times(1));
  expect(await toldAt('2026-04-20T16:00:00Z')).toEqual(times(2));
  expect(await toldAt('2026-05-12T16:00:00Z')).toEqual(times(2));
  expect(await toldAt('2026-05-13T16:00:00Z')).toEqual(times(3));
  expect(await toldAt('2026-05-20T16:00:00Z')).toEqual(times(4));
  expect(await toldAt('2026-05-21T16:00:00Z')).toEqual(times(4));
});

test('two processes and a restart tell once', async () => {
  at('2026-04-20T16:00:00Z');
  await Promise.all([server.jobs.run('certifications'), other.jobs.run('certifications')]);
  expect(await told()).toEqual(times(1));
  expect(await toldAt('2026-04-20T17:00:00Z')).toEqual(times(1));
});

test('a server that stood still over the day tells the step that holds now, once', async () => {
  expect(await toldAt('2026-05-15T16:00:00Z')).toEqual(times(1));
  expect(await toldAt('2026-05-22T16:00:00Z')).toEqual(times(2));
  expect(await toldAt('2026-05-28T16:00:00Z')).toEqual(times(2));
});

test('once a renewal is confirmed nobody is reminded any more, and what waits to leave stays here', async () => {
  expect(await toldAt('2026-03-21T16:00:00Z')).toEqual(times(1));
  const rosa = await server.as(team.rosa);
  const asked = await renewalWith(rosa, team.rosa, { firstOn: '2026-05-21', lastOn: '2028-05-20' });
  await rosa.post(`/api/coaches/${team.rosa.accountId}/renewals`, asked);
  const confirmed = await (
    await server.as(team.sam)
  ).put(`/api/renewals/${asked.renewalId}/confirm`, {}, onVersion(1));
  expect(confirmed.status).toBe(200);
  const { rows } = await server.database.query(
    'SELECT 1 FROM messages WHERE subject_id = $1 AND withdrawn_at IS NULL',
    [endingId],
  );
  expect(rows).toEqual([]);
  expect(await toldAt('2026-04-20T16:00:00Z')).toEqual(times(1));
  expect(await toldAt('2026-05-20T16:00:00Z')).toEqual(times(1));
});

test('one that begins only after a gap is no renewal of it: what waits to leave still leaves, and more is told', async () => {
  expect(await toldAt('2026-04-20T16:00:00Z')).toEqual(times(1));
  const asked = certificationWith({ firstOn: '2026-05-22', lastOn: '2028-05-20' });
  await (await server.as(team.sam)).post(`/api/coaches/${team.rosa.accountId}/certifications`, asked);
  const { rows } = await server.database.query(
    'SELECT 1 FROM messages WHERE subject_id = $1 AND withdrawn_at IS NOT NULL',
    [endingId],
  );
  expect(rows).toEqual([]);
  expect(await toldAt('2026-05-13T16:00:00Z')).toEqual(times(2));
});

test('of one whose last day was set right, everybody is told anew', async () => {
  expect(await toldAt('2026-05-13T16:00:00Z')).toEqual(times(1));
  const [row] = (
    await server.database.query('SELECT kind, issuer, number FROM certifications WHERE id = $1', [endingId])
  ).rows;
  const admin = await server.as(await anAdministrator(team.organization));
  const set = { ...row, firstOn: '2024-05-21', lastOn: '2026-08-20' };
  expect((await admin.put(`/api/certifications/${endingId}`, set, onVersion(1))).status).toBe(200);
  expect(await toldAt('2026-05-20T16:00:00Z')).toEqual(times(1));
  expect(await toldAt('2026-08-13T16:00:00Z')).toEqual(times(2));
});

test('of a coach who can no longer sign in, or no longer coaches, nobody is told', async () => {
  await server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    team.rosa.accountId,
    server.clock.now(),
  ]);
  expect(await toldAt('2026-04-20T16:00:00Z')).toEqual([]);
  await server.database.query('UPDATE accounts SET disabled_at = NULL WHERE id = $1', [team.rosa.accountId]);
  await server.database.query('UPDATE coaches SET is_coaching = false WHERE id = $1', [team.rosa.accountId]);
  expect(await toldAt('2026-04-20T16:00:00Z')).toEqual([]);
  await server.database.query('UPDATE coaches SET is_coaching = true WHERE id = $1', [team.rosa.accountId]);
  await server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    team.sam.accountId,
    server.clock.now(),
  ]);
  expect(await toldAt('2026-04-20T16:00:00Z')).toEqual(['rosa']);
});

test.each([
  // the clock goes forward on 8 March 2026 and back on 1 November; nine is nine all the same
  ['America/New_York', 'the day before the clock goes forward', '2026-03-14', '2026-03-07T14:00:00Z'],
  ['America/New_York', 'the day it goes forward', '2026-03-15', '2026-03-08T13:00:00Z'],
  ['America/Los_Angeles', 'the day it goes forward', '2026-03-15', '2026-03-08T16:00:00Z'],
  ['America/Los_Angeles', 'the day it goes back', '2026-11-08', '2026-11-01T17:00:00Z'],
  ['America/Phoenix', 'where it never changes', '2026-03-15', '2026-03-08T16:00:00Z'],
  ['Pacific/Kiritimati', 'where the day begins first', '2026-03-15', '2026-03-07T19:00:00Z'],
  ['Pacific/Pago_Pago', 'where it begins last', '2026-03-15', '2026-03-08T20:00:00Z'],
  ['Asia/Kathmandu', 'a quarter of an hour off', '2026-03-15', '2026-03-08T03:15:00Z'],
])(
  'in %s, %s: of one through %s people are told from nine in the morning',
  async (timeZone, _, lastOn, nine) => {
    await server.database.query('UPDATE organizations SET time_zone = $2 WHERE id = $1', [
      team.organization.organizationId,
      timeZone,
    ]);
    await server.database.query('UPDATE certifications SET last_on = $2 WHERE id = $1', [endingId, lastOn]);
    // what the 30th day before had to say is said; the seventh day comes at nine
    const before = new Date(new Date(nine).getTime() - 60_000).toISOString();
    expect(await toldAt(new Date(new Date(nine).getTime() - 20 * 3_600_000).toISOString())).toEqual(times(1));
    expect(await toldAt(before)).toEqual(times(1));
    expect(await toldAt(nine)).toEqual(times(2));
    expect(await toldAt(new Date(new Date(nine).getTime() + 12 * 3_600_000).toISOString())).toEqual(times(2));
  },
);
