import { whichLine } from './stay-line';

const TODAY = '2026-03-20';
const stay = (fromOn: string, throughOn: string | null = null) => ({ fromOn, throughOn });

it.each([
  ['on the first day of a new stay', [stay(TODAY), stay('2025-01-01', '2025-06-01')], 'back'],
  ['thirteen days after', [stay('2026-03-07'), stay('2025-01-01', '2025-06-01')], 'back'],
  ['fourteen days after', [stay('2026-03-06'), stay('2025-01-01', '2025-06-01')], null],
  ['here for the first time', [stay('2026-03-19')], null],
  ['in no program now', [stay('2026-01-01', '2026-03-09'), stay('2025-01-01', '2025-06-01')], 'between'],
  ['from one program to the next on one day', [stay('2026-03-18'), stay('2025-01-01', '2026-03-18')], null],
  [
    'while another program goes on',
    [stay('2026-03-18'), stay('2025-01-01'), stay('2024-01-01', '2025-01-01')],
    null,
  ],
  ['of whom nothing is known', [], null],
])('%s', (_, stays, line) => {
  expect(whichLine(stays, TODAY)).toBe(line);
});
