import { covers } from '../given/cover.js';
import { idsInStream, inStream, sample, seeing, type StreamLine } from '../given/feedback.js';
import { logged } from '../given/logged.js';
import { today } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let dev: Person;
let sam: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  sam = await server.as(team.sam);
  await sample(team, 0);
});

/** So many minutes later, signed in anew. */
async function later(minutes: number): Promise<void> {
  server.clock.advance(minutes);
  sam = await server.as(team.sam);
}

const ids = (show?: string): Promise<string[]> => idsInStream(sam, show);

test('the contacts of the team stand in one stream, the newest recorded first, late entries too', async () => {
  const mina = await aParticipantOf(dev, { preferredName: 'Mina' });
  const first = await logged(team.rosa, team.theo, { teamNote: 'Sounded tired.' });
  server.clock.advance(1);
  const second = await logged(dev, mina, { occurredOn: today(team.organization, -2) });
  server.clock.advance(1);
  const third = await logged(team.rosa, team.theo, { outcome: 'no answer' });
  const { status, body } = await sam.get('/api/contact-stream');
  expect(status).toBe(200);
  expect(body).toMatchObject({ today: '2026-03-10', next: null, newSince: null, askedCount: 0 });
  expect(body.items).toMatchObject([
    { contact: { contactId: third, outcome: 'no answer' }, recordedOn: '2026-03-10', isNew: true },
    { contact: { contactId: second, participantName: 'Mina', coach: { name: 'Dev' }, isLateEntry: true } },
    { contact: { contactId: first, teamNote: 'Sounded tired.' }, isToRead: true, seen: null, feedback: [] },
  ]);
  expect(await lastInTrailOf(team.sam)).toMatchObject({
    action: 'contact-stream.listed',
    participant_ids: expect.arrayContaining([team.theo.participantId, mina.participantId]),
  });
  const { body: devs } = await sam.get(`/api/contact-stream?coachId=${dev.accountId}`);
  expect(devs.items).toHaveLength(1);
});

test('what is new since they last looked stays marked for the visit, and is old the next time', async () => {
  const early = await logged(team.rosa, team.theo);
  expect((await sam.post('/api/contact-stream/looked')).status).toBe(204);
  await later(60);
  const late = await logged(team.rosa, team.theo);
  const isNew = async (): Promise<boolean[]> =>
    (await sam.get('/api/contact-stream')).body.items.map((line: StreamLine) => line.isNew);
  expect(await ids()).toEqual([late, early]);
  expect(await isNew()).toEqual([true, false]);
  await sam.post('/api/contact-stream/looked');
  server.clock.advance(10);
  await sam.post('/api/contact-stream/looked');
  expect(await isNew()).toEqual([true, false]);
  await later(31);
  expect(await isNew()).toEqual([false, false]);
});

test('a hundred contacts come page by page, each once, also while new ones are logged', async () => {
  const contacts: string[] = [];
  for (let each = 0; each < 45; each += 1) {
    contacts.unshift(await logged(team.rosa, team.theo, { outcome: 'no answer' }));
    // several within one instant
    if (each % 7 === 0) server.clock.advance(1);
  }
  const { body } = await sam.get('/api/contact-stream');
  expect(body.items).toHaveLength(40);
  await logged(team.rosa, team.theo);
  const { body: rest } = await sam.get(`/api/contact-stream?after=${body.next}`);
  const all = [...body.items, ...rest.items].map((line: StreamLine) => line.contact.contactId);
  expect(all.toSorted()).toEqual(contacts.toSorted());
  expect(rest.next).toBeNull();
  expectFieldProblem(await sam.get('/api/contact-stream?after=nonsense'), 'after', 'cursor-unknown');
  expectFieldProblem(await sam.get('/api/contact-stream?show=everything'), 'show', 'not-a-choice');
});

test('seen is one act for several, is said once however often it is sent, and can be undone', async () => {
  const one = await logged(team.rosa, team.theo);
  const two = await logged(team.rosa, team.theo);
  for (let time = 0; time < 3; time += 1) {
    const { status, body } = await seeing(sam, [one], [two]);
    expect({ status, changed: body.changed }).toEqual({ status: 200, changed: [] });
    expect(body.seenIds.toSorted()).toEqual([one, two].toSorted());
  }
  expect(await ids()).toEqual([]);
  expect(await inStream(sam, one)).toMatchObject({ seen: { by: { name: 'Sam' }, version: 1 } });
  const { body } = await sam.post('/api/contact-stream/unseen', { contactIds: [one] });
  expect(body.unseenIds).toEqual([one]);
  expect(await ids()).toEqual([one]);
  expect(await inStream(sam, one)).toMatchObject({ isToRead: true, seen: null });
});

test('one amended meanwhile is not seen with the others, and is handed back as it is now', async () => {
  const one = await logged(team.rosa, team.theo);
  const two = await logged(team.rosa, team.theo);
  const rosa = await server.as(team.rosa);
  await rosa.put(`/api/contacts/${two}`, { outcome: 'no-show' }, onVersion(1));
  const { body } = await seeing(sam, [one], [two]);
  expect(body.seenIds).toEqual([one]);
  expect(body.changed).toMatchObject([{ contact: { contactId: two, outcome: 'no-show', version: 2 } }]);
  expect(await ids()).toEqual([two]);
});

test('one amended or voided after it was seen comes back and says that it changed', async () => {
  const one = await logged(team.rosa, team.theo);
  const two = await logged(team.rosa, team.theo);
  await seeing(sam, [one], [two]);
  const rosa = await server.as(team.rosa);
  await rosa.put(`/api/contacts/${one}`, { outcome: 'reached', minutes: 20 }, onVersion(1));
  await rosa.post(`/api/contacts/${two}/void`, { reason: 'Logged twice' }, onVersion(1));
  const { items } = (await sam.get('/api/contact-stream')).body;
  expect(items).toHaveLength(2);
  const was = Object.fromEntries(
    items.map((line: StreamLine) => [line.contact.contactId, line.saidWhenSeen]),
  );
  expect(was).toEqual({ [one]: expect.objectContaining({ outcome: 'reached', minutes: null }), [two]: null });
  for (const line of items) expect(line).toMatchObject({ isChangedSinceSeen: true, seen: { version: 1 } });
  expect(await inStream(sam, two)).toMatchObject({
    contact: { voided: { reason: 'Logged twice', by: { name: 'Rosa' } } },
  });
  await seeing(sam, [two, 2]);
  expect(await inStream(sam, two)).toMatchObject({ isToRead: false, isChangedSinceSeen: false });
});

test('two supervisors who see one contact at once: the first stands, the other is told nothing wrong', async () => {
  const one = await logged(team.rosa, team.theo);
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await covers(inez, team.sam);
  const inezs = await server.as(inez);
  const answers = await Promise.all([seeing(sam, [one]), seeing(inezs, [one])]);
  for (const { status, body } of answers) expect([status, body.seenIds]).toEqual([200, [one]]);
  const name = (await inStream(sam, one))?.seen?.by.name;
  expect(['Sam', 'Inez']).toContain(name);
  // and only whoever saw it takes that back
  const other = name === 'Sam' ? inezs : sam;
  expect((await other.post('/api/contact-stream/unseen', { contactIds: [one] })).body.unseenIds).toEqual([]);
});
