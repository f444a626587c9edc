import { randomUUID } from 'node:crypto';
import { logged } from '../given/logged.js';
import { aProgram, anOrganization, type Organization } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach, type Participant } from '../given/participant.js';
import { closedAs, reportFor } from '../given/report.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { theTeamOfSam } from '../given/team-of-sam.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let sam: Person;
let ada: Person;
let sams: Client;
let adas: Client;
let rosa: Person;
let dev: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ harbor, sam, rosa, dev, theo } = await theTeamOfSam(server));
  ada = await anAdministrator(harbor, { name: 'Ada' });
  [sams, adas] = [await server.as(sam), await server.as(ada)];
});

const FEBRUARY = { from: '2026-02-01', through: '2026-02-28' };
const MARCH = { from: '2026-03-01', through: '2026-03-31' };
const MAY = { from: '2026-05-01', through: '2026-05-31' };
const asked = (more: Record<string, string>): string => new URLSearchParams(more).toString();
const givenOut = async (client: Client, days: Record<string, string>) =>
  (await reportFor(client, asked({ ...days, isForOutside: 'true' }))).body.givenOut;

describe('reports that were given out', () => {
  test('are named beside another of some of the same days, or of the days right before or after', async () => {
    await sams.get(`/api/reports/contacts/csv?${asked({ ...MARCH, isForOutside: 'true' })}`);
    const ofMarch = {
      ...MARCH,
      ...{ programName: null, teamOf: sam.name, givenOn: '2026-03-10', givenBy: sam.name },
    };
    expect(await givenOut(sams, { from: '2026-03-15', through: '2026-04-15' })).toEqual([ofMarch]);
    // whoever was there when February ended was there when March began
    expect(await givenOut(sams, FEBRUARY)).toEqual([ofMarch]);
    expect(await givenOut(sams, { from: '2026-04-01', through: '2026-04-02' })).toEqual([ofMarch]);
    expect(await givenOut(sams, MAY)).toEqual([]);
    // the whole organization less a team is the other teams
    expect(await givenOut(adas, MARCH)).toEqual([ofMarch]);
  });

  test('are not named beside themselves, but beside the same days of another day or program', async () => {
    const outreach = await aProgram(harbor, 'Outreach');
    for (const format of ['csv', 'xlsx'])
      await adas.get(`/api/reports/promises/${format}?${asked({ ...MARCH, isForOutside: 'true' })}`);
    expect(await givenOut(adas, MARCH)).toEqual([]);
    expect(await givenOut(adas, { ...MARCH, programId: outreach })).toMatchObject([{ programName: null }]);
    server.clock.set('2026-03-12T16:00:00Z');
    expect(await givenOut(await server.as(ada), MARCH)).toMatchObject([{ ...MARCH, givenOn: '2026-03-10' }]);
  });

  test('are those printed too, and those for staff are none', async () => {
    const outreach = await aProgram(harbor, 'Outreach');
    await adas.get(`/api/reports/contacts/csv?${asked(MARCH)}`);
    await reportFor(adas, asked({ ...MARCH, isForOutside: 'true' }));
    expect(await givenOut(adas, FEBRUARY)).toEqual([]);
    for (const _ of [1, 2])
      expect((await adas.post('/api/reports/print', { ...MARCH, programId: outreach })).status).toBe(204);
    expect(await givenOut(adas, FEBRUARY)).toMatchObject([{ programName: 'Outreach', teamOf: null }]);
    expect(await lastInTrailOf(ada)).toMatchObject({ participant_id: null, participant_ids: null });
    expect((await reportFor(adas, asked(FEBRUARY))).body.givenOut).toEqual([]);
  });

  test('are nobody else’s, and what can’t be printed is refused', async () => {
    await adas.post('/api/reports/print', MARCH);
    const summit = await server.as(await anAdministrator(await anOrganization(server)));
    expect(await givenOut(summit, MARCH)).toEqual([]);
    expectProblem(
      await summit.post('/api/reports/print', { ...MARCH, programId: harbor.programId }),
      404,
      'program-not-found',
    );
    expectProblem(
      await adas.post('/api/reports/print', { ...MARCH, programId: randomUUID() }),
      404,
      'program-not-found',
    );
    const backwards = { from: '2026-03-02', through: '2026-03-01' };
    expectFieldProblem(await adas.post('/api/reports/print', backwards), 'through', 'ends-before-it-begins');
    expect((await (await server.as(rosa)).post('/api/reports/print', MARCH)).status).toBe(403);
  });
});

test('people count once, however many stays they had; in the program of the one begun last', async () => {
  const outreach = await aProgram(harbor, 'Outreach');
  const mina = await aParticipantOf(dev, { enrolledOn: '2026-01-01' });
  await closedAs(mina, '2026-03-02', 'completed');
  await server.database.query(
    `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_on)
     VALUES ($1, gen_random_uuid(), $2, $3, '2026-03-09', '2026-03-09')`,
    [harbor.organizationId, mina.participantId, outreach],
  );
  const { row } = await reportFor(adas, asked(MARCH));
  expect(row('engagement', 'Together')).toMatchObject({ people: 2, atStart: 1, begun: 2, atEnd: 2 });
  expect(row('engagement', 'Recovery Coaching')).toMatchObject({ people: 1, atStart: 1, begun: 1 });
  expect(row('engagement', 'Outreach')).toMatchObject({ people: 1, begun: 1 });
});

test('for outside, that one person had two stays can’t be told from people and stays', async () => {
  for (let each = 0; each < 12; each++) await aParticipantWithoutCoach(harbor);
  const inside = await reportFor(adas, asked(MARCH));
  expect(inside.row('engagement', 'Together')).toMatchObject({ people: 13, begun: 13, atStart: 0 });
  await closedAs(theo, '2026-03-09', 'moved');
  await server.database.query(
    `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_on)
     VALUES ($1, gen_random_uuid(), $2, $3, '2026-03-10', '2026-03-10')`,
    [harbor.organizationId, theo.participantId, harbor.programId],
  );
  const { row } = await reportFor(adas, asked({ ...MARCH, isForOutside: 'true' }));
  const { people, begun, atStart } = row('engagement', 'Together');
  expect([people, begun, atStart]).toContain('hidden');
});

test('retention is by coach too, each with a curve of their own, and for outside with none', async () => {
  const closed = await aParticipantOf(dev, { enrolledOn: '2026-01-01' });
  await closedAs(closed, '2026-02-20', 'lost');
  await aParticipantOf(dev, { enrolledOn: '2026-01-01' });
  await aParticipantOf(rosa, { enrolledOn: '2026-01-05' });
  const days = asked({ from: '2026-01-01', through: '2026-01-31' });
  const { body, row } = await reportFor(adas, days);
  expect(row('retention', 'Dev')).toMatchObject({ stays: 2, share30: 100, share60: 50, followed60: 1 });
  expect(row('retention', 'Rosa')).toMatchObject({ stays: 1, share60: 100 });
  expect(body.retentionBy.map(({ of, name, steps }) => [of, name, steps.length])).toEqual([
    ['program', 'Recovery Coaching', 1],
    ['coach', 'Dev', 1],
    ['coach', 'Rosa', 0],
  ]);
  expect((await reportFor(adas, `${days}&isForOutside=true`)).body.retentionBy).toEqual([]);
});

test('how many contacts are held and so in no number is said to staff, and to nobody outside', async () => {
  const summit = await anOrganization(server, { uncertifiedLogging: 'hold' });
  const kim = await aCoach(summit, { name: 'Kim', certification: null });
  const lou = await aParticipantOf(kim);
  for (const _ of [1, 2]) await logged(kim, lou);
  const summits = await server.as(await anAdministrator(summit));
  expect((await reportFor(summits, asked(MARCH))).body.heldCount).toBe(2);
  expect((await reportFor(summits, asked(FEBRUARY))).body.heldCount).toBe(0);
  const other = await aProgram(summit, 'Outreach');
  expect((await reportFor(summits, asked({ ...MARCH, programId: other }))).body.heldCount).toBe(0);
  expect((await reportFor(summits, asked({ ...MARCH, isForOutside: 'true' }))).body.heldCount).toBeNull();
});
