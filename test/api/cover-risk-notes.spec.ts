import { aNote, ring, toldOf } from '../given/answering.js';
import { covers, tellOfCovers } from '../given/cover.js';
import { aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let inez: Person;
let noor: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  inez = await aSupervisor(team.organization, { name: 'Inez' });
  noor = await aSupervisor(team.organization, { name: 'Noor' });
});

/** Messages to somebody, as `kind, step`. */
async function messagesTo({ accountId }: Person): Promise<string[]> {
  const { rows } = await server.database.query<{ line: string }>(
    `SELECT kind || ', ' || step AS line FROM messages WHERE account_id = $1 ORDER BY 1`,
    [accountId],
  );
  return rows.map(({ line }) => line);
}

test('a note raised meanwhile is told first to whoever covers, and to who is away as well', async () => {
  await covers(inez, team.sam);
  const note = await aNote(team);
  expect(await toldOf(team, note)).toEqual(['Inez, covers', 'Sam, own supervisor']);
  const { body } = await (await server.as(inez)).get(`/api/risk-notes/${note}`);
  expect(body.told[0]).toMatchObject({ name: 'Inez', as: 'covers' });
  server.clock.advance(60);
  await ring(server);
  expect(await toldOf(team, note)).toEqual(['Inez, covers', 'Sam, own supervisor', 'Noor, every supervisor']);
});

test('before raising one, a coach reads who will really see it', async () => {
  await covers(inez, team.sam);
  const { body } = await (
    await server.as(team.rosa)
  ).get(`/api/risk-notes/readers?participantId=${team.theo.participantId}`);
  expect(body.told).toEqual([{ accountId: inez.accountId, name: 'Inez' }]);
});

test('a cover for today tells at once of what waits; one to come when its day begins, once', async () => {
  const note = await aNote(team);
  await covers(inez, team.sam, { fromOn: '2026-03-11', throughOn: '2026-03-11' });
  await tellOfCovers(server);
  expect(await messagesTo(inez)).toEqual([]);
  server.clock.set('2026-03-11T04:00:00Z');
  for (let pass = 0; pass < 3; pass += 1) await tellOfCovers(server);
  expect(await messagesTo(inez)).toEqual(['cover, begins', 'risk-note, 1']);
  expect(await toldOf(team, note)).toEqual(['Inez, covers', 'Sam, own supervisor']);
  server.clock.set('2026-03-12T16:00:00Z');
  await covers(noor, team.sam);
  expect(await messagesTo(noor)).toEqual(['cover, begins', 'risk-note, 1']);
});

test('when it is over the note is theirs again: who covered reaches it no more, and is told in their own turn', async () => {
  await covers(inez, team.sam, { throughOn: '2026-03-10' });
  server.clock.set('2026-03-11T03:30:00Z');
  const note = await aNote(team);
  expect((await (await server.as(inez)).get(`/api/risk-notes/${note}`)).status).toBe(200);
  server.clock.set('2026-03-11T04:00:00Z');
  await tellOfCovers(server);
  expect((await (await server.as(inez)).get(`/api/risk-notes/${note}`)).status).toBe(404);
  expect((await (await server.as(team.sam)).get('/api/risk-notes/waiting')).body.riskNoteId).toBe(note);
  server.clock.set('2026-03-11T04:30:00Z');
  await ring(server);
  const { body } = await (await server.as(inez)).get(`/api/risk-notes/${note}`);
  expect(body.told.map((told: { name: string; as: string }) => `${told.name}, ${told.as}`)).toEqual([
    'Inez, covers',
    'Sam, own supervisor',
    'Inez, every supervisor',
    'Noor, every supervisor',
  ]);
});

test('while who covers is away too, the last of them is first, and what they answer is answered', async () => {
  await covers(inez, team.sam);
  await covers(noor, inez);
  const note = await aNote(team);
  expect(await toldOf(team, note)).toEqual(['Inez, covers', 'Noor, covers', 'Sam, own supervisor']);
  const asNoor = await server.as(noor);
  expect((await asNoor.get(`/api/risk-notes/${note}`)).body.told[0]).toMatchObject({ as: 'covers' });
  const done = await asNoor.post(`/api/risk-notes/${note}/resolve`, { words: 'He is safe.' }, onVersion(1));
  expect(done).toMatchObject({ status: 200, body: { resolved: { by: { name: 'Noor' } } } });
});

test('open pages are told once when it begins and once when it is over', async () => {
  const told = async (): Promise<number> => {
    const { rows } = await server.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM live_events WHERE organization_id = $1 AND $2 = ANY (account_ids)`,
      [team.organization.organizationId, inez.accountId],
    );
    return rows[0]!.count;
  };
  await covers(inez, team.sam, { fromOn: '2026-03-11', throughOn: '2026-03-11' });
  expect(await told()).toBe(0);
  server.clock.set('2026-03-11T04:00:00Z');
  for (let pass = 0; pass < 2; pass += 1) await tellOfCovers(server);
  expect(await told()).toBe(1);
  server.clock.set('2026-03-12T04:00:00Z');
  for (let pass = 0; pass < 2; pass += 1) await tellOfCovers(server);
  expect(await told()).toBe(2);
});
