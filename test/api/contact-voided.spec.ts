import { today } from '../given/organization.js';
import { aParticipantOf, assign, closeEnrollment } from '../given/participant.js';
import { aCoach } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteWith, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
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
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  coach = await server.as(team.rosa);
});

async function logged(words: Words = {}): Promise<string> {
  const contact = contactWith(team.theo, words);
  expect((await coach.post('/api/contacts', contact)).status).toBe(201);
  return `/api/contacts/${contact.contactId}`;
}

const page = async (): Promise<Words> =>
  (await coach.get(`/api/participants/${team.theo.participantId}`)).body;
const timeline = async (): Promise<Words[]> =>
  (await coach.get(`/api/participants/${team.theo.participantId}/timeline`)).body.items;

test('a voided contact leaves the page, its risk note stays, and the standing is right at once', async () => {
  await logged({ occurredOn: '2026-03-01' });
  const riskNote = riskNoteWith();
  const contact = await logged({ riskNote });
  expect(await timeline()).toHaveLength(3);
  const { status, body } = await coach.post(
    `${contact}/void`,
    { reason: 'It was another Theo' },
    onVersion(1),
  );
  expect(status).toBe(200);
  expect(body.voided).toEqual({
    at: '2026-03-10T16:00:00.000Z',
    by: { accountId: team.rosa.accountId, name: 'Rosa' },
    reason: 'It was another Theo',
  });
  expect((await timeline()).map(({ kind }) => kind)).toEqual(['risk-note', 'contact']);
  expect(await page()).toMatchObject({
    openRiskNotes: [{ riskNoteId: riskNote.riskNoteId }],
    enrollments: [{ standing: { is: 'overdue', lastReachedOn: '2026-03-01' } }],
  });
});

test('its supervisor voids a contact as well, however long ago it was recorded', async () => {
  const contact = await logged();
  server.clock.advance(400 * 24 * 60);
  const supervisor = await server.as(team.sam);
  const { status, body } = await supervisor.post(`${contact}/void`, { reason: 'Logged twice' }, onVersion(1));
  expect({ status, by: body.voided?.by.name }).toEqual({ status: 200, by: 'Sam' });
});

test('another coach of the same person does not void it', async () => {
  const dev = await aCoach(team.organization, { name: 'Dev' });
  await assign(team.theo, dev, today(team.organization), 'second');
  const contact = await logged();
  const answer = await (await server.as(dev)).post(`${contact}/void`, { reason: 'Wrong' }, onVersion(1));
  expectProblem(answer, 403, 'contact-not-yours');
  expect((await coach.get(contact)).body).toMatchObject({ voided: null, version: 1 });
});

test.each([{}, { reason: '' }, { reason: '   ' }])('voiding takes a reason: %j', async (body) => {
  const contact = await logged();
  const answer = await coach.post(`${contact}/void`, body, onVersion(1));
  expectProblem(answer, 422, 'input-invalid');
  expect(answer.body.fields).toMatchObject([{ path: 'reason' }]);
});

test('a voided contact takes no second void, no edit and no addendum, and says who voided it', async () => {
  const contact = await logged();
  await coach.post(`${contact}/void`, { reason: 'Logged twice' }, onVersion(1));
  const before = await rowCounts(team.organization);
  const again = await coach.post(`${contact}/void`, { reason: 'Again' }, onVersion(2));
  expectProblem(again, 409, 'contact-already-voided');
  expect(again.body.detail).toMatch(/Rosa/);
  expectProblem(
    await coach.put(contact, { outcome: 'reached' }, onVersion(2)),
    409,
    'contact-already-voided',
  );
  const addendum = { addendumId: contactWith(team.theo).contactId, words: 'More', isShared: false };
  expectProblem(await coach.post(`${contact}/addenda`, addendum), 409, 'contact-already-voided');
  expect(await rowCounts(team.organization)).toEqual(before);
});

test('voiding an old version gives both versions and voids nothing', async () => {
  const contact = await logged();
  await coach.put(contact, { outcome: 'no answer' }, onVersion(1));
  const answer = await coach.post(`${contact}/void`, { reason: 'Logged twice' }, onVersion(1));
  expectProblem(answer, 412, 'version-stale');
  expect(answer.body).toMatchObject({
    current: { version: 2, outcome: 'no answer', voided: null },
    yours: { reason: 'Logged twice' },
  });
});

describe('logged for the wrong person', () => {
  test('it is voided and logged for the right one in one step, once however often it is sent', async () => {
    const mina = await aParticipantOf(team.rosa, { preferredName: 'Mina', enrolledOn: '2026-02-01' });
    const words = { outcome: 'reached', way: 'phone', minutes: 12, sharedNote: 'Hello', teamNote: 'Tired' };
    const when = { occurredOn: '2026-03-09', occurredTime: '17:30' };
    const contact = await logged({ ...words, ...when });
    const before = await rowCounts(team.organization);
    const { contactId, participantId } = contactWith(mina);
    const anew = { contactId, participantId };
    const answers = [];
    for (const version of [1, 1, 2])
      answers.push(await coach.post(`${contact}/wrong-person`, anew, onVersion(version)));
    for (const answer of answers)
      expect(answer).toMatchObject({
        status: 201,
        body: { ...anew, ...words, ...when, participantName: 'Mina', version: 1, voided: null },
      });
    expect(await rowCounts(team.organization)).toEqual({
      ...before,
      contacts: before['contacts']! + 1,
      contact_team_notes: before['contact_team_notes']! + 1,
      contact_reviews: before['contact_reviews']! + 1,
    });
    expect((await coach.get(contact)).body.voided).toMatchObject({ by: { name: 'Rosa' } });
    expect(await page()).toMatchObject({ enrollments: [{ standing: { lastReachedOn: null } }] });
    const hers = await coach.get(`/api/participants/${mina.participantId}`);
    expect(hers.body.enrollments[0].standing).toMatchObject({ is: 'on track', lastReachedOn: '2026-03-09' });
  });

  test('both or neither: out of reach, the same person, an old version or a taken id leave all as it was', async () => {
    const dev = await aCoach(team.organization, { name: 'Dev' });
    const lou = await aParticipantOf(dev, { preferredName: 'Lou' });
    const mina = await aParticipantOf(team.rosa, { preferredName: 'Mina' });
    const contact = await logged();
    const taken = (await logged()).split('/').at(-1);
    const before = await rowCounts(team.organization);
    const move = (words: Words, version = 1) =>
      coach.post(
        `${contact}/wrong-person`,
        { contactId: contactWith(mina).contactId, ...words },
        onVersion(version),
      );
    expectProblem(await move({ participantId: lou.participantId }), 404, 'participant-not-found');
    expectProblem(await move({ participantId: team.theo.participantId }), 409, 'contact-same-person');
    expectProblem(await move({ participantId: mina.participantId }, 7), 412, 'version-stale');
    expectProblem(
      await move({ participantId: mina.participantId, contactId: taken }),
      409,
      'contact-id-taken',
    );
    expectFieldProblem(
      await move({ participantId: mina.participantId, contactId: 'x' }),
      'contactId',
      'is-new-id',
    );
    expect(await rowCounts(team.organization)).toEqual(before);
    expect((await coach.get(contact)).body).toMatchObject({ version: 1, voided: null });
  });

  test('somebody whose enrollment is closed takes no contact, and the other keeps theirs', async () => {
    const mina = await aParticipantOf(team.rosa, { preferredName: 'Mina' });
    await closeEnrollment(mina, today(team.organization));
    const contact = await logged();
    const { contactId, participantId } = contactWith(mina);
    const answer = await coach.post(`${contact}/wrong-person`, { contactId, participantId }, onVersion(1));
    expectProblem(answer, 409, 'enrollment-closed');
    expect((await coach.get(contact)).body).toMatchObject({ version: 1, voided: null });
  });
});
