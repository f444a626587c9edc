import {
  answerBy,
  type AnsweringTerms,
  DEFAULT_TIMES,
  dueTimes,
} from '../../backend/risk/answering-clock.rules.js';
import type { Level } from '../../backend/risk/risk.rules.js';
import { DEFAULT_HOURS, isOpenAt, nextOpening } from '../../backend/risk/working-hours.rules.js';

const NEW_YORK = 'America/New_York';
const LOS_ANGELES = 'America/Los_Angeles';

function terms(
  more: Partial<Omit<AnsweringTerms, 'holidays'>> & { holidays?: string[] } = {},
): AnsweringTerms {
  const { holidays = [], ...others } = more;
  return {
    timeZone: NEW_YORK,
    hours: DEFAULT_HOURS,
    times: DEFAULT_TIMES,
    ...others,
    holidays: new Set(holidays),
  };
}

const everyDay = (opens: string, closes: string) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));

/** The instant of a local time, with the offset that then holds written out: what a person reads off the wall. */
const at = (local: string): Date => new Date(local);

describe('by when a note is answered', () => {
  const cases: [name: string, level: Level, raised: string, due: string, by?: AnsweringTerms][] = [
    ['urgent: within the hour', 'urgent', '2026-03-10T12:00-04:00', '2026-03-10T13:00-04:00'],
    ['urgent, in the night of a Sunday', 'urgent', '2026-03-15T03:10-04:00', '2026-03-15T04:10-04:00'],
    ['urgent, over the hour that is skipped', 'urgent', '2026-03-08T01:30-05:00', '2026-03-08T03:30-04:00'],
    ['urgent, in the hour that comes twice', 'urgent', '2026-11-01T01:30-04:00', '2026-11-01T01:30-05:00'],
    [
      'urgent, within a setting of its own',
      'urgent',
      '2026-03-10T12:00-04:00',
      '2026-03-10T12:15-04:00',
      terms({ times: { ...DEFAULT_TIMES, urgentMinutes: 15 } }),
    ],
    [
      'concern: when the next working day ends',
      'concern',
      '2026-03-10T10:00-04:00',
      '2026-03-11T17:00-04:00',
    ],
    ['concern, raised before opening', 'concern', '2026-03-10T06:00-04:00', '2026-03-11T17:00-04:00'],
    ['concern, at one minute to midnight', 'concern', '2026-03-10T23:59-04:00', '2026-03-11T17:00-04:00'],
    ['concern, a minute later', 'concern', '2026-03-11T00:00-04:00', '2026-03-12T17:00-04:00'],
    ['concern, on a Friday evening', 'concern', '2026-03-13T20:00-04:00', '2026-03-16T17:00-04:00'],
    ['concern, on a Saturday', 'concern', '2026-03-14T11:00-04:00', '2026-03-16T17:00-04:00'],
    ['concern, on a Sunday', 'concern', '2026-03-15T11:00-04:00', '2026-03-16T17:00-04:00'],
    [
      'concern, before a chain of holidays over a weekend',
      'concern',
      '2026-12-23T15:00-05:00',
      '2026-12-29T17:00-05:00',
      terms({ holidays: ['2026-12-24', '2026-12-25', '2026-12-28'] }),
    ],
    [
      'concern, raised on a holiday',
      'concern',
      '2026-11-26T15:00-05:00',
      '2026-11-27T17:00-05:00',
      terms({ holidays: ['2026-11-26'] }),
    ],
    [
      'concern, due on the day after 28 February',
      'concern',
      '2028-02-28T10:00-05:00',
      '2028-02-29T17:00-05:00',
    ],
    ['concern, raised on 29 February', 'concern', '2028-02-29T10:00-05:00', '2028-03-01T17:00-05:00'],
    [
      'concern, due on the day the clocks go forward',
      'concern',
      '2026-03-07T10:00-05:00',
      '2026-03-08T17:00-04:00',
      terms({ hours: everyDay('09:00', '17:00') }),
    ],
    [
      'concern, due on the day the clocks go back',
      'concern',
      '2026-10-31T10:00-04:00',
      '2026-11-01T17:00-05:00',
      terms({ hours: everyDay('09:00', '17:00') }),
    ],
    [
      'concern, due at a time that is skipped that day: an hour later on the clock, when it has passed',
      'concern',
      '2026-03-07T10:00-05:00',
      '2026-03-08T03:30-04:00',
      terms({ hours: everyDay('01:00', '02:30') }),
    ],
    [
      'concern, open day and night',
      'concern',
      '2026-03-10T10:00-04:00',
      '2026-03-12T00:00-04:00',
      terms({ hours: everyDay('00:00', '24:00') }),
    ],
    [
      'concern, in Los Angeles, where it is still yesterday',
      'concern',
      '2026-03-12T17:30-07:00',
      '2026-03-13T17:00-07:00',
      terms({ timeZone: LOS_ANGELES }),
    ],
    [
      'concern, with hours on a Saturday alone',
      'concern',
      '2026-03-14T10:00-04:00',
      '2026-03-21T13:00-04:00',
      terms({ hours: [{ weekday: 6, opens: '10:00', closes: '13:00' }] }),
    ],
    [
      'concern, within two working days',
      'concern',
      '2026-03-13T10:00-04:00',
      '2026-03-17T17:00-04:00',
      terms({ times: { ...DEFAULT_TIMES, concernWorkingDays: 2 } }),
    ],
    [
      'watch: when work ends on the fourteenth day',
      'watch',
      '2026-03-10T10:00-04:00',
      '2026-03-24T17:00-04:00',
    ],
    [
      'watch, the fourteenth a Saturday: not later than that',
      'watch',
      '2026-03-14T10:00-04:00',
      '2026-03-27T17:00-04:00',
    ],
    [
      'watch, with nobody at work in all that time',
      'watch',
      '2026-03-10T10:00-04:00',
      '2026-03-13T00:00-04:00',
      terms({
        times: { ...DEFAULT_TIMES, watchDays: 2 },
        holidays: ['2026-03-11', '2026-03-12'],
      }),
    ],
    [
      'concern, of an organization that is closed for good',
      'concern',
      '2026-03-10T10:00-04:00',
      '2026-03-11T17:00-04:00',
      terms({ hours: [] }),
    ],
  ];
  it.each(cases)('%s', (_name, level, raised, due, by = terms()) => {
    expect(answerBy(level, at(raised), by)).toEqual(at(due));
  });
});

describe('each step is given the same time again', () => {
  const RAISED = '2026-03-13T10:00-04:00';
  const clock = (due: string, rung: string | null = null) => ({
    dueAt: at(due),
    rungAt: rung === null ? null : at(rung),
  });
  const fresh = [clock(RAISED, RAISED), clock(RAISED), clock(RAISED)];

  const cases: [
    name: string,
    level: Level,
    clocks: ReturnType<typeof clock>[],
    dues: string[],
    by?: AnsweringTerms,
  ][] = [
    [
      'urgent: an hour and an hour',
      'urgent',
      fresh,
      [RAISED, '2026-03-13T11:00-04:00', '2026-03-13T12:00-04:00'],
    ],
    [
      'concern: a working day and a working day, over the weekend',
      'concern',
      fresh,
      [RAISED, '2026-03-16T17:00-04:00', '2026-03-17T17:00-04:00'],
    ],
    [
      'a holiday added while it runs moves both',
      'concern',
      [clock(RAISED, RAISED), clock('2026-03-16T17:00-04:00'), clock('2026-03-17T17:00-04:00')],
      [RAISED, '2026-03-17T17:00-04:00', '2026-03-18T17:00-04:00'],
      terms({ holidays: ['2026-03-16'] }),
    ],
    [
      'what has rung stays, and the next is counted from when it rang',
      'concern',
      [
        clock(RAISED, RAISED),
        clock('2026-03-16T17:00-04:00', '2026-03-17T08:00-04:00'),
        clock('2026-03-17T17:00-04:00'),
      ],
      [RAISED, '2026-03-16T17:00-04:00', '2026-03-19T17:00-04:00'],
      terms({ holidays: ['2026-03-16', '2026-03-18'] }),
    ],
  ];
  it.each(cases)('%s', (_name, level, clocks, dues, by = terms()) => {
    expect(dueTimes(level, clocks, by)).toEqual(dues.map(at));
  });
});

describe('whether somebody is at work', () => {
  const cases: [name: string, instant: string, isOpen: boolean, next: string, by?: AnsweringTerms][] = [
    ['at nine', '2026-03-10T09:00-04:00', true, '2026-03-10T09:00-04:00'],
    ['a minute before nine', '2026-03-10T08:59-04:00', false, '2026-03-10T09:00-04:00'],
    ['at five, when they leave', '2026-03-10T17:00-04:00', false, '2026-03-11T09:00-04:00'],
    ['on a Friday night', '2026-03-13T22:00-04:00', false, '2026-03-16T09:00-04:00'],
    [
      'on a holiday',
      '2026-03-10T10:00-04:00',
      false,
      '2026-03-11T09:00-04:00',
      terms({ holidays: ['2026-03-10'] }),
    ],
    [
      'at the last minute of a day of 24 hours',
      '2026-03-10T23:59-04:00',
      true,
      '2026-03-10T23:59-04:00',
      terms({ hours: everyDay('00:00', '24:00') }),
    ],
    [
      'at six in the evening of New York, in Los Angeles',
      '2026-03-10T18:00-04:00',
      true,
      '2026-03-10T18:00-04:00',
      terms({ timeZone: LOS_ANGELES }),
    ],
  ];
  it.each(cases)('%s', (_name, instant, isOpen, next, by = terms()) => {
    expect([isOpenAt(by, at(instant)), nextOpening(by, at(instant))]).toEqual([isOpen, at(next)]);
  });
});
