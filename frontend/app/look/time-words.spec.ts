import {
  addDays,
  clockWords,
  countedDays,
  dayOf,
  daysBetween,
  dayWords,
  exactDay,
  sinceWords,
} from './time-words';

describe('a day as people say it', () => {
  const today = '2026-03-04';
  it.each([
    ['2026-03-04', 'today', 'hoy'],
    ['2026-03-03', 'yesterday', 'ayer'],
    ['2026-03-05', 'tomorrow', 'mañana'],
    ['2026-03-08', 'Sunday', 'domingo'],
    ['2026-02-27', 'Friday', 'viernes'],
    ['2026-02-20', '12 days ago', 'hace 12 días'],
    ['2026-03-20', 'in 16 days', 'dentro de 16 días'],
    ['2026-01-15', 'January 15', '15 de enero'],
    ['2024-02-29', 'February 29, 2024', '29 de febrero de 2024'],
  ])('says %s as "%s"', (day, english, spanish) => {
    expect(dayWords(day, today, 'en')).toBe(english);
    expect(dayWords(day, today, 'es')).toBe(spanish);
  });

  it('counts days where a weekday could be last or next', () => {
    expect(countedDays('2026-03-01', today, 'en')).toBe('3 days ago');
    expect(countedDays('2026-03-07', today, 'en')).toBe('in 3 days');
  });

  it('keeps the exact day for those who ask', () => {
    expect(exactDay(today, 'en')).toBe('Wednesday, March 4, 2026');
  });
});

describe('days as numbers', () => {
  it('crosses a clock change and a leap day by whole days', () => {
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });

  it('takes the day from the zone, not from the machine', () => {
    expect(dayOf('2026-03-05T01:30:00Z', 'America/Los_Angeles')).toBe('2026-03-04');
    expect(dayOf('2026-03-05T01:30:00Z', 'UTC')).toBe('2026-03-05');
  });
});

describe('times', () => {
  it('says a clock the way a person does', () => {
    expect(clockWords('14:05', 'en')).toMatch(/^2:05\sPM$/);
    expect(clockWords('00:30', 'en')).toMatch(/^12:30\sAM$/);
  });

  it('says how long ago, and how soon', () => {
    const now = new Date('2026-03-04T12:00:00Z');
    expect(sinceWords('2026-03-04T11:20:00Z', now, 'en')).toBe('40 minutes ago');
    expect(sinceWords('2026-03-04T08:59:00Z', now, 'en')).toBe('3 hours ago');
    expect(sinceWords('2026-03-01T12:00:00Z', now, 'en')).toBe('3 days ago');
    expect(sinceWords('2026-03-04T12:20:00Z', now, 'en')).toBe('in 20 minutes');
  });
});
