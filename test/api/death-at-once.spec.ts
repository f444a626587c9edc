import { v7 as newId } from 'uuid';
import { deathOn, saysDeath } from '../given/death.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteAbout } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
});

/** What still asks for Theo, whoever wrote it and when. */
async function stillAsks(): Promise<object> {
  const { rows } = await server.database.query(
    `SELECT (SELECT count(*) FROM standings WHERE participant_id = $1)
          + (SELECT count(*) FROM enrollments WHERE participant_id = $1 AND closed_on IS NULL)
          + (SELECT count(*) FROM planned_contacts WHERE participant_id = $1 AND replaced_at IS NULL)
          + (SELECT count(*) FROM promises WHERE participant_id = $1 AND kept_at IS NULL AND released_at IS NULL)
          + (SELECT count(*) FROM risk_notes WHERE participant_id = $1 AND resolved_at IS NULL)
          + (SELECT count(*) FROM answering_clocks WHERE participant_id = $1 AND stopped_at IS NULL) AS count`,
    [team.theo.participantId],
  );
  return rows[0] as object;
}

const REST = { count: 0 };

test('said by two at once: one stands, and the other is told so', async () => {
  const said = await Promise.all([saysDeath(team.rosa, team.theo), saysDeath(team.sam, team.theo)]);
  expect(said.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await stillAsks()).toEqual(REST);
});

test.each([1, 2, 3, 4])(
  'while contacts are logged and notes raised at the same moment, nothing is left asking (%i)',
  async () => {
    const [rosa, sam] = [await server.as(team.rosa), await server.as(team.sam)];
    const contact = (): Promise<{ status: number }> =>
      rosa.post(
        '/api/contacts',
        contactWith(team.theo, {
          nextContact: { plannedOn: '2026-03-12' },
          promises: [{ promiseId: newId(), words: 'Call the clinic', dueOn: '2026-03-12' }],
        }),
      );
    const note = riskNoteAbout(team.theo, { level: 'urgent' });
    expect((await rosa.post('/api/risk-notes', note)).status).toBe(201);
    const answers = await Promise.all([
      contact(),
      rosa.post('/api/risk-notes', riskNoteAbout(team.theo, { level: 'urgent' })),
      sam.post(`/api/risk-notes/${note.riskNoteId}/resolve`, { words: 'Spoke with them' }, onVersion(1)),
      saysDeath(team.rosa, team.theo),
      contact(),
      rosa.post('/api/risk-notes', riskNoteAbout(team.theo, { level: 'urgent' })),
    ]);
    expect(answers[3]).toMatchObject({ status: 201 });
    for (const { status } of answers) expect([200, 201, 409, 412]).toContain(status);
    expect(await stillAsks()).toEqual(REST);
  },
);

test('a note that another transaction has written and not yet committed is closed with its commit', async () => {
  const { organizationId, participantId, accountId } = team.theo;
  const riskNoteId = newId();
  const { database } = server;
  const rosa = await server.as(team.rosa);
  await database.query('BEGIN');
  await database.query(
    `SELECT set_config('app.organization_id', $1, true), set_config('app.account_id', $2, true)`,
    [organizationId, accountId],
  );
  await database.query(
    `INSERT INTO risk_notes (organization_id, id, participant_id, signals, level, suggested_level, request_hash, raised_by,
       raised_at, raised_on) VALUES ($1, $2, $3, '{lonely}', 'watch', 'watch', '', $4, $5, '2026-03-10')`,
    [organizationId, riskNoteId, participantId, accountId, server.clock.now()],
  );
  const said = await rosa.post(`/api/participants/${participantId}/death`, deathOn('2026-03-10'));
  expect(said.status).toBe(201);
  await database.query('COMMIT');
  expect(await stillAsks()).toEqual(REST);
});
