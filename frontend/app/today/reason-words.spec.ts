import type { StandingView, TodayReason } from '../../api/contract';
import { reasonWords } from './reason-words';

const TODAY = '2026-11-21';
const said = { today: TODAY, timeZone: 'America/New_York', language: 'en' } as const;

function standing(more: Partial<StandingView> = {}): StandingView {
  return {
    is: 'overdue',
    since: '2026-11-17',
    dueOn: '2026-11-16',
    cadence: { kind: 'agreed', days: 7 },
    agreedDays: 7,
    enrolledOn: '2026-05-01',
    lastReachedOn: '2026-11-09',
    attemptDayCount: 0,
    lastCheckInOn: null,
    pausedThroughOn: null,
    pauseReason: null,
    outOfTouchBy: null,
    ...more,
  } as StandingView;
}

const words = (reason: TodayReason, more: Partial<StandingView> = {}): string =>
  reasonWords(reason, standing(more), said);

const checkIn = (more: object): TodayReason['checkIn'] => ({
  checkInId: 'i',
  checkedInAt: '2026-11-20T23:12:00Z',
  checkedInOn: '2026-11-20',
  mood: 'steady',
  cravings: null,
  cravingsBefore: null,
  wantsCall: false,
  words: '',
  ...more,
});
const planned = (plannedOn: string, plannedTime: string | null): TodayReason['planned'] =>
  ({ plannedContactId: 'c', plannedOn, plannedTime, way: 'in person', coachName: 'Rosa' }) as never;
const promise = {
  promiseId: 'p',
  words: 'Send the list',
  dueOn: '2026-11-20',
  coachName: 'Rosa',
  version: 1,
};
const note = { riskNoteId: 'n', raisedAt: '2026-11-21T10:00:00Z', raisedOn: TODAY, answer: null };
const answer = { by: 'Sam', words: 'Calling now', at: '2026-11-21T11:00:00Z' };

describe('the reason in words a coach can check', () => {
  it.each<[TodayReason, string]>([
    [{ kind: 'urgent risk note', riskNote: note }, 'Urgent risk note raised today, not answered yet'],
    [
      { kind: 'urgent risk note', riskNote: { ...note, answer } },
      'Urgent risk note; Sam answered: “Calling now”',
    ],
    [{ kind: 'asked to be called', checkIn: checkIn({}) }, 'Asked you to reach out, yesterday, 6:12 PM'],
    [
      { kind: 'check-in to answer', checkIn: checkIn({ mood: 'struggling', cravings: 9 }) },
      'Checked in yesterday, 6:12 PM: struggling, cravings 9 of 10',
    ],
    [
      { kind: 'check-in to answer', checkIn: checkIn({ cravings: 7, cravingsBefore: 3 }) },
      'Checked in yesterday, 6:12 PM: cravings up from 3 to 7',
    ],
    [
      {
        kind: 'window contact due',
        window: { event: 'release', beganOn: '2026-11-12', days: 2, dueOn: TODAY },
      },
      'Release from jail or prison 9 days ago: be in touch every 2 days now. Last reached 12 days ago',
    ],
    [
      {
        kind: 'decided in supervision',
        decision: {
          decisionId: 'd',
          words: 'Ask about the night shift',
          dueOn: TODAY,
          supervisorName: 'Sam',
          version: 1,
        },
      },
      'Decided with Sam in supervision: “Ask about the night shift”',
    ],
    [{ kind: 'promise due', promise }, 'You promised for yesterday: “Send the list”'],
    [{ kind: 'overdue' }, 'Last reached 12 days ago; you agreed on every 7 days'],
    [{ kind: 'due today' }, 'Last reached 12 days ago; you agreed on every 7 days'],
    [
      { kind: 'planned contact missed', planned: planned('2026-11-18', '15:00') },
      'Planned for Wednesday, 3:00 PM, in person, and not reached since',
    ],
    [{ kind: 'planned today', planned: planned(TODAY, null) }, 'Planned for today, in person'],
    [
      {
        kind: 'celebrate',
        celebration: { what: 'goal finished', words: 'A home', on: '2026-11-20', count: 0 },
      },
      'Reached a goal yesterday: “A home”',
    ],
    [
      {
        kind: 'celebrate',
        celebration: { what: 'goal reached, they say', words: 'A home', on: '2026-11-20', count: 0 },
      },
      'Said yesterday that they reached a goal, and waits for your word: “A home”',
    ],
    [
      { kind: 'celebrate', celebration: { what: 'years enrolled', words: '', on: '2026-11-22', count: 1 } },
      'One year with us tomorrow',
    ],
    [
      {
        kind: 'celebrate',
        celebration: { what: 'recovery days', words: '', on: '2026-11-22', count: 18, unit: 'months' },
      },
      '18 months in recovery tomorrow',
    ],
    [
      { kind: 'celebrate', celebration: { what: 'birthday', words: '', on: '2026-11-21', count: 0 } },
      'Birthday today',
    ],
    [
      { kind: 'goal', goal: { what: 'step due', goalId: 'g', words: 'Call them', on: TODAY } },
      'A step was meant for today: “Call them”',
    ],
    [
      { kind: 'goal', goal: { what: 'no movement', goalId: 'g', words: 'A home', on: '2026-10-01' } },
      'Nothing has moved since October 1: “A home”',
    ],
  ])('%#', (reason, expected) => {
    expect(words(reason)).toBe(expected);
  });

  it('says so of somebody never reached', () => {
    expect(words({ kind: 'overdue' }, { lastReachedOn: null, enrolledOn: '2026-11-12' })).toBe(
      'Not reached yet; enrolled 9 days ago; you agreed on every 7 days',
    );
  });
});
