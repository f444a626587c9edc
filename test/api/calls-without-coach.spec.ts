import { asks, takesBack, toldBy } from '../given/call.js';
import {
  aParticipantOf,
  aParticipantWithoutCoach,
  closeEnrollment,
  type Participant,
} from '../given/participant.js';
import { today } from '../given/organization.js';
import { aCoach } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Words } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let theo: Participant;
let lou: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  // a Tuesday at noon in New York
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  theo = team.theo;
  lou = await aParticipantWithoutCoach(team.organization, { preferredName: 'Lou' });
});

const waiting = async () =>
  (await (await server.as(team.sam)).get('/api/calls-asked-for/without-coach')).body.items;

test('the supervisors see it and are told once, and not of it when it is taken back', async () => {
  const { body } = await asks(lou, { about: 'I need a coach' });
  expect(body.whoSees.coachNames).toEqual([]);
  await asks(lou);
  expect(await waiting()).toEqual([{ ...body.call, participantId: lou.participantId, preferredName: 'Lou' }]);
  const told = { account_id: team.sam.accountId, kind: 'call' };
  expect(await toldBy(server, body.call.callId)).toEqual([{ ...told, is_withdrawn: false }]);
  await takesBack(lou, body.call.callId);
  expect(await waiting()).toEqual([]);
  expect(await toldBy(server, body.call.callId)).toEqual([{ ...told, is_withdrawn: true }]);
});

test('a coach who can’t sign in any more, or a closed enrollment, is as none', async () => {
  await server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    team.rosa.accountId,
    server.clock.now(),
  ]);
  expect((await asks(theo)).body.whoSees.coachNames).toEqual([]);
  const mina = await aParticipantOf(await aCoach(team.organization, { supervisor: team.sam }));
  await closeEnrollment(mina, today(team.organization));
  expect((await asks(mina)).body.whoSees.coachNames).toEqual([]);
  expect((await waiting()).map((each: Words) => each.participantId)).toEqual([
    theo.participantId,
    mina.participantId,
  ]);
});

test('another organization sees nothing of it', async () => {
  await asks(lou);
  const other = await aTeam(server);
  const { body } = await (await server.as(other.sam)).get('/api/calls-asked-for/without-coach');
  expect(body.items).toEqual([]);
});
