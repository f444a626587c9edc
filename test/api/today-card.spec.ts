import { v7 as newId } from 'uuid';
import { aNumberOf } from '../given/asking.js';
import { aGoalOf } from '../given/goal.js';
import { logged } from '../given/logged.js';
import { today, type Organization } from '../given/organization.js';
import type { Participant } from '../given/participant.js';
import type { Person } from '../given/staff.js';
import { aTeamInTouch, todayOf } from '../given/todays-page.js';
import { onVersion } from '../given/words.js';
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

test('a card carries how to reach them, the gist of the last words, the goal in focus and what is planned', async () => {
  await aNumberOf(theo, { mayCall: true });
  await aNumberOf(theo, { mayText: true, untilOn: today(harbor, -1) });
  const { goalId } = await aGoalOf(theo);
  const sharedNote = `${'We looked at the room on Cooper Street together. '.repeat(5)}`;
  const nextContact = { plannedOn: today(harbor, 9), plannedTime: '10:30', way: 'in person' };
  await logged(rosa, theo, { occurredOn: today(harbor, -1), occurredTime: '15:00', sharedNote, nextContact });
  server.clock.advance(7 * 1440);
  const [card] = (await todayOf(rosa)).cards;
  expect(card).toMatchObject({
    isPrimary: true,
    standing: { is: 'overdue', lastReachedOn: '2026-03-09', agreedDays: 7 },
    numbers: [
      { dial: '5550123', mayCall: true, mayText: false, isExpired: false },
      { mayCall: false, mayText: false, isExpired: true },
    ],
    lastNote: { occurredOn: '2026-03-09', outcome: 'reached', coachName: 'Rosa' },
    triedToday: null,
    openPromises: [],
    goalInFocus: {
      goalId,
      sentence: 'Find a place of my own',
      nextStep: { words: 'Call the housing office' },
    },
    nextContact: { ...nextContact, coachName: 'Rosa' },
  });
  expect(card.lastNote.gist).toMatch(/^We looked at the room on Cooper Street together\. .*\w…$/);
  expect(card.lastNote.gist.length).toBeLessThanOrEqual(161);
});

test('the last words are found behind attempts without any, and in the team’s note where there is no other', async () => {
  await logged(rosa, theo, {
    occurredOn: today(harbor, -1),
    occurredTime: '15:00',
    teamNote: 'Sounded tired.',
  });
  server.clock.advance(8 * 1440);
  for (const daysAgo of [2, 1])
    await logged(rosa, theo, { outcome: 'no answer', occurredOn: today(harbor, -daysAgo) });
  expect((await todayOf(rosa)).cards[0].lastNote.gist).toBe('Sounded tired.');
});

test('a contact that was voided tells nothing', async () => {
  const contactId = newId();
  await logged(rosa, theo, { contactId, sharedNote: 'Wrong person' });
  await (
    await server.as(rosa)
  ).post(`/api/contacts/${contactId}/void`, { reason: 'Wrong person' }, onVersion(1));
  server.clock.advance(7 * 1440);
  const view = await todayOf(rosa);
  expect([view.cards[0].lastNote, view.doneToday]).toEqual([null, []]);
});
