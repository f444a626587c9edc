import {
  mayTakeBackClosing,
  walkedIn,
  wrongWithClosing,
  wrongWithNewStay,
} from '../../backend/stays/closing.rules.js';

test.each([
  ['today', '2026-03-10', undefined],
  ['the first day itself', '2026-02-01', undefined],
  ['tomorrow', '2026-03-11', 'in-the-future'],
  ['the day before they came', '2026-01-31', 'before-enrollment'],
])('a stay that ends %s', (_, closedOn, code) => {
  expect(wrongWithClosing(closedOn, '2026-03-10', '2026-02-01')?.code).toBe(code);
});

test.each([
  ['today', '2026-03-10', '2026-02-20', undefined],
  ['on the day the last one ended', '2026-02-20', '2026-02-20', undefined],
  ['in a program where they never were', '2025-01-01', null, undefined],
  ['tomorrow', '2026-03-11', null, 'in-the-future'],
  ['before the last one ended', '2026-02-19', '2026-02-20', 'before-the-last-stay-ended'],
])('a new stay that begins %s', (_, enrolledOn, lastClosedOn, code) => {
  expect(wrongWithNewStay(enrolledOn, '2026-03-10', lastClosedOn)?.code).toBe(code);
});

test.each([
  ['who closed it, at once', 'rosa', 'coach', 0, true],
  ['who closed it, on the last minute', 'rosa', 'coach', 24, true],
  ['who closed it, later', 'rosa', 'coach', 24.1, false],
  ['another coach', 'dev', 'coach', 0, false],
  ['a supervisor', 'sam', 'supervisor', 23, true],
  ['a supervisor, later', 'sam', 'supervisor', 25, false],
  ['an administrator who closed nothing', 'ada', 'administrator', 0, false],
])('%s takes a closing back', (_, accountId, role, hours, may) => {
  const closedAt = new Date('2026-03-10T16:00:00Z');
  const now = new Date(closedAt.getTime() + hours * 3_600_000);
  expect(mayTakeBackClosing({ closedBy: 'rosa', closedAt }, { accountId, role, now })).toBe(may);
});

test('who walked along in a stay: within its days, each coach once, and nobody of another stay', () => {
  const stay = { enrolledOn: '2026-02-01', closedOn: '2026-03-09' };
  const walk = (accountId: string, fromOn: string, untilOn: string | null) => ({
    accountId,
    fromOn,
    untilOn,
  });
  expect(
    walkedIn(stay, [
      walk('june', '2025-05-01', '2026-01-31'),
      walk('rosa', '2026-01-15', '2026-02-10'),
      walk('rosa', '2026-02-20', '2026-03-10'),
      walk('dev', '2026-03-08', null),
      walk('sky', '2025-05-01', '2026-02-01'),
      walk('lee', '2026-03-09', null),
      walk('keisha', '2026-03-10', null),
    ]),
  ).toEqual([walk('rosa', '2026-02-01', '2026-03-09'), walk('dev', '2026-03-08', '2026-03-09')]);
  // a stay of one day
  expect(
    walkedIn({ ...stay, closedOn: stay.enrolledOn }, [walk('rosa', '2026-02-01', '2026-02-01')]),
  ).toEqual([walk('rosa', '2026-02-01', '2026-02-01')]);
  expect(walkedIn({ ...stay, closedOn: null }, [walk('rosa', '2026-02-01', null)])).toEqual([
    walk('rosa', '2026-02-01', null),
  ]);
});
