import { raised } from '../given/logged.js';
import { today } from '../given/organization.js';
import { aParticipantOf, reassign } from '../given/participant.js';
import { aCoach, aSupervisor } from '../given/staff.js';
import { aDecision, begunSession, besidesLoad, beside, lineAbout, seen } from '../given/supervision.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let sam: Client;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  sam = await server.as(team.sam);
  rosa = await server.as(team.rosa);
});

test('words stand beside a line, each version once, and an old one is answered with both', async () => {
  await raised(team.rosa, team.theo);
  const open = await begunSession(sam, [team.rosa]);
  const line = lineAbout(open, team.theo.participantId);
  const first = await beside(sam, open, line, 'Call on Thursday, together');
  expect(besidesLoad(first.body)).toMatchObject([{ words: 'Call on Thursday, together', version: 2 }]);
  expect(await lastInTrailOf(team.sam)).toMatchObject({
    action: 'supervision-session.written',
    participant_id: team.theo.participantId,
  });
  // the same words again are those that stand
  expect((await beside(sam, open, line, 'Call on Thursday, together')).status).toBe(200);
  const theirs = await beside(rosa, open, line, 'Mine, typed meanwhile');
  expectProblem(theirs, 412, 'version-stale');
  expect(theirs.body).toMatchObject({
    current: {
      agenda: expect.arrayContaining([
        expect.objectContaining({ words: 'Call on Thursday, together', version: 2 }),
      ]),
    },
    yours: { words: 'Mine, typed meanwhile' },
  });
  const words = await rosa.put(
    `/api/supervision-sessions/${open.sessionId}/words`,
    { words: 'Rosa wants to learn about grief groups' },
    onVersion(open['wordsVersion'] as number),
  );
  expect(words.body).toMatchObject({ words: 'Rosa wants to learn about grief groups', wordsVersion: 2 });
});

test('a decision is a promise of the coach at once, a reason on Today, or a word in the session', async () => {
  await raised(team.rosa, team.theo);
  const open = await begunSession(sam, [team.rosa]);
  const { lineId } = lineAbout(open, team.theo.participantId);
  const promise = aDecision(team.rosa, { lineId, becomes: 'promise', words: 'Bring the bus plan' });
  for (let times = 0; times < 3; times += 1)
    expect((await sam.post(`/api/supervision-sessions/${open.sessionId}/decisions`, promise)).status).toBe(
      201,
    );
  expect((await rosa.get(`/api/participants/${team.theo.participantId}/promises`)).body.open).toMatchObject([
    { words: 'Bring the bus plan', dueOn: '2026-03-13', coach: { name: 'Rosa' }, mayChange: true },
  ]);
  const later = aDecision(team.rosa, {
    lineId,
    becomes: 'today',
    words: 'Ask about the night shift',
    dueOn: '2026-03-10',
  });
  await rosa.post(`/api/supervision-sessions/${open.sessionId}/decisions`, later);
  const own = aDecision(team.rosa);
  const { body } = await sam.post(`/api/supervision-sessions/${open.sessionId}/decisions`, own);
  expect(body.decisions).toMatchObject([
    {
      becomes: 'promise',
      participantName: 'Theo',
      madeBy: { name: 'Sam' },
      isDone: false,
      mayTakeBack: true,
    },
    { becomes: 'today', madeBy: { name: 'Rosa' } },
    { becomes: 'session', participantId: null },
  ]);
  const path = `/api/supervision-sessions/${open.sessionId}/decisions/${promise.decisionId}/take-back`;
  expect((await sam.post(path)).body.decisions).toHaveLength(2);
  expect((await sam.post(path)).status).toBe(200);
  expect((await rosa.get(`/api/participants/${team.theo.participantId}/promises`)).body).toMatchObject({
    open: [],
    settled: [{ released: { reason: 'Taken back in supervision' } }],
  });
});

test('a line about somebody who moved on says only that, and keeps its words to who reaches them', async () => {
  // not through a risk note: whoever was told of one reaches them while it is open
  const lou = await aParticipantOf(team.rosa, {
    preferredName: 'Lou',
    enrolledOn: today(team.organization, -40),
  });
  const open = await begunSession(sam, [team.rosa]);
  await beside(sam, open, lineAbout(open, lou.participantId), 'A word about Lou');
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await reassign(lou, await aCoach(team.organization, { name: 'June', supervisor: inez }));
  for (const by of [sam, rosa]) {
    expect(besidesLoad(await seen(by, open))).toMatchObject([
      {
        hasMovedOn: true,
        participantId: null,
        participantName: null,
        sentence: '',
        words: '',
        riskNoteId: null,
      },
    ]);
  }
  const decision = aDecision(team.rosa, {
    lineId: lineAbout(open, lou.participantId).lineId,
    becomes: 'promise',
  });
  expectProblem(
    await sam.post(`/api/supervision-sessions/${open.sessionId}/decisions`, decision),
    404,
    'supervision-line-not-found',
  );
});

test.each<[string, Words, string, string]>([
  ['no day', { dueOn: undefined }, 'dueOn', 'is-day'],
  ['a day gone by', { dueOn: '2026-03-09' }, 'dueOn', 'in-the-past'],
  ['no words', { words: ' ' }, 'words', 'empty'],
  ['a promise to nobody', { becomes: 'promise' }, 'becomes', 'about-nobody'],
])('nothing is decided with %s', async (_, more, path, code) => {
  const open = await begunSession(sam, [team.rosa]);
  const before = await rowCounts(team.organization);
  const asked = aDecision(team.rosa, more);
  expectFieldProblem(
    await sam.post(`/api/supervision-sessions/${open.sessionId}/decisions`, asked),
    path,
    code,
  );
  expect(await rowCounts(team.organization)).toEqual(before);
});
