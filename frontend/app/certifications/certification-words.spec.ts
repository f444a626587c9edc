import type { PressingCertifications } from '../../api/certification-contract';
import {
  besideOthers,
  clockLength,
  needWords,
  ownPressingWords,
  teamPressingWords,
  yearsBefore,
} from './certification-words';

const THERE = [
  { firstOn: '2024-01-01', lastOn: '2025-12-31' },
  { firstOn: '2026-01-01', lastOn: '2026-06-30' },
];

test.each([
  ['the day after the last one', '2026-07-01', '2028-06-30', ''],
  ['a day later', '2026-07-02', '2028-06-30', /^On .*July 1, 2026 nothing would be in force\.$/],
  ['a week later', '2026-07-08', '2028-06-30', /^From .*July 1, 2026 through .*July 7, 2026 nothing/],
  ['before it ends', '2026-06-30', '2028-06-30', /^For some days it runs beside the one through .*June 30/],
  ['inside an older one', '2025-02-01', '2025-03-01', /runs beside the one through .*December 31, 2025/],
  ['before all others', '2022-01-01', '2023-12-31', ''],
  ['not typed to its end', '2026-07-08', '', ''],
  ['turned round', '2026-08-08', '2026-08-01', ''],
])('a certificate that begins %s: what lies between is said', (_, firstOn, lastOn, words) => {
  const said = besideOthers({ firstOn, lastOn }, THERE);
  if (words === '') expect(said).toBe('');
  else expect(said).toMatch(words);
});

test('the first one of somebody lies beside none', () => {
  expect(besideOthers({ firstOn: '2026-01-01', lastOn: '2026-12-31' }, [])).toBe('');
});

type Line = PressingCertifications['items'][number];

function line(name: string, right: Partial<Line['right']>, waitingRenewalCount = 0): Line {
  return { coach: { accountId: name, name }, right: right as Line['right'], waitingRenewalCount };
}

const SOON = { is: 'ends soon', endsInDays: 25, throughOn: '2026-04-04' } as const;
const LAPSED = { is: 'lapsed', lapsedOn: '2026-03-02', endsInDays: null } as const;

test.each([
  ['nothing presses', [], ''],
  ['it ends soon', [line('Rosa', SOON)], 'Your certification ends in 25 days, on Sat, Apr 4.'],
  [
    'it ends today',
    [line('Rosa', { ...SOON, endsInDays: 0 })],
    'Your certification ends today, on Sat, Apr 4.',
  ],
  [
    'it lapsed where contacts are refused',
    [line('Rosa', { ...LAPSED, then: 'refuse' })],
    'Your certification lapsed: contacts since Mon, Mar 2 can’t be logged.',
  ],
  [
    'it lapsed where they are held, and a renewal waits',
    [line('Rosa', { ...LAPSED, then: 'hold' }, 1)],
    'Your certification lapsed: contacts since Mon, Mar 2 are held. A renewal waits to be confirmed.',
  ],
  [
    'training ends',
    [line('June', { ...SOON, is: 'in training' })],
    'Your supervised training ends in 25 days, on Sat, Apr 4.',
  ],
  [
    'none was entered',
    [line('Rosa', { is: 'never certified' })],
    'Nobody has entered your certification yet.',
  ],
  ['only a renewal waits', [line('Rosa', { is: 'certified' }, 1)], 'A renewal waits to be confirmed.'],
])('to a coach, when %s', (_, items, words) => {
  expect(ownPressingWords({ today: '2026-03-10', items })).toBe(words);
});

test('to whoever keeps them, names and what is the matter, three and how many more', () => {
  const all = [
    line('Tomás Ferreira', LAPSED, 1),
    line('Rosa Delgado', SOON),
    line('June Akerele', { is: 'never certified' }),
    line('Keisha Bright', { is: 'certified' }, 1),
    line('Dev Patel', SOON),
  ];
  const words = (items: Line[]): string => teamPressingWords({ today: '2026-03-10', items });
  expect(words([])).toBe('');
  expect(words(all.slice(1, 2))).toBe('Certifications: Rosa ends in 25 days');
  expect(words(all.slice(0, 4))).toBe(
    'Certifications: Tomás has lapsed (a renewal waits), Rosa ends in 25 days, June has none yet, and a renewal of Keisha’s waits',
  );
  expect(words(all)).toBe(
    'Certifications: Tomás has lapsed (a renewal waits), Rosa ends in 25 days, June has none yet, and 2 more',
  );
});

test('two years before 29 February is the 28th, and any other day stays itself', () => {
  expect(yearsBefore('2028-02-29', 2)).toBe('2026-02-28');
  expect(yearsBefore('2026-03-10', 1)).toBe('2025-03-10');
});

test.each([
  [0, '–'],
  [45, '45 min'],
  [120, '2 h'],
  [3_005, '50 h 5 min'],
])('%d minutes in a table are %s', (minutes, words) => {
  expect(clockLength(minutes)).toBe(words);
});

test('what a kind needs is one phrase, also while it is typed', () => {
  expect(needWords({ hours: 20, months: 24 })).toBe('20 hours in 24 months');
  expect(needWords({ hours: 1, months: 1 })).toBe('1 hour in 1 month');
  expect(needWords({ hours: null, months: null })).toBe('No hours in no months');
});
