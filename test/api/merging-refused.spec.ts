import { v7 as newId } from 'uuid';
import { saysDeath } from '../given/death.js';
import { mergeOf, merges, rowsOf } from '../given/merge.js';
import { aParticipantOf, type Participant } from '../given/participant.js';
import { inTheProgram } from '../given/roles.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, type Words } from '../given/words.js';
import { becomes } from '../support/becomes.js';
import { withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let ada: Person;
let dev: Person;
let theo: Participant;
let again: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  ({ theo } = team);
  ada = await anAdministrator(team.organization);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  again = await aParticipantOf(dev, { preferredName: 'Theo' });
});

test('a record is not merged into itself', async () => {
  const answer = await merges(ada, theo, theo);
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, 'fromId same-record']);
  const path = `/api/participants/${theo.participantId}/beside/${theo.participantId}`;
  expect((await (await server.as(ada)).get(path)).status).toBe(422);
});

test('of another organization, missing or malformed is all the same 404, on either side', async () => {
  const summit = await aTeam(server);
  const adas = await server.as(ada);
  const ids = [summit.theo.participantId, ...NO_ID];
  const answers = await Promise.all(
    ids.flatMap((id) => [
      adas.post('/api/merges', mergeOf(theo, again, { fromId: id })),
      adas.post('/api/merges', mergeOf(theo, again, { intoId: id })),
    ]),
  );
  for (const answer of answers) {
    expect(answer.status).toBe(404);
    expect(withoutMoment(answer)).toEqual(withoutMoment(answers[0]!));
  }
  const beside = await adas.get(
    `/api/participants/${theo.participantId}/beside/${summit.theo.participantId}`,
  );
  expect(beside.status).toBe(404);
  expect((await adas.get(`/api/participants/${summit.theo.participantId}/merged-into`)).status).toBe(404);
});

test('a supervisor merges whom they reach both, and nobody else', async () => {
  const kim = await aSupervisor(team.organization, { name: 'Kim' });
  const june = await aCoach(team.organization, { name: 'June', supervisor: kim });
  const elsewhere = await aParticipantOf(june, { preferredName: 'Theo' });
  for (const answer of [
    await merges(team.sam, theo, elsewhere),
    await merges(team.sam, elsewhere, theo),
    await merges(kim, theo, elsewhere),
  ])
    expect([answer.status, answer.body.code]).toEqual([404, 'participant-not-found']);
  expect((await merges(team.sam, theo, again)).status).toBe(200);
});

test.each(['coach', 'participant'])('a %s merges nobody', async (role) => {
  const before = await rowCounts(team.organization);
  const { status, body } = await merges(role === 'coach' ? team.rosa : theo, theo, again);
  expect([status, body.code]).toEqual([403, 'role-not-allowed']);
  expect(await rowCounts(team.organization)).toEqual(before);
});

test('after a death of either nothing is merged', async () => {
  await saysDeath(dev, again);
  for (const [into, from] of [[theo, again] as const, [again, theo] as const]) {
    const { status, body } = await merges(ada, into, from);
    expect([status, body.code]).toEqual([409, 'one-of-them-died']);
  }
  const beside = await (
    await server.as(ada)
  ).get(`/api/participants/${theo.participantId}/beside/${again.participantId}`);
  expect(beside.body.cannot).toContain('died');
});

test('nobody merges their own record, and a supervisor no colleague’s', async () => {
  const own = await inTheProgram(ada, team.rosa);
  expect((await merges(ada, theo, own)).status).toBe(404);
  const colleague = await inTheProgram(dev, team.rosa);
  expect((await merges(team.sam, theo, colleague)).status).toBe(404);
});

test('a colleague’s record keeps the account they work with; two colleagues are two people', async () => {
  const colleague = await inTheProgram(await aCoach(team.organization, { name: 'June' }), team.rosa);
  const other = await merges(ada, theo, colleague, { accountId: theo.accountId });
  expect([other.status, ...fieldsOf(other)]).toEqual([422, 'accountId works-here']);
  const second = await inTheProgram(await aCoach(team.organization, { name: 'Lee' }), team.rosa);
  const both = await merges(ada, second, colleague, { accountId: second.accountId });
  expect([both.status, both.body.code]).toEqual([409, 'both-work-here']);
  expect((await merges(ada, theo, colleague, { accountId: colleague.accountId })).status).toBe(200);
  expect(
    (await server.database.query('SELECT is_locked FROM participants WHERE id = $1', [theo.participantId]))
      .rows,
  ).toEqual([{ is_locked: true }]);
});

test.each<[string, Words, string]>([
  ['two sign-ins and no choice', { accountId: undefined }, 'accountId missing'],
  ['two sign-ins that nobody asked about', { areBothTheirs: undefined }, 'areBothTheirs missing'],
  ['a sign-in of neither', { accountId: newId() }, 'accountId not-theirs'],
  ['a coach of neither', { coachId: newId() }, 'coachId not-theirs'],
  ['no name', { preferredName: ' ' }, 'preferredName empty'],
  ['a language there is not', { language: 'fr' }, 'language not-a-choice'],
  ['an id of another version', { mergeId: 'e5f3f0f6-6e0a-4a7e-8a5e-0d3c6b1f8a11' }, 'mergeId is-new-id'],
  ['no reason', { why: ' ' }, 'why empty'],
  ['too long a reason', { why: 'x'.repeat(501) }, 'why too-long'],
  ['a NUL byte in a name', { legalName: 'a\0' }, 'legalName characters-not-storable'],
])('refused field by field: %s', async (_, more, field) => {
  const before = await rowCounts(team.organization);
  const answer = await merges(ada, theo, again, more);
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, field]);
  expect(await rowCounts(team.organization)).toEqual(before);
});

test('merged twice: the second time they are one already, and the same id for another merge is taken', async () => {
  const sent = mergeOf(theo, again);
  const adas = await server.as(ada);
  expect((await adas.post('/api/merges', sent)).status).toBe(200);
  const twice = await merges(ada, theo, again);
  expect([twice.status, twice.body.code]).toEqual([409, 'records-merged-already']);
  const other = await adas.post('/api/merges', { ...sent, preferredName: 'Another' });
  expect([other.status, other.body.code]).toEqual([409, 'merge-id-taken']);
});

test.each([1, 2, 3])('two who merge the same two at once, each into the other: one stands (%i)', async () => {
  const answers = await Promise.all([merges(ada, theo, again), merges(team.sam, again, theo)]);
  const [stands, refused] = answers.map(({ status }) => status).sort();
  expect(stands).toBe(200);
  // to who comes wholly after the other, one of the two records is no more
  expect([404, 409]).toContain(refused);
  const { rows } = await server.database.query('SELECT id FROM participants WHERE organization_id = $1', [
    team.organization.organizationId,
  ]);
  expect(rows).toHaveLength(1);
});

test.each([1, 2, 3, 4])(
  'what is logged about the second at that moment is logged, or refused in words (%i)',
  async () => {
    const devs = await server.as(dev);
    const contacts = Array.from({ length: 4 }, () => contactWith(again));
    const [merge, ...answers] = await Promise.all([
      merges(ada, theo, again),
      ...contacts.map((contact) => devs.post('/api/contacts', contact)),
    ]);
    expect(merge.status).toBe(200);
    for (const { status } of answers) expect([201, 404, 409]).toContain(status);
    const stands = (await rowsOf('contacts', theo, 'id')).map(({ id }) => id);
    const logged = contacts.filter((_, at) => answers[at]!.status === 201).map(({ contactId }) => contactId);
    expect(stands.sort()).toEqual(logged.sort());
  },
);

test('a contact begun before the merge and written after it is refused, never a fault', async () => {
  const { database } = server;
  const devs = await server.as(dev);
  await database.query('BEGIN');
  await database.query(
    `SELECT set_config('app.organization_id', $1, true), set_config('app.account_id', $2, true)`,
    [team.organization.organizationId, ada.accountId],
  );
  await database.query(
    `SELECT merge_participants($1, $2, $3, '{"preferredName":"Theo","legalName":"","pronouns":"","language":"en"}', $4, '',
                               '', '2026-03-10', $5)`,
    [newId(), again.participantId, theo.participantId, theo.accountId, server.clock.now()],
  );
  const sent = devs.post('/api/contacts', contactWith(again));
  await becomes(async () => {
    const { rows } = await database.query(
      'SELECT count(*) AS count FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))',
    );
    return Number(rows[0].count) > 0;
  }, true);
  await database.query('COMMIT');
  const { status, body } = await sent;
  expect([status, body.code]).toEqual([409, 'record-merged-meanwhile']);
});

test('enrolled with the id of a record that was merged, nobody comes back', async () => {
  const participantId = newId();
  const adas = await server.as(ada);
  const sent = {
    participantId,
    preferredName: 'Lou',
    language: 'en',
    programId: team.organization.programId,
  };
  expect((await adas.post('/api/participants', sent)).status).toBe(201);
  const lou = { ...again, participantId };
  expect((await merges(ada, theo, lou)).status).toBe(200);
  const { status, body } = await adas.post('/api/participants', sent);
  expect([status, body.code]).toEqual([409, 'a-merged-record-stays-merged']);
});
