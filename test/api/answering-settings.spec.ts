import { aNote, ring, toldOf } from '../given/answering.js';
import { anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let ada: Person;
let administrator: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  ada = await anAdministrator(team.organization);
  administrator = await server.as(ada);
});

const TIMES = { urgentMinutes: 60, concernWorkingDays: 1, watchDays: 14 };
const set = (what: string, body: unknown, version = 0): Promise<Answer> =>
  administrator.put(`/api/answering/${what}`, body, onVersion(version));
const addHoliday = (body: unknown, version = 0): Promise<Answer> =>
  administrator.post('/api/answering/holidays', body, onVersion(version));
const settings = async (): Promise<Words> => (await administrator.get('/api/answering')).body;
const dueOf = async (note: string): Promise<unknown> =>
  (await (await server.as(team.sam)).get(`/api/risk-notes/${note}`)).body.answerBy;

test('where nothing is set the defaults hold, and the page shows them', async () => {
  expect(await settings()).toEqual({
    timeZone: 'America/New_York',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' })),
    isDefaultHours: true,
    holidays: [],
    ...TIMES,
    onCall: null,
    supervisors: [{ accountId: team.sam.accountId, name: 'Sam' }],
    phone: '555-0100',
    crisisProtocol: 'Stay with them. Call 988 together.',
    version: 0,
  });
  expect(await lastInTrailOf(ada)).toMatchObject({ action: 'answering.opened' });
});

test('everything is set, each on the version before, with its line in the trail', async () => {
  const hours = [
    { weekday: 1, opens: '08:30', closes: '24:00' },
    { weekday: 6, opens: '00:00', closes: '12:00' },
  ];
  const crisis = { phone: '555-0199', crisisProtocol: 'Stay. Call 988.\nThen call Sam.' };
  const steps: [string, () => Promise<Answer>, Words][] = [
    ['answering.hours-set', () => set('hours', { hours }), { hours, isDefaultHours: false }],
    [
      'answering.times-set',
      () => set('times', { urgentMinutes: 1440, concernWorkingDays: 2, watchDays: 7 }, 1),
      { urgentMinutes: 1440, concernWorkingDays: 2, watchDays: 7 },
    ],
    [
      'answering.on-call-set',
      () => set('on-call', { accountId: team.sam.accountId }, 2),
      { onCall: { accountId: team.sam.accountId, name: 'Sam' } },
    ],
    ['answering.crisis-protocol-set', () => set('crisis', crisis, 3), crisis],
    [
      'answering.holiday-added',
      () => addHoliday({ dayOn: '2026-07-04', name: 'Independence Day' }, 4),
      { holidays: [{ dayOn: '2026-07-04', name: 'Independence Day' }] },
    ],
    [
      'answering.holiday-removed',
      () => administrator.delete('/api/answering/holidays/2026-07-04', onVersion(5)),
      { holidays: [] },
    ],
    ['answering.on-call-set', () => set('on-call', { accountId: null }, 6), { onCall: null }],
  ];
  for (const [index, [action, send, expected]] of steps.entries()) {
    const answer = await send();
    expect(answer).toMatchObject({ status: 200, body: { ...expected, version: index + 1 } });
    expect(await lastInTrailOf(ada)).toMatchObject({ action, outcome: 'done' });
    expect(await settings()).toEqual(answer.body);
  }
  expect((await (await server.as(team.rosa)).get('/api/me')).body.organization).toMatchObject(crisis);
});

test('one tap adds the federal holidays of a year; names that are there stay', async () => {
  await addHoliday({ dayOn: '2026-12-25', name: 'Our winter feast' });
  const { body } = await administrator.post('/api/answering/federal-holidays', { year: 2026 }, onVersion(1));
  const days = Object.fromEntries(
    (body.holidays as { dayOn: string; name: string }[]).map(({ dayOn, name }) => [dayOn, name]),
  );
  expect(Object.keys(days).length).toBeGreaterThanOrEqual(11);
  expect(days).toMatchObject({
    '2026-01-01': "New Year's Day",
    '2026-06-19': 'Juneteenth',
    '2026-07-03': expect.stringContaining('Independence Day'),
    '2026-11-26': 'Thanksgiving Day',
    '2026-12-25': 'Our winter feast',
  });
  expect(
    (await administrator.post('/api/answering/federal-holidays', { year: 2026 }, onVersion(2))).status,
  ).toBe(200);
});

const hour = (more: Words): Words => ({ hours: [{ weekday: 1, opens: '09:00', closes: '17:00', ...more }] });

test.each<[string, string, unknown, string, string]>([
  ['closing before opening', 'hours', hour({ closes: '08:00' }), 'hours.0.closes', 'before-it-opens'],
  ['closing as it opens', 'hours', hour({ closes: '09:00' }), 'hours.0.closes', 'before-it-opens'],
  ['25:00', 'hours', hour({ closes: '25:00' }), 'hours.0.closes', 'is-ending-time'],
  ['opening at 24:00', 'hours', hour({ opens: '24:00' }), 'hours.0.opens', 'is-clock-time'],
  ['9 o’clock', 'hours', hour({ opens: '9:00' }), 'hours.0.opens', 'is-clock-time'],
  ['an eighth day', 'hours', hour({ weekday: 8 }), 'hours.0.weekday', 'too-large'],
  ['no day at all', 'hours', { hours: [] }, 'hours', 'array-min-size'],
  [
    'a day twice',
    'hours',
    { hours: [...(hour({})['hours'] as unknown[]), ...(hour({})['hours'] as unknown[])] },
    'hours.1.weekday',
    'named-twice',
  ],
  ['0 minutes', 'times', { ...TIMES, urgentMinutes: 0 }, 'urgentMinutes', 'too-small'],
  ['-1 minutes', 'times', { ...TIMES, urgentMinutes: -1 }, 'urgentMinutes', 'too-small'],
  ['1441 minutes', 'times', { ...TIMES, urgentMinutes: 1441 }, 'urgentMinutes', 'too-large'],
  ['half a minute', 'times', { ...TIMES, urgentMinutes: 0.5 }, 'urgentMinutes', 'not-a-whole-number'],
  ['minutes in words', 'times', { ...TIMES, urgentMinutes: '60' }, 'urgentMinutes', 'not-a-whole-number'],
  ['no working day', 'times', { ...TIMES, concernWorkingDays: 0 }, 'concernWorkingDays', 'too-small'],
  ['91 days', 'times', { ...TIMES, watchDays: 91 }, 'watchDays', 'too-large'],
  ['a phone of spaces', 'crisis', { phone: '  ', crisisProtocol: '' }, 'phone', 'empty'],
  [
    'a protocol without end',
    'crisis',
    { phone: '1', crisisProtocol: 'x'.repeat(2001) },
    'crisisProtocol',
    'too-long',
  ],
])('refuses %s and says so at its field', async (_, what, body, path, code) => {
  expectFieldProblem(await set(what, body), path, code);
  expect((await settings())['version']).toBe(0);
});

test('on call is a supervisor of this organization who can sign in, or nobody', async () => {
  const gone = await aSupervisor(team.organization, { name: 'Gone' });
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [gone.accountId]);
  const summit = await aTeam(server);
  for (const accountId of [team.rosa.accountId, ada.accountId, gone.accountId, summit.sam.accountId, 'no-id'])
    expectFieldProblem(await set('on-call', { accountId }), 'accountId', 'not-a-supervisor');
  expect(await settings()).toMatchObject({ onCall: null, version: 0 });
});

test('a holiday is a day of the calendar with a name, once', async () => {
  expectFieldProblem(await addHoliday({ dayOn: '2026-02-29', name: 'Leap' }), 'dayOn', 'is-day');
  expectFieldProblem(await addHoliday({ dayOn: '2026-07-04', name: ' ' }), 'name', 'empty');
  expect((await addHoliday({ dayOn: '2026-07-04', name: 'Fourth' })).status).toBe(200);
  expectFieldProblem(
    await addHoliday({ dayOn: '2026-07-04', name: 'Again' }, 1),
    'dayOn',
    'already-a-holiday',
  );
  const remove = (day: string) => administrator.delete(`/api/answering/holidays/${day}`, onVersion(1));
  for (const day of ['2026-07-05', 'not-a-day', '%00'])
    expectProblem(await remove(day), 404, 'holiday-not-found');
});

test('two administrators at once: one stands, the other sees both versions', async () => {
  const both = await Promise.all([
    set('times', { ...TIMES, urgentMinutes: 30 }),
    set('times', { ...TIMES, urgentMinutes: 90 }),
  ]);
  const [stands, late] = both.sort((a, b) => a.status - b.status);
  expect(stands!.status).toBe(200);
  expectProblem(late!, 412, 'version-stale');
  expect(late!.body.current).toEqual(stands!.body);
  expectProblem(await administrator.put('/api/answering/times', TIMES), 428, 'version-missing');
});

describe('while a clock runs', () => {
  test('a holiday that is added moves it, and one that is taken away moves it back', async () => {
    const note = await aNote(team, 'concern');
    expect(await dueOf(note)).toBe('2026-03-11T21:00:00.000Z');
    await addHoliday({ dayOn: '2026-03-11', name: 'Snow day' });
    expect(await dueOf(note)).toBe('2026-03-12T21:00:00.000Z');
    server.clock.set('2026-03-11T21:00:00Z');
    await ring(server);
    expect(await toldOf(team, note)).toHaveLength(1);
    administrator = await server.as(ada);
    await administrator.delete('/api/answering/holidays/2026-03-11', onVersion(1));
    await ring(server);
    expect(await toldOf(team, note)).toHaveLength(2);
  });

  test('a shorter time rings what is over by it; what has rung stays; an answered one is let be', async () => {
    await aSupervisor(team.organization, { name: 'Noor' });
    const [note, answered] = [await aNote(team), await aNote(team)];
    await (
      await server.as(team.sam)
    ).post(`/api/risk-notes/${answered}/acknowledge`, { words: 'Seen.' }, onVersion(1));
    server.clock.advance(20);
    administrator = await server.as(ada);
    await set('times', { ...TIMES, urgentMinutes: 15 });
    await ring(server);
    expect(await toldOf(team, note)).toEqual(['Sam, own supervisor', 'Noor, every supervisor']);
    expect(await toldOf(team, answered)).toHaveLength(1);
    await set('times', { ...TIMES, urgentMinutes: 600 }, 1);
    expect(await toldOf(team, note)).toHaveLength(2);
    server.clock.advance(60);
    await ring(server);
    expect(await toldOf(team, note)).toHaveLength(2);
  });

  test('a note raised at the moment a holiday is added is never missed', async () => {
    for (let round = 0; round < 8; round += 1) {
      const day = `2026-03-${11 + round}`;
      const [note] = await Promise.all([
        aNote(team, 'concern'),
        addHoliday({ dayOn: day, name: 'Snow day' }, round),
      ]);
      const expected = { version: round + 1 };
      expect(await settings()).toMatchObject(expected);
      const anew = await aNote(team, 'concern');
      expect(await dueOf(note)).toBe(await dueOf(anew));
    }
  });
});
