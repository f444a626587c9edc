import { anOrganization, today, type Organization } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach, type Participant } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let ada: Person;
let adas: Client;
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
  harbor = await anOrganization(server);
  ada = await anAdministrator(harbor);
  sam = await aSupervisor(harbor);
  adas = await server.as(ada);
  sams = await server.as(sam);
  rosa = await aCoach(harbor, { supervisor: sam });
  dev = await aCoach(harbor, { name: 'Dev', supervisor: sam });
  theo = await aParticipantOf(rosa);
});

const assign = (by: Client, participantId: string, coachId: unknown) =>
  by.put(`/api/participants/${participantId}/coach`, { coachId });

async function caseloadOf(coach: Person): Promise<string[]> {
  const { body } = await (await server.as(coach)).get('/api/caseload');
  return body.items.map(({ participantId }: { participantId: string }) => participantId);
}

async function primaryAssignments(): Promise<object[]> {
  const { rows } = await server.database.query(
    `SELECT coach_id, from_on::text, until_on::text FROM assignments
      WHERE participant_id = $1 AND kind = 'primary' ORDER BY made_at, id`,
    [theo.participantId],
  );
  return rows;
}

test.each(['administrator', 'supervisor'])(
  'the %s moves a participant to another coach today',
  async (role) => {
    const [by, person] = role === 'administrator' ? [adas, ada] : [sams, sam];
    const { status, body } = await assign(by, theo.participantId, dev.accountId);
    expect([status, body]).toMatchObject([
      200,
      {
        participantId: theo.participantId,
        coach: { accountId: dev.accountId, name: 'Dev', fromOn: today(harbor) },
        secondCoach: null,
      },
    ]);
    expect(await caseloadOf(dev)).toEqual([theo.participantId]);
    expect(await caseloadOf(rosa)).toEqual([]);
    expect((await (await server.as(rosa)).get(`/api/participants/${theo.participantId}`)).status).toBe(404);
    expect(await primaryAssignments()).toEqual([
      { coach_id: rosa.accountId, from_on: today(harbor, -3), until_on: today(harbor) },
      { coach_id: dev.accountId, from_on: today(harbor), until_on: null },
    ]);
    expect(await lastInTrailOf(person)).toMatchObject({
      action: 'assignment.changed',
      participant_id: theo.participantId,
      subject_id: dev.accountId,
    });
  },
);

test('back and forth on one day leaves the last one', async () => {
  for (const coach of [dev, rosa, dev])
    expect((await assign(adas, theo.participantId, coach.accountId)).status).toBe(200);
  expect(await caseloadOf(dev)).toEqual([theo.participantId]);
  expect(await caseloadOf(rosa)).toEqual([]);
});

test('the coach they have already is no change', async () => {
  expect((await assign(adas, theo.participantId, rosa.accountId)).status).toBe(200);
  expect(await primaryAssignments()).toHaveLength(1);
  expect(await trailOf(ada)).toEqual([]);
});

test('no coach at all is possible, and a first one', async () => {
  expect((await assign(sams, theo.participantId, null)).body.coach).toBeNull();
  expect(await caseloadOf(rosa)).toEqual([]);
  const lou = await aParticipantWithoutCoach(harbor);
  expect((await assign(sams, lou.participantId, dev.accountId)).status).toBe(200);
  expect(await caseloadOf(dev)).toEqual([lou.participantId]);
});

test('a second coach becomes the primary one', async () => {
  await server.database.query(
    `INSERT INTO assignments (organization_id, id, participant_id, coach_id, kind, from_on, made_at)
     VALUES ($1, gen_random_uuid(), $2, $3, 'second', $4, now())`,
    [harbor.organizationId, theo.participantId, dev.accountId, today(harbor, -2)],
  );
  expect((await assign(adas, theo.participantId, dev.accountId)).status).toBe(200);
  expect(await caseloadOf(dev)).toEqual([theo.participantId]);
});

test('of many at once one wins, and the others are told', async () => {
  const coaches: Person[] = [];
  for (let number = 0; number < 5; number += 1)
    coaches.push(await aCoach(harbor, { name: `Coach ${number}` }));
  const lou = await aParticipantWithoutCoach(harbor);
  for (const { participantId } of [theo, lou]) {
    const answers = await Promise.all(coaches.map((coach) => assign(adas, participantId, coach.accountId)));
    const refused = answers.filter(({ status }) => status !== 200);
    for (const { status, body } of refused)
      expect([status, body.code]).toEqual([409, 'one-primary-coach-at-a-time']);
    const { rows } = await server.database.query(
      `SELECT coach_id FROM assignments WHERE participant_id = $1 AND until_on IS NULL`,
      [participantId],
    );
    expect(rows).toHaveLength(1);
    expect(coaches.map(({ accountId }) => accountId)).toContain(rows[0].coach_id);
  }
});

test('somebody whose enrollment is closed is given to nobody', async () => {
  await server.database.query(
    `UPDATE enrollments SET closed_on = enrolled_on, closing_reason = 'moved' WHERE participant_id = $1`,
    [theo.participantId],
  );
  const { status, body } = await assign(adas, theo.participantId, dev.accountId);
  expect([status, body.code]).toEqual([409, 'enrollment-closed']);
  expect((await assign(adas, theo.participantId, null)).status).toBe(200);
});

test('a coach who can no longer sign in is refused in words', async () => {
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [dev.accountId]);
  const { status, body } = await assign(adas, theo.participantId, dev.accountId);
  expect([status, body.code]).toEqual([409, 'coach-disabled']);
  expect(await caseloadOf(rosa)).toEqual([theo.participantId]);
});

test('a coach of another organization or kind, or not an id is one and the same 404', async () => {
  const elsewhere = await aCoach(await anOrganization(server));
  const wrong = [elsewhere.accountId, sam.accountId, theo.accountId, ...NO_ID];
  const answers = [];
  for (const coachId of wrong) answers.push(withoutMoment(await assign(sams, theo.participantId, coachId)));
  expect(answers[0]).toMatchObject({ status: 404, body: { code: 'coach-not-found' } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('a supervisor gives whom they reach to a coach of another team, who reaches them then and they no more', async () => {
  const inez = await aSupervisor(harbor, { name: 'Inez' });
  const keisha = await aCoach(harbor, { name: 'Keisha', supervisor: inez });
  expect((await assign(sams, theo.participantId, keisha.accountId)).status).toBe(200);
  expect(await caseloadOf(keisha)).toEqual([theo.participantId]);
  expect((await assign(sams, theo.participantId, rosa.accountId)).body.code).toBe('participant-not-found');
  expect((await assign(await server.as(inez), theo.participantId, rosa.accountId)).status).toBe(200);
});

test('a participant out of reach, of another team or kind, or not an id is one and the same 404', async () => {
  const ofAnotherTeam = await aParticipantOf(await aCoach(harbor, { supervisor: await aSupervisor(harbor) }));
  const elsewhere = await aParticipantOf(await aCoach(await anOrganization(server)));
  const wrong = [ofAnotherTeam.participantId, elsewhere.participantId, rosa.accountId, theo.accountId];
  const answers = [];
  for (const id of [...wrong, ...NO_ID.map(encodeURIComponent)])
    answers.push(withoutMoment(await assign(sams, id, dev.accountId)));
  expect(answers[0]).toMatchObject({ status: 404, body: { code: 'participant-not-found' } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((await assign(adas, ofAnotherTeam.participantId, dev.accountId)).status).toBe(200);
});

test.each([
  [{ coachId: 7 }, 'coachId is-text'],
  [{}, 'coachId is-text'],
  [{ coachId: null, from: 'today' }, 'from property-unknown'],
  [{ coachId: null, reason: 7 }, 'reason is-text'],
  [{ coachId: null, reason: 'x'.repeat(501) }, 'reason too-long'],
  [{ coachId: null, insteadOf: 7 }, 'insteadOf is-text'],
  [{ coachId: null, lastOn: 'soon' }, 'lastOn is-day'],
])('%j is refused', async (body, problem) => {
  const answer = await adas.put(`/api/participants/${theo.participantId}/coach`, body);
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
});

test('neither a coach nor a participant assigns', async () => {
  for (const person of [rosa, theo]) {
    const { status, body } = await assign(await server.as(person), theo.participantId, dev.accountId);
    expect([status, body.code]).toEqual([403, 'role-not-allowed']);
  }
});

describe('coaches to choose from', () => {
  test('are everyone who can sign in, with what they carry and whether they may log', async () => {
    await aCoach(harbor, { name: 'Abe', capacity: 4, certification: null });
    const gone = await aCoach(harbor, { name: 'Gone', supervisor: sam });
    await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [gone.accountId]);
    await aCoach(await anOrganization(server), { name: 'Of Summit' });
    for (const by of [adas, sams])
      expect((await by.get('/api/coaches')).body.items).toMatchObject([
        { name: 'Abe', load: { headCount: 0, weight: 0, capacity: 4 }, supervisorName: null, mayLog: false },
        { name: 'Dev', load: { headCount: 0, capacity: 15 }, supervisorName: 'Sam', mayLog: true },
        { name: 'Rosa', load: { headCount: 1, weight: 1.5 }, supervisorName: 'Sam', mayLog: true },
      ]);
  });

  test('are shown to nobody else', async () => {
    for (const person of [rosa, theo])
      expect((await (await server.as(person)).get('/api/coaches')).body.code).toBe('role-not-allowed');
  });
});
