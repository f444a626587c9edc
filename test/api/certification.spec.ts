import { today } from '../given/organization.js';
import { closeEnrollment } from '../given/participant.js';
import { aCertification } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteWith, type Words } from '../given/words.js';
import type { Answer } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function log({ rosa, theo }: Team, words: Words = {}): Promise<Answer> {
  return (await server.as(rosa)).post('/api/contacts', contactWith(theo, words));
}

const LAPSED = { certification: { firstOn: '2024-03-01', lastOn: '2026-03-05' } };

test('a contact carries the certification in force on its day, not the one of today', async () => {
  const team = await aTeam(server, { rosa: LAPSED, theo: { enrolledOn: '2024-01-01' } });
  await aCertification(team.rosa, { firstOn: '2026-03-08', lastOn: '2028-03-08' });
  const { rows } = await server.database.query<{ words: string }>(
    `SELECT kind || ' ' || number AS words FROM certifications WHERE coach_id = $1 ORDER BY first_on`,
    [team.rosa.accountId],
  );
  const [first, second] = rows.map(({ words }) => words);
  const on = async (occurredOn: string) => (await log(team, { occurredOn })).body.certification;
  expect(await on('2024-03-01')).toBe(first);
  expect(await on('2026-03-05')).toBe(first);
  expect(await on('2026-03-08')).toBe(second);
  expect(await on('2026-03-10')).toBe(second);
  expectProblem(await log(team, { occurredOn: '2026-03-06' }), 422, 'certification-missing');
  expectProblem(await log(team, { occurredOn: '2024-02-29' }), 422, 'certification-missing');
});

test('without one the log is refused with what to do, nothing of it stands, and the draft stays', async () => {
  const team = await aTeam(server, { rosa: { certification: null } });
  const coach = await server.as(team.rosa);
  const contact = contactWith(team.theo, {
    sharedNote: 'Words not to lose',
    nextContact: { plannedOn: '2026-03-20' },
  });
  await coach.put(`/api/drafts/${contact.contactId}`, {
    participantId: team.theo.participantId,
    body: contact,
  });
  const before = await rowCounts(team.organization);
  const answer = await coach.post('/api/contacts', contact);
  expectProblem(answer, 422, 'certification-missing');
  expect(answer.body.detail).toMatch(/administrator.*certification.*send it again/);
  expect(await rowCounts(team.organization)).toEqual(before);
  expect((await coach.get(`/api/drafts/${contact.contactId}`)).body.body).toEqual(contact);
});

test('its risk note is raised all the same, once; when the contact is logged at last the two belong together', async () => {
  const team = await aTeam(server, { rosa: { certification: null }, theo: { enrolledOn: '2026-02-01' } });
  const coach = await server.as(team.rosa);
  const riskNote = riskNoteWith({ signals: ['thoughts of suicide'], level: 'urgent' });
  const contact = contactWith(team.theo, { riskNote });
  await coach.put(`/api/drafts/${contact.contactId}`, { body: contact });
  for (const _ of ['once', 'again']) {
    const answer = await coach.post('/api/contacts', contact);
    expectProblem(answer, 422, 'certification-missing');
    expect(answer.body).toMatchObject({
      riskNoteId: riskNote.riskNoteId,
      detail: expect.stringContaining('Your risk note was raised.'),
    });
  }
  const supervisor = await server.as(team.sam);
  expect((await supervisor.get('/api/risk-notes')).body.items).toMatchObject([
    { riskNoteId: riskNote.riskNoteId, level: 'urgent' },
  ]);
  expect((await coach.get(`/api/drafts/${contact.contactId}`)).status).toBe(200);

  await aCertification(team.rosa, { firstOn: '2026-01-01', lastOn: '2027-01-01' });
  const logged = await coach.post('/api/contacts', contact);
  expect(logged).toMatchObject({ status: 201, body: { riskNoteId: riskNote.riskNoteId } });
  const { body } = await coach.get(`/api/participants/${team.theo.participantId}`);
  expect(body.enrollments[0].standing).toMatchObject({ is: 'on track', lastReachedOn: '2026-03-10' });
  expect(body.openRiskNotes).toHaveLength(1);
  expect((await coach.get('/api/drafts')).body.items).toEqual([]);
});

test('in training a coach logs under the supervisor named, through the last day of it', async () => {
  const team = await aTeam(server, { rosa: { certification: null }, theo: { enrolledOn: '2026-01-01' } });
  await server.database.query(
    `UPDATE coaches SET training_supervisor_id = $2, training_through_on = '2026-03-09' WHERE id = $1`,
    [team.rosa.accountId, team.sam.accountId],
  );
  expect(await log(team, { occurredOn: '2026-03-09' })).toMatchObject({
    status: 201,
    body: { certification: 'Sam', isHeld: false },
  });
  expectProblem(await log(team), 422, 'certification-missing');
});

test('where the organization holds such contacts they wait for the supervisor, and count for the standing', async () => {
  const team = await aTeam(server, {
    organization: { uncertifiedLogging: 'hold' },
    rosa: { certification: null },
    theo: { enrolledOn: '2026-02-01' },
  });
  expect(await log(team)).toMatchObject({ status: 201, body: { isHeld: true, certification: null } });
  const { body } = await (await server.as(team.rosa)).get('/api/caseload');
  expect(body.items).toMatchObject([{ standing: { is: 'on track' } }]);
});

test('an edit to a day without one is refused, and the contact stays as it was', async () => {
  const team = await aTeam(server, { rosa: LAPSED, theo: { enrolledOn: '2026-02-01' } });
  const coach = await server.as(team.rosa);
  const contact = contactWith(team.theo, { occurredOn: '2026-03-04' });
  await coach.post('/api/contacts', contact);
  const edit = { outcome: 'reached', occurredOn: '2026-03-09' };
  const answer = await coach.put(`/api/contacts/${contact.contactId}`, edit, onVersion(1));
  expectProblem(answer, 422, 'certification-missing');
  expect((await coach.get(`/api/contacts/${contact.contactId}`)).body).toMatchObject({
    version: 1,
    occurredOn: '2026-03-04',
  });
});

test('nobody is logged for whose enrollment is closed, and the draft stays', async () => {
  const team = await aTeam(server);
  const coach = await server.as(team.rosa);
  const contact = contactWith(team.theo, { riskNote: riskNoteWith() });
  await coach.put(`/api/drafts/${contact.contactId}`, { body: contact });
  await closeEnrollment(team.theo, today(team.organization));
  const before = await rowCounts(team.organization);
  expectProblem(await coach.post('/api/contacts', contact), 409, 'enrollment-closed');
  expect(await rowCounts(team.organization)).toEqual(before);
  expect((await coach.get(`/api/drafts/${contact.contactId}`)).status).toBe(200);
});
