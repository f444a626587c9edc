import { v7 as newId } from 'uuid';
import { aGoalOf } from '../given/goal.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteAbout, riskNoteWith } from '../given/words.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';

interface Entry {
  role: string;
  action: string;
  whose: string | null;
  whom: string[] | null;
  what: string | null;
  why: string | null;
  outcome: string;
  problem: string | null;
}

let server: TestServer;
let team: Team;
let coach: Client;
let supervisor: Client;
let read: number;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  coach = await server.as(team.rosa);
  supervisor = await server.as(team.sam);
  read = 0;
});

/** The lines that came since last asked, each checked for who, when and in which request. */
async function lines(): Promise<Entry[]> {
  const { rows } = await server.database.query<Entry & { who: string; at: Date; request_id: string }>(
    `SELECT role, action, participant_id AS whose, participant_ids AS whom, subject_id AS what, why, outcome, problem,
            account_id AS who, at, request_id
       FROM trail WHERE organization_id = $1 ORDER BY id OFFSET $2`,
    [team.organization.organizationId, read],
  );
  read += rows.length;
  const accounts: Record<string, string> = {
    coach: team.rosa.accountId,
    supervisor: team.sam.accountId,
    participant: team.theo.accountId,
  };
  return rows.map(({ who, at, request_id, ...entry }) => {
    expect({ who, at }).toEqual({ who: accounts[entry.role], at: server.clock.now() });
    expect(request_id).toMatch(/^[0-9a-f-]{36}$/);
    return entry;
  });
}

function line(role: string, action: string, more: Partial<Entry> = {}): Entry {
  const whose = team.theo.participantId;
  return { role, action, whose, whom: null, what: null, why: null, outcome: 'done', problem: null, ...more };
}

test('each thing read leaves exactly its line: whose record, or whom a list showed', async () => {
  const mina = await aParticipantOf(team.rosa, { preferredName: 'Mina' });
  const { participantId } = team.theo;
  await coach.get('/api/caseload');
  const [everybody] = await lines();
  expect(everybody).toEqual(line('coach', 'caseload.listed', { whose: null, whom: expect.anything() }));
  expect(everybody!.whom!.sort()).toEqual([participantId, mina.participantId].sort());
  await coach.get('/api/caseload?find=min');
  expect(await lines()).toEqual([
    line('coach', 'caseload.listed', { whose: null, whom: [mina.participantId] }),
  ]);
  await coach.get(`/api/participants/${participantId}`);
  expect(await lines()).toEqual([line('coach', 'participant.opened')]);
  await supervisor.get(`/api/participants/${participantId}/timeline`);
  expect(await lines()).toEqual([line('supervisor', 'participant.timeline-opened')]);
  await (await server.as(team.theo)).get('/api/home');
  expect(await lines()).toEqual([line('participant', 'home.opened')]);
});

test('a contact: each write and each reading of it, with the reason it was voided', async () => {
  const contact = contactWith(team.theo);
  const path = `/api/contacts/${contact.contactId}`;
  const what = contact.contactId;
  await coach.post('/api/contacts', contact);
  expect(await lines()).toEqual([line('coach', 'contact.logged', { what })]);
  await coach.post('/api/contacts', contact);
  expect((await lines()).filter(({ action }) => action === 'contact.logged')).toEqual([]);
  await coach.put(path, { outcome: 'no answer' }, onVersion(1));
  expect(await lines()).toEqual([line('coach', 'contact.amended', { what })]);
  await coach.post(`${path}/addenda`, { addendumId: newId(), words: 'More', isShared: false });
  expect(await lines()).toEqual([line('coach', 'contact.addendum-added', { what })]);
  await supervisor.get(path);
  await supervisor.get(`${path}/versions`);
  expect(await lines()).toEqual([
    line('supervisor', 'contact.opened', { what }),
    line('supervisor', 'contact.versions-opened', { what }),
  ]);
  await supervisor.post(`${path}/void`, { reason: 'Logged twice' }, onVersion(2));
  expect(await lines()).toEqual([line('supervisor', 'contact.voided', { what, why: 'Logged twice' })]);
});

test('one form, two things done: the contact and the risk note each have their line', async () => {
  const riskNote = riskNoteWith();
  const contact = contactWith(team.theo, { riskNote });
  await coach.post('/api/contacts', contact);
  expect((await lines()).sort((a, b) => (a.action < b.action ? -1 : 1))).toEqual([
    line('coach', 'contact.logged', { what: contact.contactId }),
    line('coach', 'risk-note.raised', { what: riskNote.riskNoteId }),
  ]);
});

test('logged for the wrong person: a line on each person’s record', async () => {
  const mina = await aParticipantOf(team.rosa, { preferredName: 'Mina' });
  const contact = contactWith(team.theo);
  await coach.post('/api/contacts', contact);
  await lines();
  const anew = { contactId: newId(), participantId: mina.participantId };
  await coach.post(`/api/contacts/${contact.contactId}/wrong-person`, anew, onVersion(1));
  expect(await lines()).toEqual([
    line('coach', 'contact.voided', { what: contact.contactId, why: 'Logged for the wrong person' }),
    line('coach', 'contact.logged', { what: anew.contactId, whose: mina.participantId }),
  ]);
});

test('a risk note: raised, listed, opened, acknowledged, resolved', async () => {
  const note = riskNoteAbout(team.theo);
  const path = `/api/risk-notes/${note.riskNoteId}`;
  await coach.post('/api/risk-notes', note);
  await supervisor.get('/api/risk-notes');
  await supervisor.get(path);
  await supervisor.post(`${path}/acknowledge`, { words: 'Seen.' }, onVersion(1));
  await supervisor.post(`${path}/resolve`, { words: 'Safe.' }, onVersion(2));
  const what = note.riskNoteId;
  expect(await lines()).toEqual([
    line('coach', 'risk-note.raised', { what }),
    line('supervisor', 'risk-notes.listed', { whose: null, whom: [team.theo.participantId] }),
    line('supervisor', 'risk-note.opened', { what }),
    line('supervisor', 'risk-note.acknowledged', { what }),
    line('supervisor', 'risk-note.resolved', { what }),
  ]);
});

test('a step ticked leaves a line, ticked again none', async () => {
  const goal = await aGoalOf(team.theo);
  const participant = await server.as(team.theo);
  for (const version of [1, 2])
    await participant.post(`/api/steps/${goal.stepIds[0]}/tick`, { isDone: true }, onVersion(version));
  expect(await lines()).toEqual([line('participant', 'step.ticked', { what: goal.stepIds[0]! })]);
});

test('a refusal leaves one line after all else was rolled back: who asked for what, and why not', async () => {
  const dev = await aCoach(team.organization, {
    name: 'Dev',
    supervisor: await aSupervisor(team.organization),
  });
  const lou = await aParticipantOf(dev, { preferredName: 'Lou' });
  const refused = { whose: null, outcome: 'refused' };
  await coach.get(`/api/participants/${lou.participantId}`);
  expect(await lines()).toEqual([
    line('coach', 'engagement.participant', {
      ...refused,
      what: lou.participantId,
      problem: 'participant-not-found',
    }),
  ]);
  await coach.get('/api/team');
  expect(await lines()).toEqual([
    line('coach', 'team.overview', { ...refused, problem: 'role-not-allowed' }),
  ]);
  await coach.get('/api/participants/not-an-id');
  expect(await lines()).toEqual([
    line('coach', 'engagement.participant', { ...refused, problem: 'participant-not-found' }),
  ]);
  const contact = contactWith(team.theo);
  await coach.post('/api/contacts', contact);
  await lines();
  await coach.post('/api/contacts', { ...contact, minutes: 5 });
  expect(await lines()).toEqual([line('coach', 'contacts.log', { ...refused, problem: 'contact-id-taken' })]);
  const what = contact.contactId;
  await coach.put(`/api/contacts/${what}`, { outcome: 'reached' }, onVersion(7));
  expect(await lines()).toEqual([
    line('coach', 'contacts.amend', { ...refused, what, problem: 'version-stale' }),
  ]);
});

test('a slip of the pen is no refusal of reach: wrong input, broken JSON and no session leave no line', async () => {
  await coach.post('/api/contacts', contactWith(team.theo, { minutes: 0 }));
  await coach.send('POST', '/api/contacts', '{');
  await server.asNobody().get('/api/caseload');
  expect(await lines()).toEqual([]);
});

test('nobody changes or empties the trail: not a role of the app, and not the owner of the tables', async () => {
  await coach.get('/api/caseload');
  const { organizationId } = team.organization;
  const attempts = [
    'UPDATE trail SET action = $2 WHERE organization_id = $1',
    'DELETE FROM trail WHERE organization_id = $1 AND action <> $2',
  ];
  for (const attempt of attempts)
    await expect(server.database.query(attempt, [organizationId, 'x'])).rejects.toMatchObject({
      code: '42501',
    });
  await expect(server.database.query('TRUNCATE trail')).rejects.toMatchObject({ code: '42501' });
  const { rows } = await server.database.query(
    `SELECT r.rolname FROM pg_roles r, unnest(ARRAY['SELECT', 'UPDATE', 'DELETE', 'TRUNCATE']) verb
      WHERE r.rolname LIKE 'caseload\\_%' AND r.rolname <> 'caseload_owner' AND has_table_privilege(r.oid, 'trail', verb)`,
  );
  expect(rows).toEqual([]);
  expect(await lines()).toHaveLength(1);
});
