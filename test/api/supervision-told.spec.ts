import { v7 as newId } from 'uuid';
import { covers } from '../given/cover.js';
import { aCoach, aSupervisor } from '../given/staff.js';
import { begun, on, plannedSession, seen, type Session } from '../given/supervision.js';
import { aTeam, type Team } from '../given/team.js';
import { readsMail } from '../given/ways.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { MailServer } from '../support/mail-server.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let mail: MailServer;
let team: Team;
let sam: Client;
let round = 0;

beforeAll(async () => {
  mail = await MailServer.start();
  server = await startTestServer({ messages: { mail: { url: mail.url, from: 'Desk <desk@example.org>' } } });
});
afterAll(async () => {
  await server.close();
  await mail.down();
});
beforeEach(async () => {
  mail.received.length = 0;
  round += 1;
  // a Tuesday at noon in New York
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  sam = await server.as(team.sam);
  await readsMail(team.rosa, addressOf('rosa'));
  await readsMail(team.sam, addressOf('sam'));
});

/** Each test has addresses of its own: what an earlier one left to be sent is not its own. */
const addressOf = (name: string): string => `${name}@${round}.example.org`;

/** Who has been sent something by this moment. */
const mailsAt = async (instant: string): Promise<string[]> => {
  server.clock.set(instant);
  await server.jobs.run('supervision');
  await server.jobs.run('messages');
  sam = await server.as(team.sam);
  return mail.received
    .flatMap(({ to }) => to)
    .filter((to) => to === addressOf(to.split('@')[0]!))
    .map((to) => to.split('@')[0]!)
    .sort();
};
const BOTH = ['rosa', 'sam'];
const move = async (session: Session, plannedOn: string): Promise<Session> =>
  (
    await sam.put(
      `/api/supervision-sessions/${session.sessionId}/plan`,
      { plannedOn, plannedTime: '10:00', minutes: 60, everyDays: 14 },
      onVersion((await seen(sam, session)).version),
    )
  ).body as Session;

test('both are told once, the working day before, in words that tell nothing', async () => {
  await plannedSession(sam, [team.rosa], { plannedOn: '2026-03-13' });
  expect(await mailsAt('2026-03-12T12:59:00Z')).toEqual([]);
  expect(await mailsAt('2026-03-12T13:00:00Z')).toEqual(BOTH);
  expect(await mailsAt('2026-03-13T13:00:00Z')).toEqual(BOTH);
  for (const { raw } of mail.received) {
    expect(raw).toContain('Something is waiting for you');
    expect(raw).not.toMatch(/supervis|session|Theo|March|2026-03-13/i);
  }
});

test('of a Monday’s session they are told on Friday, and in the coach’s quiet hours the coach is not', async () => {
  await plannedSession(sam, [team.rosa], { plannedOn: '2026-03-16' });
  await (
    await server.as(team.rosa)
  ).put('/api/wellbeing/quiet-hours', { from: '18:00', until: '11:30', days: [6, 7] }, onVersion(0));
  expect(await mailsAt('2026-03-13T13:00:00Z')).toEqual(['sam']);
  expect(await mailsAt('2026-03-13T15:30:00Z')).toEqual(BOTH);
});

test('planned for tomorrow, the coach hears at once, and who planned it does not hear what they did', async () => {
  await plannedSession(sam, [team.rosa]);
  expect(await mailsAt('2026-03-10T16:01:00Z')).toEqual(['rosa']);
  expect(await mailsAt('2026-03-11T13:00:00Z')).toEqual(['rosa']);
});

test('moved, the coach is told of the new time, and both again as it comes near; called off, of that', async () => {
  const session = await plannedSession(sam, [team.rosa], { plannedOn: '2026-03-18' });
  await move(session, '2026-03-19');
  expect(await mailsAt('2026-03-10T16:01:00Z')).toEqual(['rosa']);
  expect(await mailsAt('2026-03-17T16:00:00Z')).toHaveLength(1);
  expect(await mailsAt('2026-03-18T13:00:00Z')).toHaveLength(3);
  const { version } = await seen(sam, session);
  await on(sam, session, 'call-off', version, { reason: 'Snow', goesOn: false });
  expect(await mailsAt('2026-03-18T13:05:00Z')).toEqual([...Array(3).fill('rosa'), 'sam']);
});

test('what did not go out before it began, or was called off, need not any more', async () => {
  await (
    await server.as(team.rosa)
  ).put('/api/wellbeing/quiet-hours', { from: '18:00', until: '17:00', days: [] }, onVersion(0));
  await begun(sam, await plannedSession(sam, [team.rosa], { everyDays: null }));
  expect(await mailsAt('2026-03-10T21:30:00Z')).toEqual([]);
});

test('nobody is told who can no longer sign in, or has moved to another team', async () => {
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  await readsMail(dev, addressOf('dev'));
  await plannedSession(sam, [team.rosa, dev], { plannedOn: '2026-03-13' });
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await server.database.query('UPDATE coaches SET supervisor_id = $2 WHERE id = $1', [
    ...[team.rosa.accountId, inez.accountId],
  ]);
  await server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    ...[dev.accountId, server.clock.now()],
  ]);
  expect(await mailsAt('2026-03-12T13:00:00Z')).toEqual(['sam']);
});

test('who has chosen no way to be told is no trouble of the administrator’s', async () => {
  await server.database.query('DELETE FROM mail_addresses WHERE id = ANY ($1)', [
    [team.rosa.accountId, team.sam.accountId],
  ]);
  await plannedSession(sam, [team.rosa], { plannedOn: '2026-03-13' });
  await mailsAt('2026-03-12T13:00:00Z');
  const { rows } = await server.database.query('SELECT 1 FROM messages WHERE account_id = ANY ($1)', [
    [team.rosa.accountId, team.sam.accountId],
  ]);
  expect(rows).toEqual([]);
});

test('asked for another time at night, the supervisor and who covers hear in the morning; the coach hears the answer', async () => {
  const session = await plannedSession(sam, [team.rosa], { plannedOn: '2026-03-13' });
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await covers(inez, team.sam);
  await readsMail(inez, addressOf('inez'));
  server.clock.set('2026-03-11T02:00:00Z');
  const rosa = await server.as(team.rosa);
  const request = { requestId: newId(), times: [], words: 'Any afternoon' };
  const path = `/api/supervision-sessions/${session.sessionId}/move-requests`;
  for (let times = 0; times < 3; times += 1) await rosa.post(path, request);
  expect(await mailsAt('2026-03-11T12:59:00Z')).toEqual([]);
  const supervisors = ['inez', 'sam'];
  expect(await mailsAt('2026-03-11T13:00:00Z')).toEqual(supervisors);
  await sam.post(`${path}/${request.requestId}/keep`);
  await sam.post(`${path}/${request.requestId}/keep`);
  expect(await mailsAt('2026-03-11T16:00:00Z')).toEqual(['inez', ...BOTH]);
});

test('answered before anybody heard of it, nobody hears of it', async () => {
  const session = await plannedSession(sam, [team.rosa], { plannedOn: '2026-03-17' });
  server.clock.set('2026-03-11T02:00:00Z');
  const rosa = await server.as(team.rosa);
  const request = { requestId: newId(), times: [], words: 'Any afternoon' };
  const path = `/api/supervision-sessions/${session.sessionId}/move-requests`;
  await rosa.post(path, request);
  await rosa.post(`${path}/${request.requestId}/withdraw`);
  expect(await mailsAt('2026-03-11T16:00:00Z')).toEqual([]);
});
