import { logged } from '../given/logged.js';
import { type Participant, reassign } from '../given/participant.js';
import { aCoach, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theo: Client;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  theo = await server.as(team.theo);
  rosa = await server.as(team.rosa);
});

const notesOf = async (client: Client) => (await client.get('/api/notes')).body.items;
const say = (client: Client, contactId: string, words: string, version?: number) =>
  client.put(`/api/notes/${contactId}/own-words`, { words }, version === undefined ? {} : onVersion(version));

describe('in my words', () => {
  let contactId: string;
  beforeEach(async () => {
    contactId = await logged(team.rosa, team.theo, { sharedNote: 'We talked.' });
  });

  const seenBy = async (client: Client) => (await client.get(`/api/contacts/${contactId}`)).body.ownWords;

  test('the participant says it in their words, and coach and supervisor read them', async () => {
    const { status, body } = await say(theo, contactId, 'It was not the landlord, it was me.');
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        words: 'It was not the landlord, it was me.',
        writtenAt: expect.any(String),
        version: 1,
        earlier: [],
      },
    });
    const wanted = { words: body.words, writtenAt: body.writtenAt };
    expect(await seenBy(rosa)).toEqual(wanted);
    expect(await seenBy(await server.as(team.sam))).toEqual(wanted);
    const { body: timeline } = await rosa.get(`/api/participants/${team.theo.participantId}/timeline`);
    expect(timeline.items[0].contact.ownWords).toEqual(wanted);
    expect(await lastInTrailOf(team.theo)).toMatchObject({
      action: 'own-words.written',
      participant_id: team.theo.participantId,
      subject_id: contactId,
    });
  });

  test('sent three times by a bad connection they stand once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => say(theo, contactId, 'Once is enough.')));
    expect(answers.map(({ status, body }) => [status, body.version, body.earlier])).toEqual([
      [200, 1, []],
      [200, 1, []],
      [200, 1, []],
    ]);
  });

  test('what was said before is kept, and read by the participant alone', async () => {
    await say(theo, contactId, 'At first I said this.');
    const { body } = await say(theo, contactId, 'Now I say this.', 1);
    expect(body).toMatchObject({
      words: 'Now I say this.',
      version: 2,
      earlier: [{ words: 'At first I said this.' }],
    });
    expect(await seenBy(rosa)).toEqual({ words: 'Now I say this.', writtenAt: body.writtenAt });
  });

  test('written on two phones at once, neither is lost: both versions are shown', async () => {
    await say(theo, contactId, 'On the first phone.');
    const answer = await say(theo, contactId, 'On the second phone.');
    expectProblem(answer, 412, 'version-stale');
    expect(answer.body).toMatchObject({
      current: { words: 'On the first phone.', version: 1 },
      yours: { words: 'On the second phone.' },
    });
    expectProblem(await say(theo, contactId, 'Older still.', 7), 412, 'version-stale');
  });

  test('they take them back: staff read them no more, and they may say something else later', async () => {
    await say(theo, contactId, 'Too much.');
    const back = () => theo.post(`/api/notes/${contactId}/own-words/take-back`, {}, onVersion(1));
    expect((await back()).body).toMatchObject({ words: '', version: 2, earlier: [{ words: 'Too much.' }] });
    expect((await back()).body.version).toBe(2);
    expect(await seenBy(rosa)).toBeNull();
    expect((await say(theo, contactId, 'Better so.', 2)).body).toMatchObject({
      words: 'Better so.',
      version: 3,
    });
    expect(await seenBy(rosa)).toMatchObject({ words: 'Better so.' });
  });

  test('a voided contact is gone from their notes; their own words beside it stay, and stay theirs', async () => {
    const other = await logged(team.rosa, team.theo, { sharedNote: 'Meant for somebody else.' });
    await say(theo, contactId, 'I was there.');
    for (const id of [contactId, other])
      expect(
        (await rosa.post(`/api/contacts/${id}/void`, { reason: 'Wrong one.' }, onVersion(1))).status,
      ).toBe(200);
    const notes = await notesOf(theo);
    expect(notes).toMatchObject([
      { contactId, isTakenBack: true, sharedNote: '', name: '', ownWords: { words: 'I was there.' } },
    ]);
    expect(JSON.stringify(notes)).not.toMatch(/Wrong one|We talked|somebody else/);
    expect((await say(theo, contactId, 'I was there, and waited.', 1)).status).toBe(200);
    expectProblem(await say(theo, other, 'Nothing to say it to.'), 404, 'note-not-found');
  });

  test('a new coach reads them with the contact; the one before does not any more', async () => {
    await say(theo, contactId, 'For whoever walks with me.');
    const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
    await reassign(team.theo, dev);
    expect(await seenBy(await server.as(dev))).toMatchObject({ words: 'For whoever walks with me.' });
    expect((await rosa.get(`/api/contacts/${contactId}`)).status).toBe(404);
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['x'.repeat(5001), 'too-long'],
    ['\u0000', 'characters-not-storable'],
    [5, 'is-text'],
  ])('words that cannot be are refused at their field: %.10j', async (words, code) => {
    const answer = await theo.put(`/api/notes/${contactId}/own-words`, { words });
    expectProblem(answer, 422, 'input-invalid');
    expect(answer.body.fields.map((field: { code: string }) => field.code)).toContain(code);
  });

  test('whatever somebody types is kept as it is', async () => {
    const words = '  <b>مرحبا</b> 👩🏽‍🚀\u200d "quotes" & \'more\'\n\n' + 'é'.repeat(4900);
    expect((await say(theo, contactId, words)).body.words).toBe(words);
    expect((await notesOf(theo))[0].ownWords.words).toBe(words);
  });

  test('no role but the participant’s may write into the table, past the server', async () => {
    const { rows } = await server.database.query(
      `SELECT r.rolname, p.privilege FROM pg_roles r, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) p (privilege)
        WHERE r.rolname LIKE 'caseload\\_%' AND r.rolname NOT IN ('caseload_owner', 'caseload_participant')
          AND (has_table_privilege(r.oid, 'contact_own_words', p.privilege)
               OR p.privilege <> 'DELETE' AND has_any_column_privilege(r.oid, 'contact_own_words', p.privilege))`,
    );
    expect(rows).toEqual([]);
  });
});

test('someone whose account was closed while they read is signed out, and what they send is refused', async () => {
  const contactId = await logged(team.rosa, team.theo);
  await close(team.theo);
  expectProblem(await say(theo, contactId, 'Too late.'), 401, 'access-ended');
});

async function close(person: Person | Participant): Promise<void> {
  await server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    person.accountId,
    server.clock.now(),
  ]);
}
