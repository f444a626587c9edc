import type { CheckInDay } from '../../api/contract';
import type { Mood } from './mood-words';
import { weeksSaid } from './week-words';

const day = (on: string, mood: Mood): CheckInDay => ({
  on,
  mood,
  cravings: null,
  sleep: null,
  connection: null,
  count: 1,
});

describe('weeks in words', () => {
  it('say on how many days which mood was there, and no more', () => {
    const days = [
      day('2026-03-04', 'struggling'),
      ...['2026-03-05', '2026-03-06', '2026-03-08', '2026-03-10'].map((on) => day(on, 'steady')),
    ];
    expect(weeksSaid(days, '2026-01-14', '2026-03-10', 'en')).toEqual([
      { fromOn: '2026-03-04', throughOn: '2026-03-10', words: 'Steady on 4 days, struggling on 1 day' },
    ]);
  });

  it('leave out a silent week, and end at the first day shown', () => {
    const days = [day('2026-01-14', 'strong'), day('2026-03-03', 'getting by')];
    expect(
      weeksSaid(days, '2026-01-14', '2026-03-10', 'en').map(({ fromOn, words }) => [fromOn, words]),
    ).toEqual([
      ['2026-02-25', 'Getting by on 1 day'],
      ['2026-01-14', 'Strong on 1 day'],
    ]);
  });

  it('put the lighter one first where two are there as often', () => {
    const days = [day('2026-03-09', 'struggling'), day('2026-03-10', 'strong')];
    expect(weeksSaid(days, '2026-01-14', '2026-03-10', 'en')[0]?.words).toBe(
      'Strong on 1 day, struggling on 1 day',
    );
  });
});
