import { checkInWith } from '../given/check-in.js';
import { aParticipantOf, reassign, type Participant } from '../given/participant.js';
import { aCoach } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let theo: Participant;
let rosas: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-03-01' } });
  theo = team.theo;
  rosas = await server.as(team.rosa);
});

const ownCheckIns = async (of: Participant): Promise<Record<string, unknown>[]> =>
  (await (await server.as(of)).get('/api/check-ins')).body.items as Record<string, unknown>[];

test('what they say during a contact is kept with it, once, as of when it happened, made with Rosa', async () => {
  const checkIn = checkInWith({ mood: 'getting by', cravings: 2, words: 'Better than Monday' });
  const contact = contactWith(theo, { occurredOn: '2026-03-09', occurredTime: '15:30', checkIn });
  const answers = [await rosas.post('/api/contacts', contact), await rosas.post('/api/contacts', contact)];
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(await ownCheckIns(theo)).toEqual([
    {
      ...checkIn,
      checkedInAt: '2026-03-09T19:30:00.000Z',
      checkedInOn: '2026-03-09',
      sleep: null,
      connection: null,
      hasSafePlace: null,
      wantsCall: false,
      withName: 'Rosa',
    },
  ]);
  const { body } = await rosas.get(`/api/participants/${theo.participantId}`);
  expect(body.enrollments[0].standing).toMatchObject({ lastCheckInOn: '2026-03-09' });
});

test.each([
  [checkInWith({ cravings: 11 }), 'checkIn.cravings too-large'],
  [checkInWith({ mood: undefined }), 'checkIn.mood not-a-choice'],
  [checkInWith({ wantsCall: true }), 'checkIn.wantsCall property-unknown'],
  [checkInWith({ minutesAgo: 3 }), 'checkIn.minutesAgo property-unknown'],
])('%j is refused, and the contact with it', async (checkIn, problem) => {
  const answer = await rosas.post('/api/contacts', contactWith(theo, { checkIn }));
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
  expect(await ownCheckIns(theo)).toEqual([]);
  const { body } = await rosas.get(`/api/participants/${theo.participantId}/timeline`);
  expect(body.items).toEqual([]);
});

test('a contact voided takes it back; one for the wrong person takes it along to the right one', async () => {
  const mina = await aParticipantOf(team.rosa, { preferredName: 'Mina' });
  const contact = contactWith(theo, { checkIn: checkInWith({ mood: 'strong', words: 'New job!' }) });
  const { body: logged } = await rosas.post('/api/contacts', contact);
  const moved = await rosas.post(
    `/api/contacts/${contact.contactId}/wrong-person`,
    { participantId: mina.participantId, contactId: contactWith(mina).contactId },
    onVersion(logged.version as number),
  );
  expect([moved.status, await ownCheckIns(theo)]).toEqual([expect.any(Number), []]);
  expect(await ownCheckIns(mina)).toMatchObject([{ mood: 'strong', words: 'New job!', withName: 'Rosa' }]);

  const sams = await server.as(team.sam);
  const reason = { reason: 'Was not her either' };
  const voided = await sams.post(`/api/contacts/${moved.body.contactId}/void`, reason, onVersion(1));
  expect([voided.status, await ownCheckIns(mina)]).toEqual([200, []]);
});

test('for somebody no longer on the caseload it is refused in words, with nothing written', async () => {
  await reassign(theo, await aCoach(team.organization, { name: 'Dev', supervisor: team.sam }));
  const contact = contactWith(theo, { isOffCaseload: true, checkIn: checkInWith() });
  const answer = await rosas.post('/api/contacts', contact);
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, 'checkIn off-the-caseload']);
  expect(await ownCheckIns(theo)).toEqual([]);
});
