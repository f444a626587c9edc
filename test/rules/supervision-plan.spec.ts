import {
  nextInRhythm,
  rangeOf,
  spanOf,
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
