import { aCheckInThatSays, aPlannedContactWith } from '../given/asking.js';
import { logged, raised } from '../given/logged.js';
import { today, type Organization } from '../given/organization.js';
import { aParticipantOf, type Participant } from '../given/participant.js';
import { aPauseOf, aWindowOf } from '../given/record.js';
import type { Person } from '../given/staff.js';
import { aTeam } from '../given/team.js';
import { type Answered, aTeamInTouch, cardsOf, todayOf } from '../given/todays-page.js';
import { onVersion } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let harbor: Organization;
let rosa: Person;
let sam: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ organization: harbor, rosa, sam, theo } = await aTeamInTouch(server));
});

test('nothing asks for somebody in touch: the page says what comes next', async () => {
  expect(await todayOf(rosa)).toEqual({
    today: today(harbor),
    cards: [],
    agenda: [],
    comingUp: [
      {
        participantId: theo.participantId,
        preferredName: 'Theo',
        kind: 'due',
        on: today(harbor, 6),
        time: null,
      },
    ],
    putAway: [],
    doneToday: [],
    caseloadCount: 1,
  });
});

test('an urgent note stays until it is resolved, also once they were reached, with the answer on the card', async () => {
  const riskNoteId = await raised(rosa, theo, { level: 'urgent' });
  expect(await cardsOf(rosa)).toEqual([['Theo', 'urgent risk note', 'due today']]);
  await logged(rosa, theo);
  const supervisor = await server.as(sam);
  const path = `/api/risk-notes/${riskNoteId}`;
  await supervisor.post(`${path}/acknowledge`, { words: 'Calling him at noon' }, onVersion(1));
  const [card] = (await todayOf(rosa)).cards;
  expect(card.reasons).toEqual([
    {
      kind: 'urgent risk note',
      riskNote: {
        riskNoteId,
        raisedAt: server.clock.now().toISOString(),
        raisedOn: today(harbor),
        answer: { by: 'Sam', words: 'Calling him at noon', at: server.clock.now().toISOString() },
      },
    },
  ]);
  await supervisor.post(`${path}/resolve`, { words: 'Safe at his sister’s' }, onVersion(2));
  expect(await cardsOf(rosa)).toEqual([]);
});

test('who asked to be called, and who is struggling, until reached', async () => {
  await aCheckInThatSays(theo, { mood: 'struggling', wantsCall: true, words: 'Rough night' });
  expect(await cardsOf(rosa)).toEqual([['Theo', 'asked to be called', 'check-in to answer']]);
  const [card] = (await todayOf(rosa)).cards;
  expect(card.reasons[1].checkIn).toMatchObject({
    mood: 'struggling',
    words: 'Rough night',
    cravingsBefore: null,
  });
  server.clock.advance(5);
  await logged(rosa, theo);
  expect(await cardsOf(rosa)).toEqual([]);
});

test('cravings three up on the last check-in ask for an answer; a contact by anyone on the team gives it', async () => {
  await aCheckInThatSays(theo, { cravings: 2, at: new Date('2026-03-08T12:00:00Z') });
  await aCheckInThatSays(theo, { cravings: 4, at: new Date('2026-03-09T18:00:00Z') });
  expect(await cardsOf(rosa)).toEqual([]);
  await aCheckInThatSays(theo, { cravings: 7, at: new Date('2026-03-10T12:00:00Z') });
  expect(await cardsOf(rosa)).toEqual([['Theo', 'check-in to answer']]);
  expect((await todayOf(rosa)).cards[0].reasons[0].checkIn).toMatchObject({ cravings: 7, cravingsBefore: 4 });
});

test('a window’s contact comes before overdue, with the event and the cadence', async () => {
  await aWindowOf(theo, { event: 'release', beganOn: today(harbor, -1) });
  expect(await cardsOf(rosa)).toEqual([]);
  server.clock.advance(1440);
  expect((await todayOf(rosa)).cards[0].reasons).toEqual([
    {
      kind: 'window contact due',
      window: { event: 'release', beganOn: today(harbor, -2), days: 2, dueOn: today(harbor) },
    },
  ]);
  await logged(rosa, theo);
  expect(await cardsOf(rosa)).toEqual([]);
});

test('due on the day, overdue from the next, gone once reached', async () => {
  server.clock.advance(6 * 1440);
  expect(await cardsOf(rosa)).toEqual([['Theo', 'due today']]);
  server.clock.advance(1440);
  expect(await cardsOf(rosa)).toEqual([['Theo', 'overdue']]);
  const contactId = await logged(rosa, theo);
  expect(await cardsOf(rosa)).toEqual([]);
  const rosas = await server.as(rosa);
  await rosas.post(`/api/contacts/${contactId}/void`, { reason: 'Undone right after logging' }, onVersion(1));
  expect(await cardsOf(rosa)).toEqual([['Theo', 'overdue']]);
});

test('an attempt takes the card away until tomorrow, and stands among what was done', async () => {
  server.clock.advance(7 * 1440);
  const contactId = await logged(rosa, theo, { outcome: 'left message' });
  const view = await todayOf(rosa);
  expect(view.cards).toEqual([]);
  expect(view.doneToday).toEqual([
    {
      kind: 'contact',
      id: contactId,
      version: 1,
      participantId: theo.participantId,
      preferredName: 'Theo',
      outcome: 'left message',
      words: '',
      at: server.clock.now().toISOString(),
    },
  ]);
  server.clock.advance(1440);
  expect(await cardsOf(rosa)).toEqual([['Theo', 'overdue']]);
  expect((await todayOf(rosa)).doneToday).toEqual([]);
});

test('planned for today it is on the agenda and on a card; missed it is a reason until they are reached', async () => {
  await aPlannedContactWith(theo, rosa, today(harbor), '15:00');
  const lou = await aParticipantOf(rosa, { preferredName: 'Lou' });
  await aPlannedContactWith(lou, rosa, today(harbor), '09:30');
  expect(await cardsOf(rosa)).toEqual([
    ['Lou', 'planned today'],
    ['Theo', 'planned today'],
  ]);
  const { agenda } = await todayOf(rosa);
  expect(agenda.map((item: Answered) => item.planned.plannedTime)).toEqual(['09:30', '15:00']);
  server.clock.advance(1440);
  expect(await cardsOf(rosa)).toEqual([
    ['Lou', 'planned contact missed'],
    ['Theo', 'planned contact missed'],
  ]);
  await logged(rosa, theo);
  expect(await cardsOf(rosa)).toEqual([['Lou', 'planned contact missed']]);
});

test('someone paused is left in peace, but for what they said and what is urgent', async () => {
  await aPauseOf(theo, { fromOn: today(harbor), throughOn: today(harbor, 20) });
  server.clock.advance(9 * 1440);
  expect(await cardsOf(rosa)).toEqual([]);
  await aCheckInThatSays(theo, { wantsCall: true });
  await raised(rosa, theo, { level: 'urgent' });
  expect((await cardsOf(rosa))[0]?.slice(0, 3)).toEqual(['Theo', 'urgent risk note', 'asked to be called']);
});

test.each([
  ['America/Los_Angeles', '2026-03-08', '2026-03-08T08:00:00Z', '2026-03-09T07:00:00Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
])(
  'in %s the day on which the clocks change is due from its midnight to the next',
  async (timeZone, day, from, until) => {
    server.clock.set(new Date(new Date(from).getTime() - 7 * 86_400_000 - 3_600_000));
    const enrolledOn = Temporal.PlainDate.from(day).subtract({ days: 10 }).toString();
    const team = await aTeam(server, { organization: { timeZone }, theo: { enrolledOn } });
    const lastReachedOn = Temporal.PlainDate.from(day).subtract({ days: 7 }).toString();
    server.clock.set(new Date(new Date(from).getTime() - 6 * 86_400_000));
    await logged(team.rosa, team.theo, { occurredOn: lastReachedOn });
    const kindsAt = async (instant: Date): Promise<string[]> => {
      server.clock.set(instant);
      const view = await todayOf(team.rosa);
      return view.cards.map((card: Answered) => card.reasons[0].kind);
    };
    expect(await kindsAt(new Date(new Date(from).getTime() - 1000))).toEqual([]);
    expect(await kindsAt(new Date(from))).toEqual(['due today']);
    expect(await kindsAt(new Date(new Date(until).getTime() - 1000))).toEqual(['due today']);
    expect(await kindsAt(new Date(until))).toEqual(['overdue']);
  },
);
