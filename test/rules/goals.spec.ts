import type { Role } from '../../backend/access/roles.js';
import { finishMove, hasGoneBy, isStill, type Side } from '../../backend/goals/goal.rules.js';

describe('saying that a goal is reached', () => {
  test.each<[Role, Side | null, boolean, boolean, string]>([
    ['participant', null, false, true, 'propose'],
    ['coach', null, false, true, 'propose'],
    ['participant', 'participant', false, true, 'nothing'],
    ['participant', 'staff', false, true, 'confirm'],
    ['coach', 'participant', false, true, 'confirm'],
    ['coach', 'staff', false, true, 'nothing'],
    ['supervisor', 'participant', false, true, 'confirm'],
    ['supervisor', null, false, true, 'not yours to say'],
    ['coach', null, true, false, 'finish for both'],
    ['coach', 'staff', true, false, 'finish for both'],
    ['coach', null, true, true, 'propose'],
    ['participant', null, true, true, 'propose'],
  ])('a %s, said before by %s, for both %s, with an account %s: %s', (role, by, isForBoth, has, move) => {
    expect(finishMove(role, by, isForBoth, has)).toBe(move);
  });
});

test.each([
  ['2026-11-20', undefined, true],
  ['2026-11-21', undefined, false],
  ['2028-02-29', undefined, false],
  ['2026-11-20', '2026-11-20', false],
  [null, undefined, false],
])('on 21 November a goal by %s, before that by %s, has gone by: %s', (byOn, before, expected) => {
  expect(hasGoneBy(byOn, '2026-11-21', before)).toBe(expected);
});

test.each([
  ['2026-10-23', false],
  ['2026-10-22', true],
])('last moved on %s it stands still: %s', (on, expected) => {
  expect(isStill(on, '2026-11-21')).toBe(expected);
});
