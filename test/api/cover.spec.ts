import { contactWith, onVersion, riskNoteAbout, type Words } from '../given/words.js';
import { covers } from '../given/cover.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let dev: Person;
let inez: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  inez = await aSupervisor(team.organization, { name: 'Inez' });
});

const page = (): string => `/api/participants/${team.theo.participantId}`;

/** Whether somebody reaches Theo now, in a session of this moment. */
async function reaches(person: Person): Promise<boolean> {
  const { status } = await (await server.as(person)).get(page());
  expect([200, 404]).toContain(status);
  return status === 200;
}

test('who covers for a coach reaches their people on those days and on no other, in the organization’s zone', async () => {
  await covers(dev, team.rosa, { fromOn: '2026-03-11', throughOn: '2026-03-12' });
  const moments: [at: string, isThere: boolean][] = [
    ['2026-03-11T03:59:59Z', false], // a second to midnight in New York
    ['2026-03-11T04:00:00Z', true],
    ['2026-03-13T03:59:59Z', true],
    ['2026-03-13T04:00:00Z', false],
  ];
  for (const [at, isThere] of moments) {
    server.clock.set(at);
    expect([at, await reaches(dev)]).toEqual([at, isThere]);
    expect(await reaches(team.rosa)).toBe(true);
  }
});

test('a day is a day when the clocks change: the long one ends an hour later', async () => {
  server.clock.set('2026-10-30T16:00:00Z');
  await covers(dev, team.rosa, { fromOn: '2026-11-01', throughOn: '2026-11-01' });
  const moments: [at: string, isThere: boolean][] = [
    ['2026-11-01T03:59:59Z', false],
    ['2026-11-01T04:00:00Z', true],
    ['2026-11-02T04:59:59Z', true],
    ['2026-11-02T05:00:00Z', false],
  ];
  for (const [at, isThere] of moments) {
    server.clock.set(at);
    expect([at, await reaches(dev)]).toEqual([at, isThere]);
  }
});

test('who covers logs in their own name, and what they began is finished within a week', async () => {
  await covers(dev, team.rosa, { throughOn: '2026-03-10' });
  const asDev = await server.as(dev);
  const logged = await asDev.post('/api/contacts', contactWith(team.theo));
  expect(logged).toMatchObject({ status: 201, body: { coach: { name: 'Dev' }, isOffCaseload: false } });
  const late = contactWith(team.theo, { sharedNote: 'He asked for the bus times.' });
  const draft = { participantId: team.theo.participantId, body: late };
  expect((await asDev.put(`/api/drafts/${late.contactId}`, draft)).status).toBe(200);
  server.clock.advance(1440);
  expect(await reaches(dev)).toBe(false);
  expect(await (await server.as(dev)).post('/api/contacts', late)).toMatchObject({
    status: 201,
    body: { coach: { name: 'Dev' } },
  });
});

test('drafts and what was put away stay with whom they are', async () => {
  const asRosa = await server.as(team.rosa);
  const { contactId } = contactWith(team.theo);
  await asRosa.put(`/api/drafts/${contactId}`, { participantId: team.theo.participantId, body: {} });
  await covers(dev, team.rosa);
  const asDev = await server.as(dev);
  expect((await asDev.get(`/api/drafts/${contactId}`)).status).toBe(404);
});

test('who covers for a supervisor has their team: notes, lists and who walks with whom', async () => {
  const note = riskNoteAbout(team.theo, { level: 'urgent' });
  await (await server.as(team.rosa)).post('/api/risk-notes', note);
  expect(await reaches(inez)).toBe(false);
  await covers(inez, team.sam);
  const asInez = await server.as(inez);
  expect(await reaches(inez)).toBe(true);
  const names = (await asInez.get('/api/team')).body.rows.map(
    (row: { coach: Words | null }) => row.coach?.['name'],
  );
  expect(names).toEqual(['Dev', 'Rosa', undefined]);
  expect((await asInez.get('/api/team/participants')).body.items).toHaveLength(1);
  expect((await asInez.get('/api/risk-notes?coachId=team')).body.items).toHaveLength(1);
  const moved = await asInez.put(`${page()}/coach`, { coachId: dev.accountId });
  expect(moved).toMatchObject({ status: 200, body: { coach: { name: 'Dev' } } });
  const answered = await asInez.post(
    `/api/risk-notes/${note.riskNoteId}/acknowledge`,
    { words: 'I am with her.' },
    onVersion(1),
  );
  expect(answered).toMatchObject({ status: 200, body: { acknowledged: { by: { name: 'Inez' } } } });
  server.clock.advance(3 * 1440);
  expect(await reaches(inez)).toBe(false);
  expect((await (await server.as(inez)).get('/api/team')).body.rows).toHaveLength(1);
});

test('while who covers is away too, whoever covers for them stands for both, and both come back', async () => {
  const keisha = await aCoach(team.organization, { name: 'Keisha' });
  const lou = await aParticipantOf(dev, { preferredName: 'Lou' });
  await covers(dev, team.rosa, { throughOn: '2026-03-13' });
  await covers(keisha, dev, { fromOn: '2026-03-11', throughOn: '2026-03-11' });
  expect(await reaches(keisha)).toBe(false);
  server.clock.set('2026-03-11T16:00:00Z');
  const asKeisha = await server.as(keisha);
  expect(await reaches(keisha)).toBe(true);
  expect((await asKeisha.get(`/api/participants/${lou.participantId}`)).status).toBe(200);
  const { body } = await (await server.as(team.rosa)).get('/api/covers');
  expect(body.items).toMatchObject([
    { covering: { name: 'Dev' }, answering: { name: 'Keisha' }, state: 'now' },
  ]);
  server.clock.set('2026-03-12T16:00:00Z');
  expect(await reaches(keisha)).toBe(false);
  expect(await reaches(dev)).toBe(true);
});

test('ended early it is over with that request, and taken back it goes on', async () => {
  const { coverId } = await covers(dev, team.rosa);
  expect(await lastInTrailOf(team.rosa)).toMatchObject({ action: 'cover.made', subject_id: coverId });
  const asRosa = await server.as(team.rosa);
  const asDev = await server.as(dev);
  const end = () => asRosa.post(`/api/covers/${coverId}/end`, {}, onVersion(1));
  expect(await end()).toMatchObject({ status: 200, body: { isEnded: true, state: 'over', version: 2 } });
  expect((await asDev.get(page())).status).toBe(404);
  expect(await end()).toMatchObject({ status: 200, body: { version: 2 } });
  expectProblem(await asRosa.post(`/api/covers/${coverId}/go-on`, {}, onVersion(1)), 412, 'version-stale');
  const on = await asRosa.post(`/api/covers/${coverId}/go-on`, {}, onVersion(2));
  expect(on).toMatchObject({ status: 200, body: { isEnded: false, state: 'now', throughOn: '2026-03-12' } });
  expect((await asDev.get(page())).status).toBe(200);
});

test('open pages of who covers hear of what happens to the people they cover', async () => {
  await covers(dev, team.rosa);
  await (await server.as(team.rosa)).post('/api/risk-notes', riskNoteAbout(team.theo));
  const { rows } = await server.database.query<{ account_ids: string[] }>(
    'SELECT account_ids FROM live_events WHERE organization_id = $1 ORDER BY id DESC LIMIT 1',
    [team.organization.organizationId],
  );
  expect(rows[0]!.account_ids.sort()).toEqual([dev, team.rosa, team.sam].map((one) => one.accountId).sort());
});

test('who cannot sign in any more covers for nobody, and those who relied on it are told', async () => {
  const { coverId } = await covers(dev, team.rosa);
  expect(await reaches(dev)).toBe(true);
  const keisha = await aCoach(team.organization, { name: 'Keisha' });
  await covers(keisha, dev);
  expect(await reaches(keisha)).toBe(true);
  const ada = await anAdministrator(team.organization);
  const disabled = await (
    await server.as(ada)
  ).post(`/api/people/${dev.accountId}/disable`, { coveredInsteadBy: null }, onVersion(1));
  expect(disabled.status).toBe(200);
  expect(await reaches(keisha)).toBe(false);
  const { rows } = await server.database.query<{ name: string }>(
    `SELECT a.name FROM messages m JOIN accounts a ON a.organization_id = m.organization_id AND a.id = m.account_id
      WHERE m.subject_id = $1 AND m.step = 'lost' ORDER BY 1`,
    [coverId],
  );
  expect(rows.map(({ name }) => name)).toEqual(['Ada', 'Rosa', 'Sam']);
  const { body } = await (await server.as(team.rosa)).get('/api/covers');
  expect(body.items).toMatchObject([{ coverId, answering: null }]);
});

test('a colleague’s own record does not come with a cover', async () => {
  const keisha = await aCoach(team.organization, { name: 'Keisha', supervisor: inez });
  await server.database.query('UPDATE participants SET account_id = $2 WHERE id = $1', [
    team.theo.participantId,
    keisha.accountId,
  ]);
  const lou = await aParticipantOf(team.rosa, { preferredName: 'Lou' });
  await covers(dev, team.rosa);
  expect(await reaches(team.rosa)).toBe(true);
  expect(await reaches(dev)).toBe(false);
  const asDev = await server.as(dev);
  expect((await asDev.get(`/api/participants/${lou.participantId}`)).status).toBe(200);
  expect((await asDev.post('/api/contacts', contactWith(team.theo))).status).toBe(404);
});

test('whose role is taken away covers for nobody', async () => {
  await covers(dev, team.rosa);
  await server.database.query(`INSERT INTO account_roles VALUES ($1, $2, 'administrator', now())`, [
    team.organization.organizationId,
    dev.accountId,
  ]);
  await server.database.query(`DELETE FROM account_roles WHERE account_id = $1 AND role = 'coach'`, [
    dev.accountId,
  ]);
  const { body } = await (await server.as(team.rosa)).get('/api/covers');
  expect(body.items).toMatchObject([{ answering: null }]);
});
