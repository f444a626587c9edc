import { v7 as newId } from 'uuid';
import { logged } from '../given/logged.js';
import { reassign } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import { readsMail, told } from '../given/ways.js';
import type { Client } from '../support/client.js';
import { MailServer } from '../support/mail-server.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let mail: MailServer;
let team: Team;
let rosa: Client;
let sam: Client;

beforeAll(async () => {
  mail = await MailServer.start();
  server = await startTestServer({ messages: { mail: { url: mail.url, from: 'Desk <desk@example.org>' } } });
});
afterAll(async () => {
  await server.close();
  await mail.down();
});
beforeEach(async () => {
  // a Tuesday at noon in New York
  server.clock.set('2026-11-10T17:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  rosa = await server.as(team.rosa);
  sam = await server.as(team.sam);
});

const OFFICE = { from: '18:00', until: '08:00', days: [6, 7] };
const set = (hours: object, version = 0, by = rosa) =>
  by.put('/api/wellbeing/quiet-hours', { ...OFFICE, ...hours }, onVersion(version));
const counted = async (by = rosa): Promise<number> =>
  (await by.get('/api/wellbeing')).body.afterHours.afterHoursCount;

test('evenings, nights and weekends unless the organization says otherwise, and then the coach', async () => {
  const own = async () => (await rosa.get('/api/wellbeing')).body.quietHours;
  expect(await own()).toEqual({ ...OFFICE, isOwn: false, version: 0 });
  const ada = await server.as(await anAdministrator(team.organization));
  const settings = { from: '20:00', until: '07:00', days: [7], supportLine: 'Care for staff, 555-0188' };
  expect((await ada.put('/api/wellbeing/settings', settings, onVersion(0))).body).toEqual({
    ...settings,
    version: 1,
  });
  expect(await own()).toMatchObject({ from: '20:00', isOwn: false });
  expect((await rosa.get('/api/wellbeing')).body.supportLine).toBe('Care for staff, 555-0188');
  expect((await set({ from: '16:00' })).body).toMatchObject({ from: '16:00', isOwn: true, version: 1 });
  expect((await rosa.delete('/api/wellbeing/quiet-hours')).body).toMatchObject({
    from: '20:00',
    isOwn: false,
  });
});

test('hours that end as they begin, every day of the week and what is no time are refused', async () => {
  expectFieldProblem(await set({ from: '08:00' }), 'until', 'ends-as-it-begins');
  expect(fieldsOf(await set({ from: '24:00', days: [1, 1, 8] }))).toEqual([
    'days too-large',
    'from is-clock-time',
  ]);
  expect(fieldsOf(await set({ days: [1, 2, 3, 4, 5, 6, 7] }))).toEqual(['days too-many']);
  expect((await rosa.get('/api/wellbeing')).body.quietHours.isOwn).toBe(false);
});

test('set in two tabs, the second sees both', async () => {
  await set({ from: '17:00' });
  const second = await set({ from: '19:00' });
  expectProblem(second, 412, 'version-stale');
  expect(second.body).toMatchObject({ current: { from: '17:00' }, yours: { from: '19:00' } });
});

test.each([
  ['a Tuesday at 17:59', '2026-11-03', '17:59', 0],
  ['a Tuesday at 18:00', '2026-11-03', '18:00', 1],
  ['after midnight', '2026-11-04', '00:30', 1],
  ['at 07:59', '2026-11-04', '07:59', 1],
  ['at 08:00', '2026-11-04', '08:00', 0],
  ['a Saturday at noon', '2026-11-07', '12:00', 1],
  ['the hour that the clocks show twice, 1 November', '2026-11-01', '01:30', 1],
  ['without a time', '2026-11-03', undefined, 0],
])(
  'a contact %s counts for coach and supervisor as it should',
  async (_, occurredOn, occurredTime, count) => {
    await logged(team.rosa, team.theo, { occurredOn, occurredTime });
    expect(await counted()).toBe(count);
    expect((await sam.get('/api/wellbeing/team')).body.coaches).toEqual([
      {
        coach: { accountId: team.rosa.accountId, name: 'Rosa' },
        fromOn: '2026-10-12',
        toOn: '2026-11-10',
        afterHoursCount: count,
      },
    ]);
  },
);

test('on the morning on which the clocks go forward the coach’s own time counts', async () => {
  // 8 March 2026, a Sunday that Rosa works; the clocks jump from 2 to 3
  server.clock.set('2026-03-09T16:00:00Z');
  await set({ days: [6], until: '03:00' });
  await logged(team.rosa, team.theo, { occurredOn: '2026-03-08', occurredTime: '01:59' });
  await logged(team.rosa, team.theo, { occurredOn: '2026-03-08', occurredTime: '03:00' });
  expect(await counted()).toBe(1);
});

test('it stays counted when the participant has moved on, and not when it was voided; another’s is nobody’s to ask', async () => {
  const contactId = await logged(team.rosa, team.theo, { occurredOn: '2026-11-03', occurredTime: '22:00' });
  const june = await aCoach(team.organization, {
    name: 'June',
    supervisor: await aSupervisor(team.organization, { name: 'Inez' }),
  });
  await reassign(team.theo, june);
  expect(await counted()).toBe(1);
  expect(await counted(await server.as(june))).toBe(0);
  await reassign(team.theo, team.rosa);
  await rosa.post(`/api/contacts/${contactId}/void`, { reason: 'Wrong day' }, onVersion(1));
  expect(await counted()).toBe(0);
});

test('the team’s page names those who coach, and nobody who no longer does', async () => {
  const coaches = async () => (await sam.get('/api/wellbeing/team')).body.coaches;
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  expect(await coaches()).toMatchObject([{ coach: { name: 'Dev' } }, { coach: { name: 'Rosa' } }]);
  await server.database.query('UPDATE coaches SET is_coaching = false WHERE id = $1', [dev.accountId]);
  expect(await coaches()).toMatchObject([{ coach: { name: 'Rosa' } }]);
});

test.each([
  ['in the evening, over midnight', '2026-11-10T23:30:00Z', '2026-11-11T13:00:00Z'],
  ['on Friday evening, over the weekend', '2026-11-14T00:00:00Z', '2026-11-16T13:00:00Z'],
  ['in the night in which the clocks go back', '2026-11-01T04:30:00Z', '2026-11-02T13:00:00Z'],
  ['in the night in which they go forward', '2026-03-08T06:30:00Z', '2026-03-09T12:00:00Z'],
])('a notice to a coach %s waits until the quiet hours end', async (_, at, ends) => {
  server.clock.set(at);
  const address = `rosa-${newId()}@example.org`;
  await readsMail(team.rosa, address);
  await told(team.rosa, { kind: 'feedback' });
  server.clock.set(new Date(new Date(ends).getTime() - 1000));
  await server.jobs.run('messages');
  expect(mail.for(address)).toHaveLength(0);
  server.clock.set(ends);
  await server.jobs.run('messages');
  expect(mail.for(address)).toHaveLength(1);
});

test('what is urgent goes through, and what goes to a supervisor is not held', async () => {
  server.clock.set('2026-11-14T02:00:00Z');
  const [hers, his] = [`rosa-${newId()}@example.org`, `sam-${newId()}@example.org`];
  await readsMail(team.rosa, hers);
  await readsMail(team.sam, his);
  await told(team.rosa, { kind: 'risk-note' });
  await told(team.sam, { kind: 'feedback' });
  await server.jobs.run('messages');
  expect([mail.for(hers).length, mail.for(his).length]).toEqual([1, 1]);
});
