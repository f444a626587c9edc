import { v7 as newId } from 'uuid';
import { aParticipantOf, assign } from '../given/participant.js';
import { today } from '../given/organization.js';
import { aCoach } from '../given/staff.js';
import { aTeam } from '../given/team.js';
import { contactWith, onVersion, riskNoteWith } from '../given/words.js';
import { expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('the same log sent twenty times at once is one contact, and every answer is the same', async () => {
  const { organization, rosa, theo } = await aTeam(server);
  const coach = await server.as(rosa);
  const before = await rowCounts(organization);
  const nextContact = { plannedOn: '2026-03-17', plannedTime: '10:00' };
  const promises = [{ promiseId: newId(), words: 'Bring the bus plan', dueOn: '2026-03-12' }];
  const contact = contactWith(theo, { teamNote: 'Tired.', riskNote: riskNoteWith(), nextContact, promises });
  const answers = await Promise.all(Array.from({ length: 20 }, () => coach.post('/api/contacts', contact)));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(await rowCounts(organization)).toEqual({
    ...before,
    contacts: 1,
    contact_team_notes: 1,
    // for the supervisor's reading
    contact_reviews: 1,
    risk_notes: 1,
    planned_contacts: 1,
    coach_days: 1,
    promises: 1,
    // told once: the open pages, and whoever answers the note
    live_events: 1,
    messages: 1,
    risk_note_told: 1,
    // for whoever is told first, next and last
    answering_clocks: 3,
  });
  const { rows } = await server.database.query('SELECT reached_count FROM coach_days WHERE coach_id = $1', [
    rosa.accountId,
  ]);
  expect(rows).toEqual([{ reached_count: 1 }]);
});

test('sent again in another order of fields it is the same, and answers the contact as it now is', async () => {
  const { rosa, theo } = await aTeam(server);
  const coach = await server.as(rosa);
  const contact = contactWith(theo, { minutes: 5, way: 'phone' });
  await coach.post('/api/contacts', contact);
  await coach.put(`/api/contacts/${contact.contactId}`, { outcome: 'reached', minutes: 45 }, onVersion(1));
  const again = await coach.post('/api/contacts', Object.fromEntries(Object.entries(contact).reverse()));
  expect(again).toMatchObject({ status: 201, body: { version: 2, minutes: 45 } });
});

test('the same id with other words is a conflict, and the first words stand', async () => {
  const { organization, rosa, theo } = await aTeam(server);
  const mina = await aParticipantOf(rosa, { preferredName: 'Mina' });
  const coach = await server.as(rosa);
  const contact = contactWith(theo, { minutes: 5 });
  await coach.post('/api/contacts', contact);
  const before = await rowCounts(organization);
  for (const other of [{ minutes: 6 }, { outcome: 'no answer' }, { participantId: mina.participantId }])
    expectProblem(await coach.post('/api/contacts', { ...contact, ...other }), 409, 'contact-id-taken');
  expect(await rowCounts(organization)).toEqual(before);
  expect((await coach.get(`/api/contacts/${contact.contactId}`)).body).toMatchObject({
    version: 1,
    minutes: 5,
  });
});

test('ten contacts about one person at once, by two coaches, all stand, and the standing knows the latest', async () => {
  const { organization, rosa, theo } = await aTeam(server, { theo: { enrolledOn: '2026-01-01' } });
  const dev = await aCoach(organization, { name: 'Dev' });
  await assign(theo, dev, today(organization), 'second');
  const clients = await Promise.all([server.as(rosa), server.as(dev)]);
  const days = ['02-10', '02-20', '03-01', '03-09', '03-05'];
  const answers = await Promise.all(
    clients.flatMap((client) =>
      days.map((day) => client.post('/api/contacts', contactWith(theo, { occurredOn: `2026-${day}` }))),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  const { body } = await clients[0]!.get(`/api/participants/${theo.participantId}`);
  expect(body.enrollments[0].standing).toMatchObject({ is: 'on track', lastReachedOn: '2026-03-09' });
});

test('two edits on one version at once: one stands, the other hears both versions', async () => {
  const { rosa, theo } = await aTeam(server);
  const coach = await server.as(rosa);
  const contact = contactWith(theo);
  await coach.post('/api/contacts', contact);
  const edit = (minutes: number) =>
    coach.put(`/api/contacts/${contact.contactId}`, { outcome: 'reached', minutes }, onVersion(1));
  const [one, other] = (await Promise.all([edit(10), edit(20)])).sort((a, b) => a.status - b.status);
  expect(one!.status).toBe(200);
  expectProblem(other!, 412, 'version-stale');
  expect(other!.body.current).toMatchObject({ version: 2, minutes: one!.body.minutes });
  expect(other!.body.yours.minutes).not.toBe(one!.body.minutes);
  expect((await coach.get(`/api/contacts/${contact.contactId}/versions`)).body.items).toHaveLength(1);
});
