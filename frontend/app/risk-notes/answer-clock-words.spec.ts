import { answeredWords, clockWords, lengthWords, momentWords } from './answer-clock-words';

const here = { now: new Date('2026-03-10T17:40:00Z'), timeZone: 'America/New_York', language: 'en' as const };

describe('the clock of a note nobody has answered', () => {
  it.each([
    ['2026-03-10T18:05:00Z', 'Answer by 2:05 PM, in 25 minutes'],
    ['2026-03-10T20:40:00Z', 'Answer by 4:40 PM, in 3 hours'],
    ['2026-03-11T21:00:00Z', 'Answer by tomorrow, 5:00 PM, in 1 day'],
    ['2026-03-20T21:00:00Z', 'Answer by Fri, Mar 20, 5:00 PM, in 10 days'],
    ['2026-03-10T17:20:00Z', 'An answer was due 1:20 PM: 20 minutes late'],
    ['2026-03-10T17:40:00Z', 'An answer was due 1:40 PM: 1 minute late'],
    ['2026-03-09T21:00:00Z', 'An answer was due yesterday, 5:00 PM: 20 hours late'],
  ])('due %s: %s', (answerBy, words) => {
    expect(clockWords(answerBy, here).replaceAll('\u202f', ' ')).toBe(words);
  });

  it('names the day on the clock of the organization', () => {
    expect(momentWords('2026-03-11T02:00:00Z', here)).toMatch(/^10:00/);
    expect(momentWords('2026-03-11T02:00:00Z', { ...here, timeZone: 'UTC' })).toMatch(/^tomorrow, 2:00/);
  });
});

describe('an answer', () => {
  it.each([
    ['2026-03-10T17:00:00Z', 'in time'],
    ['2026-03-10T17:00:01Z', '1 minute late'],
    ['2026-03-10T17:20:00Z', '20 minutes late'],
    ['2026-03-12T18:00:00Z', '2 days late'],
  ])('given %s is %s', (at, words) => {
    expect(answeredWords(at, '2026-03-10T17:00:00Z', 'en')).toBe(words);
  });

  it('is counted in the unit a person would say', () => {
    expect([59, 60, 1439, 1440].map((minutes) => lengthWords(minutes * 60_000, 'en'))).toEqual([
      '59 minutes',
      '1 hour',
      '23 hours',
      '1 day',
    ]);
  });
});
