import { v7 as newId } from 'uuid';
import { closesStay, closingWith } from '../given/stay.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, riskNoteAbout } from '../given/words.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
});

/** What still asks for Theo, and how often he was closed. */
async function stillAsks(): Promise<object> {
  const { rows } = await server.database.query(
    `SELECT (SELECT count(*)::integer FROM closings WHERE participant_id = $1 AND undone_at IS NULL) AS closings,
            (SELECT count(*)::integer FROM standings WHERE participant_id = $1)
          + (SELECT count(*)::integer FROM enrollments WHERE participant_id = $1 AND closed_on IS NULL)
          + (SELECT count(*)::integer FROM assignments WHERE participant_id = $1 AND until_on IS NULL)
          + (SELECT count(*)::integer FROM planned_contacts WHERE participant_id = $1 AND replaced_at IS NULL) AS asking`,
    [team.theo.participantId],
  );
  return rows[0] as object;
}

test('closed by two at once: one stands, and the other is told so', async () => {
  const closed = await Promise.all([closesStay(team.rosa, team.theo), closesStay(team.sam, team.theo)]);
  const [stands, refused] = closed.sort((one, other) => one.status - other.status);
  expect(stands!.status).toBe(201);
  // a coach whose request comes wholly after the other's reaches them no more
  if (refused!.status === 404) expectProblem(refused!, 404, 'enrollment-not-found');
  else expectProblem(refused!, 409, 'stay-closed-already');
  expect(await stillAsks()).toEqual({ closings: 1, asking: 0 });
});

test('sent three times, it is closed once, also when all three come at once or out of reach', async () => {
  const client = await server.as(team.rosa);
  const sent = closingWith(team.theo);
  const send = () => client.post(`/api/enrollments/${team.theo.enrollmentId}/closing`, sent);
  const answers = [...(await Promise.all([send(), send()])), await send()];
  for (const { status, body } of answers)
    expect([status, body.closingId, body.closedAt]).toEqual([
      201,
      sent.closingId,
      '2026-03-10T16:00:00.000Z',
    ]);
  expect(await stillAsks()).toEqual({ closings: 1, asking: 0 });
  const other = await client.post(`/api/enrollments/${team.theo.enrollmentId}/closing`, {
    ...sent,
    reason: 'left',
  });
  expectProblem(other, 409, 'closing-id-taken');
});

test('taken back and then sent again, it stays open', async () => {
  const client = await server.as(team.rosa);
  const sent = closingWith(team.theo);
  const path = `/api/enrollments/${team.theo.enrollmentId}/closing`;
  await client.post(path, sent);
  await client.post(`/api/closings/${sent.closingId}/take-back`);
  expectProblem(await client.post(path, sent), 409, 'closing-taken-back');
  expect((await client.post(path, closingWith(team.theo))).status).toBe(201);
});

test.each([1, 2, 3])(
  'while another logs and promises: nothing is lost, and nothing is left asking (%i)',
  async () => {
    const [rosa, sam] = [await server.as(team.rosa), await server.as(team.sam)];
    const promiseId = newId();
    const contact = contactWith(team.theo, {
      nextContact: { plannedOn: '2026-03-12' },
      promises: [{ promiseId, words: 'Call the clinic', dueOn: '2026-03-12' }],
    });
    const note = riskNoteAbout(team.theo, { level: 'urgent' });
    const [log, raise, closing] = await Promise.all([
      rosa.post('/api/contacts', contact),
      rosa.post('/api/risk-notes', note),
      sam.post(`/api/enrollments/${team.theo.enrollmentId}/closing`, closingWith(team.theo)),
    ]);
    // whichever was first, each is there or was refused in words; with a note or a promise first, it is not closed blindly
    expect([201, 409]).toContain(closing.status);
    expect([201, 404, 409]).toContain(log.status);
    if (closing.status === 201) expect(await stillAsks()).toEqual({ closings: 1, asking: 0 });
    else expect(['open-risk-notes', 'open-promises']).toContain(closing.body.code);
    if (raise.status === 201) {
      const open = await sam.get('/api/risk-notes?state=open');
      expect(JSON.stringify(open.body)).toContain(note.riskNoteId);
    }
  },
);

test('a contact written and not yet committed keeps its next contact from asking', async () => {
  const { organizationId, participantId } = team.theo;
  const { database } = server;
  const sam = await server.as(team.sam);
  await database.query('BEGIN');
  await database.query(
    `SELECT set_config('app.organization_id', $1, true), set_config('app.account_id', $2, true)`,
    [organizationId, team.rosa.accountId],
  );
  await database.query(
    `INSERT INTO planned_contacts (organization_id, id, participant_id, coach_id, planned_on, made_at)
     VALUES ($1, $2, $3, $4, '2026-03-12', $5)`,
    [organizationId, newId(), participantId, team.rosa.accountId, server.clock.now()],
  );
  const closed = await sam.post(`/api/enrollments/${team.theo.enrollmentId}/closing`, closingWith(team.theo));
  expect(closed.status).toBe(201);
  await database.query('COMMIT');
  expect(await stillAsks()).toEqual({ closings: 1, asking: 0 });
});
