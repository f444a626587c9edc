import { newSince, subjectOfTelling, toldOutside } from '../../backend/feedback/feedback.rules.js';
import { DEFAULT_HOURS } from '../../backend/risk/working-hours.rules.js';

const HARBOR = { timeZone: 'America/New_York', hours: DEFAULT_HOURS, holidays: new Set(['2026-03-11']) };
const at = (time: string): Date => new Date(time);

test('a change asked for while the house is open is told at once, for that day', () => {
  expect(toldOutside('change', HARBOR, at('2026-03-10T16:00:00Z'))).toEqual({
    at: at('2026-03-10T16:00:00Z'),
    on: '2026-03-10',
  });
});

test('a comment of the night waits for the morning, past a holiday too', () => {
  // Tuesday 23:00 in New York; Wednesday is a holiday
  expect(toldOutside('comment', HARBOR, at('2026-03-11T03:00:00Z'))).toEqual({
    at: at('2026-03-12T13:00:00Z'),
    on: '2026-03-12',
  });
});

test('thanks wake nobody, at no hour', () => {
  for (const hour of ['2026-03-10T16:00:00Z', '2026-03-11T03:00:00Z'])
    expect(toldOutside('thanks', HARBOR, at(hour))).toBeNull();
});

test('what was new stays new for a visit, and not for the next one', () => {
  const lookedAt = at('2026-03-10T16:00:00Z');
  const beforeAt = at('2026-03-09T16:00:00Z');
  expect(newSince(undefined, lookedAt)).toBeNull();
  expect(newSince({ lookedAt, beforeAt }, at('2026-03-10T16:29:59Z'))).toEqual(beforeAt);
  expect(newSince({ lookedAt, beforeAt: null }, at('2026-03-10T16:10:00Z'))).toBeNull();
  expect(newSince({ lookedAt, beforeAt }, at('2026-03-10T16:30:00Z'))).toEqual(lookedAt);
});

test('what a coach is told about has an id of its own, always the same, and never their account’s', () => {
  const rosa = '0195d1c4-7d5e-7cc3-9a1b-000000000001';
  expect(subjectOfTelling(rosa)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(subjectOfTelling(rosa.toUpperCase())).toBe(subjectOfTelling(rosa));
  expect(subjectOfTelling(rosa)).not.toBe(rosa);
  expect(subjectOfTelling('0195d1c4-7d5e-7cc3-9a1b-000000000002')).not.toBe(subjectOfTelling(rosa));
});
