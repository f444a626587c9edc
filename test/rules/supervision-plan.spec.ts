import { DEFAULT_HOURS } from '../../backend/risk/working-hours.rules.js';
import {
  nextInRhythm,
  otherTimes,
  rangeOf,
  spanOf,
  toldAt,
  whyNotOfKind,
} from '../../backend/supervision-sessions/session-plan.rules.js';
import { bothSigned, sessionState } from '../../backend/supervision-sessions/session-state.rules.js';

test.each<[string, string, number, string, string]>([
  ['the day after the last one', '2026-03-10', 14, '2026-03-10', '2026-03-24'],
  ['held late, the rhythm stays', '2026-03-10', 14, '2026-03-12', '2026-03-24'],
  ['held early, the rhythm stays', '2026-03-10', 14, '2026-03-08', '2026-03-24'],
  ['two were missed, and are not made up for', '2026-03-10', 7, '2026-03-25', '2026-03-31'],
  ['held on the day of the next', '2026-03-10', 7, '2026-03-17', '2026-03-24'],
  ['every day, over 29 February', '2028-02-28', 1, '2028-02-28', '2028-02-29'],
])('the next of a rhythm: %s', (_, rhythmOn, everyDays, after, next) => {
  expect(nextInRhythm(rhythmOn, everyDays, after)).toBe(next);
});

test('a plan takes up its minutes on the clock of the organization, also over a clock change', () => {
  const plan = { plannedOn: '2026-03-08', plannedTime: '01:30', plannedMinutes: 60 };
  expect(rangeOf(spanOf(plan, 'America/Los_Angeles'))).toBe(
    '[2026-03-08T09:30:00.000Z,2026-03-08T10:30:00.000Z)',
  );
});

const works = { timeZone: 'America/New_York', hours: DEFAULT_HOURS, holidays: new Set(['2026-03-13']) };

test.each<[string, string, string]>([
  ['a Thursday, on Wednesday', '2026-03-12', '2026-03-11T13:00:00.000Z'],
  ['the Monday after a Friday off, on Thursday', '2026-03-16', '2026-03-12T13:00:00.000Z'],
  ['a Monday after the clocks went forward, on Friday', '2026-03-09', '2026-03-06T14:00:00.000Z'],
])('of a session on %s, both are told as work begins', (_, plannedOn, at) => {
  expect(toldAt(works, plannedOn, new Date('2026-03-01T12:00:00Z')).tellAt.toISOString()).toBe(at);
});

test('where nobody ever opens, the day before must do; what is planned later than that is near already', () => {
  const closed = { ...works, hours: [] };
  const at = new Date('2026-03-11T13:00:00Z');
  expect(toldAt(closed, '2026-03-12', at)).toEqual({ tellAt: at, isNear: true });
  expect(toldAt(closed, '2026-03-12', new Date(at.getTime() - 1)).isNear).toBe(false);
});

test('other times are to come, within working hours and off holidays, the nearest first', () => {
  const plan = { plannedOn: '2026-03-12', plannedTime: '10:00' };
  expect(otherTimes(works, plan, new Date('2026-03-11T14:00:00Z'))).toEqual([
    { on: '2026-03-12', time: '12:00' },
    { on: '2026-03-12', time: '14:00' },
    { on: '2026-03-16', time: '10:00' },
    { on: '2026-03-17', time: '10:00' },
    { on: '2026-03-18', time: '10:00' },
    { on: '2026-03-19', time: '10:00' },
  ]);
});

test('a group is two or more, and alone is one', () => {
  expect([0, 1, 2].map((count) => whyNotOfKind('group', count))).toEqual([
    'a-group-of-one',
    'a-group-of-one',
    null,
  ]);
  expect([0, 1, 2].map((count) => whyNotOfKind('individual', count))).toEqual([
    'one-coach-only',
    null,
    'one-coach-only',
  ]);
});

const sam = { accountId: 'sam', side: 'supervisor' } as const;
const rosa = { accountId: 'rosa', side: 'coach' } as const;
const dev = { accountId: 'dev', side: 'coach' } as const;

test.each([
  ['planned', {}, 'planned'],
  ['begun', { isBegun: true }, 'open'],
  ['signed by the supervisor', { isBegun: true, signatures: [sam] }, 'signing'],
  [
    'signed by both sides of a group, and one is missing',
    { isBegun: true, signatures: [sam, rosa] },
    'signing',
  ],
  ['signed by every coach and nobody else', { isBegun: true, signatures: [rosa, dev] }, 'signing'],
  ['signed by everybody', { isBegun: true, signatures: [sam, rosa, dev] }, 'held'],
  ['called off after it began', { isBegun: true, isCalledOff: true }, 'called off'],
])('a session that was %s', (_, facts, state) => {
  expect(
    sessionState({ isBegun: false, isCalledOff: false, coachIds: ['rosa', 'dev'], signatures: [], ...facts }),
  ).toBe(state);
});

test('both sides signed with one coach of a group', () => {
  expect([[sam], [rosa, dev], [sam, dev]].map(bothSigned)).toEqual([false, false, true]);
});
