import { v7 as newId } from 'uuid';
import { assign } from '../given/participant.js';
import { today } from '../given/organization.js';
import { aCoach } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteWith } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let coach: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  coach = await server.as(team.rosa);
});

test.each<[string, Record<string, unknown>]>([
  ['half a form', { outcome: 'rea', minutes: '4', dimensions: [], occurredOn: '2026-02-31' }],
  ['a NUL byte', { sharedNote: 'before\0after' }],
  ['half of a surrogate pair', { sharedNote: 'broken \ud83d paste \udc00' }],
  ['100,000 characters', { teamNote: 'x'.repeat(100_000) }],
  ['100,000 of them that take four bytes', { teamNote: '👣'.repeat(100_000) }],
  ['emoji, right-to-left and zero-width words', { sharedNote: '👩‍👩‍👧 שלום \u200b\u2028\ufeff e\u0301' }],
  ['fields in fields', { riskNote: { signals: [], level: null }, 'a.b': [[{ c: '' }]] }],
  ['nothing', {}],
])('a draft is kept as it was typed: %s', async (_, body) => {
  const draftId = newId();
  const saved = await coach.put(`/api/drafts/${draftId}`, { participantId: team.theo.participantId, body });
  expect(saved).toMatchObject({
    status: 200,
    body: { draftId, savedAt: '2026-03-10T16:00:00.000Z', version: 1 },
  });
  expect((await coach.get(`/api/drafts/${draftId}`)).body.body).toEqual(body);
});

test('it is offered on another device, the latest first, each time as last saved', async () => {
  const [first, second] = [newId(), newId()];
  await coach.put(`/api/drafts/${first}`, { body: { note: 'a' } });
  await coach.put(`/api/drafts/${second}`, { participantId: team.theo.participantId, body: { note: 'b' } });
  server.clock.advance(5);
  const again = await coach.put(
    `/api/drafts/${first}`,
    { participantId: null, body: { note: 'a, and more' } },
    onVersion(1),
  );
  expect(again.body).toMatchObject({ version: 2, savedAt: '2026-03-10T16:05:00.000Z' });
  const phone = await server.as(team.rosa);
  expect((await phone.get('/api/drafts')).body.items).toEqual([
    {
      draftId: first,
      participantId: null,
      participantName: null,
      body: { note: 'a, and more' },
      savedAt: '2026-03-10T16:05:00.000Z',
      version: 2,
      isOffCaseload: false,
      enrollmentClosedOn: null,
      copies: [],
    },
    expect.objectContaining({
      draftId: second,
      participantId: team.theo.participantId,
      participantName: 'Theo',
    }),
  ]);
});

test('twenty saves of one draft at once leave one', async () => {
  const [draftId, formId] = [newId(), newId()];
  const save = (_: unknown, each: number) => coach.put(`/api/drafts/${draftId}`, { formId, body: { each } });
  const answers = await Promise.all(Array.from({ length: 20 }, save));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(answers.map(({ body }) => body.version).sort((a, b) => a - b)).toEqual(
    answers.map((_, each) => each + 1),
  );
  expect((await coach.get('/api/drafts')).body.items).toHaveLength(1);
});

test('a draft is its writer’s alone: to another coach of the same person it is not there', async () => {
  const dev = await aCoach(team.organization, { name: 'Dev' });
  await assign(team.theo, dev, today(team.organization), 'second');
  const draftId = newId();
  await coach.put(`/api/drafts/${draftId}`, { participantId: team.theo.participantId, body: { mine: true } });
  const other = await server.as(dev);
  expect((await other.get('/api/drafts')).body.items).toEqual([]);
  expectProblem(await other.get(`/api/drafts/${draftId}`), 404, 'draft-not-found');
  expectProblem(await other.put(`/api/drafts/${draftId}`, { body: {} }), 404, 'draft-not-found');
});

test('somebody who left the caseload is named by a draft for seven days more, and its words stay', async () => {
  const draftId = newId();
  await coach.put(`/api/drafts/${draftId}`, {
    participantId: team.theo.participantId,
    body: { note: 'mine' },
  });
  await server.database.query(`UPDATE assignments SET until_on = from_on WHERE organization_id = $1`, [
    team.organization.organizationId,
  ]);
  const draft = async () => (await coach.get(`/api/drafts/${draftId}`)).body;
  expect(await draft()).toMatchObject({ participantName: 'Theo', body: { note: 'mine' } });
  server.clock.set('2026-03-17T16:00:00Z');
  coach = await server.as(team.rosa);
  expect(await draft()).toMatchObject({ participantId: null, participantName: null, body: { note: 'mine' } });
});

test('a draft counts nowhere: not on the list, the page, the timeline or the team', async () => {
  const supervisor = await server.as(team.sam);
  const path = `/api/participants/${team.theo.participantId}`;
  const everywhere = async () => [
    (await coach.get('/api/caseload')).body,
    (await coach.get(path)).body,
    (await coach.get(`${path}/timeline`)).body,
    (await coach.get('/api/risk-notes')).body,
    (await supervisor.get('/api/team')).body,
    (await supervisor.get('/api/team/contacts')).body,
  ];
  const before = await everywhere();
  const contact = contactWith(team.theo, {
    riskNote: riskNoteWith(),
    nextContact: { plannedOn: '2026-03-12' },
  });
  await coach.put(`/api/drafts/${contact.contactId}`, {
    participantId: team.theo.participantId,
    body: contact,
  });
  expect(await everywhere()).toEqual(before);
});

test('logged, the draft is gone; an autosave that arrives after is answered and ignored', async () => {
  const contact = contactWith(team.theo, { minutes: 5 });
  await coach.put(`/api/drafts/${contact.contactId}`, { body: { minutes: 4 } });
  await coach.post('/api/contacts', contact);
  const late = await coach.put(`/api/drafts/${contact.contactId}`, { body: { minutes: 4 } });
  expect(late).toMatchObject({
    status: 200,
    body: { draftId: contact.contactId, savedAt: expect.any(String) },
  });
  expect((await coach.get('/api/drafts')).body.items).toEqual([]);
  expectProblem(await coach.get(`/api/drafts/${contact.contactId}`), 404, 'draft-not-found');
  expect((await coach.get(`/api/contacts/${contact.contactId}`)).body).toMatchObject({
    minutes: 5,
    version: 1,
  });
});

test('an autosave that overtook its own log leaves nothing to be offered', async () => {
  const contact = contactWith(team.theo);
  await coach.post('/api/contacts', contact);
  await server.database.query(
    `INSERT INTO drafts (organization_id, id, account_id, body, saved_at) VALUES ($1, $2, $3, '{}', $4)`,
    [team.organization.organizationId, contact.contactId, team.rosa.accountId, server.clock.now()],
  );
  expect((await coach.get('/api/drafts')).body.items).toEqual([]);
  expectProblem(await coach.get(`/api/drafts/${contact.contactId}`), 404, 'draft-not-found');
});

test('a draft is discarded, twice if one likes', async () => {
  const draftId = newId();
  await coach.put(`/api/drafts/${draftId}`, { body: {} });
  for (const _ of ['once', 'again']) expect((await coach.delete(`/api/drafts/${draftId}`)).status).toBe(204);
  expectProblem(await coach.get(`/api/drafts/${draftId}`), 404, 'draft-not-found');
});

test('a draft longer than can be kept is refused in words, and what was saved before stays', async () => {
  const draftId = newId();
  await coach.put(`/api/drafts/${draftId}`, { body: { note: 'before' } });
  const answer = await coach.put(`/api/drafts/${draftId}`, { body: { note: 'x'.repeat(450_000) } });
  expectProblem(answer, 413, 'body-too-large');
  expect((await coach.get(`/api/drafts/${draftId}`)).body).toMatchObject({
    body: { note: 'before' },
    version: 1,
  });
});

test.each(['words', [1], 5, null, undefined])('a draft is a form and nothing else: %j', async (body) => {
  expectProblem(await coach.put(`/api/drafts/${newId()}`, { body }), 422, 'input-invalid');
});
