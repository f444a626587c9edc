import { aTeam, type Team } from '../given/team.js';
import { contactWith, type Words } from '../given/words.js';
import { aWindowOf } from '../given/record.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Signs in at that moment and looks: the list and the page say the same. */
async function standingAt(instant: string, { rosa, theo }: Team): Promise<Words> {
  server.clock.set(instant);
  const coach = await server.as(rosa);
  const { body: caseload } = await coach.get('/api/caseload');
  const { body: page } = await coach.get(`/api/participants/${theo.participantId}`);
  expect(caseload.items[0].standing).toEqual(page.enrollments[0].standing);
  const { is, dueOn, lastReachedOn } = page.enrollments[0].standing;
  return { today: caseload.today, is, dueOn, lastReachedOn };
}

async function logAt(instant: string, { rosa, theo }: Team, words: Words = {}): Promise<Words> {
  server.clock.set(instant);
  const answer = await (await server.as(rosa)).post('/api/contacts', contactWith(theo, words));
  expect(answer.status).toBe(201);
  return answer.body;
}

describe('in New York, reached on 1 April, agreed on every 7 days', () => {
  let team: Team;
  beforeAll(async () => {
    server.clock.set('2026-03-20T16:00:00Z');
    team = await aTeam(server);
    await logAt('2026-04-01T16:00:00Z', team);
  });

  test.each([
    ['the last moment of the day before', '2026-04-08T03:59:59.999Z', '2026-04-07', 'on track'],
    ['the first moment of the day', '2026-04-08T04:00:00Z', '2026-04-08', 'due'],
    ['the last moment of the day', '2026-04-09T03:59:59.999Z', '2026-04-08', 'due'],
    ['the first moment of the day after', '2026-04-09T04:00:00Z', '2026-04-09', 'overdue'],
    ['two cadences past it, less a moment', '2026-04-22T03:59:59.999Z', '2026-04-21', 'overdue'],
    ['two cadences past it', '2026-04-22T04:00:00Z', '2026-04-22', 'out of touch'],
  ])('%s due, they are what the local day says', async (_, instant, today, is) => {
    const told = { today, is, dueOn: '2026-04-08', lastReachedOn: '2026-04-01' };
    expect(await standingAt(instant, team)).toEqual(told);
  });
});

test('half past five in Los Angeles is that day, though Greenwich has the next', async () => {
  server.clock.set('2026-06-01T18:00:00Z');
  const team = await aTeam(server, { organization: { timeZone: 'America/Los_Angeles' } });
  const contact = await logAt('2026-06-10T00:30:00Z', team);
  expect(contact).toMatchObject({ occurredOn: '2026-06-09', occurredTime: '17:30', isLateEntry: false });
  expect(await standingAt('2026-06-10T00:30:00Z', team)).toMatchObject({
    today: '2026-06-09',
    dueOn: '2026-06-16',
  });
  expect(await standingAt('2026-06-16T07:00:00Z', team)).toMatchObject({ today: '2026-06-16', is: 'due' });
});

test.each([
  ['spring', '2026-03-01T17:00:00Z', '2026-03-08T04:59:59Z', 'on track', '2026-03-09T04:00:00Z'],
  ['autumn', '2026-10-25T17:00:00Z', '2026-11-01T03:59:59Z', 'on track', '2026-11-02T05:00:00Z'],
])(
  'the clocks change in %s on the due day, and it begins and ends at local midnight',
  async (_, reached, before, is, after) => {
    server.clock.set(reached);
    const team = await aTeam(server);
    await logAt(reached, team);
    expect(await standingAt(before, team)).toMatchObject({ is });
    const oneSecondOn = new Date(Date.parse(before) + 1000).toISOString();
    expect(await standingAt(oneSecondOn, team)).toMatchObject({ is: 'due' });
    const oneSecondBack = new Date(Date.parse(after) - 1000).toISOString();
    expect(await standingAt(oneSecondBack, team)).toMatchObject({ is: 'due' });
    expect(await standingAt(after, team)).toMatchObject({ is: 'overdue' });
  },
);

test('an hour that the clocks skip, and one that they show twice, each have their day', async () => {
  server.clock.set('2026-03-01T17:00:00Z');
  const team = await aTeam(server);
  const skipped = await logAt('2026-03-09T16:00:00Z', team, {
    occurredOn: '2026-03-08',
    occurredTime: '02:30',
  });
  expect(skipped).toMatchObject({ occurredOn: '2026-03-08', isLateEntry: true });
  await logAt('2026-11-01T16:00:00Z', team, { occurredOn: '2026-11-01', occurredTime: '01:30' });
  expect(await standingAt('2026-11-01T16:00:00Z', team)).toMatchObject({ lastReachedOn: '2026-11-01' });
});

test('seven days over 29 February are seven days', async () => {
  server.clock.set('2028-02-01T17:00:00Z');
  const team = await aTeam(server);
  await logAt('2028-02-26T17:00:00Z', team);
  expect(await standingAt('2028-02-29T17:00:00Z', team)).toMatchObject({
    is: 'on track',
    dueOn: '2028-03-04',
  });
  await logAt('2028-02-29T17:00:00Z', team);
  expect(await standingAt('2028-03-07T17:00:00Z', team)).toMatchObject({
    is: 'due',
    lastReachedOn: '2028-02-29',
  });
});

test('a window asks every two days through its day 14, and every seven from day 15', async () => {
  server.clock.set('2026-05-01T16:00:00Z');
  const team = await aTeam(server, { theo: { agreedCadenceDays: 28 } });
  await aWindowOf(team.theo, { beganOn: '2026-05-01' });
  await logAt('2026-05-01T16:00:00Z', team);
  expect(await standingAt('2026-05-03T16:00:00Z', team)).toMatchObject({ is: 'due', dueOn: '2026-05-03' });
  await logAt('2026-05-13T16:00:00Z', team);
  expect(await standingAt('2026-05-15T16:00:00Z', team)).toMatchObject({ is: 'due', dueOn: '2026-05-15' });
  // day 14 is 15 May: missed then, it stays missed when the window steps down
  expect(await standingAt('2026-05-16T16:00:00Z', team)).toMatchObject({
    is: 'overdue',
    dueOn: '2026-05-15',
  });
  await logAt('2026-05-14T16:00:00Z', team);
  expect(await standingAt('2026-05-16T16:00:00Z', team)).toMatchObject({
    is: 'on track',
    dueOn: '2026-05-21',
  });
});
