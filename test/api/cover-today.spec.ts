import { v7 as newId } from 'uuid';
import { covers } from '../given/cover.js';
import { aParticipantOf, assign } from '../given/participant.js';
import { today } from '../given/organization.js';
import { aCoach, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { riskNoteAbout, type Words } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let dev: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
});

/** Names of a list, each with whom it is covered for. */
const lines = (items: Words[]): string[] =>
  items.map((item) => {
    const { name, throughOn } = (item['coverFor'] ?? {}) as { name?: string; throughOn?: string };
    return `${String(item['preferredName'])}${name ? `, for ${name} through ${throughOn}` : ''}`;
  });

test('on Today of who covers, the covered people’s cards say for whom, and are gone when it is over', async () => {
  await aParticipantOf(dev, { preferredName: 'Lou', enrolledOn: today(team.organization, -9) });
  const asRosa = await server.as(team.rosa);
  await asRosa.post('/api/risk-notes', riskNoteAbout(team.theo, { level: 'urgent' }));
  const hers = (await asRosa.get('/api/today')).body;
  await covers(dev, team.rosa);
  const { body } = await (await server.as(dev)).get('/api/today');
  expect(lines(body.cards)).toEqual(['Theo, for Rosa through 2026-03-12', 'Lou']);
  const { coverFor: _, ...card } = body.cards[0];
  expect(card).toEqual(hers.cards[0]);
  expect(body.caseloadCount).toBe(1);
  expect((await asRosa.get('/api/today')).body).toEqual(hers);
  server.clock.advance(3 * 1440);
  expect(lines((await (await server.as(dev)).get('/api/today')).body.cards)).toEqual(['Lou']);
});

test('on the caseload they stand after one’s own; whom one walks with as well is one’s own', async () => {
  const both = await aParticipantOf(team.rosa, { preferredName: 'Cam' });
  await assign(both, dev, today(team.organization, -3), 'second');
  await aParticipantOf(dev, { preferredName: 'Lou' });
  await covers(dev, team.rosa);
  const asDev = await server.as(dev);
  const { body } = await asDev.get('/api/caseload');
  expect(lines(body.items)).toEqual(['Cam', 'Lou', 'Theo, for Rosa through 2026-03-12']);
  expect(body.counts.new).toBe(3);
  expect(lines((await asDev.get('/api/caseload?find=the')).body.items)).toHaveLength(1);
});

test('a promise of who is away is kept by who covers, and it is theirs who kept it', async () => {
  const asRosa = await server.as(team.rosa);
  const promise = {
    promiseId: newId(),
    participantId: team.theo.participantId,
    words: 'Bus times',
    dueOn: '2026-03-10',
  };
  const made = await asRosa.post('/api/promises', promise);
  expect(made.status).toBe(201);
  await covers(dev, team.rosa);
  const asDev = await server.as(dev);
  expect((await asDev.get('/api/today')).body.cards[0].openPromises).toMatchObject([{ words: 'Bus times' }]);
  const kept = await asDev.post(`/api/promises/${promise.promiseId}/keep`, {}, { 'if-match': '"1"' });
  expect(kept).toMatchObject({
    status: 200,
    body: { kept: { by: { name: 'Dev' } }, coach: { name: 'Rosa' } },
  });
});

test('a participant reads who is there meanwhile, and who really sees a call they ask for', async () => {
  const home = async (): Promise<Words> => (await (await server.as(team.theo)).get('/api/home')).body;
  expect(await home()).toMatchObject({
    coach: { name: 'Rosa' },
    call: { whoSees: { coachNames: ['Rosa'] } },
  });
  await covers(dev, team.rosa);
  expect(await home()).toMatchObject({
    coach: { name: 'Rosa', meanwhileName: 'Dev' },
    call: { whoSees: { coachNames: ['Dev'] } },
  });
  const keisha = await aCoach(team.organization, { name: 'Keisha' });
  await covers(keisha, dev, { throughOn: '2026-03-10' });
  expect(await home()).toMatchObject({
    coach: { meanwhileName: 'Keisha' },
    call: { whoSees: { coachNames: ['Keisha'] } },
  });
  server.clock.set('2026-03-13T04:00:00Z');
  const after = await home();
  expect(after).toMatchObject({ call: { whoSees: { coachNames: ['Rosa'] } } });
  expect(after['coach']).toEqual({ name: 'Rosa' });
});
