import { v7 as newId } from 'uuid';
import { ring } from '../given/answering.js';
import { aCheckInThatSays } from '../given/asking.js';
import { goalWith } from '../given/goal-words.js';
import { logged, raised } from '../given/logged.js';
import { aParticipantOf, assign, type Participant } from '../given/participant.js';
import { today } from '../given/organization.js';
import { actingAs, alsoHolds, inTheProgram, noLongerHolds } from '../given/roles.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';

/** Rosa coaches Tomas, who coaches too: both report to Sam, and Theo is Rosa's as well. */
let server: TestServer;
let team: Team;
let tomas: Person;
let record: Participant;
let sams: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  tomas = await aCoach(team.organization, { name: 'Tomas', supervisor: team.sam });
  record = await inTheProgram(tomas, team.rosa);
  sams = await server.as(team.sam);
});

/** Urgent, with what was done. */
const URGENT = { level: 'urgent', signals: ['thoughts of suicide'], whatWasDone: 'We called 988 together.' };

const statusOf = async (client: Client, path: string): Promise<number> => (await client.get(path)).status;
const page = (of: Participant, more = ''): string => `/api/participants/${of.participantId}${more}`;
const named = async (client: Client, path: string): Promise<boolean> => {
  const { status, body } = await client.get(path);
  expect(status).toBe(200);
  return JSON.stringify(body).includes(record.participantId);
};

test('a colleague’s record is read and written by the coach assigned to them, and by no supervisor', async () => {
  const contact = await logged(team.rosa, record);
  const rosas = await server.as(team.rosa);
  expect(await statusOf(rosas, page(record))).toBe(200);
  expect(await named(rosas, '/api/caseload')).toBe(true);
  for (const path of [
    page(record),
    page(record, '/timeline'),
    page(record, '/goals'),
    `/api/contacts/${contact}`,
  ])
    expect([path, await statusOf(sams, path)]).toEqual([path, 404]);
  for (const path of ['/api/team/participants', '/api/team/contacts', '/api/risk-notes'])
    expect([path, await named(sams, path)]).toEqual([path, false]);
  const counted = async (): Promise<number> => (await sams.get('/api/team')).body.totals.participantCount;
  expect(await counted()).toBe(1);
  expect(await statusOf(sams, page(team.theo))).toBe(200);
});

test('a colleague whom nobody walks with yet is on no supervisor’s list, and an administrator assigns them', async () => {
  const keisha = await aCoach(team.organization, { name: 'Keisha', supervisor: team.sam });
  const hers = await inTheProgram(keisha, null);
  expect(await statusOf(sams, page(hers))).toBe(404);
  const adas = await server.as(await anAdministrator(team.organization));
  const { status } = await adas.put(page(hers, '/coach'), { coachId: team.rosa.accountId });
  expect(status).toBe(200);
  expect(await statusOf(await server.as(team.rosa), page(hers))).toBe(200);
});

test('a supervisor told of an open note about a colleague reaches them until it is resolved', async () => {
  const note = await raised(team.rosa, record, URGENT);
  expect(await statusOf(sams, `/api/risk-notes/${note}`)).toBe(200);
  expect(await statusOf(sams, page(record))).toBe(200);
  expect(await named(sams, '/api/risk-notes')).toBe(true);
  // and still on no list of the team, whose numbers count them for nobody
  expect(await named(sams, '/api/team/participants')).toBe(false);
  const words = { words: 'Talked with him.' };
  expect((await sams.post(`/api/risk-notes/${note}/acknowledge`, words, { 'if-match': '1' })).status).toBe(
    200,
  );
  expect((await sams.post(`/api/risk-notes/${note}/resolve`, words, { 'if-match': '2' })).status).toBe(200);
  expect(await statusOf(sams, page(record))).toBe(404);
});

test('nobody reaches their own record in a role of the staff, not by a search, a draft or a contact either', async () => {
  await aParticipantOf(tomas);
  const own = await server.as(tomas);
  expect(await statusOf(own, page(record))).toBe(404);
  expect(await named(own, '/api/caseload')).toBe(false);
  expect(await named(own, '/api/today')).toBe(false);
  expect(await named(own, '/api/names-in-program?find=tomas')).toBe(false);
  expect((await own.post('/api/contacts', contactWith(record))).status).toBe(404);
  // nor does anybody else stumble on him who is not assigned
  expect(await named(await server.as(team.rosa), '/api/names-in-program?find=tomas')).toBe(false);
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  await aParticipantOf(dev);
  expect(await named(await server.as(dev), '/api/names-in-program?find=tomas')).toBe(false);
  expect(await named(await server.as(dev), '/api/names-in-program?find=theo')).toBe(false);
});

test('a note about a supervisor is answered by somebody else: they are never told, and reach it in no role', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  const her = await inTheProgram(inez, await aCoach(team.organization, { name: 'Dev', supervisor: inez }));
  await alsoHolds(inez, 'administrator');
  const dev = { ...team.rosa, accountId: (await primaryCoachOf(her))! };
  const note = await raised(dev, her, URGENT);
  server.clock.advance(60);
  await ring(server);
  server.clock.advance(60);
  await ring(server);
  const told = await server.database.query<{ name: string }>(
    'SELECT a.name FROM risk_note_told t JOIN accounts a ON a.id = t.account_id WHERE t.risk_note_id = $1',
    [note],
  );
  expect(told.rows.map(({ name }) => name)).toEqual(['Sam']);
  for (const role of ['supervisor', 'administrator'] as const) {
    const inezs = await actingAs(inez, role);
    expect([role, await statusOf(inezs, page(her))]).toEqual([role, role === 'supervisor' ? 404 : 403]);
  }
  const waiting = (await (await actingAs(inez, 'administrator')).get('/api/waiting-risk-notes')).body;
  expect(waiting.items).toEqual([]);
  const adas = await server.as(await anAdministrator(team.organization));
  expect((await adas.get('/api/waiting-risk-notes')).body.items).toMatchObject([{ riskNoteId: note }]);
  const name = { supervisorId: inez.accountId };
  const answer = await adas.post(`/api/waiting-risk-notes/${note}/supervisor`, name);
  expect([answer.status, answer.body.code]).toEqual([409, 'risk-note-about-themself']);
});

test('nobody is their own coach', async () => {
  const adas = await server.as(await anAdministrator(team.organization));
  const answer = await adas.put(page(record, '/coach'), { coachId: tomas.accountId });
  expect([answer.status, answer.body.code]).toEqual([409, 'nobody-is-their-own-coach']);
  await expect(assign(record, tomas, today(team.organization), 'second')).rejects.toThrow('own coach');
});

test('what a colleague says in their own app is their word, not that of somebody of the staff', async () => {
  const own = await actingAs(tomas, 'participant');
  const rosas = await server.as(team.rosa);
  await aCheckInThatSays(record, { words: 'I am tired' });
  const { body: timeline } = await rosas.get(page(record, '/timeline'));
  expect(timeline.items).toMatchObject([{ checkIn: { words: 'I am tired', withName: null } }]);
  const goal = goalWith({ participantId: record.participantId });
  expect((await rosas.post('/api/goals', goal)).status).toBe(201);
  const proposed = await rosas.post(`/api/goals/${goal.goalId}/finish`, {}, onVersion(1));
  expect([proposed.status, proposed.body.finishedOn]).toEqual([200, null]);
  const { status, body } = await own.post(`/api/goals/${goal.goalId}/finish`, {}, onVersion(2));
  expect([status, body.finishedOn]).toEqual([200, '2026-03-10']);
  const { rows } = await server.database.query(
    'SELECT finish_proposed_side, finished_side FROM goals WHERE id = $1',
    [goal.goalId],
  );
  expect(rows).toEqual([{ finish_proposed_side: 'staff', finished_side: 'participant' }]);
});

test('no coach makes a card that opens a colleague’s account', async () => {
  const rosas = await server.as(team.rosa);
  const { status, body } = await rosas.post(page(record, '/invitation'), {
    invitationId: newId(),
    lookedHow: 'in person',
  });
  expect([status, body.code]).toEqual([409, 'signs-in-as-staff']);
  const left = await server.database.query('SELECT 1 FROM invitations WHERE account_id = $1', [
    tomas.accountId,
  ]);
  expect(left.rowCount).toBe(0);
});

test('the pages of a supervisor hear nothing of a colleague’s record; those of the coach and their own do', async () => {
  const rosas = await server.as(team.rosa);
  for (const one of [record, team.theo]) {
    const { status } = await rosas.post('/api/goals', goalWith({ participantId: one.participantId }));
    expect(status).toBe(201);
  }
  const { rows } = await server.database.query<{ account_ids: string[] }>(
    'SELECT account_ids FROM live_events WHERE organization_id = $1 ORDER BY id',
    [team.organization.organizationId],
  );
  expect(rows.map(({ account_ids: ids }) => ids.includes(team.sam.accountId))).toEqual([false, true]);
  expect(rows[0]!.account_ids.sort()).toEqual([team.rosa.accountId, tomas.accountId].sort());
});

test('who is of the staff no more is read again by the team', async () => {
  expect(await statusOf(sams, page(record))).toBe(404);
  await noLongerHolds(tomas, 'coach');
  expect(await statusOf(sams, page(record))).toBe(200);
  expect(await named(sams, '/api/team/participants')).toBe(true);
});

async function primaryCoachOf({ participantId }: Participant): Promise<string | undefined> {
  const { rows } = await server.database.query<{ id: string }>(
    'SELECT primary_coach_id AS id FROM participants WHERE id = $1',
    [participantId],
  );
  return rows[0]?.id;
}
