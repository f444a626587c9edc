import { merges } from '../given/merge.js';
import { aParticipantOf, aParticipantWithoutCoach, type Participant } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Answer, Client } from '../support/client.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let ada: Person;
let adas: Client;
let sams: Client;
/** On another team than Sam's. */
let kims: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server, { theo: { preferredName: 'José Smith', legalName: 'Joseph Smith' } });
  ada = await anAdministrator(team.organization);
  adas = await server.as(ada);
  sams = await server.as(team.sam);
  kims = await aCoach(team.organization, {
    name: 'June',
    supervisor: await aSupervisor(team.organization, { name: 'Kim' }),
  });
});

const who = (by: Client, preferredName: string, more: object = {}): Promise<Answer> =>
  by.post('/api/duplicates/possible', { preferredName, ...more });
const found = ({ body }: Answer): unknown[] =>
  body.items.map((item: { participantId: string; agreesIn: string[] }) => [
    item.participantId,
    ...item.agreesIn,
  ]);

async function hasPhone(participant: Participant, value: string): Promise<void> {
  await server.database.query(
    `INSERT INTO ways_to_reach (organization_id, id, participant_id, kind, value) VALUES ($1, gen_random_uuid(), $2, 'phone', $3)`,
    [participant.organizationId, participant.participantId, value],
  );
}

test.each([
  ['JOSE SMITH', 'the same name'],
  ['  josé   smith ', 'the same name'],
  ['Smith, José', 'the same name'],
  ['joseph smith', 'the same name'],
  ['Jose\u0301 Smith', 'the same name'],
  ['Josef Smyth', 'a name that sounds the same'],
  ['Josse Smith', 'a name that sounds the same'],
])('%s may be José Smith, as an administrator sees: %s', async (typed, agrees) => {
  const answer = await who(adas, typed);
  expect(answer.status).toBe(200);
  expect(found(answer)).toEqual([[team.theo.participantId, agrees]]);
  expect(Object.keys(answer.body.items[0]).sort()).toEqual(
    ['agreesIn', 'coach', 'legalName', 'participantId', 'preferredName', 'pronouns', 'stays'].sort(),
  );
  expect(await lastInTrailOf(ada)).toMatchObject({
    action: 'duplicates.shown',
    participant_ids: [team.theo.participantId],
  });
});

test.each(['Joe', 'José', 'Smith', 'Jon Smith', 'Pepe Smith', '', '  ', '.', 'x'.repeat(200), '愛'])(
  '“%s” is nobody who is here: nicknames and halves are not guessed',
  async (typed) => {
    expect((await who(adas, typed)).body).toEqual({ items: [], isNumberOfSomebodyElse: false });
  },
);

test('the same number is, however it is written; it counts before the name', async () => {
  const lou = await aParticipantOf(team.rosa, { preferredName: 'Lou' });
  await hasPhone(lou, '+1 (555) 010-0142');
  for (const phone of ['555-010-0142', '1.555.010.0142', '+15550100142 ext. 3'])
    expect(found(await who(adas, 'Jose Smith', { phone }))).toEqual([
      [lou.participantId, 'the same phone number'],
      [team.theo.participantId, 'the same name'],
    ]);
  expect(found(await who(adas, 'Nobody', { phone: '911' }))).toEqual([]);
});

test('a supervisor is shown whom they reach; of the rest only that somebody has this number', async () => {
  const away = await aParticipantOf(kims, { preferredName: 'José Smith' });
  await hasPhone(away, '555 010 0177');
  expect(found(await who(sams, 'José Smith'))).toEqual([[team.theo.participantId, 'the same name']]);
  expect((await who(sams, 'José Smith')).body.isNumberOfSomebodyElse).toBe(false);
  const { body } = await who(sams, 'Somebody', { phone: '5550100177' });
  expect(body).toEqual({ items: [], isNumberOfSomebodyElse: true });
  expect((await who(adas, 'Somebody', { phone: '5550100177' })).body.items).toHaveLength(1);
});

test('never anybody of another organization, and not for coaches and participants', async () => {
  const summit = await anAdministrator((await aTeam(server)).organization);
  expect((await who(await server.as(summit), 'José Smith')).body.items).toEqual([]);
  for (const one of [team.rosa, team.theo])
    expect((await who(await server.as(one), 'José Smith')).body.code).toBe('role-not-allowed');
  for (const one of [team.sam, team.rosa])
    expect((await (await server.as(one)).get('/api/duplicates')).body.code).toBe('role-not-allowed');
});

test.each([
  [{ preferredName: 'a\0' }, 'preferredName characters-not-storable'],
  [{ preferredName: 'x'.repeat(201) }, 'preferredName too-long'],
  [{ preferredName: 'x', phone: 'x'.repeat(301) }, 'phone too-long'],
])('refused field by field: %j', async (sent, field) => {
  expect(fieldsOf(await adas.post('/api/duplicates/possible', sent))).toEqual([field]);
});

test('pairs that look alike are listed until they are told apart or merged', async () => {
  const twin = await aParticipantWithoutCoach(team.organization, { preferredName: 'Jose Smith' });
  const sounds = await aParticipantWithoutCoach(team.organization, { preferredName: 'Mina Ortis' });
  const mina = await aParticipantWithoutCoach(team.organization, { preferredName: 'Mina Ortiz' });
  await hasPhone(twin, '555-010-0142');
  await hasPhone(team.theo, '(555) 010 0142');
  const pairs = async (): Promise<string[]> =>
    (await adas.get('/api/duplicates')).body.items.map((item: { agreesIn: string[] }) =>
      item.agreesIn.join(' · '),
    );
  expect(await pairs()).toEqual(['the same phone number · the same name', 'a name that sounds the same']);

  const two = { firstId: sounds.participantId, secondId: mina.participantId };
  const told = await adas.post('/api/duplicates/told-apart', two);
  expect(told.body.items).toHaveLength(1);
  expect(told.body.toldApart).toMatchObject([{ saidByName: 'Ada' }]);
  await adas.post('/api/duplicates/told-together', { firstId: two.secondId, secondId: two.firstId });
  expect(await pairs()).toHaveLength(2);
  await adas.post('/api/duplicates/told-apart', two);
  expect((await merges(ada, team.theo, twin)).status).toBe(200);
  expect((await adas.get('/api/duplicates')).body.items).toEqual([]);
  expect((await merges(ada, team.theo, mina)).status).toBe(200);
  const { toldApart } = (await adas.get('/api/duplicates')).body;
  expect(
    toldApart.map((pair: { first: object; second: object }) => [pair.first, pair.second]).flat(),
  ).toEqual(expect.arrayContaining([expect.objectContaining({ participantId: team.theo.participantId })]));
});

test('only two records of this organization are told apart', async () => {
  const other = (await aTeam(server)).theo.participantId;
  const mine = team.theo.participantId;
  const told = (firstId: string, secondId: string): Promise<Answer> =>
    adas.post('/api/duplicates/told-apart', { firstId, secondId });
  expect((await told(mine, other)).status).toBe(404);
  expect((await told('no-id', mine)).status).toBe(404);
  expect(fieldsOf(await told(mine, mine))).toEqual(['secondId same-record']);
});

async function wasBornOn(participant: Participant, day: string): Promise<void> {
  await server.database.query(
    'INSERT INTO births (organization_id, participant_id, born_on) VALUES ($1, $2, $3)',
    [participant.organizationId, participant.participantId, day],
  );
}

test('a day of birth that both brought along speaks for it or against it, and alone says nothing', async () => {
  const twin = await aParticipantWithoutCoach(team.organization, { preferredName: 'José Smith' });
  const cousin = await aParticipantWithoutCoach(team.organization, { preferredName: 'Jose Smith' });
  const stranger = await aParticipantWithoutCoach(team.organization, { preferredName: 'Lou' });
  for (const one of [team.theo, twin, stranger]) await wasBornOn(one, '1987-05-04');
  await wasBornOn(cousin, '1990-01-01');
  const { items } = (await adas.get(`/api/participants/${team.theo.participantId}/duplicates`)).body;
  expect(
    items.map((item: { participantId: string; agreesIn: string[] }) => [
      item.participantId,
      ...item.agreesIn,
    ]),
  ).toEqual([
    [twin.participantId, 'the same day of birth', 'the same name'],
    [cousin.participantId, 'the same name', 'different days of birth'],
  ]);
  const pairs = (await adas.get('/api/duplicates')).body.items as { agreesIn: string[] }[];
  expect(pairs.map(({ agreesIn }) => agreesIn[0])).toEqual([
    'the same day of birth',
    'the same name',
    'the same name',
  ]);
  expect(JSON.stringify(pairs)).not.toContain('1987');
});

test('a supervisor looks for another record of somebody among whom they reach', async () => {
  const near = await aParticipantWithoutCoach(team.organization, { preferredName: 'Josef Smyth' });
  await aParticipantOf(kims, { preferredName: 'José Smith' });
  const path = `/api/participants/${team.theo.participantId}/duplicates`;
  const { body } = await sams.get(path);
  expect(body.record.participantId).toBe(team.theo.participantId);
  expect(body.items.map((item: { participantId: string }) => item.participantId)).toEqual([
    near.participantId,
  ]);
  await adas.post('/api/duplicates/told-apart', {
    firstId: near.participantId,
    secondId: team.theo.participantId,
  });
  expect((await sams.get(path)).body.items).toEqual([]);
  const kim = await server.as(await aSupervisor(team.organization, { name: 'Lee' }));
  expect((await kim.get(path)).status).toBe(404);
  expect((await (await server.as(team.rosa)).get(path)).body.code).toBe('role-not-allowed');
});
