import { invite, keyIn, notYetIn, toInvite } from '../given/invited.js';
import { aParticipantOf, aParticipantWithoutCoach, closeEnrollment } from '../given/participant.js';
import { PASSWORD, withPassword } from '../given/password.js';
import { today } from '../given/organization.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem, withoutMoment } from '../support/problem.js';
import { pastTheServer } from '../support/past-the-server.js';
import { NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let rosas: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  await server.database.query('DELETE FROM sign_in_delays');
  rosas = await server.as(team.rosa);
});

const opened = (key: string, password = PASSWORD, client = server.asNobody()): Promise<Answer> =>
  client.post('/api/opening', { key, password });
const wayIn = (by = rosas, { participantId } = team.theo): Promise<Answer> =>
  by.get(`/api/participants/${participantId}/way-in`);

test('who has no account gets one, with a name of their own and nothing more of theirs in it', async () => {
  const maria = await notYetIn(
    await aParticipantOf(team.rosa, { preferredName: 'María José Ortega', language: 'es' }),
    'no account',
  );
  const before = (await wayIn(rosas, maria)).body;
  expect(before).toMatchObject({ hasAccount: false, signInName: null, isOpened: false, invitation: null });
  expect(before.proposedSignInName).toMatch(/^maria\d\d$/);

  const { status, body } = await invite(rosas, maria, { signInName: before.proposedSignInName });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    invitationLink: expect.stringMatching(/^\/invitation\/[\w-]{43}$/),
    code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/),
    expiresAt: '2026-03-17T16:00:00.000Z',
    neutralName: '',
    wayIn: { hasAccount: true, isOpened: false, invitation: { madeByName: 'Rosa', isExpired: false } },
  });
  expect(await lastInTrailOf(team.rosa)).toMatchObject({
    action: 'account.invited',
    participant_id: maria.participantId,
  });

  const marias = server.asNobody();
  const looked = await marias.post('/api/opening/look', { key: body.code });
  expect(looked.body).toEqual({
    name: 'María José Ortega',
    signInName: before.proposedSignInName,
    organizationName: '',
    organization: team.organization.shortName,
    role: 'participant',
    language: 'es',
  });
  expect((await opened(body.code, PASSWORD, marias)).status).toBe(200);
  expect((await marias.get('/api/home')).body.preferredName).toBe('María José Ortega');
  expect((await wayIn(rosas, maria)).body).toMatchObject({ isOpened: true, invitation: null });
});

test('link and code are one invitation: whichever is used first, the other is used up', async () => {
  await notYetIn(team.theo, 'an account');
  const { body } = await invite(rosas, team.theo);
  expect((await opened(keyIn(body.invitationLink))).status).toBe(200);
  expectProblem(await opened(body.code), 404, 'invitation-not-found');
});

test('a new invitation ends the one before, and one that is called off opens nothing', async () => {
  await notYetIn(team.theo, 'an account');
  const first = (await invite(rosas, team.theo)).body;
  const second = (await invite(rosas, team.theo)).body;
  expect((await opened(first.code)).status).toBe(404);
  const calledOff = await rosas.post(`/api/participants/${team.theo.participantId}/invitation/call-off`);
  expect([calledOff.status, calledOff.body.invitation]).toEqual([200, null]);
  expect(await lastInTrailOf(team.rosa)).toMatchObject({ action: 'invitation.called-off' });
  expect((await opened(second.code)).status).toBe(404);
  expect((await opened(keyIn(second.invitationLink))).status).toBe(404);
});

test('sent three times it is one invitation, one line in the trail, and the last answer works', async () => {
  await notYetIn(team.theo, 'an account');
  const sent = toInvite();
  const path = `/api/participants/${team.theo.participantId}/invitation`;
  const answers = [];
  for (let time = 0; time < 3; time += 1) answers.push(await rosas.post(path, sent));
  expect(answers.map(({ body }) => body.wayIn.invitation.invitationId)).toEqual(
    Array(3).fill(sent.invitationId),
  );
  expect((await trailOf(team.rosa)).filter(({ action }) => action === 'account.invited')).toHaveLength(1);
  expect((await opened(answers[0]!.body.code)).status).toBe(404);
  expect((await opened(answers[2]!.body.code)).status).toBe(200);
  expectProblem(await rosas.post(path, { ...sent, lookedHow: 'video' }), 409, 'invitation-used');
});

test('what was lost is replaced after a look at the person, and nothing old opens the account', async () => {
  await withPassword(team.theo);
  const phone = await server.as(team.theo);
  expectFieldProblem(await invite(rosas, team.theo), 'lookedHow', 'missing');
  const { body } = await invite(rosas, team.theo, { lookedHow: 'in person' });
  expect(body.wayIn).toMatchObject({
    isOpened: true,
    invitation: { isReplacement: true, lookedHow: 'in person' },
  });
  const { rows } = await server.database.query(
    `SELECT why FROM trail WHERE action = 'account.invited' AND participant_id = $1`,
    [team.theo.participantId],
  );
  expect(rows).toEqual([{ why: 'Looked at the person: in person.' }]);
  // until it is used, nothing changes
  expect((await phone.get('/api/home')).status).toBe(200);

  expect((await opened(body.code, 'another friendly lantern')).status).toBe(200);
  expect((await phone.get('/api/home')).status).toBe(401);
  const signIn = (password: string): Promise<Answer> =>
    server.asNobody().post('/api/sign-in', {
      organization: team.organization.shortName,
      signInName: team.theo.signInName,
      password,
    });
  expect((await signIn(PASSWORD)).status).toBe(401);
  expect((await signIn('another friendly lantern')).status).toBe(200);
});

test.each([['mail'], [''], ['asked three questions']])(
  'a look is in person or by video, not "%s"',
  async (how) => {
    expectFieldProblem(await invite(rosas, team.theo, { lookedHow: how }), 'lookedHow', 'not-a-choice');
  },
);

test('a sign-in name that is taken, or is none, is told at its field', async () => {
  const lou = await notYetIn(await aParticipantOf(team.rosa, { preferredName: 'Lou' }), 'no account');
  const taken = await invite(rosas, lou, { signInName: team.theo.signInName.toUpperCase() });
  expectProblem(taken, 409, 'sign-in-name-taken');
  expect(taken.body.fields).toMatchObject([{ path: 'signInName' }]);
  expectFieldProblem(await invite(rosas, lou), 'signInName', 'missing');
  expectFieldProblem(await invite(rosas, lou, { signInName: 'Lou Vega' }), 'signInName', 'is-sign-in-name');
  expect((await wayIn(rosas, lou)).body.hasAccount).toBe(false);
});

describe('whom one may invite', () => {
  const paths = ['way-in', 'invitation', 'invitation/call-off'];
  const asks = (by: Client, id: string, path: string): Promise<Answer> =>
    path === 'way-in'
      ? by.get(`/api/participants/${id}/${path}`)
      : by.post(`/api/participants/${id}/${path}`, path === 'invitation' ? toInvite() : {});

  test('a coach nobody else’s participants: out of reach, elsewhere and missing are one 404', async () => {
    const others = await aParticipantOf(await aCoach(team.organization, { name: 'Dev' }));
    const elsewhere = (await aTeam(server)).theo;
    for (const path of paths) {
      const answers = [];
      for (const id of [others.participantId, elsewhere.participantId, ...NO_ID.map(encodeURIComponent)])
        answers.push(withoutMoment(await asks(rosas, id, path)));
      expect(answers[0]).toMatchObject({ status: 404, body: { code: 'participant-not-found' } });
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    }
  });

  test('the database itself tells and calls off nothing for who may not invite', async () => {
    const { participantId } = team.theo;
    await invite(rosas, await notYetIn(team.theo, 'an account'));
    const found = async (role: 'coach' | 'supervisor', person: Person): Promise<unknown[]> => {
      const { rows: ways } = await pastTheServer(role, person, 'SELECT * FROM way_in_of($1)', [
        participantId,
      ]);
      const { rows } = await pastTheServer(role, person, 'SELECT call_off_invitation($1) AS gone', [
        participantId,
      ]);
      return [ways.length, rows[0].gone];
    };
    expect(await found('coach', team.rosa)).toEqual([1, true]);
    expect(await found('supervisor', team.sam)).toEqual([1, true]);
    expect(await found('coach', await aCoach(team.organization, { name: 'Dev' }))).toEqual([0, false]);
    expect(await found('supervisor', await aSupervisor(team.organization, { name: 'Inez' }))).toEqual([
      0,
      false,
    ]);
  });

  test('a supervisor those of the team and those with no coach, and nobody of another team', async () => {
    const sams = await server.as(team.sam);
    const nobodys = await notYetIn(await aParticipantWithoutCoach(team.organization), 'no account');
    expect((await invite(sams, nobodys, { signInName: 'quiet1' })).status).toBe(201);
    expect((await invite(sams, team.theo, { lookedHow: 'video' })).status).toBe(201);
    expect((await invite(rosas, nobodys, { signInName: 'quiet2' })).status).toBe(404);
    const other = await server.as(await aSupervisor(team.organization, { name: 'Inez' }));
    expect((await invite(other, team.theo, { lookedHow: 'video' })).status).toBe(404);
  });

  test('not somebody whose account is disabled, nor somebody whose stay has ended', async () => {
    await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [
      team.theo.accountId,
    ]);
    expectProblem(await invite(rosas, team.theo, { lookedHow: 'video' }), 409, 'account-disabled');
    const lou = await aParticipantOf(team.rosa, { preferredName: 'Lou' });
    await closeEnrollment(lou, today(team.organization));
    expectProblem(await invite(rosas, lou, { lookedHow: 'video' }), 409, 'enrollment-closed');
    expect((await wayIn(rosas, lou)).body.isEnrolled).toBe(false);
  });
});
