import {
  countedFrom,
  milestonesReached,
  milestonesToKeep,
  nextMilestone,
  type Period,
  totalDays,
  withThoseThatStay,
} from '../../backend/recovery-days/counting.rules.js';
import { celebrationsBetween } from '../../backend/recovery-days/celebrations.rules.js';
import {
  dayOfMilestone,
  type Milestone,
  milestoneNumber,
} from '../../backend/recovery-days/milestones.rules.js';
import { wrongBirthday, wrongDayOf } from '../../backend/recovery-days/period.rules.js';

const TODAY = '2026-11-21';
const period = (beganOn: string, endedOn: string | null = null): Period => ({ beganOn, endedOn });
const said = ({ unit, count }: Milestone): string => `${count} ${unit}`;
const names = (milestones: Milestone[]): string[] => milestones.map(said);

describe('the days add up', () => {
  test.each<[string, Period[], string, number]>([
    ['nothing entered', [], TODAY, 0],
    ['begun today: the day is not over', [period(TODAY)], TODAY, 0],
    ['begun yesterday', [period('2026-11-20')], TODAY, 1],
    ['a year without a 29 February', [period('2025-03-01')], '2026-03-01', 365],
    ['a year with one', [period('2024-01-01')], '2025-01-01', 366],
    ['the clocks going forward on 8 March', [period('2026-03-07')], '2026-03-09', 2],
    ['the clocks going back on 1 November', [period('2026-10-31')], '2026-11-02', 2],
    ['a return to use takes no day away', [period('2026-10-01', '2026-10-21')], TODAY, 20],
    ['two periods', [period('2026-10-01', '2026-10-21'), period('2026-11-11')], TODAY, 30],
    [
      'begun again on the day of the return',
      [period('2026-10-01', '2026-10-21'), period('2026-10-21')],
      TODAY,
      51,
    ],
    ['returned on the day it began', [period('2026-11-01', '2026-11-01'), period('2026-11-20')], TODAY, 1],
    ['over 29 February', [period('2024-02-28', '2024-03-01')], TODAY, 2],
  ])('%s', (_, periods, today, days) => expect(totalDays(periods, today)).toBe(days));
});

test('milestones come as 1 … 270 days, 1 year, 18 months, then every year', () => {
  expect(Array.from({ length: 14 }, (_, index) => said(milestoneNumber(index)))).toEqual([
    ...['1 days', '7 days', '14 days', '30 days', '60 days', '90 days', '120 days', '180 days', '270 days'],
    ...['1 years', '18 months', '2 years', '3 years', '4 years'],
  ]);
});

describe('years and months go by the calendar', () => {
  test.each<[string, Milestone, string]>([
    ['2025-03-01', { unit: 'years', count: 1 }, '2026-03-01'],
    ['2023-03-01', { unit: 'years', count: 1 }, '2024-03-01'],
    ['2024-02-29', { unit: 'years', count: 1 }, '2025-02-28'],
    ['2024-02-29', { unit: 'years', count: 4 }, '2028-02-29'],
    ['2024-08-31', { unit: 'months', count: 18 }, '2026-02-28'],
    ['2022-08-31', { unit: 'months', count: 18 }, '2024-02-29'],
    ['2026-10-31', { unit: 'days', count: 1 }, '2026-11-01'],
    ['2026-03-07', { unit: 'days', count: 7 }, '2026-03-14'],
  ])('from %s, %j falls on %s', (from, milestone, on) => expect(dayOfMilestone(from, milestone)).toBe(on));
});

test('who began again is counted from as many days earlier as they had', () => {
  expect(countedFrom([period('2026-10-01', '2026-10-21'), period('2026-11-11')])).toBe('2026-10-22');
  expect(countedFrom([period('2026-10-01', '2026-10-21')])).toBeNull();
  expect(countedFrom([])).toBeNull();
});

describe('a milestone has its day, whichever period it falls in', () => {
  test('in one period', () => {
    expect(milestonesReached([period('2026-10-22')], TODAY)).toEqual([
      { unit: 'days', count: 1, on: '2026-10-23' },
      { unit: 'days', count: 7, on: '2026-10-29' },
      { unit: 'days', count: 14, on: '2026-11-05' },
      { unit: 'days', count: 30, on: TODAY },
    ]);
  });

  test('20 days and 10 more make 30, on the tenth of the later ones', () => {
    const reached = milestonesReached([period('2026-11-11'), period('2026-10-01', '2026-10-21')], TODAY);
    expect(reached.at(-2)).toEqual({ unit: 'days', count: 14, on: '2026-10-15' });
    expect(reached.at(-1)).toEqual({ unit: 'days', count: 30, on: TODAY });
  });

  test('one that the last day before a return reached is theirs', () => {
    expect(milestonesReached([period('2026-10-01', '2026-10-31')], TODAY).at(-1)).toEqual({
      ...{ unit: 'days', count: 30, on: '2026-10-31' },
    });
  });

  test('a year that was a day short in a long year is whole when they begin again, not before', () => {
    // 365 days from 1 June 2023 lack the one that 29 February adds; counted from 2025 no 29 February lies between
    const periods = [period('2023-06-01', '2024-05-31'), period('2025-06-01')];
    expect(milestonesReached(periods, '2025-06-01').at(-1)).toEqual({
      unit: 'years',
      count: 1,
      on: '2025-06-01',
    });
    expect(names(milestonesReached(periods.slice(0, 1), TODAY)).at(-1)).toBe('270 days');
  });

  test('none on the day it began, and none without a period', () => {
    expect(milestonesReached([period(TODAY)], TODAY)).toEqual([]);
    expect(milestonesReached([], TODAY)).toEqual([]);
  });
});

describe('the next milestone', () => {
  test.each<[string, Period[], Milestone[], string, string]>([
    ['of the first day', [period(TODAY)], [], '1 days', '2026-11-22'],
    ['of 29 days', [period('2026-10-23')], [], '30 days', '2026-11-22'],
    [
      'of 89 days in two periods',
      [period('2026-01-01', '2026-03-01'), period('2026-10-22')],
      [],
      '90 days',
      '2026-11-22',
    ],
    ['of 270 days', [period('2026-02-24')], [], '1 years', '2027-02-24'],
    ['after 17 months', [period('2025-06-01')], [], '18 months', '2026-12-01'],
    ['begun on 29 February', [period('2024-02-29')], [], '3 years', '2027-02-28'],
    [
      'leaves out what stayed theirs',
      [period('2026-11-01')],
      [{ unit: 'days', count: 30 }],
      '60 days',
      '2026-12-31',
    ],
  ])('%s', (_, periods, stays, what, on) => {
    const next = nextMilestone(periods, stays, TODAY)!;
    expect([said(next), next.on]).toEqual([what, on]);
  });

  test('there is none while no period goes on', () => {
    expect(nextMilestone([period('2026-10-01', '2026-10-21')], [], TODAY)).toBeNull();
  });
});

describe('a milestone once reached stays', () => {
  const thirty = milestonesReached([period('2026-10-01')], '2026-11-01');
  const ten = milestonesReached([period('2026-10-22')], '2026-11-01');

  test('when a period entered on an earlier day is set right', () => {
    const kept = milestonesToKeep([], { reached: thirty, writtenOn: '2026-10-20' }, ten, '2026-11-01');
    expect(names(kept)).toEqual(['1 days', '7 days', '14 days', '30 days']);
    expect(kept.find(({ count }) => count === 30)).toMatchObject({
      on: '2026-10-31',
      writtenOn: '2026-10-20',
    });
  });

  test('a slip of the finger put right the same day leaves nothing', () => {
    const slip = milestonesToKeep([], { reached: [], writtenOn: null }, thirty, '2026-11-01');
    expect(names(slip)).toContain('30 days');
    const right = milestonesToKeep(slip, { reached: thirty, writtenOn: '2026-11-01' }, ten, '2026-11-01');
    expect(names(right)).toEqual(['1 days', '7 days']);
  });

  test('on the day it was reached, in the order of milestones', () => {
    const stays = [{ unit: 'days', count: 30, on: '2026-02-01' } as const];
    expect(withThoseThatStay(ten, stays)).toEqual([...ten, ...stays]);
  });
});

describe('days that cannot be are refused', () => {
  const others = [period('2026-03-01', '2026-06-01')];
  test.each<[string, Period, string | null]>([
    ['tomorrow', period('2026-11-22'), 'beganOn in-the-future'],
    ['today', period(TODAY), null],
    ['before they were born', period('1989-12-31'), 'beganOn before-birth'],
    ['the day they were born', period('1990-01-01', '2026-01-01'), null],
    ['ended before it began', period('2026-02-02', '2026-02-01'), 'endedOn before-it-begins'],
    ['ended tomorrow', period('2026-07-01', '2026-11-22'), 'endedOn in-the-future'],
    ['around another', period('2026-02-01', '2026-07-01'), 'beganOn overlaps'],
    ['inside another', period('2026-04-01', '2026-04-02'), 'beganOn overlaps'],
    ['open before another', period('2026-02-01'), 'beganOn overlaps'],
    ['into the first day of another', period('2026-02-01', '2026-03-02'), 'beganOn overlaps'],
    ['up to the first day of another', period('2026-02-01', '2026-03-01'), null],
    ['from the day another ended', period('2026-06-01'), null],
    ['on 29 February', period('2024-02-29', '2024-03-29'), null],
  ])('%s', (_, asked, wrong) => {
    const found = wrongDayOf(asked, others, TODAY, '1990-01-01');
    expect(found && `${found.field} ${found.code}`).toBe(wrong);
  });

  test.each<[string, string | null, string | null]>([
    ['1988-02-29', null, null],
    ['2026-11-22', null, 'in-the-future'],
    ['2026-11-21', null, 'too-young'],
    ['2016-11-22', null, 'too-young'],
    ['2016-11-21', null, null],
    ['1906-11-20', null, 'too-long-ago'],
    ['1906-11-21', null, null],
    ['1990-05-02', '1990-05-01', 'after-recovery-began'],
    ['1990-05-01', '1990-05-01', null],
  ])('born on %s, recovery from %s: %s', (bornOn, first, wrong) =>
    expect(wrongBirthday(bornOn, TODAY, first)?.code ?? null).toBe(wrong),
  );
});

describe('something to celebrate', () => {
  const nothing = { countedFrom: null, bornOn: null };
  test.each<[string, Parameters<typeof celebrationsBetween>[0], string, string[]]>([
    ['nothing given', nothing, TODAY, []],
    ['90 days tomorrow', { ...nothing, countedFrom: '2026-08-24' }, TODAY, ['recovery days 90 2026-11-22']],
    ['90 days in three days', { ...nothing, countedFrom: '2026-08-26' }, TODAY, []],
    [
      '7 years the day after tomorrow',
      { ...nothing, countedFrom: '2019-11-23' },
      TODAY,
      ['recovery days 7 2026-11-23'],
    ],
    ['30 years today', { ...nothing, countedFrom: '1996-11-21' }, TODAY, ['recovery days 30 2026-11-21']],
    [
      'a year from 29 February',
      { ...nothing, countedFrom: '2024-02-29' },
      '2025-02-27',
      ['recovery days 1 2025-02-28'],
    ],
    ['a birthday today', { ...nothing, bornOn: '1990-11-21' }, TODAY, ['birthday 0 2026-11-21']],
    [
      'a birthday on 29 February, in a year without',
      { ...nothing, bornOn: '1988-02-29' },
      '2026-02-27',
      ['birthday 0 2026-02-28'],
    ],
    ['and in a year with one', { ...nothing, bornOn: '1988-02-29' }, '2028-02-28', ['birthday 0 2028-02-29']],
    [
      'a birthday on New Year’s Day',
      { ...nothing, bornOn: '1990-01-01' },
      '2026-12-30',
      ['birthday 0 2027-01-01'],
    ],
    [
      'both',
      { countedFrom: '2026-11-20', bornOn: '1990-11-21' },
      TODAY,
      ['recovery days 1 2026-11-21', 'birthday 0 2026-11-21'],
    ],
  ])('%s', (_, facts, today, wanted) => {
    const through = Temporal.PlainDate.from(today).add({ days: 2 }).toString();
    const found = celebrationsBetween(facts, today, through);
    expect(found.map(({ what, count, on }) => `${what} ${count} ${on}`)).toEqual(wanted);
  });
});
