import { v7 as newId } from 'uuid';
import { certificationWith } from '../given/certification.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let sam: Client;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server, {
    organization: { uncertifiedLogging: 'hold' },
    rosa: { certification: null },
    theo: { enrolledOn: '2026-01-01' },
  });
  [sam, rosa] = [await server.as(team.sam), await server.as(team.rosa)];
});

const held = async (occurredOn = '2026-03-09', more: Words = {}): Promise<string> => {
  const contact = contactWith(team.theo, { occurredOn, sharedNote: 'We met at the library.', ...more });
  expect((await rosa.post('/api/contacts', contact)).body).toMatchObject({ isHeld: true });
  return contact.contactId;
};
const release = (by: Client, ids: string[], more: Words = {}, version = 1) =>
  by.post('/api/held-contacts/release', {
    contacts: ids.map((contactId) => ({ contactId, version })),
    ...more,
  });
const contact = async (id: string) => (await rosa.get(`/api/contacts/${id}`)).body;

test('held contacts wait with the coach’s supervisor, the oldest day first; the coach sees how many', async () => {
  const [later, earlier] = [await held('2026-03-09'), await held('2026-03-02')];
  const { body } = await sam.get('/api/held-contacts');
  expect(body).toMatchObject({
    items: [
      {
        contact: { contactId: earlier, participantName: 'Theo', isHeld: true },
        covered: null,
        askedWords: null,
      },
      { contact: { contactId: later } },
    ],
    isMore: false,
  });
  expect(await lastInTrailOf(team.sam)).toMatchObject({
    action: 'held-contacts.listed',
    participant_ids: [team.theo.participantId],
  });
  expect((await rosa.get('/api/me/held-contacts')).body).toEqual({ heldCount: 2, released: [] });
});

test('after a renewal they are released under the certification that covers their day, in one go', async () => {
  const [before, within, also] = [
    await held('2026-03-01'),
    await held('2026-03-05'),
    await held('2026-03-06'),
  ];
  const asked = certificationWith({ firstOn: '2026-03-05' });
  await sam.post(`/api/coaches/${team.rosa.accountId}/certifications`, asked);
  const listed = (await sam.get(`/api/held-contacts?coachId=${team.rosa.accountId}`)).body.items;
  expect(listed.map(({ covered }: { covered: string }) => covered)).toEqual([null, 'CPRS A-1', 'CPRS A-1']);
  const { status, body } = await release(sam, [before, within, also]);
  expect(status).toBe(200);
  expect(new Set(body.releasedIds)).toEqual(new Set([within, also]));
  expect(body.left).toMatchObject([{ contactId: before, why: 'not covered' }]);
  expect(await contact(within)).toMatchObject({ isHeld: false, certification: 'CPRS A-1', version: 2 });
  expect(await contact(before)).toMatchObject({ isHeld: true, certification: null, version: 1 });
  const lines = (await trailOf(team.sam)).filter(({ action }) => action === 'contact.released');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({ participant_id: team.theo.participantId });
});

test('or under the supervisor’s own word, with a reason; the coach is told once, gently', async () => {
  const id = await held();
  const reason = 'I was with them that day.';
  expect((await release(sam, [id], { reason })).body).toEqual({ releasedIds: [id], left: [] });
  expect(await contact(id)).toMatchObject({ isHeld: false, certification: 'Sam' });
  expect((await rosa.get('/api/me/held-contacts')).body).toMatchObject({
    heldCount: 0,
    released: [{ contactId: id, participantName: 'Theo', releasedBy: { name: 'Sam' }, reason }],
  });
  await rosa.put('/api/me/held-contacts/seen');
  expect((await rosa.get('/api/me/held-contacts')).body.released).toEqual([]);
  expect((await sam.get('/api/held-contacts')).body.items).toEqual([]);
});

test('two supervisors at once: it is released once, and the second learns that it is', async () => {
  const id = await held();
  const answers = await Promise.all([1, 2, 3].map(() => release(sam, [id], { reason: 'I was there.' })));
  const released = answers.flatMap(({ body }) => body.releasedIds as string[]);
  expect(released).toEqual([id]);
  for (const { body } of answers)
    if (body.left.length > 0)
      expect(body.left).toMatchObject([{ why: 'not held', contact: { isHeld: false } }]);
  const { rows } = await server.database.query('SELECT 1 FROM held_releases WHERE contact_id = $1', [id]);
  expect(rows).toHaveLength(1);
});

test('one that the coach amended meanwhile is handed back as it now is', async () => {
  const id = await held();
  const edit = { outcome: 'reached', sharedNote: 'We met at the park.' };
  expect((await rosa.put(`/api/contacts/${id}`, edit, onVersion(1))).status).toBe(200);
  const { body } = await release(sam, [id], { reason: 'I was there.' });
  expect(body).toMatchObject({
    releasedIds: [],
    left: [{ why: 'changed', contact: { sharedNote: 'We met at the park.', version: 2, isHeld: true } }],
  });
});

test('amended on its own day it keeps what it stands on, whatever is set now; on another day it is weighed anew', async () => {
  const [word, waiting] = [await held(), await held('2026-03-08')];
  await release(sam, [word], { reason: 'I was there.' });
  const admin = await server.as(await anAdministrator(team.organization));
  await admin.put('/api/uncertified-logging', { uncertifiedLogging: 'refuse' }, onVersion(1));
  const edit = (id: string, version: number, occurredOn: string) =>
    rosa.put(`/api/contacts/${id}`, { outcome: 'reached', minutes: 20, occurredOn }, onVersion(version));
  expect((await edit(word, 2, '2026-03-09')).body).toMatchObject({ isHeld: false, certification: 'Sam' });
  expect((await edit(waiting, 1, '2026-03-08')).body).toMatchObject({ isHeld: true, minutes: 20 });
  expectProblem(await edit(word, 3, '2026-03-07'), 422, 'certification-missing');
});

test('sent back with words it stays held, and says what was asked until the coach answers', async () => {
  const id = await held();
  const feedback = { feedbackId: newId(), kind: 'change', words: 'Which day was it?' };
  expect((await sam.post(`/api/contacts/${id}/feedback`, feedback, onVersion(1))).status).toBe(201);
  const asked = async () => (await sam.get('/api/held-contacts')).body.items[0].askedWords;
  expect(await asked()).toBe('Which day was it?');
  await rosa.put(`/api/contacts/${id}`, { outcome: 'reached', sharedNote: 'On Monday.' }, onVersion(1));
  expect(await asked()).toBeNull();
  expect(await contact(id)).toMatchObject({ isHeld: true });
});

test('a voided one is no longer held; a held one counts for the standing', async () => {
  const id = await held('2026-03-10');
  const { body } = await rosa.get('/api/caseload');
  expect(body.items).toMatchObject([{ standing: { is: 'on track' } }]);
  await rosa.post(`/api/contacts/${id}/void`, { reason: 'Wrong day' }, onVersion(1));
  expect((await sam.get('/api/held-contacts')).body.items).toEqual([]);
  expect((await release(sam, [id], { reason: 'x' }, 2)).body.left).toMatchObject([{ why: 'not held' }]);
});

test('a contact that is logged under a certification is not held and not released', async () => {
  await sam.post(`/api/coaches/${team.rosa.accountId}/certifications`, certificationWith());
  const asked = contactWith(team.theo, { occurredOn: '2026-03-09' });
  expect((await rosa.post('/api/contacts', asked)).body.isHeld).toBe(false);
  expect((await release(sam, [asked.contactId])).body.left).toMatchObject([{ why: 'not held' }]);
});

test('out of reach, another team’s and another organization’s are one answer; then none is released', async () => {
  const id = await held();
  const elsewhere = await aTeam(server);
  for (const person of [await aSupervisor(team.organization, { name: 'Inez' }), elsewhere.sam]) {
    const stranger = await server.as(person);
    expect((await stranger.get('/api/held-contacts')).body.items).toEqual([]);
    expectProblem(await release(stranger, [id], { reason: 'x' }), 404, 'contact-not-found');
  }
  expectProblem(await release(sam, [id, newId()], { reason: 'x' }), 404, 'contact-not-found');
  expectProblem(await release(sam, ['no-id'], { reason: 'x' }), 404, 'contact-not-found');
  expectProblem(await sam.get('/api/held-contacts?coachId=no-id'), 404, 'coach-not-found');
  expect(await contact(id)).toMatchObject({ isHeld: true });
});

test('only a supervisor lists and releases; only a coach sees their own', async () => {
  const ada: Person = await anAdministrator(team.organization);
  for (const person of [team.rosa, ada, team.theo]) {
    const client = await server.as(person);
    expectProblem(await client.get('/api/held-contacts'), 403, 'role-not-allowed');
    expectProblem(await release(client, [newId()]), 403, 'role-not-allowed');
  }
  for (const person of [team.sam, ada, team.theo])
    expectProblem(await (await server.as(person)).get('/api/me/held-contacts'), 403, 'role-not-allowed');
  const dev = await server.as(await aCoach(team.organization, { name: 'Dev', supervisor: team.sam }));
  await held();
  expect((await dev.get('/api/me/held-contacts')).body).toEqual({ heldCount: 0, released: [] });
});

test.each([
  ['contacts', 'all', 'is-array'],
  ['contacts', Array.from({ length: 201 }, () => ({ contactId: 'x', version: 1 })), 'too-many'],
  ['reason', 'r'.repeat(501), 'too-long'],
  ['coachId', 'x', 'property-unknown'],
])('a release with %s %# is refused: %s', async (field, value, code) => {
  const answer = await release(sam, [], { [field]: value });
  expect(answer.body.fields[0]).toMatchObject({ path: field, code });
  expectFieldProblem(await release(sam, [newId()], {}, 1.5), 'contacts.0.version', 'not-a-whole-number');
});
