import type { RecoveryDays, RecoveryPeriod } from '../../api/contract';
import { totalWords } from './days-words';
import { milestoneWords } from './milestone-words';

const period = { periodId: 'p', beganOn: '2026-11-21', endedOn: null, days: 0, version: 1 } as RecoveryPeriod;
const words = (total: number, isCounting: boolean, periods = [period]): string =>
  totalWords({ total, isCounting, periods } as RecoveryDays);

describe('the sum in warm words', () => {
  it.each([
    [words(0, false, []), 'Your days'],
    [words(0, true), 'Today is your first day'],
    [words(0, false), 'You began, and that counts'],
    [words(1, true), '1 day, and it counts'],
    [words(212, true), '212 days, and every one counts'],
    [words(212, false), '212 days, and every one counts'],
  ])('%s', (said, wanted) => expect(said).toBe(wanted));

  it('says no zero, whatever there is', () => {
    for (const isCounting of [true, false])
      for (const periods of [[], [period]]) expect(words(0, isCounting, periods)).not.toMatch(/\d/);
  });
});

it('a milestone is said in days, months or years', () => {
  expect([
    milestoneWords({ unit: 'days', count: 1 }),
    milestoneWords({ unit: 'days', count: 90 }),
    milestoneWords({ unit: 'years', count: 1 }),
    milestoneWords({ unit: 'months', count: 18 }),
    milestoneWords({ unit: 'years', count: 12 }),
  ]).toEqual(['1 day', '90 days', '1 year', '18 months', '12 years']);
});
