import { randomUUID } from 'node:crypto';
import { logged } from '../given/logged.js';
import { aProgram, anOrganization, type Organization } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach, type Participant } from '../given/participant.js';
import { reportFor, whatDoesNotAddUp } from '../given/report.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { theTeamOfSam } from '../given/team-of-sam.js';
import type { Client } from '../support/client.js';
import { readAll } from '../support/reading.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let harbor: Organization;
let sam: Person;
let sams: Client;
let rosa: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ harbor, sam, sams, rosa, theo } = await theTeamOfSam(server));
});

test.each([
  ['from=2026-03-02&through=2026-03-01', 'through', 'ends-before-it-begins'],
  ['from=2026-03-02', 'through', 'last-day-missing'],
  ['through=2026-03-02', 'from', 'first-day-missing'],
  ['from=2026-02-30&through=2026-03-01', 'from', 'is-day'],
  ['from=1899-12-31&through=2026-03-01', 'from', 'is-day'],
  ['isForOutside=perhaps', 'isForOutside', 'not-a-choice'],
  ['coach=Rosa', 'coach', 'property-unknown'],
])('%s is refused, of the page and of each file', async (asked, field, code) => {
  for (const path of ['', '/contacts/csv', '/contacts/xlsx'])
    expectFieldProblem(await sams.get(`/api/reports${path}?${asked}`), field, code);
});

test('a program that is unknown, of somebody else or no id at all is not there', async () => {
  const summits = await aProgram(await anOrganization(server), 'Theirs');
  for (const programId of [randomUUID(), summits, 'everything'])
    expectProblem(await sams.get(`/api/reports?programId=${programId}`), 404, 'program-not-found');
});

test('a table or a format that there is not is not there', async () => {
  expectProblem(await sams.get('/api/reports/everything/csv'), 404, 'report-table-not-found');
  expectProblem(await sams.get('/api/reports/contacts/pdf'), 404, 'report-format-not-found');
  expectProblem(await sams.get('/api/reports/contacts/toString'), 404, 'report-format-not-found');
  // what is of today leaves in no file for outside
  expectProblem(await sams.get('/api/reports/standing/csv?isForOutside=true'), 404, 'report-table-not-found');
});

test('a period before there was anything is all zeros, with nothing to work out of them', async () => {
  for (const isForOutside of ['false', 'true']) {
    const asked = `from=1950-01-01&through=1950-12-31&isForOutside=${isForOutside}`;
    const { body, row } = await reportFor(sams, asked);
    expect(row('engagement', 'Together')).toMatchObject({ atStart: 0, begun: 0, closed: 0, atEnd: 0 });
    expect(row('contacts', 'Together')).toEqual({ reached: 0, attempts: 0, all: 0, reachedShare: null });
    expect(row('retention', 'Together')).toMatchObject({ stays: 0, share30: null, share365: null });
    expect(row('recovery-capital', 'Together')).toMatchObject({ people: 0, change: null });
    expect(row('risk-notes', 'Together')).toMatchObject({ raised: 0, median: null });
    expect(row('promises', 'Together')).toMatchObject({ all: 0, keptShare: null });
    expect(body.retention).toEqual({ steps: [], followedDays: -1 });
  }
});

test('a hundred years have everything, as far as it goes', async () => {
  await logged(rosa, theo);
  const report = await reportFor(sams, 'from=1950-01-01&through=2050-12-31');
  expect(whatDoesNotAddUp(report)).toEqual([]);
  expect(report.row('contacts', 'Together')).toMatchObject({ reached: 1 });
  expect(report.row('engagement', 'Together')).toMatchObject({ atStart: 0, begun: 1, atEnd: 1 });
});

test('a period that is left out is this month through today, on the organization’s calendar', async () => {
  server.clock.set('2026-04-01T03:59:00Z');
  const { body } = await (await server.as(sam)).get('/api/reports');
  // still the evening of the 31st in New York
  expect([body.from, body.through, body.today]).toEqual(['2026-03-01', '2026-03-31', '2026-03-31']);
});

test.each([
  // midnight in New York, before and after the clocks change
  ['2026-03-08T04:59:00Z', '2026-03-07'],
  ['2026-03-08T05:01:00Z', '2026-03-08'],
  ['2026-03-09T03:59:00Z', '2026-03-08'],
  ['2026-11-01T04:01:00Z', '2026-11-01'],
  ['2026-11-02T04:59:00Z', '2026-11-01'],
  ['2026-11-02T05:01:00Z', '2026-11-02'],
])('what happened at %s is in the report of %s alone', async (now, day) => {
  const organization = await anOrganization(server, { timeZone: 'America/New_York' });
  server.clock.set(now);
  const inez = await aSupervisor(organization);
  const kim = await aCoach(organization, { supervisor: inez });
  await logged(kim, await aParticipantOf(kim, { enrolledOn: '2026-01-01' }));
  const reached = async (from: string, through: string) =>
    (await reportFor(await server.as(inez), `from=${from}&through=${through}`)).row('contacts', 'Together')[
      'reached'
    ];
  const dayAfter = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  const dayBefore = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  expect(await reached(day, day)).toBe(1);
  expect(await reached('2026-01-01', dayBefore)).toBe(0);
  expect(await reached(dayAfter, '2026-12-31')).toBe(0);
});

test('one participant: shown to staff, hidden for outside, with everything that could tell', async () => {
  await logged(rosa, theo);
  const inside = await reportFor(sams);
  expect(inside.row('engagement', 'Rosa')).toMatchObject({ begun: 1, atEnd: 1, closed: 0 });
  expect(inside.row('retention', 'Together')).toMatchObject({ stays: 1 });
  const outside = await reportFor(sams, 'isForOutside=true');
  expect(outside.names('engagement')).toEqual(['Together', 'Recovery Coaching']);
  for (const name of ['Together', 'Recovery Coaching']) {
    expect(outside.row('engagement', name)).toMatchObject({
      atStart: 0,
      begun: 'hidden',
      atEnd: 'hidden',
      closed: 0,
    });
    expect(outside.row('contacts', name)).toEqual({
      ...{ reached: 'hidden', attempts: 0, all: 'hidden', reachedShare: 'hidden' },
    });
  }
  expect(outside.row('retention', 'Together')).toMatchObject({ stays: 'hidden', followed30: 0 });
  expect(outside.body.retention.steps).toEqual([]);
  expect(outside.body.tables.map(({ key }) => key)).not.toContain('standing');
  const numbers = JSON.stringify(outside.body.tables.map(({ rows }) => rows.map(({ cells }) => cells)));
  expect(numbers.match(/"value":[1-9]/g)).toBeNull();
});

test('twelve stays and three: the three are hidden, and the sum that would give them away', async () => {
  const outreach = await aProgram(harbor, 'Outreach');
  for (let each = 0; each < 11; each++) await aParticipantWithoutCoach(harbor);
  for (let each = 0; each < 3; each++) await aParticipantWithoutCoach(harbor, { programId: outreach });
  const ada = await server.as(await anAdministrator(harbor));
  const { row, body } = await reportFor(ada, 'from=2026-03-01&through=2026-03-31&isForOutside=true');
  expect(row('engagement', 'Outreach')['begun']).toBe('hidden');
  const shown = [row('engagement', 'Together')['begun'], row('engagement', 'Recovery Coaching')['begun']];
  expect(shown).toContain('hidden');
  // the same stays in another table tell no more
  expect([row('retention', 'Together')['stays'], row('retention', 'Recovery Coaching')['stays']]).toEqual(
    shown,
  );
  expect(body.tables[0]!.hiddenCount).toBeGreaterThan(0);
});

test('a file has the neutral name, the period and what the screen has, hidden as there', async () => {
  await server.database.query(`UPDATE organizations SET neutral_name = 'Harbor House' WHERE id = $1`, [
    harbor.organizationId,
  ]);
  await aProgram(harbor, '=HYPERLINK("http://evil.example")');
  await logged(rosa, theo);
  await logged(rosa, theo, { outcome: 'no answer' });
  const asked = 'from=2026-03-01&through=2026-03-31';
  const csv = await sams.get(`/api/reports/contacts/csv?${asked}`);
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toBe(
    'attachment; filename="report-2026-03-01-through-2026-03-31.csv"',
  );
  expect(csv.headers.get('x-content-type-options')).toBe('nosniff');
  const lines = (csv.body as string).split('\r\n');
  expect(lines.slice(0, 4).map((line) => line.replace('\uFEFF', ''))).toEqual([
    'Harbor House',
    'Reached and attempts',
    '2026-03-01 through 2026-03-31',
    '"All programs, as of 2026-03-10"',
  ]);
  expect(lines).toContain('Rosa,1,1,2,50');
  expect(lines).toContain(`"'=HYPERLINK(""http://evil.example"")",0,0,0,`);
  const outside = (await sams.get(`/api/reports/contacts/csv?${asked}&isForOutside=true`)).body as string;
  expect(outside).toContain('Recovery Coaching,hidden,hidden,hidden,hidden\r\n');
  expect(outside).not.toContain('Rosa');
  expect(outside).toMatch(/hidden: a count of 1 to 10/);

  const response = await fetch(`${server.url}/api/reports/contacts/xlsx?${asked}`, {
    headers: { cookie: sams.cookieNow(), 'sec-fetch-site': 'same-origin' },
  });
  expect(response.headers.get('content-type')).toMatch(/spreadsheetml/);
  const sheet = await readAll(Buffer.from(await response.arrayBuffer()));
  expect(sheet.texts).toContainEqual(['Rosa', '1', '1', '2', '50']);
  // text, not run
  expect(sheet.texts.flat()).toContain('=HYPERLINK("http://evil.example")');
  expect((await lastAction(sam)).action).toBe('report.downloaded');
});

async function lastAction(person: Person): Promise<{ action: string }> {
  const { rows } = await server.database.query<{ action: string }>(
    'SELECT action FROM trail WHERE account_id = $1 ORDER BY id DESC LIMIT 1',
    [person.accountId],
  );
  return rows[0]!;
}
