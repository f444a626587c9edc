import { aGoalOf } from '../given/goal.js';
import { logged } from '../given/logged.js';
import { anOrganization, today, type Organization } from '../given/organization.js';
import { aParticipantOf, type Participant } from '../given/participant.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { checkIn, promised, rowOf, theTeamOfSam, tick } from '../given/team-of-sam.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { saidAndListed, weeksSaidAndListed } from '../support/team-lists.js';

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

test('events are of the period; standing, open notes, open promises and what is still are of today', async () => {
  const mina = await aParticipantOf(dev, { preferredName: 'Mina', enrolledOn: '2025-01-01' });
  for (const daysAgo of [0, 6, 7, 29, 30, 89, 90])
    await logged(dev, mina, { occurredOn: today(harbor, -daysAgo) });
  const reached = async (period: string): Promise<unknown> => (await rowOf(sam, dev, period))['reachedCount'];
  expect(await reached('?days=7')).toBe(2);
  expect(await reached('')).toBe(4);
  expect(await reached('?days=90')).toBe(6);
  expect(await reached(`?from=${today(harbor, -7)}&to=${today(harbor, -7)}`)).toBe(1);
  expect(await reached('?from=2019-01-01&to=2019-12-31')).toBe(0);
  const { body } = await sams.get('/api/team?from=2019-01-01&to=2019-12-31');
  expect([body.today, body.from, body.to]).toEqual(['2026-03-10', '2019-01-01', '2019-12-31']);
  expect(body.totals.participantCount).toBe(2);
});

test('a period ends with its last day, in the numbers and in each list', async () => {
  for (const day of ['2026-03-11', '2026-03-12', '2026-03-13']) {
    server.clock.set(`${day}T16:00:00Z`);
    await checkIn(theo);
    await logged(rosa, theo);
    const promiseId = await promised(rosa, theo, day);
    await (await server.as(rosa)).post(`/api/promises/${promiseId}/keep`, {}, onVersion(1));
    await aGoalOf(theo);
  }
  const period = '?from=2026-03-11&to=2026-03-12';
  expect(await rowOf(sam, rosa, period)).toMatchObject({
    ...{ checkInCount: 2, reachedCount: 2, keptPromiseCount: 2, movingGoalCount: 2 },
  });
  sams = await server.as(sam);
  const days = async (list: string, day: string): Promise<string[]> =>
    (await sams.get(`/api/team/${list}${period}`)).body.items.map(
      (line: Record<string, string>) => line[day],
    );
  const both = ['2026-03-12', '2026-03-11'];
  expect(await days('check-ins', 'checkedInOn')).toEqual(both);
  expect(await days('contacts', 'occurredOn')).toEqual(both);
  expect(await days('promises', 'keptOn')).toEqual(both);
  expect(await days('goals', 'movedOn')).toEqual(both);
  const { said, listed } = await saidAndListed(sams, period.replace('?', '&'));
  expect(said).toEqual(listed);
});

test.each([
  // midnight in New York, before and after the clocks change
  ['2026-03-08T04:59:00Z', '2026-03-07'],
  ['2026-03-08T05:01:00Z', '2026-03-08'],
  ['2026-03-09T03:59:00Z', '2026-03-08'],
  ['2026-11-01T04:01:00Z', '2026-11-01'],
  ['2026-11-02T04:59:00Z', '2026-11-01'],
  ['2026-11-02T05:01:00Z', '2026-11-02'],
])('what happened at %s counts for %s, and a period of that one day has it', async (now, day) => {
  const organization = await anOrganization(server, { timeZone: 'America/New_York' });
  server.clock.set(now);
  const inez = await aSupervisor(organization);
  const kim = await aCoach(organization, { supervisor: inez });
  const lou = await aParticipantOf(kim, { enrolledOn: '2026-01-01' });
  await logged(kim, lou);
  await checkIn(lou);
  const goal = await aGoalOf(lou);
  await tick(lou, goal.stepIds[0]!, 1, true);
  const { body } = await (await server.as(inez)).get(`/api/team?from=${day}&to=${day}`);
  expect([body.today, body.from]).toEqual([day, day]);
  expect(body.totals).toMatchObject({ reachedCount: 1, checkInCount: 1, movingGoalCount: 1 });
});

test('over both changes of the clocks, weeks are seven days and add up to the period', async () => {
  const mina = await aParticipantOf(dev, { enrolledOn: '2025-01-01' });
  for (const daysAgo of [0, 6, 7, 13, 14, 90, 91])
    await logged(dev, mina, { occurredOn: today(harbor, -daysAgo) });
  await logged(dev, mina, { outcome: 'no answer' });
  const { body } = await sams.get('/api/team/weeks');
  expect(body.weeks).toHaveLength(13);
  expect([body.weeks[0], body.weeks.at(-1)]).toEqual([
    { from: '2025-12-10', to: '2025-12-16' },
    { from: '2026-03-04', to: '2026-03-10' },
  ]);
  const counts = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2];
  const attempts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
  expect(body.rows).toEqual([
    { coachId: null, reachedCounts: counts, attemptCounts: attempts },
    { coachId: dev.accountId, reachedCounts: counts, attemptCounts: attempts },
  ]);
  const { said, listed } = await weeksSaidAndListed(sams);
  expect(said).toEqual(listed);
});

test.each([
  ['?from=2026-03-02&to=2026-03-01', 'to ends-before-it-begins'],
  ['?from=2026-03-02', 'to last-day-missing'],
  ['?to=2026-03-02', 'from first-day-missing'],
  ['?days=8', 'days not-a-choice'],
  ['?from=2026-02-30&to=2026-03-01', 'from is-day'],
])('%s is refused, by the overview and by each list', async (asked, problem) => {
  for (const path of ['', '/contacts', '/promises', '/check-ins', '/goals']) {
    const { status, body } = await sams.get(`/api/team${path}${asked}`);
    const [field] = body.fields;
    expect([status, `${field.path} ${field.code}`]).toEqual([422, problem]);
  }
});
