import { certificationWith, educationWith } from '../given/certification.js';
import { aCoach, anAdministrator, aSupervisor } from '../given/staff.js';
import { begunSession, signed } from '../given/supervision.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

const PERIOD = 'from=2026-01-01&to=2026-03-31';

let server: TestServer;
let team: Team;
let sam: Client;
let rosa: Client;
let path: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server, {
    organization: { uncertifiedLogging: 'hold' },
    rosa: { certification: null },
    theo: { enrolledOn: '2026-01-01' },
  });
  [sam, rosa] = [await server.as(team.sam), await server.as(team.rosa)];
  path = `/api/coaches/${team.rosa.accountId}/board`;
});

const log = (more: Words) => rosa.post('/api/contacts', contactWith(team.theo, more));

/** A certification, six hours of education, an hour of supervision, and contacts of every sort. */
async function aQuarter(): Promise<void> {
  await log({ occurredOn: '2026-02-20', way: 'phone', minutes: 500 }); // held: before the certification
  await sam.post(
    `/api/coaches/${team.rosa.accountId}/certifications`,
    certificationWith({ firstOn: '2026-03-01', issuer: '=HYPERLINK("http://x")' }),
  );
  const entry = educationWith({ title: '+1 "Ethics", part two' });
  await rosa.post(`/api/coaches/${team.rosa.accountId}/education`, entry);
  await sam.put(`/api/education/${entry.educationId}/confirm`, {}, onVersion(1));
  await rosa.post(`/api/coaches/${team.rosa.accountId}/education`, educationWith({ title: 'Not confirmed' }));
  const session = await begunSession(sam, [team.rosa], { plannedOn: '2026-03-10', plannedTime: '16:00' });
  await signed(rosa, session);
  await signed(sam, session);
  await log({ occurredOn: '2026-03-02', way: 'phone', minutes: 30 });
  await log({ occurredOn: '2026-03-03', way: 'phone', minutes: 15 });
  await log({ occurredOn: '2026-03-03', way: 'phone', outcome: 'no answer' });
  await log({ occurredOn: '2026-03-04' });
  const mina = await log({ occurredOn: '2026-03-05', way: 'group', minutes: 60, occurredTime: '18:00' });
  expect(mina.status).toBe(201);
  await log({ occurredOn: '2026-03-05', way: 'group', minutes: 60, occurredTime: '18:00' });
  const voided = contactWith(team.theo, { occurredOn: '2026-03-06', way: 'phone', minutes: 400 });
  await rosa.post('/api/contacts', voided);
  await rosa.post(`/api/contacts/${voided.contactId}/void`, { reason: 'Wrong' }, onVersion(1));
}

test('one coach and a period: certifications, education, supervision and hours with people, nobody’s name', async () => {
  await aQuarter();
  for (const person of [team.rosa, team.sam, await anAdministrator(team.organization)]) {
    const { status, body } = await (await server.as(person)).get(`${path}?${PERIOD}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      coach: { name: 'Rosa' },
      organizationName: 'Harbor Recovery Community',
      certifications: [{ kind: 'CPRS', firstOn: '2026-03-01' }],
      education: [{ title: '+1 "Ethics", part two', hours: 6, settledBy: { name: 'Sam' } }],
      educationHours: 6,
      supervision: { individual: 60, group: 0, toSignCount: 0 },
      contacts: [
        { way: 'group', reachedCount: 2, minutes: 60 },
        { way: 'not said', reachedCount: 1, minutes: 0 },
        { way: 'phone', reachedCount: 2, attemptCount: 1, minutes: 45 },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('Theo');
    expect(await lastInTrailOf(person)).toMatchObject({ action: 'board-export.opened' });
  }
});

test('as a spreadsheet: no cell of it runs, and it is kept, not opened', async () => {
  await aQuarter();
  const { status, headers, body } = await sam.get(`${path}.csv?${PERIOD}`);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="hours-2026-01-01-to-2026-03-31.csv"',
  );
  const lines = (body as string).replace('\uFEFF', '').split('\r\n');
  expect(lines).toEqual([
    'Part,From,To,What,By,Number,Hours,Count,Confirmed by',
    `Certification,2026-03-01,2027-12-31,CPRS,"'=HYPERLINK(""http://x"")",A-1,,,`,
    `Continuing education,2026-02-14,2026-02-14,"'+1 ""Ethics"", part two",County Learning Center,,6,,Sam`,
    'Supervision,2026-01-01,2026-03-31,individual,,,1,,',
    'Supervision,2026-01-01,2026-03-31,group,,,0,,',
    'Contacts reached,2026-01-01,2026-03-31,group,,,1,2,',
    'Contacts reached,2026-01-01,2026-03-31,not said,,,0,1,',
    'Contacts reached,2026-01-01,2026-03-31,phone,,,0.75,2,',
    '',
  ]);
});

test('a period before anything is an empty one, not an error', async () => {
  const { body } = await rosa.get(`${path}?from=2020-01-01&to=2020-12-31`);
  expect(body).toMatchObject({ certifications: [], education: [], educationHours: 0, contacts: [] });
});

test.each([
  ['from=2026-02-30&to=2026-03-01', 'from', 'is-day'],
  ['from=2026-03-02&to=2026-03-01', 'to', 'before-it-begins'],
  ['from=2000-01-01&to=2026-03-01', 'to', 'too-long'],
  ['from=2026-01-01&to=2026-03-01&name=Theo', 'name', 'property-unknown'],
])('a period of %s is refused', async (period, field, code) => {
  expectFieldProblem(await rosa.get(`${path}?${period}`), field, code);
  expectFieldProblem(await rosa.get(`${path}.csv?${period}`), field, code);
});

test('out of reach and another organization’s are one answer', async () => {
  const elsewhere = await aTeam(server);
  for (const person of [
    await aCoach(team.organization, { name: 'Dev', supervisor: team.sam }),
    await aSupervisor(team.organization, { name: 'Inez' }),
    elsewhere.sam,
    await anAdministrator(elsewhere.organization),
  ]) {
    const stranger = await server.as(person);
    expectProblem(await stranger.get(`${path}?${PERIOD}`), 404, 'coach-not-found');
    expectProblem(await stranger.get(`${path}.csv?${PERIOD}`), 404, 'coach-not-found');
  }
  expectProblem(await (await server.as(team.theo)).get(`${path}?${PERIOD}`), 403, 'role-not-allowed');
});
