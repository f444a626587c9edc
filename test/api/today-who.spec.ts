import { v7 as newId } from 'uuid';
import { logged } from '../given/logged.js';
import { anOrganization, aProgram, today, type Organization } from '../given/organization.js';
import {
  aParticipantOf,
  aParticipantWithoutCoach,
  assign,
  closeEnrollment,
  reassign,
} from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';
import { expectProblem } from '../support/problem.js';

let server: TestServer;
let harbor: Organization;
let rosa: Person;
let dev: Person;
/** Long enough to be due. */
let overdue: { enrolledOn: string };

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  [rosa, dev] = [await aCoach(harbor), await aCoach(harbor, { name: 'Dev' })];
  overdue = { enrolledOn: today(harbor, -30) };
});

async function namesOn(coach: Person): Promise<string[]> {
  const { body } = await (await server.as(coach)).get('/api/today');
  return body.cards.map((card: { preferredName: string }) => card.preferredName);
}

test('each coach sees their own caseload, the second coach as well as the first', async () => {
  const theo = await aParticipantOf(rosa, { preferredName: 'Theo', ...overdue });
  await aParticipantOf(dev, { preferredName: 'Mina', ...overdue });
  await aParticipantWithoutCoach(harbor, overdue);
  expect([await namesOn(rosa), await namesOn(dev)]).toEqual([['Theo'], ['Mina']]);
  await assign(theo, dev, today(harbor), 'second');
  expect(await namesOn(dev)).toEqual(['Mina', 'Theo']);
  const { body } = await (await server.as(dev)).get('/api/today');
  expect(body.cards.map((card: { isPrimary: boolean }) => card.isPrimary)).toEqual([true, false]);
});

test('reached by the second coach, the first has nothing to do', async () => {
  const theo = await aParticipantOf(rosa, overdue);
  await assign(theo, dev, today(harbor), 'second');
  await logged(dev, theo);
  expect([await namesOn(rosa), await namesOn(dev)]).toEqual([[], []]);
});

test('who was given to another coach, or whose enrollment closed, is on it no more', async () => {
  const theo = await aParticipantOf(rosa, overdue);
  const lou = await aParticipantOf(rosa, { preferredName: 'Lou', ...overdue });
  await logged(rosa, theo);
  await reassign(theo, dev);
  await closeEnrollment(lou, today(harbor));
  const { body } = await (await server.as(rosa)).get('/api/today');
  expect([body.cards, body.doneToday, body.caseloadCount]).toEqual([[], [], 0]);
});

test('in two programs someone is one card, with the standing most in need', async () => {
  const theo = await aParticipantOf(rosa, overdue);
  const programId = await aProgram(harbor, 'Family support');
  await server.database.query(
    `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_days, agreed_cadence_on)
     VALUES ($1, $2, $3, $4, $5, 30, $5)`,
    [harbor.organizationId, newId(), theo.participantId, programId, overdue.enrolledOn],
  );
  await assign(theo, dev, today(harbor), 'second');
  expect(await namesOn(rosa)).toEqual(['Theo']);
});

test('two hundred cards come in one answer, in order', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 200; count += 1)
    ids.push((await aParticipantOf(rosa, { enrolledOn: today(harbor, -10 - count) })).participantId);
  const { body } = await (await server.as(rosa)).get('/api/today');
  expect(body.cards.map((card: { participantId: string }) => card.participantId)).toEqual(ids.reverse());
  expect(await lastInTrailOf(rosa)).toMatchObject({ action: 'today.opened' });
});

test('one line in the trail names whom it showed', async () => {
  const theo = await aParticipantOf(rosa, overdue);
  await namesOn(rosa);
  expect(await lastInTrailOf(rosa)).toMatchObject({
    action: 'today.opened',
    role: 'coach',
    outcome: 'done',
    participant_ids: [theo.participantId],
  });
});

test('today is a coach’s alone', async () => {
  const theo = await aParticipantOf(rosa);
  for (const person of [await aSupervisor(harbor), await anAdministrator(harbor), theo])
    expectProblem(await (await server.as(person)).get('/api/today'), 403, 'role-not-allowed');
  expectProblem(await server.asNobody().get('/api/today'), 401, 'session-missing');
});
