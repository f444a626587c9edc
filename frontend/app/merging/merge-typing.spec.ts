import type { MergeSide, MergeSides } from '../../api/merging-contract';
import { mergeRequest, nothingTyped, sidesOf, type TwoSides, willBe } from './merge-typing';
import { coachesAfter, consequences, staysAfter } from './merge-words';

const side = (participantId: string, more: Partial<MergeSide> = {}): MergeSide => ({
  ...{ participantId, preferredName: 'Theo', legalName: '', pronouns: '', language: 'en', stays: [] },
  ...{ coach: null, secondCoach: null, account: null, ways: null },
  size: {
    ...{ ways: 0, contacts: 0, goals: 0, planVersions: 0, checkIns: 0 },
    ...{ riskNotes: 0, openRiskNotes: 0, assessments: 0, promises: 0 },
  },
  ...more,
});
const named = (name: string): { accountId: string; name: string } => ({ accountId: name, name });
const account = (accountId: string, worksHere = false) => ({ accountId, signInName: accountId, worksHere });
const two = (kept: Partial<MergeSide>, other: Partial<MergeSide>): TwoSides => ({
  kept: side('kept', kept),
  other: side('other', other),
});
const typed = nothingTyped('merge');

test('the record that holds more stays, unless somebody chooses', () => {
  const full = side('full');
  const page: MergeSides = {
    first: side('bare'),
    second: { ...full, size: { ...full.size, contacts: 3 } },
    cannot: null,
  };
  expect(sidesOf(page, typed).kept.participantId).toBe('full');
  expect(sidesOf(page, { keepId: 'bare' }).kept.participantId).toBe('bare');
  expect(sidesOf({ ...page, second: full }, typed).kept.participantId).toBe('bare');
});

test('what the record that stays does not say, the other one says', () => {
  const sides = two({ legalName: '' }, { legalName: 'Theodore', pronouns: 'he/him' });
  expect(willBe('legalName', typed, sides)).toBe('Theodore');
  expect(mergeRequest({ ...typed, why: ' ID card ' }, sides)).toEqual({
    ...{ mergeId: 'merge', intoId: 'kept', fromId: 'other', preferredName: 'Theo', legalName: 'Theodore' },
    ...{ pronouns: 'he/him', language: 'en', why: 'ID card' },
  });
});

test('what was chosen stands while one of them still says it', () => {
  const sides = two({ coach: named('Rosa') }, { coach: named('Dev') });
  const chosen = { ...typed, coachId: 'Dev' };
  expect(willBe('coachId', chosen, sides)).toBe('Dev');
  expect(willBe('coachId', chosen, two({ coach: named('Rosa') }, { coach: named('June') }))).toBe('Rosa');
});

test('of two sign-ins somebody says that both are theirs; the account of who works here stays', () => {
  const sides = two({ account: account('theo') }, { account: account('theo-works', true) });
  expect(mergeRequest(typed, sides)).toMatchObject({ accountId: 'theo-works', areBothTheirs: false });
  expect(mergeRequest(typed, two({ account: account('theo') }, {}))).not.toHaveProperty('areBothTheirs');
});

test('two open stays in one program are one from the earlier day; all others stay as they are', () => {
  const stay = (programName: string, enrolledOn: string, closedOn: string | null = null) => ({
    ...{ programName, enrolledOn, closedOn },
  });
  const sides = two(
    { stays: [stay('Reentry', '2026-03-03')] },
    {
      stays: [
        stay('Reentry', '2026-02-01'),
        stay('Housing', '2025-01-01'),
        stay('Reentry', '2024-01-01', '2024-05-05'),
      ],
    },
  );
  expect(staysAfter(sides)).toEqual([
    'Reentry since Feb 1, 2026',
    'Housing since Jan 1, 2025',
    'Reentry, Jan 1, 2024 to May 5, 2024',
  ]);
  expect(consequences(typed, sides)).toContain('Two open stays in Reentry become one, from Feb 1, 2026.');
});

test.each([
  ['the other coach walks beside', {}, {}, {}, ['Rosa', 'Dev, second coach']],
  ['the one chosen comes first', { coachId: 'Dev' }, {}, {}, ['Dev', 'Rosa, second coach']],
  ['who is second goes on', {}, { secondCoach: named('June') }, {}, ['Rosa', 'June, second coach']],
  [
    'the other’s second where there is none',
    {},
    {},
    { secondCoach: named('Lee') },
    ['Rosa', 'Lee, second coach'],
  ],
  ['one coach of both', {}, {}, { coach: named('Rosa') }, ['Rosa']],
])('of two coaches %s', (_, choice, kept, other, after) => {
  const sides = two({ coach: named('Rosa'), ...kept }, { coach: named('Dev'), ...other });
  expect(coachesAfter({ ...typed, ...choice }, sides)).toEqual(after);
});

test('whose walk ends and whose sign-in is shut is said before', () => {
  const sides = two(
    { coach: named('Rosa'), secondCoach: named('June'), account: account('theo') },
    { coach: named('Dev'), account: account('theo2') },
  );
  const said = consequences(typed, sides).join(' ');
  expect(said).toContain('Dev walks with them until today.');
  expect(said).not.toContain('June walks');
  expect(said).toContain('“theo2” opens nothing any more.');
});
