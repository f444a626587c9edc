import { happened, isLateEntry } from '../../backend/contacts/happened.rules.js';

const LA = 'America/Los_Angeles';

type Said = [occurredOn: string | null, occurredTime: string | null];
const saying = ([occurredOn, occurredTime]: Said, now: string, zone = LA) =>
  happened({ occurredOn, occurredTime }, zone, new Date(now));

describe('when a contact happened', () => {
  type Case = [name: string, said: Said, now: string, on: string, time: string | null, at: string];
  const cases: Case[] = [
    [
      'is now where nothing is said: 17:30 in Los Angeles is that day, though London is in the next',
      [null, null],
      '2026-03-03T01:30:20Z',
      '2026-03-02',
      '17:30',
      '2026-03-03T01:30:20Z',
    ],
    [
      'is the local time of the organization, not of the server',
      ['2026-03-02', '17:30'],
      '2026-03-05T12:00:00Z',
      '2026-03-02',
      '17:30',
      '2026-03-03T01:30:00Z',
    ],
    [
      'is today where only a time is said',
      [null, '09:00'],
      '2026-03-03T01:30:00Z',
      '2026-03-02',
      '09:00',
      '2026-03-02T17:00:00Z',
    ],
    [
      'on an earlier day without a time is sorted at the end of that day',
      ['2026-03-02', null],
      '2026-03-05T12:00:00Z',
      '2026-03-02',
      null,
      '2026-03-03T07:59:59.999Z',
    ],
    [
      'today without a time is sorted as now',
      ['2026-03-02', null],
      '2026-03-03T01:30:00Z',
      '2026-03-02',
      null,
      '2026-03-03T01:30:00Z',
    ],
    [
      'at a time the clocks skipped in spring is the moment before the change',
      ['2026-03-08', '02:30'],
      '2026-03-08T20:00:00Z',
      '2026-03-08',
      '01:30',
      '2026-03-08T09:30:00Z',
    ],
    [
      'at a time the clocks skipped is not refused half an hour later',
      ['2026-03-08', '02:30'],
      '2026-03-08T10:05:00Z',
      '2026-03-08',
      '01:30',
      '2026-03-08T09:30:00Z',
    ],
    [
      'at a time the clocks showed twice in autumn is the first of them',
      ['2026-11-01', '01:30'],
      '2026-11-01T20:00:00Z',
      '2026-11-01',
      '01:30',
      '2026-11-01T08:30:00Z',
    ],
    [
      'on a day of 25 hours without a time is sorted at its end',
      ['2026-11-01', null],
      '2026-11-05T20:00:00Z',
      '2026-11-01',
      null,
      '2026-11-02T07:59:59.999Z',
    ],
    [
      'may be on 29 February of a leap year',
      ['2028-02-29', '12:00'],
      '2028-03-01T20:00:00Z',
      '2028-02-29',
      '12:00',
      '2028-02-29T20:00:00Z',
    ],
    [
      'may be as long ago as 1900',
      ['1900-01-01', '12:00'],
      '2026-03-03T01:30:00Z',
      '1900-01-01',
      '12:00',
      '1900-01-01T20:00:00Z',
    ],
    [
      'two minutes in the future is now',
      ['2026-03-02', '17:32'],
      '2026-03-03T01:30:00Z',
      '2026-03-02',
      '17:30',
      '2026-03-03T01:30:00Z',
    ],
    [
      'tomorrow, said a minute before midnight, is now and today',
      ['2026-03-03', null],
      '2026-03-03T07:59:00Z',
      '2026-03-02',
      '23:59',
      '2026-03-03T07:59:00Z',
    ],
  ];
  it.each(cases)('%s', (_name, said, now, occurredOn, occurredTime, at) => {
    expect(saying(said, now)).toEqual({ occurredOn, occurredTime, happenedAt: new Date(at) });
  });

  it('is known also on a day that begins at one o’clock, midnight being skipped', () => {
    expect(saying(['2026-09-06', '00:30'], '2026-09-07T12:00:00Z', 'America/Santiago')).toEqual({
      occurredOn: '2026-09-05',
      occurredTime: '23:30',
      happenedAt: new Date('2026-09-06T03:30:00Z'),
    });
    expect(saying(['2026-09-06', null], '2026-09-06T04:30:00Z', 'America/Santiago')).toMatchObject({
      occurredOn: '2026-09-06',
    });
  });
});

describe('what is no moment a contact can have happened at', () => {
  const NOW = '2026-03-03T01:30:00Z';
  const cases: [name: string, said: Said, refusal: string][] = [
    ['is 31 February', ['2026-02-31', null], 'day-not-in-calendar'],
    ['is 29 February of a common year', ['2026-02-29', '12:00'], 'day-not-in-calendar'],
    ['is a day in the American way of writing', ['02/28/2026', null], 'day-not-in-calendar'],
    ['is a day with a time glued on', ['2026-02-28T12:00', null], 'day-not-in-calendar'],
    ['is nothing typed', ['', null], 'day-not-in-calendar'],
    ['is a day of 1899', ['1899-12-31', null], 'day-before-1900'],
    ['is 24:00', ['2026-03-01', '24:00'], 'time-not-on-a-clock'],
    ['is 5:30 pm', ['2026-03-01', '5:30 pm'], 'time-not-on-a-clock'],
    ['is three minutes from now', ['2026-03-02', '17:33'], 'in-the-future'],
    ['is tomorrow, though it is tomorrow in London', ['2026-03-03', null], 'in-the-future'],
    ['is next year', ['2027-03-02', '09:00'], 'in-the-future'],
  ];
  it.each(cases)('%s', (_name, said, refusal) => {
    expect(saying(said, NOW)).toEqual({ refusal });
  });
});

describe('a late entry', () => {
  it.each([
    ['is one recorded on a later local day', '2026-03-02', '2026-03-03T08:00:00Z', true],
    ['is none at 17:30 of the same local day', '2026-03-02', '2026-03-03T01:30:00Z', false],
    ['is none in the last second of the day', '2026-03-02', '2026-03-03T07:59:59Z', false],
    ['is none in the last hour of a day of 25 hours', '2026-11-01', '2026-11-02T07:30:00Z', false],
  ])('%s', (_name, occurredOn, recordedAt, isLate) => {
    expect(isLateEntry(occurredOn, new Date(recordedAt), LA)).toBe(isLate);
  });
});
