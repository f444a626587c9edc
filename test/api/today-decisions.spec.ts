import { raised } from '../given/logged.js';
import { aCoach, type Person } from '../given/staff.js';
import { aDecision, begunSession, lineAbout, type Session, signed } from '../given/supervision.js';
import { assign } from '../given/participant.js';
import { today } from '../given/organization.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let sam: Client;
let rosa: Client;
let session: Session;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  sam = await server.as(team.sam);
  rosa = await server.as(team.rosa);
  await raised(team.rosa, team.theo);
  session = await begunSession(sam, [team.rosa]);
});

const decided = async (dueOn: string): Promise<string> => {
  const { lineId } = lineAbout(session, team.theo.participantId);
  const decision = aDecision(team.rosa, {
    lineId,
    becomes: 'today',
    words: 'Ask about the night shift',
    dueOn,
  });
  expect((await sam.post(`/api/supervision-sessions/${session.sessionId}/decisions`, decision)).status).toBe(
    201,
  );
  return decision.decisionId;
};
const reasonsOf = async (by: Client): Promise<Words[]> =>
  (await by.get('/api/today')).body.cards.flatMap(({ reasons }: { reasons: Words[] }) => reasons);
const say = (by: Client, id: string, step: 'done' | 'reopen', version: number): Promise<Answer> =>
  by.post(`/api/decisions/${id}/${step}`, {}, onVersion(version));

test('what was decided is on the coach’s Today from its day on, in its words, until they say it is done', async () => {
  const id = await decided('2026-03-11');
  expect(await reasonsOf(rosa)).toEqual([]);
  server.clock.set('2026-03-11T16:00:00Z');
  rosa = await server.as(team.rosa);
  expect(await reasonsOf(rosa)).toEqual([
    {
      kind: 'decided in supervision',
      decision: {
        decisionId: id,
        words: 'Ask about the night shift',
        dueOn: '2026-03-11',
        supervisorName: 'Sam',
        version: 1,
      },
    },
  ]);
  expect((await say(rosa, id, 'done', 1)).body).toMatchObject({ isDone: true, version: 2 });
  expect(await lastInTrailOf(team.rosa)).toMatchObject({
    action: 'decision.done',
    participant_id: team.theo.participantId,
  });
  expect(await reasonsOf(rosa)).toEqual([]);
  // said again it is done; taken back it is there again
  expect((await say(rosa, id, 'done', 1)).status).toBe(200);
  expectProblem(await say(rosa, id, 'reopen', 1), 412, 'version-stale');
  expect((await say(rosa, id, 'reopen', 2)).body).toMatchObject({ isDone: false });
  expect(await reasonsOf(rosa)).toHaveLength(1);
});

test('it is done also after both signed, and the session says so', async () => {
  const id = await decided('2026-03-10');
  await signed(sam, session);
  await signed(rosa, session);
  expect((await say(rosa, id, 'done', 1)).status).toBe(200);
  expect((await sam.get(`/api/supervision-sessions/${session.sessionId}`)).body.decisions).toMatchObject([
    { isDone: true, mayTakeBack: false },
  ]);
});

test('it is nobody else’s: not the second coach’s, not the supervisor’s to say', async () => {
  const id = await decided('2026-03-10');
  const dev: Person = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  await assign(team.theo, dev, today(team.organization), 'second');
  const devs = await server.as(dev);
  expect(await reasonsOf(devs)).toEqual([]);
  expectProblem(await say(devs, id, 'done', 1), 404, 'decision-not-found');
  expectProblem(await say(sam, id, 'done', 1), 403, 'role-not-allowed');
});
