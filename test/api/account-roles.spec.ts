import { v7 as newId } from 'uuid';
import { onCall } from '../given/answering.js';
import { raised } from '../given/logged.js';
import { actingAs, alsoHolds, inTheProgram } from '../given/roles.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let ada: Person;
let adas: Client;
let inez: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  inez = await aSupervisor(team.organization, { name: 'Inez' });
  ada = await anAdministrator(team.organization);
  adas = await server.as(ada);
});

const of = (person: Person, what: string): string => `/api/people/${person.accountId}/${what}`;
const give = (person: Person, sent: object, version = 1): Promise<Answer> =>
  adas.post(of(person, 'roles'), sent, onVersion(version));
const take = (person: Person, sent: object, version = 1): Promise<Answer> =>
  adas.post(of(person, 'roles/take'), sent, onVersion(version));
const disable = (person: Person, sent: object = {}, version = 1): Promise<Answer> =>
  adas.post(of(person, 'disable'), sent, onVersion(version));
const said = ({ status, body }: Answer): unknown[] => [status, body.code];

test('a supervisor is made a coach too, begins as supervisor, and is found among both', async () => {
  const { status, body } = await give(inez, { role: 'coach', supervisorId: team.sam.accountId });
  expect([status, body.role, body.roles, body.version]).toEqual([
    200,
    'supervisor',
    ['supervisor', 'coach'],
    2,
  ]);
  expect(body).toMatchObject({ supervisor: { name: 'Sam' }, caseloadCount: 0 });
  expect(await lastInTrailOf(ada)).toMatchObject({
    action: 'account.role-given',
    subject_id: inez.accountId,
  });
  const named = async (role: string): Promise<string[]> =>
    (await adas.get(`/api/people?role=${role}`)).body.items.map(({ name }: { name: string }) => name);
  expect([await named('coach'), await named('supervisor')]).toEqual([
    ['Inez', 'Rosa'],
    ['Inez', 'Sam'],
  ]);
  expect((await (await actingAs(inez, 'coach')).get('/api/caseload')).status).toBe(200);
});

test('given or taken thrice is once, whatever the version then', async () => {
  for (const version of [1, 1, 1])
    expect((await give(inez, { role: 'coach' }, version)).body.version).toBe(2);
  for (const version of [2, 2, 2])
    expect((await take(inez, { role: 'coach' }, version)).body.version).toBe(3);
  const { body } = await adas.get(of(inez, 'history'));
  expect(body.items).toMatchObject([
    { action: 'account.role-taken', what: 'coach', by: { name: 'Ada' }, byRole: 'administrator' },
    { action: 'account.role-given', what: 'coach', at: '2026-03-10T16:00:00.000Z' },
  ]);
});

test('two who change one account at once: the second is shown both and overwrites nothing', async () => {
  await give(inez, { role: 'coach' });
  const { status, body } = await give(inez, { role: 'administrator' }, 1);
  expect([status, body.code, body.current.roles, body.yours]).toEqual([
    412,
    'version-stale',
    ['supervisor', 'coach'],
    { role: 'administrator' },
  ]);
});

test.each([
  ['roles', { role: 'nurse' }, 422, ['role not-a-choice']],
  ['roles', { role: 'participant' }, 422, ['role not-a-choice']],
  ['roles', {}, 422, ['role not-a-choice']],
  ['roles', { role: 'administrator', supervisorId: NO_ID[0] }, 422, ['supervisorId only-for-a-coach']],
  ['roles', { role: 'coach', supervisorId: 'sam' }, 404, []],
  ['roles', { role: 'coach', supervisorId: NO_ID[0] }, 404, []],
  ['roles/take', { role: 'supervisor', because: 'x' }, 422, ['because property-unknown']],
  ['disable', { takenOverBy: 7 }, 422, ['takenOverBy is-text']],
])('what cannot be asked for is refused: %s %j', async (what, sent, status, fields) => {
  const answer = await adas.post(of(inez, what), sent, onVersion(1));
  expect([answer.status, fieldsOf(answer)]).toEqual([status, fields]);
});

test('without a version nothing is changed; nobody else changes roles; another organization’s people are nobody', async () => {
  expect((await adas.post(of(inez, 'roles'), { role: 'coach' })).status).toBe(428);
  for (const person of [team.sam, team.rosa, team.theo]) {
    const client = await server.as(person);
    expect(said(await client.post(of(inez, 'roles'), { role: 'coach' }, onVersion(1)))).toEqual([
      403,
      'role-not-allowed',
    ]);
    expect(said(await client.get(of(inez, 'history')))).toEqual([403, 'role-not-allowed']);
  }
  const other = (await aTeam(server)).sam;
  expect((await give(other, { role: 'coach' })).status).toBe(404);
  expect((await adas.get(of(other, 'history'))).status).toBe(404);
  expect((await adas.get('/api/people/nobody/history')).status).toBe(404);
  expect(fieldsOf(await adas.get(`${of(inez, 'history')}?after=x`))).toEqual(['after cursor-unknown']);
});

test('the only role, the only supervisor and the only administrator stay', async () => {
  expect(said(await take(team.rosa, { role: 'coach' }))).toEqual([409, 'role-is-the-last']);
  expect(said(await disable(ada))).toEqual([409, 'administrator-is-the-last']);
  await disable(inez);
  expect(said(await disable(team.sam))).toEqual([409, 'supervisor-is-the-last']);
  await alsoHolds(team.sam, 'coach');
  expect(said(await take(team.sam, { role: 'supervisor' }))).toEqual([409, 'supervisor-is-the-last']);
  expect((await adas.get('/api/people?find=sam')).body.items[0].isDisabled).toBe(false);
});

test('of two administrators who disable the two last supervisors at once, one is told', async () => {
  await server.database.query('UPDATE coaches SET supervisor_id = NULL WHERE id = $1', [team.rosa.accountId]);
  const answers = await Promise.all([disable(team.sam), disable(inez)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a supervisor with a team, the call or a note leaves once somebody takes over, who then has it all', async () => {
  await onCall(team.sam);
  const note = await raised(team.rosa, team.theo, {
    level: 'urgent',
    signals: ['thoughts of suicide'],
    whatWasDone: 'We called 988 together.',
  });
  const refused = await disable(team.sam);
  expect(said(refused)).toEqual([409, 'somebody-must-take-over']);
  expect(refused.body.detail).toBe(
    'Rosa reports to Sam. Sam is on call for risk notes. 1 risk note waits for Sam alone. Say who takes over from Sam.',
  );
  expect(refused.body).toMatchObject({ coachNames: ['Rosa'], isOnCall: true, waitingNoteCount: 1 });

  const inezs = await server.as(inez);
  expect((await inezs.get(`/api/risk-notes/${note}`)).status).toBe(404);
  const { status } = await disable(team.sam, { takenOverBy: inez.accountId });
  expect(status).toBe(200);
  expect((await inezs.get(`/api/risk-notes/${note}`)).body.told).toMatchObject([
    { name: 'Sam', as: 'own supervisor' },
    { name: 'Inez', as: 'named' },
  ]);
  expect((await adas.get('/api/people?find=rosa')).body.items[0].supervisor.name).toBe('Inez');
  expect((await adas.get('/api/answering')).body.onCall.name).toBe('Inez');
  expect((await adas.get(of(team.sam, 'history'))).body.items).toMatchObject([
    { action: 'account.disabled' },
    { action: 'account.team-taken-over', what: 'Inez' },
  ]);
});

test.each([
  ['themself', () => team.sam.accountId, 422, 'input-invalid'],
  ['nobody there is', () => newId(), 404, 'supervisor-not-found'],
  ['a coach', () => team.rosa.accountId, 404, 'supervisor-not-found'],
])('a team is not taken over by %s, and stays as it was', async (_, whom, status, code) => {
  expect(said(await disable(team.sam, { takenOverBy: whom() }))).toEqual([status, code]);
  expect((await adas.get('/api/people?find=rosa')).body.items[0].supervisor.name).toBe('Sam');
});

test('a team is not taken over by one who cannot sign in yet, nor by one who reports to the one who leaves', async () => {
  await server.database.query('UPDATE accounts SET activated_at = NULL WHERE id = $1', [inez.accountId]);
  const noor = await aSupervisor(team.organization, { name: 'Noor' });
  expect(said(await disable(team.sam, { takenOverBy: inez.accountId }))).toEqual([
    409,
    'successor-has-not-opened',
  ]);
  await alsoHolds(noor, 'coach', { supervisor: team.sam });
  expect(said(await disable(team.sam, { takenOverBy: noor.accountId }))).toEqual([
    409,
    'successor-is-on-the-team',
  ]);
});

test('whoever walks with somebody keeps the role of a coach until they are assigned to others', async () => {
  await give(team.rosa, { role: 'supervisor' });
  expect(said(await take(team.rosa, { role: 'coach' }, 2))).toEqual([409, 'caseload-would-be-left']);
  await adas.put(`/api/participants/${team.theo.participantId}/coach`, { coachId: null });
  const { status, body } = await take(team.rosa, { role: 'coach' }, 2);
  expect([status, body.roles, body.role, body.supervisor]).toEqual([200, ['supervisor'], 'supervisor', null]);
  const { body: choices } = await adas.get('/api/coaches');
  expect(choices.items).toEqual([]);
});

test('whom a coach reports to is changed and mended: to another, to nobody, and back', async () => {
  const report = (to: string | null, version: number): Promise<Answer> =>
    adas.put(of(team.rosa, 'supervisor'), { supervisorId: to }, onVersion(version));
  expect((await report(inez.accountId, 1)).body.supervisor.name).toBe('Inez');
  const theo = `/api/participants/${team.theo.participantId}`;
  expect((await (await server.as(inez)).get(theo)).status).toBe(200);
  expect((await (await server.as(team.sam)).get(theo)).status).toBe(404);
  expect((await report(null, 2)).body.supervisor).toBeNull();
  expect((await report(null, 2)).body.version).toBe(3);
  expect((await report(team.sam.accountId, 2)).status).toBe(412);
  expect((await report(team.sam.accountId, 3)).body.supervisor.name).toBe('Sam');
  expect(
    (await adas.get(of(team.rosa, 'history'))).body.items.map(({ what }: { what: string }) => what),
  ).toEqual(['Sam', '', 'Inez']);
  expect(said(await report(team.rosa.accountId, 4))).toEqual([422, 'input-invalid']);
  expect(said(await report(newId(), 4))).toEqual([404, 'supervisor-not-found']);
  const notHers = await adas.put(of(inez, 'supervisor'), { supervisorId: null }, onVersion(1));
  expect(said(notHers)).toEqual([409, 'not-a-coach']);
});

test('an account disabled is disabled in every role, and opened again holds them all', async () => {
  const keisha = await aCoach(team.organization, { name: 'Keisha', supervisor: team.sam });
  await inTheProgram(keisha, team.rosa);
  const [coaching, own] = [await server.as(keisha), await actingAs(keisha, 'participant')];
  expect((await disable(keisha)).status).toBe(200);
  expect((await coaching.get('/api/today')).body.code).toBe('session-ended');
  expect((await own.get('/api/home')).body.code).toBe('access-ended');
  expect((await adas.post(of(keisha, 'enable'), {}, onVersion(2))).body.roles).toEqual([
    'coach',
    'participant',
  ]);
  expect((await (await actingAs(keisha, 'participant')).get('/api/home')).status).toBe(200);
});
