import { raised } from '../given/logged.js';
import { reassign } from '../given/participant.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { aDecision, begun, begunSession, lineAbout, seen, type Session } from '../given/supervision.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let sam: Client;
let rosa: Client;
let first: Session;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await on('2026-03-10');
  team = await aTeam(server);
  await again();
  await raised(team.rosa, team.theo);
  first = await begunSession(sam, [team.rosa], { plannedOn: '2026-03-10' });
});

const on = async (day: string): Promise<void> => {
  server.clock.set(`${day}T16:00:00Z`);
  if (team) await again();
};
const again = async (): Promise<void> => {
  sam = await server.as(team.sam);
  rosa = await server.as(team.rosa);
};
const decided = async (more: Words = {}): Promise<string> => {
  const decision = aDecision(team.rosa, more);
  const answer = await sam.post(`/api/supervision-sessions/${first.sessionId}/decisions`, decision);
  expect(answer.status).toBe(201);
  return decision.decisionId;
};
const next = (): Promise<Session> => seen(rosa, first['next'] as Session);
const carried = (session: Session): Words[] =>
  (session['agenda'] as Words[]).filter(({ section }) => section === 'decided last time');
const say = (by: Client, id: string, state: string, version = 1): Promise<Answer> =>
  by.put(`/api/decisions/${id}/state`, { state }, onVersion(version));

test('the next agenda opens with what was decided, until it is settled, and says what became of it', async () => {
  const kept = await decided({ dueOn: '2026-03-20' });
  const today = await decided({
    ...{ becomes: 'today', words: 'Ask about the night shift', dueOn: '2026-03-12' },
    lineId: lineAbout(first, team.theo.participantId).lineId,
  });
  await decided({
    ...{ becomes: 'promise', words: 'Bring the bus plan', dueOn: '2026-03-20' },
    lineId: lineAbout(first, team.theo.participantId).lineId,
  });
  await on('2026-03-11');
  const before = await next();
  expect(carried(before)).toMatchObject([
    { decisionId: today, participantName: 'Theo', riskNoteId: null },
    {
      decisionId: kept,
      participantId: null,
      sentence: 'Decided on March 10, by March 20: “Read the new protocol together”',
    },
  ]);
  expect((before['agenda'] as Words[])[0]).toMatchObject({ decisionId: today });
  expect((await say(rosa, today, 'done')).body).toMatchObject({ state: 'done', isDone: true });
  expect((await say(rosa, kept, 'still going')).body).toMatchObject({ state: 'still going', isDone: false });
  await on('2026-03-24');
  const second = await begun(sam, await next());
  expect(carried(second)).toHaveLength(2);
  expect(second['earlierDecisions']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ decisionId: today, state: 'done' }),
      expect.objectContaining({
        decisionId: kept,
        state: 'still going',
        stateAt: '2026-03-11T16:00:00.000Z',
      }),
    ]),
  );
  // what goes on is in the one after as well, and what was done is not told twice
  const third = await seen(sam, second['next'] as Session);
  expect(carried(third)).toMatchObject([{ decisionId: kept }]);
  expect((await say(sam, kept, 'let go', 2)).body).toMatchObject({ state: 'let go', isDone: false });
  expect(await lastInTrailOf(team.sam)).toMatchObject({ action: 'decision.let-go' });
  expect(carried(await seen(sam, third))).toEqual([]);
  expect((await seen(sam, second))['earlierDecisions']).toEqual(
    expect.arrayContaining([expect.objectContaining({ decisionId: kept, state: 'let go' })]),
  );
});

test('said twice it is said once, taken back it goes on as before, and of two who say it at once one sees both', async () => {
  const id = await decided();
  expect((await say(rosa, id, 'still going')).body).toMatchObject({ version: 2 });
  expect((await say(sam, id, 'done', 2)).body).toMatchObject({ state: 'done', version: 3 });
  expect((await say(sam, id, 'done', 2)).body).toMatchObject({ version: 3 });
  const late = await say(rosa, id, 'let go', 2);
  expectProblem(late, 412, 'version-stale');
  expect(late.body).toMatchObject({ current: { state: 'done' }, yours: { state: 'let go' } });
  expect((await say(rosa, id, 'open', 3)).body).toMatchObject({ state: 'still going' });
  expect((await say(rosa, id, 'open', 4)).body).toMatchObject({ state: 'open', stateAt: null });
  expectFieldProblem(await say(rosa, id, 'forgotten', 5), 'state', 'not-a-choice');
});

test('let go, a reason leaves the coach’s Today; that is the coach’s to say, and a promise’s its own page', async () => {
  const { lineId } = lineAbout(first, team.theo.participantId);
  const id = await decided({ becomes: 'today', lineId, dueOn: '2026-03-10' });
  const kinds = async (): Promise<string[]> =>
    (await rosa.get('/api/today')).body.cards.flatMap(({ reasons }: { reasons: { kind: string }[] }) =>
      reasons.map(({ kind }) => kind),
    );
  expect(await kinds()).toContain('decided in supervision');
  expectProblem(await say(sam, id, 'let go'), 403, 'decision-of-coach');
  expect((await seen(sam, first))['decisions']).toMatchObject([{ maySay: false }]);
  expect((await say(rosa, id, 'let go')).status).toBe(200);
  expect(await kinds()).not.toContain('decided in supervision');
  const promise = await decided({ becomes: 'promise', lineId });
  expectProblem(await say(rosa, promise, 'done'), 404, 'decision-not-found');
});

test('it stays with the two who decided it, and with who reaches whom it is about', async () => {
  await decided();
  await decided({ becomes: 'today', lineId: lineAbout(first, team.theo.participantId).lineId });
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  const june: Person = await aCoach(team.organization, { name: 'June', supervisor: inez });
  await reassign(team.theo, june);
  await on('2026-03-11');
  expect(carried(await next())).toMatchObject([{ participantId: null }]);
  await server.database.query('UPDATE coaches SET supervisor_id = $2 WHERE id = $1', [
    team.rosa.accountId,
    inez.accountId,
  ]);
  const inezes = await begunSession(await server.as(inez), [team.rosa], { plannedOn: '2026-03-11' });
  expect(carried(inezes)).toEqual([]);
  expect(carried(await seen(rosa, inezes['next'] as Session))).toEqual([]);
});
