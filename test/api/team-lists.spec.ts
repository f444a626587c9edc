import { v7 as newId } from 'uuid';
import { aBusyTeam } from '../given/busy-team.js';
import { logged } from '../given/logged.js';
import { anOrganization, today, type Organization } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { everyPage } from '../support/pages.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let sam: Person;
let sams: Client;
let rosa: Person;
let dev: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  sam = await aSupervisor(harbor);
  sams = await server.as(sam);
  rosa = await aCoach(harbor, { supervisor: sam });
  dev = await aCoach(harbor, { name: 'Dev', supervisor: sam });
});

/** A line of any list, as far as these tests read it. */
interface Line {
  standing: { is: string };
  coachName: string | null;
  participantId: string;
  contactId: string;
  riskNoteId: string;
}

test('participants come most in need first, each with their coach', async () => {
  await aBusyTeam(rosa, dev);
  const items = await everyPage<Line>(sams, '/api/team/participants');
  expect(items.map((item) => [item.standing.is, item.coachName])).toEqual([
    ['out of touch', null],
    ['overdue', 'Dev'],
    ['due', 'Dev'],
    ['new', 'Rosa'],
    ['on track', 'Rosa'],
  ]);
  const [, ofDev] = items;
  expect(ofDev).toMatchObject({ preferredName: 'Mina', openRiskNote: { level: 'concern' } });
  expect(await lastInTrailOf(sam)).toMatchObject({
    action: 'team.listed',
    participant_ids: items.map((item) => item.participantId),
  });
});

test('contacts come newest first, and name whom they showed in the trail', async () => {
  const theo = await aParticipantOf(rosa);
  const earlier = await logged(rosa, theo, { occurredOn: today(harbor, -1) });
  const later = await logged(rosa, theo, { outcome: 'no answer', way: 'phone' });
  const items = await everyPage<Line>(sams, '/api/team/contacts');
  expect(items.map((item) => item.contactId)).toEqual([later, earlier]);
  expect(items[0]).toEqual({
    contactId: later,
    participantId: theo.participantId,
    participantName: 'Theo',
    coach: { accountId: rosa.accountId, name: 'Rosa' },
    occurredOn: today(harbor),
    occurredTime: expect.anything(),
    outcome: 'no answer',
    way: 'phone',
    minutes: null,
  });
  expect(await lastInTrailOf(sam)).toMatchObject({
    action: 'team.contacts-listed',
    participant_ids: [theo.participantId],
  });
});

test('a contact with somebody who moved to another team still counts, and names them no longer', async () => {
  const theo = await aParticipantOf(rosa);
  await logged(rosa, theo);
  const abe = await aCoach(harbor, { name: 'Abe', supervisor: await aSupervisor(harbor) });
  const adas = await server.as(await anAdministrator(harbor));
  await adas.put(`/api/participants/${theo.participantId}/coach`, { coachId: abe.accountId });
  expect((await sams.get('/api/team')).body.totals.reachedCount).toBe(1);
  expect(await everyPage<Line>(sams, '/api/team/contacts')).toMatchObject([
    { participantId: null, participantName: null, coach: { name: 'Rosa' } },
  ]);
});

test('long lists come by pages, everything once', async () => {
  const people = [];
  for (let number = 0; number < 53; number += 1) people.push(await aParticipantOf(number % 2 ? rosa : dev));
  const first = (await sams.get('/api/team/participants')).body;
  expect([first.items.length, typeof first.next]).toEqual([50, 'string']);
  const ids = (await everyPage<Line>(sams, '/api/team/participants')).map((item) => item.participantId);
  expect(new Set(ids)).toEqual(new Set(people.map(({ participantId }) => participantId)));
  expect(ids).toHaveLength(53);

  const rosas = await server.as(rosa);
  for (let number = 0; number < 53; number += 1)
    await rosas.post('/api/contacts', {
      contactId: newId(),
      participantId: people[1]!.participantId,
      outcome: 'no answer',
      occurredOn: today(harbor, -(number % 3)),
    });
  const contacts = await everyPage<Line>(sams, '/api/team/contacts?outcome=attempt');
  expect(new Set(contacts.map((item) => item.contactId)).size).toBe(53);
  expect(contacts).toHaveLength(53);
});

test('a coach of another team or organization, of another kind or not an id is one and the same 404', async () => {
  const ofAnotherTeam = await aCoach(harbor, { supervisor: await aSupervisor(harbor) });
  const elsewhere = await aCoach(await anOrganization(server));
  const wrong = [ofAnotherTeam.accountId, elsewhere.accountId, sam.accountId, ...NO_ID.slice(0, 4)];
  for (const list of ['participants', 'contacts']) {
    const answers = [];
    for (const id of wrong) answers.push(withoutMoment(await sams.get(`/api/team/${list}?coachId=${id}`)));
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'coach-not-found' } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  }
});

test.each([
  ['participants?standing=lost', 'standing not-a-choice'],
  ['participants?after=nonsense', 'after cursor-unknown'],
  [`participants?after=${Buffer.from('[1,"2026-02-31","x"]').toString('base64url')}`, 'after cursor-unknown'],
  [
    `participants?after=${Buffer.from('[99999999999,"2026-01-01","01900000-0000-7000-8000-000000000000"]').toString('base64url')}`,
    'after cursor-unknown',
  ],
  ['participants?color=blue', 'color property-unknown'],
  ['contacts?outcome=no-show', 'outcome not-a-choice'],
  ['contacts?after=WzFd', 'after cursor-unknown'],
])('%s is refused', async (path, problem) => {
  const answer = await sams.get(`/api/team/${path}`);
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
});

test('the team is its supervisor’s alone', async () => {
  const theo = await aParticipantOf(rosa);
  for (const person of [rosa, await anAdministrator(harbor), theo])
    for (const path of ['/api/team', '/api/team/participants', '/api/team/contacts']) {
      const { status, body } = await (await server.as(person)).get(path);
      expect([status, body.code]).toEqual([403, 'role-not-allowed']);
    }
});
