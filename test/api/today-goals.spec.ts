import { aGoalOf } from '../given/goal.js';
import { logged } from '../given/logged.js';
import { today, type Organization } from '../given/organization.js';
import type { Participant } from '../given/participant.js';
import type { Person } from '../given/staff.js';
import { aTeamInTouch, cardsOf, todayOf } from '../given/todays-page.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let harbor: Organization;
let rosa: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ organization: harbor, rosa, theo } = await aTeamInTouch(server));
});

test('what the participant did since they were last reached is there to celebrate', async () => {
  const { goalId, stepIds } = await aGoalOf(theo, { steps: ['Call the housing office', 'Look at the room'] });
  const theos = await server.as(theo);
  await theos.post(`/api/steps/${stepIds[0]}/tick`, { isDone: true }, onVersion(1));
  expect((await todayOf(rosa)).cards[0].reasons).toEqual([
    {
      kind: 'celebrate',
      celebration: { what: 'step done', words: 'Call the housing office', on: today(harbor), count: 0 },
    },
  ]);
  const reached = (by: Client, version: number) =>
    by.post(`/api/goals/${goalId}/finish`, {}, onVersion(version));
  await reached(theos, 1);
  expect((await todayOf(rosa)).cards[0].reasons[0].celebration).toMatchObject({
    what: 'goal reached, they say',
    words: 'Find a place of my own',
  });
  await reached(await server.as(rosa), 2);
  expect((await todayOf(rosa)).cards[0].reasons[0].celebration.what).toBe('goal finished');
  server.clock.advance(5);
  await logged(rosa, theo);
  expect(await cardsOf(rosa)).toEqual([]);
});

test('a goal that stood still for a month asks for a word; a contact that touched it is one', async () => {
  const { goalId } = await aGoalOf(theo);
  const madeAt = new Date('2026-01-20T15:00:00Z');
  await server.database.query('UPDATE goals SET made_at = $2 WHERE id = $1', [goalId, madeAt]);
  expect((await todayOf(rosa)).cards[0].reasons[0]).toEqual({
    kind: 'goal',
    goal: { what: 'no movement', goalId, words: 'Find a place of my own', on: '2026-01-20' },
  });
  await logged(rosa, theo, { goalIds: [goalId] });
  server.clock.advance(1440);
  expect(await cardsOf(rosa)).toEqual([]);
});

test('a step’s day has come: it is due until it is done', async () => {
  const { stepIds } = await aGoalOf(theo);
  await server.database.query('UPDATE steps SET by_on = $2 WHERE id = $1', [stepIds[0], today(harbor, 1)]);
  expect(await cardsOf(rosa)).toEqual([]);
  server.clock.advance(1440);
  expect((await todayOf(rosa)).cards[0].reasons[0].goal).toMatchObject({
    what: 'step due',
    on: today(harbor),
  });
  await (await server.as(theo)).post(`/api/steps/${stepIds[0]}/tick`, { isDone: true }, onVersion(1));
  expect(await cardsOf(rosa)).toEqual([['Theo', 'celebrate']]);
});
