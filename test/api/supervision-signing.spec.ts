import { v7 as newId } from 'uuid';
import { raised } from '../given/logged.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, type Person } from '../given/staff.js';
import {
  aDecision,
  begunSession,
  besidesLoad,
  beside,
  lineAbout,
  on,
  plannedSession,
  seen,
  signed,
} from '../given/supervision.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let dev: Person;
let sam: Client;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  sam = await server.as(team.sam);
  rosa = await server.as(team.rosa);
});

test('both sign what they read, each once; then nothing but addenda', async () => {
  const open = await begunSession(sam, [team.rosa]);
  const by = await signed(sam, open);
  expect(by).toMatchObject({
    state: 'signing',
    maySign: false,
    mayTakeBackSignature: true,
    waitsFor: [{ name: 'Rosa' }],
  });
  expect((await on(sam, open, 'sign', 1)).body.signatures).toEqual(by['signatures']);
  expectProblem(
    await rosa.post(`/api/supervision-sessions/${open.sessionId}/addenda`, {
      addendumId: newId(),
      words: 'Early',
    }),
    409,
    'session-not-signed-by-both',
  );
  const held = await signed(rosa, open);
  expect(held).toMatchObject({ state: 'held', mayAdd: true, mayTakeBackSignature: false });
  const words = () =>
    rosa.put(`/api/supervision-sessions/${open.sessionId}/words`, { words: 'Later' }, onVersion(1));
  expectProblem(await words(), 409, 'session-signed-by-both');
  expectProblem(await on(sam, open, 'take-signature-back', 1), 409, 'session-signed-by-both');
  expectProblem(
    await on(sam, held, 'call-off', held.version, { reason: 'No', goesOn: true }),
    409,
    'session-signed-by-both',
  );
  const addendum = { addendumId: newId(), words: 'The hours were two, not one.' };
  for (let times = 0; times < 3; times += 1)
    expect((await rosa.post(`/api/supervision-sessions/${open.sessionId}/addenda`, addendum)).status).toBe(
      201,
    );
  expect((await seen(sam, open))['addenda']).toMatchObject([
    { words: addendum.words, account: { name: 'Rosa' }, addedAt: '2026-03-10T16:00:00.000Z' },
  ]);
  for (const [statement, rule] of [
    [`UPDATE supervision_addenda SET words = 'x' WHERE session_id = $1`, 'addenda_are_only_added'],
    [`DELETE FROM supervision_signatures WHERE session_id = $1`, 'a_signature_stays_once_both_signed'],
    [`UPDATE supervision_sessions SET words = 'x' WHERE id = $1`, 'a_signed_session_stays_as_it_is'],
    [
      `UPDATE supervision_session_coaches SET attended = false WHERE session_id = $1`,
      'a_signed_session_stays_as_it_is',
    ],
  ] as const)
    await expect(server.database.query(statement, [open.sessionId])).rejects.toMatchObject({
      constraint: rule,
    });
});

test('signed while the other still writes, what they typed is answered beside what stands, and may still go in', async () => {
  await raised(team.rosa, team.theo);
  const open = await begunSession(sam, [team.rosa]);
  await signed(sam, open);
  const line = lineAbout(open, team.theo.participantId);
  const late = await beside(rosa, open, line, 'Typed while Sam signed');
  expectProblem(late, 412, 'version-stale');
  expect(late.body).toMatchObject({
    current: { state: 'signing', signatures: [{ account: { name: 'Sam' } }] },
    yours: { words: 'Typed while Sam signed' },
  });
  expectProblem(
    await rosa.post(`/api/supervision-sessions/${open.sessionId}/decisions`, aDecision(team.rosa)),
    412,
    'version-stale',
  );
  expect((await on(sam, open, 'take-signature-back', 1)).body).toMatchObject({
    state: 'open',
    signatures: [],
  });
  expect((await beside(rosa, open, line, 'Typed while Sam signed')).status).toBe(200);
  // and a text that changed since it was read is not signed unseen
  const unseen = await on(sam, open, 'sign', open['textVersion'] as number);
  expectProblem(unseen, 412, 'version-stale');
  expect(besidesLoad(unseen.body.current)).toMatchObject([{ words: 'Typed while Sam signed' }]);
});

test('in a group each coach reads their own people and signs for themself; who was not there does not', async () => {
  const mina = await aParticipantOf(dev, { preferredName: 'Mina' });
  await raised(team.rosa, team.theo);
  await raised(dev, mina);
  const june = await aCoach(team.organization, { name: 'June', supervisor: team.sam });
  const open = await begunSession(sam, [team.rosa, dev, june]);
  const devs = await server.as(dev);
  const names = async (by: Client): Promise<unknown[]> =>
    besidesLoad(await seen(by, open)).map((line) => line['participantName']);
  expect(await names(sam)).toEqual(['Mina', 'Theo']);
  expect(await names(rosa)).toEqual(['Theo']);
  expectProblem(
    await beside(rosa, open, lineAbout(open, mina.participantId), 'x'),
    404,
    'supervision-line-not-found',
  );
  const there = await sam.put(
    `/api/supervision-sessions/${open.sessionId}/hours`,
    { minutes: 90, attendedIds: [team.rosa.accountId, dev.accountId] },
    onVersion(open.version),
  );
  expect(there.body).toMatchObject({
    minutes: 90,
    coaches: [{ name: 'Dev' }, { name: 'June', attended: false }, { name: 'Rosa' }],
  });
  const junes = await server.as(june);
  const text = (await seen(junes, open))['textVersion'] as number;
  expectProblem(await on(junes, open, 'sign', text), 409, 'session-not-attended');
  await signed(sam, open);
  expect(await signed(rosa, open)).toMatchObject({ state: 'signing', mayAdd: true });
  expect(await signed(devs, open)).toMatchObject({ state: 'held' });
  expect((await junes.get('/api/supervision-hours')).body.coaches).toEqual([]);
  expect((await rosa.get('/api/supervision-hours')).body).toMatchObject({
    from: '2025-03-10',
    to: '2026-03-10',
    coaches: [
      { coach: { name: 'Rosa' }, group: { sessionCount: 1, minutes: 90 }, individual: { minutes: 0 } },
    ],
  });
});

test('before it began there is nothing to write and nothing to sign, and once called off nothing at all', async () => {
  const session = await plannedSession(sam, [team.rosa]);
  const words = () =>
    sam.put(`/api/supervision-sessions/${session.sessionId}/words`, { words: 'x' }, onVersion(1));
  expectProblem(await words(), 409, 'session-not-begun');
  expectProblem(await on(sam, session, 'sign', 1), 409, 'session-not-begun');
  const off = { reason: 'Rosa is at a funeral', goesOn: true };
  expectProblem(await on(sam, session, 'call-off', 7, off), 412, 'version-stale');
  expect((await on(sam, session, 'call-off', 1, off)).body).toMatchObject({
    state: 'called off',
    calledOffReason: off.reason,
    next: { plannedOn: '2026-03-25' },
  });
  for (const answer of [await words(), await on(sam, session, 'begin', 2), await on(sam, session, 'sign', 1)])
    expectProblem(answer, 409, 'session-called-off');
});
