import { v7 as newId } from 'uuid';
import { today, type Organization } from '../given/organization.js';
import { assign, reassign, type Participant } from '../given/participant.js';
import { aCoach, type Person } from '../given/staff.js';
import { aTeam } from '../given/team.js';
import { onVersion } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let harbor: Organization;
let rosa: Person;
let dev: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ organization: harbor, rosa, theo } = await aTeam(server));
  dev = await aCoach(harbor, { name: 'Dev' });
});

async function promised(by: Person, dueOn: string): Promise<string> {
  const promiseId = newId();
  const asked = { promiseId, participantId: theo.participantId, words: 'Send the list of meetings', dueOn };
  expect((await (await server.as(by)).post('/api/promises', asked)).status).toBe(201);
  return promiseId;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const open = async (coach: Person): Promise<any> => (await (await server.as(coach)).get('/api/today')).body;

test('a promise is on the card from its day until it is kept, and reopened it is there again', async () => {
  const promiseId = await promised(rosa, today(harbor));
  const { cards } = await open(rosa);
  const brief = {
    ...{ promiseId, words: 'Send the list of meetings' },
    ...{ dueOn: today(harbor), coachName: 'Rosa', version: 1 },
  };
  expect(cards[0].reasons).toEqual([{ kind: 'promise due', promise: brief }]);
  expect(cards[0].openPromises).toEqual([brief]);

  const rosas = await server.as(rosa);
  const kept = await rosas.post(`/api/promises/${promiseId}/keep`, {}, onVersion(1));
  const done = await open(rosa);
  expect(done.cards).toEqual([]);
  expect(done.doneToday).toMatchObject([
    { kind: 'promise', id: promiseId, version: kept.body.version, words: 'Send the list of meetings' },
  ]);
  await rosas.post(`/api/promises/${promiseId}/reopen`, {}, onVersion(kept.body.version));
  const again = await open(rosa);
  expect([again.cards.length, again.doneToday]).toEqual([1, []]);
});

test('one for later asks for nothing, and stands on the card when something else does', async () => {
  await promised(rosa, today(harbor, 3));
  expect((await open(rosa)).cards).toEqual([]);
});

test('released it binds nobody', async () => {
  const promiseId = await promised(rosa, today(harbor));
  const reason = { reason: 'They found it themselves' };
  await (await server.as(rosa)).post(`/api/promises/${promiseId}/release`, reason, onVersion(1));
  expect((await open(rosa)).cards).toEqual([]);
});

test('the second coach is bound by their own; the primary coach also by what was promised before them', async () => {
  await assign(theo, dev, today(harbor), 'second');
  await promised(rosa, today(harbor));
  expect((await open(dev)).cards).toEqual([]);
  const june = await aCoach(harbor, { name: 'June' });
  await reassign(theo, june);
  const { cards } = await open(june);
  expect(cards[0].reasons[0].promise.coachName).toBe('Rosa');
});
