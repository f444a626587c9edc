import { celebrations, goalInFocus } from '../../backend/today/goal.rules.js';
import type { TodayFacts } from '../../backend/today/today-facts.js';
import { facts, goal, standing, TODAY } from './given-today-facts.js';

describe('something to celebrate', () => {
  const found = (more: Partial<TodayFacts>) =>
    celebrations(facts(more), TODAY).map(({ what, on, count }) => [what, on, count]);
  const step = (isByParticipant: boolean, doneOn = '2026-11-20') => ({
    doneStep: { words: 'Call', doneAt: new Date(`${doneOn}T15:00:00Z`), doneOn, isByParticipant },
  });
  test.each<[string, Partial<TodayFacts>, unknown[]]>([
    [
      'a goal finished since last reached',
      { goals: [goal({ finishedOn: '2026-11-20' })] },
      [['goal finished', '2026-11-20', 0]],
    ],
    [
      'a goal they say they reached, until somebody says so too',
      { goals: [goal({ finishProposed: { on: '2026-09-01', isByParticipant: true } })] },
      [['goal reached, they say', '2026-09-01', 0]],
    ],
    [
      'one their coach says they reached',
      { goals: [goal({ finishProposed: { on: '2026-11-20', isByParticipant: false } })] },
      [],
    ],
    ['one finished before', { goals: [goal({ finishedOn: '2026-11-18' })] }, []],
    [
      'one finished two weeks ago, not reached since',
      { goals: [goal({ finishedOn: '2026-11-07' })], standing: standing({ lastReachedOn: '2026-11-01' }) },
      [],
    ],
    ['a step they ticked themself', { goals: [goal(step(true))] }, [['step done', '2026-11-20', 0]]],
    ['a step their coach ticked', { goals: [goal(step(false))] }, []],
    ['a step ticked before they were reached', { goals: [goal(step(true, '2026-11-18'))] }, []],
    ['a year with us today', { standing: standing({ enrolledOn: '2025-11-21' }) }, []],
    [
      'a year today, not reached this week',
      { standing: standing({ enrolledOn: '2025-11-21', lastReachedOn: '2026-11-15' }) },
      [['years enrolled', '2026-11-21', 1]],
    ],
    [
      'three years in two days',
      { standing: standing({ enrolledOn: '2023-11-23', lastReachedOn: '2026-11-15' }) },
      [['years enrolled', '2026-11-23', 3]],
    ],
    [
      'a year in three days',
      { standing: standing({ enrolledOn: '2025-11-24', lastReachedOn: '2026-11-15' }) },
      [],
    ],
    ['enrolled today', { standing: standing({ enrolledOn: TODAY, lastReachedOn: null }) }, []],
  ])('%s', (_, more, expected) => {
    expect(found(more)).toEqual(expected);
  });

  test.each([
    ['2026-02-26', '2026-02-28'],
    ['2028-02-28', '2028-02-29'],
    ['2028-02-27', '2028-02-29'],
  ])('29 February is on the 28th where there is none: seen on %s', (today, on) => {
    const leap = standing({ enrolledOn: '2024-02-29', lastReachedOn: null });
    expect(celebrations(facts({ standing: leap, lastReachedAt: null }), today)[0]?.on).toBe(on);
  });
});

test('the goal in focus is the one whose step or day comes first, else the newest', () => {
  const far = goal({ goalId: 'far', byOn: '2027-01-01' });
  const soon = goal({ goalId: 'soon', byOn: '2027-06-01', nextStep: { words: 'x', byOn: '2026-11-30' } });
  const newer = goal({ goalId: 'newer', madeOn: '2026-11-20' });
  expect(goalInFocus([far, newer, soon])?.goalId).toBe('soon');
  expect(goalInFocus([newer, far])?.goalId).toBe('far');
  expect(goalInFocus([goal({ goalId: 'older' }), newer])?.goalId).toBe('newer');
  expect(goalInFocus([goal({ finishedOn: TODAY })])).toBeNull();
});
