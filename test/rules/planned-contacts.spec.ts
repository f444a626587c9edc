import { isMissed, whyNoPlan } from '../../backend/contacts/planned-contacts.rules.js';

const [LOS_ANGELES, NEW_YORK, PHOENIX] = ['America/Los_Angeles', 'America/New_York', 'America/Phoenix'];

test.each([
  ['2026-03-07', null, NEW_YORK, 'in-the-past'],
  ['2026-03-08', null, NEW_YORK, null],
  ['2026-03-08', '01:59', NEW_YORK, null],
  ['2026-03-08', '02:00', NEW_YORK, 'time-skipped'],
  ['2026-03-08', '02:30', LOS_ANGELES, 'time-skipped'],
  ['2026-03-08', '02:59', NEW_YORK, 'time-skipped'],
  ['2026-03-08', '03:00', NEW_YORK, null],
  // no clock is changed in Arizona
  ['2026-03-08', '02:30', PHOENIX, null],
  ['2026-03-09', '02:30', NEW_YORK, null],
  // shown twice, it is a time
  ['2026-11-01', '01:30', NEW_YORK, null],
  // the day has gone by, whatever its time
  ['2026-03-07', '23:59', NEW_YORK, 'in-the-past'],
])('planned for %s %s in %s: %s', (plannedOn, plannedTime, zone, why) => {
  expect(whyNoPlan({ plannedOn, plannedTime }, '2026-03-08', zone!)).toBe(why);
});

test.each([
  ['2026-03-07', true],
  ['2026-03-08', false],
  ['2026-03-09', false],
])('planned for %s and still next on the 8th, it is missed: %s', (plannedOn, missed) => {
  expect(isMissed(plannedOn, '2026-03-08')).toBe(missed);
});
