import { handedOver, handoverOf, pageOf } from '../given/handover.js';
import { raised } from '../given/logged.js';
import { anOrganization, today } from '../given/organization.js';
import { closeEnrollment } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { NO_ID } from '../support/refusals.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let dev: Person;
let sams: Client;
let rosas: Client;
let devs: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  [sams, rosas, devs] = [await server.as(team.sam), await server.as(team.rosa), await server.as(dev)];
});

const listOf = async (who: Client): Promise<Words[]> => (await who.get('/api/handovers')).body.items;

const answerTo = async (more: Words = {}, who = sams) =>
  who.post('/api/handovers', handoverOf(team.theo, dev, more));

test('nobody is handed to whoever has them already, to nobody, or to a coach there is not', async () => {
  expectProblem(await answerTo({ toId: team.rosa.accountId }), 409, 'already-their-coach');
  for (const toId of [...NO_ID, team.sam.accountId])
    expectProblem(await answerTo({ toId }), 404, 'coach-not-found');
  for (const participantId of NO_ID)
    expectProblem(await answerTo({ participantId }), 404, 'participant-not-found');
  expectFieldProblem(await answerTo({ handoverId: 'x' }), 'handoverId', 'is-new-id');
  expectFieldProblem(await answerTo({ line: 'x'.repeat(2001) }), 'line', 'too-long');
});

test('nor to a coach whose account is disabled, in words, and nothing moves', async () => {
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [dev.accountId]);
  expectProblem(await answerTo(), 409, 'coach-disabled');
  expect((await rosas.get(`/api/participants/${team.theo.participantId}`)).status).toBe(200);
});

test.each([
  ['lapsed yesterday', -1],
  ['is not there yet', null],
])(
  'nor to a coach whose certification %s, in words that name them, and nothing moves',
  async (_, lastDay) => {
    const lou = await aCoach(team.organization, {
      name: 'Lou',
      supervisor: team.sam,
      certification:
        lastDay === null
          ? null
          : { firstOn: today(team.organization, -700), lastOn: today(team.organization, lastDay) },
    });
    const before = await rowCounts(team.organization);
    const refused = await answerTo({ toId: lou.accountId });
    expectProblem(refused, 409, 'coach-not-certified');
    expect(refused.body.detail).toContain('Lou');
    expect(await rowCounts(team.organization)).toEqual(before);
  },
);

describe('a coach who is full', () => {
  beforeEach(async () => {
    await server.database.query('UPDATE coaches SET capacity = 1.5 WHERE id = $1', [dev.accountId]);
    await raised(team.rosa, team.theo, { level: 'urgent' });
  });

  test('is handed nobody without a reason, is shown with what they would carry, and nothing moves', async () => {
    const refused = await answerTo({ reason: '  ' });
    expectProblem(refused, 409, 'coach-full');
    expect(refused.body).toMatchObject({ load: { weight: 0 }, after: { capacity: 1.5 } });
    expect(await listOf(devs)).toEqual([]);
    expect((await rosas.get(`/api/participants/${team.theo.participantId}`)).status).toBe(200);
  });

  test('is handed somebody with one, which is kept with the assignment', async () => {
    expect((await answerTo({ reason: 'He knows the family.' })).status).toBe(201);
    const { rows } = await server.database.query(
      `SELECT coach_id, reason FROM assignments WHERE participant_id = $1 AND until_on IS NULL`,
      [team.theo.participantId],
    );
    expect(rows).toEqual([{ coach_id: dev.accountId, reason: 'He knows the family.' }]);
  });
});

test('nor when they are no longer enrolled', async () => {
  await closeEnrollment(team.theo, '2026-03-09');
  expectProblem(await answerTo(), 409, 'enrollment-closed');
});

test('it is not there for another team, another organization, and by administrators', async () => {
  const inez = await server.as(await aSupervisor(team.organization, { name: 'Inez' }));
  expectProblem(await answerTo({}, inez), 404, 'participant-not-found');
  const id = await handedOver(sams, team.theo, dev);
  const ada = await server.as(await anAdministrator(team.organization));
  expectProblem(await ada.get('/api/handovers'), 403, 'role-not-allowed');
  const summit = await anOrganization(server);
  const strangers = [inez, await server.as(await aSupervisor(summit)), await server.as(await aCoach(summit))];
  for (const who of strangers) {
    expectProblem(await pageOf(who, id), 404, 'handover-not-found');
    expect(await listOf(who)).toEqual([]);
  }
});

test('nobody accepts what somebody else was handed', async () => {
  const id = await handedOver(sams, team.theo, dev);
  expectProblem(await rosas.post(`/api/handovers/${id}/accept`), 403, 'handed-to-somebody-else');
  expectProblem(await devs.post('/api/handovers/nothing/accept'), 404, 'handover-not-found');
});

test('it is not asked for by a coach who does not walk with them', async () => {
  expectProblem(
    await devs.post('/api/handovers/ask', { ...handoverOf(team.theo, dev), line: '' }),
    404,
    'participant-not-found',
  );
});
