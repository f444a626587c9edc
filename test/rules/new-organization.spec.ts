import { problemsOf, timeZoneOf } from '../../backend/organization/new-organization.rules.js';

const RIGHT = {
  shortName: 'harbor-east',
  name: 'Harbor East',
  timeZone: 'America/New_York',
  phone: '555-0100',
  program: 'Recovery Coaching',
  administrator: 'Ada',
  signInName: 'ada@harbor.example',
};

test('right answers have no problem', () => {
  expect(problemsOf(RIGHT)).toEqual({});
  expect(problemsOf({ ...RIGHT, name: '👩🏽'.repeat(50), signInName: 'José' })).toEqual({});
});

test('nothing answered is a problem of every answer', () => {
  expect(Object.keys(problemsOf({})).sort()).toEqual(Object.keys(RIGHT).sort());
});

test.each([
  ['shortName', 'Harbor'],
  ['shortName', 'h'],
  ['shortName', '-harbor'],
  ['shortName', 'h'.repeat(41)],
  ['shortName', 'harbor-recovery'],
  ['shortName', 'sober-living'],
  ['name', '   '],
  ['name', 'x'.repeat(201)],
  ['name', 'a\0b'],
  ['timeZone', 'Mars/Olympus'],
  ['timeZone', '+05:00'],
  ['timeZone', ''],
  ['phone', ''],
  ['program', 'x'.repeat(201)],
  ['administrator', ' '],
  ['signInName', 'a b'],
  ['signInName', 'a'],
  ['signInName', '.ada'],
  ['signInName', 'a'.repeat(101)],
])('%s may not be %j', (key, value) => {
  expect(Object.keys(problemsOf({ ...RIGHT, [key]: value }))).toEqual([key]);
});

test('a time zone is kept as its database writes it', () => {
  expect(timeZoneOf('america/los_angeles')).toBe('America/Los_Angeles');
  expect(timeZoneOf('UTC')).toBe('UTC');
});
