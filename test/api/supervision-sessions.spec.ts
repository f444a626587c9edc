import { v7 as newId } from 'uuid';
import { raised } from '../given/logged.js';
import { today } from '../given/organization.js';
import { aParticipantOf, reassign } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import {
  begun,
  begunSession,
  besidesLoad,
  lineAbout,
  on,
  plannedSession,
  seen,
  signed,
} from '../given/supervision.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

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

test('its agenda is taken afresh until it begins, and stays as it then was', async () => {
  const session = await plannedSession(sam, [team.rosa]);
  expect(besidesLoad(session)).toEqual([]);
  const riskNoteId = await raised(team.rosa, team.theo, { level: 'concern' });
  const fresh = await seen(sam, session);
  expect(besidesLoad(fresh)).toMatchObject([
    {
      section: 'risk notes',
      participantName: 'Theo',
      riskNoteId,
      level: 'concern',
      sentence: 'Risk note of concern of March 10, nobody has answered yet',
    },
  ]);
  expect((await seen(rosa, session))['agenda']).toEqual(fresh['agenda']);
  const open = await begun(sam, session);
  await raised(team.rosa, team.theo, { level: 'urgent' });
  expect((await seen(rosa, open))['agenda']).toEqual(open['agenda']);
  expect(besidesLoad(open)).toHaveLength(1);
  expect(await lastInTrailOf(team.rosa)).toMatchObject({
    action: 'supervision-session.opened',
    participant_ids: [team.theo.participantId],
  });
});

test('a coach with nobody has an agenda about themself alone', async () => {
  await server.database.query('UPDATE certifications SET last_on = $2 WHERE coach_id = $1', [
    dev.accountId,
    '2026-04-01',
  ]);
  expect((await begunSession(sam, [dev]))['agenda']).toMatchObject([
    { section: 'certification', participantId: null, sentence: 'CPRS ends on April 1, in 22 days' },
    { section: 'load', sentence: 'Load 0 of 15, with nobody' },
  ]);
});

test('hours count once both signed, to coach, supervisor and administrator, who reads no word of it', async () => {
  const open = await begunSession(sam, [team.rosa]);
  const ada = await server.as(await anAdministrator(team.organization));
  await signed(rosa, open);
  expect((await ada.get('/api/supervision-hours')).body.coaches).toMatchObject([
    { coach: { name: 'Rosa' }, individual: { minutes: 0 }, toSignCount: 1 },
  ]);
  await signed(sam, open);
  for (const by of [ada, sam, rosa])
    expect((await by.get('/api/supervision-hours')).body.coaches).toMatchObject([
      { individual: { sessionCount: 1, minutes: 60 }, toSignCount: 0 },
    ]);
  expect((await sam.get('/api/supervision-hours?from=2026-01-01&to=2026-03-09')).body.coaches).toEqual([]);
  expectFieldProblem(
    await sam.get('/api/supervision-hours?from=2026-03-10&to=2026-03-09'),
    'to',
    'before-it-begins',
  );
  for (const path of ['/api/supervision-sessions', `/api/supervision-sessions/${open.sessionId}`])
    for (const by of [ada, await server.as(team.theo)])
      expectProblem(await by.get(path), 403, 'role-not-allowed');
});

test('a coach sees the sum of their own hours, individual and group, over any days, the first and the last included', async () => {
  const held = async (day: string, coaches: Person[], minutes: number): Promise<void> => {
    server.clock.set(`${day}T16:00:00Z`);
    const by = await server.as(team.sam);
    const open = await begunSession(by, coaches, { plannedOn: day, minutes, everyDays: null });
    for (const each of coaches) await signed(await server.as(each), open);
    await signed(by, open);
  };
  await held('2026-03-10', [team.rosa], 60);
  await held('2026-03-11', [team.rosa], 45);
  await held('2026-03-12', [team.rosa, dev], 90);
  await held('2026-03-13', [team.rosa], 30);
  rosa = await server.as(team.rosa);
  const hours = async (from: string, to: string): Promise<unknown> =>
    (await rosa.get(`/api/supervision-hours?from=${from}&to=${to}`)).body.coaches;
  expect(await hours('2026-03-10', '2026-03-12')).toEqual([
    {
      coach: { accountId: team.rosa.accountId, name: 'Rosa' },
      individual: { sessionCount: 2, minutes: 105 },
      group: { sessionCount: 1, minutes: 90 },
      toSignCount: 0,
    },
  ]);
  expect(await hours('2026-03-12', '2026-03-13')).toMatchObject([
    { individual: { sessionCount: 1, minutes: 30 }, group: { minutes: 90 } },
  ]);
  expect(await hours('2026-03-14', '2026-03-20')).toEqual([]);
});

test('an addendum stands beside its line, for whoever reaches whom it is about', async () => {
  const lou = await aParticipantOf(team.rosa, {
    preferredName: 'Lou',
    enrolledOn: today(team.organization, -40),
  });
  const open = await begunSession(sam, [team.rosa]);
  await signed(rosa, open);
  await signed(sam, open);
  const { lineId } = lineAbout(open, lou.participantId);
  const addendum = { addendumId: newId(), lineId, words: 'Lou has a new number' };
  const path = `/api/supervision-sessions/${open.sessionId}/addenda`;
  expect((await rosa.post(path, addendum)).body.addenda).toMatchObject([{ lineId, words: addendum.words }]);
  expect((await seen(sam, open))['addenda']).toMatchObject([{ lineId }]);
  const june = await aCoach(team.organization, {
    name: 'June',
    supervisor: await aSupervisor(team.organization, { name: 'Inez' }),
  });
  await reassign(lou, june);
  for (const by of [sam, rosa]) expect((await seen(by, open))['addenda']).toEqual([]);
  const late = { ...addendum, addendumId: newId() };
  expectProblem(await rosa.post(path, late), 404, 'supervision-line-not-found');
});

test('is nobody’s who is not in it, and of another supervisor not even there', async () => {
  const open = await begunSession(sam, [team.rosa]);
  const inez = await server.as(await aSupervisor(team.organization, { name: 'Inez' }));
  const devs = await server.as(dev);
  for (const by of [inez, devs])
    for (const id of [open.sessionId, ...NO_ID].map(encodeURIComponent)) {
      expectProblem(await by.get(`/api/supervision-sessions/${id}`), 404, 'supervision-session-not-found');
      expectProblem(await on(by, { sessionId: id }, 'sign', 1), 404, 'supervision-session-not-found');
    }
  expectProblem(await on(inez, open, 'begin', 1), 404, 'supervision-session-not-found');
  expectProblem(await on(rosa, open, 'begin', 1), 403, 'role-not-allowed');
  expect((await inez.get('/api/supervision-hours')).body.coaches).toEqual([]);
});

test('hours are no less than a minute and no more than a day, and somebody was there', async () => {
  const open = await begunSession(sam, [team.rosa]);
  const hours = (minutes: unknown, attendedIds = [team.rosa.accountId]): Promise<Answer> =>
    sam.put(
      `/api/supervision-sessions/${open.sessionId}/hours`,
      { minutes, attendedIds },
      onVersion(open.version),
    );
  expectFieldProblem(await hours(-5), 'minutes', 'too-small');
  expectFieldProblem(await hours(1441), 'minutes', 'too-large');
  expectFieldProblem(await hours(60, [dev.accountId]), 'attendedIds', 'not-in-session');
  expectProblem(await hours(60, []), 409, 'session-without-coach');
  expect((await hours(1440)).body.minutes).toBe(1440);
});

test('a watch note is answered at the next session when that comes before its 14 days', async () => {
  const dueOf = async (id: string): Promise<string> =>
    (await sam.get(`/api/risk-notes/${id}`)).body.answerBy as string;
  const note = await raised(team.rosa, team.theo, { level: 'watch' });
  const without = await dueOf(note);
  expect(without).toBe('2026-03-24T21:00:00.000Z');
  const session = await plannedSession(sam, [team.rosa]);
  expect(await dueOf(note)).toBe('2026-03-11T15:00:00.000Z');
  expect(await dueOf(await raised(team.rosa, team.theo, { level: 'watch' }))).toBe(
    '2026-03-11T15:00:00.000Z',
  );
  const moved = { plannedOn: '2026-03-16', plannedTime: '09:00', minutes: 30, everyDays: 14 };
  await sam.put(`/api/supervision-sessions/${session.sessionId}/plan`, moved, onVersion(1));
  expect(await dueOf(note)).toBe('2026-03-16T13:30:00.000Z');
  await on(sam, session, 'call-off', 2, { reason: 'Rosa is ill', goesOn: false });
  expect(await dueOf(note)).toBe(without);
  expect(today(team.organization)).toBe('2026-03-10');
});
