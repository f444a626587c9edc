import { v7 as newId } from 'uuid';
import { aDocument, certificationWith, educationWith, renewalWith } from '../given/certification.js';
import { aCoach, anAdministrator, aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let admin: Client;
let sam: Client;
let rosa: Client;
let ofRosa: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server, {
    rosa: { certification: { firstOn: '2024-03-01', lastOn: '2026-02-28' } },
    theo: { enrolledOn: '2026-01-01' },
  });
  const ada = await anAdministrator(team.organization);
  [admin, sam, rosa] = [await server.as(ada), await server.as(team.sam), await server.as(team.rosa)];
  ofRosa = `/api/coaches/${team.rosa.accountId}`;
});

const log = () => rosa.post('/api/contacts', contactWith(team.theo));
const state = async () => (await rosa.get(`${ofRosa}/certification`)).body;

test('a renewal counts for nothing until the supervisor confirms it; then contacts carry it', async () => {
  const asked = await renewalWith(rosa, team.rosa, { number: 'A-2' });
  const sent = await rosa.post(`${ofRosa}/renewals`, asked);
  expect(sent).toMatchObject({
    status: 201,
    body: { state: 'waiting', document: { mediaType: 'application/pdf' } },
  });
  expectProblem(await log(), 422, 'certification-missing');
  expect((await sam.get('/api/certifications')).body.items[0]).toMatchObject({ waitingRenewalCount: 1 });

  const path = `/api/renewals/${asked.renewalId}`;
  const confirmed = await sam.put(`${path}/confirm`, {}, onVersion(1));
  expect(confirmed.body).toMatchObject({
    right: { is: 'certified', throughOn: '2027-12-31' },
    renewals: [],
    certifications: [{ number: 'A-2', document: { documentId: asked['documentId'] } }, {}],
  });
  expect(await lastInTrailOf(team.sam)).toMatchObject({
    action: 'renewal.confirmed',
    subject_id: asked.renewalId,
  });
  expect((await log()).body).toMatchObject({ certification: 'CPRS A-2', isHeld: false });
  // a lost answer is asked for again
  expect((await sam.put(`${path}/confirm`, {}, onVersion(1))).body.certifications).toHaveLength(2);
});

test('two who answer it at once: one certification, and the second sees what became of it', async () => {
  const asked = await renewalWith(rosa, team.rosa);
  await rosa.post(`${ofRosa}/renewals`, asked);
  const path = `/api/renewals/${asked.renewalId}`;
  const answers = await Promise.all([
    sam.put(`${path}/confirm`, {}, onVersion(1)),
    admin.put(`${path}/confirm`, {}, onVersion(1)),
    admin.put(`${path}/confirm`, {}, onVersion(1)),
  ]);
  for (const { status } of answers) expect([200, 412]).toContain(status);
  expect((await state()).certifications).toHaveLength(2);
  const late = await admin.put(`${path}/send-back`, { words: 'Which year?' }, onVersion(1));
  expectProblem(late, 412, 'version-stale');
  expect(late.body.current).toMatchObject({ state: 'confirmed' });
});

test('sent back it says what is missing; the coach sends another, or takes theirs back', async () => {
  const asked = await renewalWith(rosa, team.rosa);
  await rosa.post(`${ofRosa}/renewals`, asked);
  const path = `/api/renewals/${asked.renewalId}`;
  expectFieldProblem(await sam.put(`${path}/send-back`, { words: '' }, onVersion(1)), 'words', 'empty');
  await sam.put(`${path}/send-back`, { words: 'The second page is missing.' }, onVersion(1));
  expect((await state()).renewals).toMatchObject([
    { state: 'sent back', words: 'The second page is missing.', settledBy: { name: 'Sam' } },
  ]);
  expectProblem(await sam.put(`${path}/confirm`, {}, onVersion(2)), 412, 'version-stale');
  server.clock.set(new Date(server.clock.now().getTime() + 60_000).toISOString());
  const other = await renewalWith(rosa, team.rosa);
  await rosa.post(`${ofRosa}/renewals`, other);
  expect((await state()).renewals).toMatchObject([{ renewalId: other.renewalId, state: 'waiting' }]);
  const back = `/api/renewals/${other.renewalId}/take-back`;
  for (const _ of ['once', 'again'])
    expect((await rosa.put(back, {}, onVersion(1))).body.state).toBe('taken back');
  expect((await state()).renewals).toMatchObject([{ state: 'sent back' }]);
});

test('a renewal before the old one ends: both hold for their days, and nobody is without for one', async () => {
  await sam.post(`${ofRosa}/certifications`, certificationWith({ number: 'old', lastOn: '2026-04-30' }));
  const asked = await renewalWith(rosa, team.rosa, { firstOn: '2026-05-01', lastOn: '2028-04-30' });
  await rosa.post(`${ofRosa}/renewals`, asked);
  await sam.put(`/api/renewals/${asked.renewalId}/confirm`, {}, onVersion(1));
  expect(await state()).toMatchObject({
    right: { is: 'certified', throughOn: '2028-04-30' },
    certifications: [{ isInForce: false }, { number: 'old', isInForce: true }, {}],
  });
  expect((await log()).body).toMatchObject({ certification: 'CPRS old' });
});

test.each([
  ['lastOn', '2025-01-01', 'before-its-first-day'],
  ['kind', '', 'empty'],
  ['renewalId', 'x', 'is-new-id'],
  ['documentId', 7, 'is-text'],
])('a renewal with %s %p is refused: %s', async (field, value, code) => {
  const asked = await renewalWith(rosa, team.rosa, { [field]: value });
  expectFieldProblem(await rosa.post(`${ofRosa}/renewals`, asked), field, code);
});

test('a renewal needs a document of the coach’s own, and one that is not over yet', async () => {
  const { documentId: _, ...without } = await renewalWith(rosa, team.rosa);
  expectFieldProblem(await rosa.post(`${ofRosa}/renewals`, without), 'documentId', 'is-text');
  const missing = await renewalWith(rosa, team.rosa, { documentId: newId() });
  expectProblem(await rosa.post(`${ofRosa}/renewals`, missing), 404, 'document-not-found');
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  const ofDev = await aDocument(await server.as(dev), dev);
  const others = await renewalWith(rosa, team.rosa, { documentId: ofDev });
  expectProblem(await rosa.post(`${ofRosa}/renewals`, others), 404, 'document-not-found');
  const mixed = certificationWith({ documentId: ofDev });
  expectProblem(await sam.post(`${ofRosa}/certifications`, mixed), 404, 'document-not-found');
  const over = await renewalWith(rosa, team.rosa, { firstOn: '2025-01-01', lastOn: '2026-03-09' });
  expectFieldProblem(await rosa.post(`${ofRosa}/renewals`, over), 'lastOn', 'in-the-past');
});

test('education waits for the supervisor and counts within the span of the certification', async () => {
  await sam.post(`${ofRosa}/certifications`, certificationWith());
  const entry = educationWith({ documentId: await aDocument(rosa, team.rosa) });
  expect(await rosa.post(`${ofRosa}/education`, entry)).toMatchObject({
    status: 201,
    body: { state: 'waiting', hours: 6 },
  });
  const hours = async () => (await state()).certifications[0].education;
  expect(await hours()).toEqual({
    needed: 20,
    done: 0,
    waiting: 6,
    perHours: 20,
    perMonths: 24,
    isDefault: true,
  });
  const path = `/api/education/${entry.educationId}`;
  for (const _ of ['once', 'again'])
    expect((await sam.put(`${path}/confirm`, {}, onVersion(1))).body).toMatchObject({
      state: 'confirmed',
      version: 2,
    });
  expect(await hours()).toMatchObject({ done: 6, waiting: 0 });
  await rosa.post(`${ofRosa}/education`, educationWith({ doneOn: '2025-12-31' }));
  expect(await hours()).toMatchObject({ done: 6, waiting: 0 });
  const { educationId: __, ...change } = entry;
  expectProblem(await rosa.put(path, change, onVersion(2)), 409, 'education-confirmed');
  expectProblem(await rosa.delete(path, onVersion(2)), 409, 'education-confirmed');
});

test('education sent back is set right and waits again; a stale change is shown both', async () => {
  const entry = educationWith();
  await rosa.post(`${ofRosa}/education`, entry);
  const path = `/api/education/${entry.educationId}`;
  await sam.put(`${path}/send-back`, { words: 'How long was it?' }, onVersion(1));
  const { educationId: _, ...change } = entry;
  const stale = await rosa.put(path, { ...change, hours: 4 }, onVersion(1));
  expectProblem(stale, 412, 'version-stale');
  expect(stale.body).toMatchObject({ current: { words: 'How long was it?' }, yours: { hours: 4 } });
  expect((await rosa.put(path, { ...change, hours: 4 }, onVersion(2))).body).toMatchObject({
    state: 'waiting',
    hours: 4,
    words: '',
    settledBy: null,
  });
  expect((await rosa.delete(path, onVersion(3))).status).toBe(204);
  expect((await state()).education).toEqual([]);
});

test.each([
  ['doneOn', '2026-03-11', 'in-the-future'],
  ['doneOn', '14 February', 'is-day'],
  ['title', '', 'empty'],
  ['provider', 'p'.repeat(201), 'too-long'],
  ['hours', 0, 'too-small'],
  ['hours', 40.5, 'too-large'],
  ['hours', '6', 'is-number'],
  ['hours', 1.234, 'is-number'],
  ['documentId', 7, 'is-text'],
])('education with %s %p is refused: %s', async (field, value, code) => {
  expectFieldProblem(await rosa.post(`${ofRosa}/education`, educationWith({ [field]: value })), field, code);
});

test('how much each kind needs is an administrator’s to set, with a version', async () => {
  await sam.post(
    `${ofRosa}/certifications`,
    certificationWith({ firstOn: '2026-01-01', lastOn: '2026-12-31' }),
  );
  expect((await admin.get('/api/education-needs')).body.items).toEqual([
    { kind: 'CPRS', hours: 20, months: 24, isDefault: true, version: 0 },
  ]);
  const set = (more: Words, version: number) =>
    admin.put('/api/education-needs', { kind: 'cprs ', hours: 30, months: 12, ...more }, onVersion(version));
  expect((await set({}, 0)).body).toMatchObject({ hours: 30, months: 12, isDefault: false, version: 1 });
  const late = await set({ hours: 10 }, 0);
  expectProblem(late, 412, 'version-stale');
  expect(late.body).toMatchObject({ current: { hours: 30 }, yours: { hours: 10 } });
  expect((await set({ hours: 40 }, 1)).body.version).toBe(2);
  expect((await state()).certifications[0].education).toMatchObject({ needed: 40, isDefault: false });
  expectFieldProblem(await set({ hours: 501 }, 2), 'hours', 'too-large');
  expectFieldProblem(await set({ months: 0 }, 2), 'months', 'too-small');
  expectFieldProblem(await set({ months: 1.5 }, 2), 'months', 'is-number');
  expectFieldProblem(await set({ kind: '' }, 2), 'kind', 'empty');
  expectProblem(await rosa.get('/api/education-needs'), 403, 'role-not-allowed');
  expectProblem(await sam.put('/api/education-needs', {}, onVersion(1)), 403, 'role-not-allowed');
});

test('nobody confirms what is out of their reach, and a coach confirms nothing', async () => {
  const [renewal, entry] = [await renewalWith(rosa, team.rosa), educationWith()];
  await rosa.post(`${ofRosa}/renewals`, renewal);
  await rosa.post(`${ofRosa}/education`, entry);
  const elsewhere = await aTeam(server);
  const dev = await server.as(await aCoach(team.organization, { name: 'Dev', supervisor: team.sam }));
  const [toRenewal, toEntry] = [`/api/renewals/${renewal.renewalId}`, `/api/education/${entry.educationId}`];
  for (const person of [
    await aSupervisor(team.organization, { name: 'Inez' }),
    elsewhere.sam,
    await anAdministrator(elsewhere.organization),
  ]) {
    const stranger = await server.as(person);
    expectProblem(await stranger.put(`${toRenewal}/confirm`, {}, onVersion(1)), 404, 'renewal-not-found');
    expectProblem(
      await stranger.put(`${toRenewal}/send-back`, { words: 'x' }, onVersion(1)),
      404,
      'renewal-not-found',
    );
    expectProblem(await stranger.put(`${toEntry}/confirm`, {}, onVersion(1)), 404, 'education-not-found');
  }
  expectProblem(await rosa.put(`${toRenewal}/confirm`, {}, onVersion(1)), 403, 'role-not-allowed');
  expectProblem(await rosa.put(`${toEntry}/confirm`, {}, onVersion(1)), 403, 'role-not-allowed');
  const { educationId: _, ...change } = educationWith();
  expectProblem(await dev.put(`${toRenewal}/take-back`, {}, onVersion(1)), 404, 'renewal-not-found');
  expectProblem(await dev.put(toEntry, change, onVersion(1)), 404, 'education-not-found');
  expectProblem(await dev.delete(toEntry, onVersion(1)), 404, 'education-not-found');
  expectProblem(await dev.post(`${ofRosa}/education`, educationWith()), 404, 'coach-not-found');
  expectProblem(await dev.post(`${ofRosa}/renewals`, renewal), 404, 'coach-not-found');
});
