import { mayTakeBack, wrongWithDay } from '../../backend/enrollment/deaths.rules.js';

const said = { saidBy: 'rosa', saidAt: new Date('2026-03-10T16:00:00Z') };

test.each([
  ['rosa', 'coach', '2026-03-11T16:00:00Z', true],
  ['rosa', 'coach', '2026-03-11T16:00:01Z', false],
  ['dev', 'coach', '2026-03-10T16:00:01Z', false],
  ['sam', 'supervisor', '2029-01-01T00:00:00Z', true],
])('%s, a %s, may take it back at %s: %s', (accountId, role, now, may) => {
  expect(mayTakeBack(said, { accountId, role, now: new Date(now) })).toBe(may);
});

test.each([
  ['2026-03-10', undefined],
  ['2026-02-01', undefined],
  ['2026-03-11', 'in-the-future'],
  ['2026-01-31', 'before-enrollment'],
])('a death on %s, said on 10 March of somebody enrolled since 1 February: %s', (day, wrong) => {
  expect(wrongWithDay(day, '2026-03-10', '2026-02-01')?.code).toBe(wrong);
});

test('of somebody never enrolled any day that has come is one', () => {
  expect(wrongWithDay('2020-01-01', '2026-03-10', null)).toBeUndefined();
});
