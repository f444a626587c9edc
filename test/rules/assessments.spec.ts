import {
  asksForHelp,
  changesSince,
  inTheirPlaces,
  isOfOneKind,
  readingOf,
  scoreOf,
} from '../../backend/assessments/assessments.rules.js';
import type { Bank, Instrument } from '../../backend/assessments/bank.js';
import { BANKS, bankOf, offeredBanks, textIn } from '../../backend/assessments/banks.js';
import { barcDueOn, DEFAULT_RHYTHM, isTimeFor } from '../../backend/assessments/barc-rhythm.rules.js';

const bank = (instrument: Instrument): Bank => BANKS.find((each) => each.instrument === instrument)!;

test.each<[string, (number | null)[], number | null]>([
  ['every BARC-10 item at its lowest', Array(10).fill(1), 10],
  ['every BARC-10 item at its highest', Array(10).fill(6), 60],
  ['a PHQ-9 of zeros', Array(9).fill(0), 0],
  ['every PHQ-9 item nearly every day', Array(9).fill(3), 27],
  ['one of each', [0, 1, 2, 3, 0, 1, 2, 3, 0], 12],
  ['one skipped', [3, 3, 3, 3, 3, 3, 3, 3, null], null],
  ['all but one skipped', [null, 1], null],
])('the sum of %s; a skipped item is never filled in', (_, answers, score) => {
  expect(scoreOf(answers)).toBe(score);
});

test.each<[Instrument, number | null, string | null]>([
  ['barc-10', 46, 'Below 47'],
  ['barc-10', 47, '47 and above predicted remission of over a year.'],
  ['barc-10', 60, '47 and above predicted remission of over a year.'],
  ['phq-9', 0, 'minimal'],
  ['phq-9', 4, 'minimal'],
  ['phq-9', 5, 'mild'],
  ['phq-9', 9, 'mild'],
  ['phq-9', 10, 'moderate.'],
  ['phq-9', 14, 'moderate.'],
  ['phq-9', 15, 'moderately severe'],
  ['phq-9', 19, 'moderately severe'],
  ['phq-9', 20, 'call severe'],
  ['phq-9', 27, 'call severe'],
  ['phq-2', 2, 'need not be asked'],
  ['phq-2', 3, 'worth asking'],
  ['phq-2', 6, 'worth asking'],
  ['phq-9', null, null],
  ['barc-10', null, null],
])('staff read of a %s of %s what its authors say', (instrument, score, words) => {
  const reading = readingOf(instrument, score);
  if (words === null) expect(reading).toBeNull();
  else expect(reading).toContain(words);
});

test.each<[Instrument, (number | null)[], boolean]>([
  ['phq-9', [0, 0, 0, 0, 0, 0, 0, 0, 1], true],
  ['phq-9', [0, 0, 0, 0, 0, 0, 0, 0, 3], true],
  ['phq-9', [null, null, null, null, null, null, null, null, 1], true],
  ['phq-9', [3, 3, 3, 3, 3, 3, 3, 3, 0], false],
  ['phq-9', [3, 3, 3, 3, 3, 3, 3, 3, null], false],
  ['barc-10', Array(10).fill(6), false],
  ['phq-2', [3, 3], false],
])('of a %s answered %j, item 9 alone says whether help comes first', (instrument, answers, isAsked) => {
  expect(asksForHelp(instrument, answers)).toBe(isAsked);
});

test('what changed is told item by item, and of what was skipped at either time nothing', () => {
  expect(changesSince([1, 2, null, 4], [1, 3, 3, null])).toEqual([
    { item: 1, before: 1, now: 1 },
    { item: 2, before: 2, now: 3 },
  ]);
  expect(changesSince([2, 1], [0, 1, 3, 3, 3, 3, 3, 3, 0])).toEqual([
    { item: 1, before: 2, now: 0 },
    { item: 2, before: 1, now: 1 },
  ]);
  expect([isOfOneKind('phq-2', 'phq-9'), isOfOneKind('phq-9', 'barc-10')]).toEqual([true, false]);
});

test.each<[string, { item: number; answer: number | null }[], string]>([
  ['no such question', [{ item: 11, answer: 3 }], 'answers.0.item item-unknown'],
  ['question 0', [{ item: 0, answer: 3 }], 'answers.0.item item-unknown'],
  ['an answer below the scale', [{ item: 1, answer: 0 }], 'answers.0.answer off-the-scale'],
  ['an answer above the scale', [{ item: 1, answer: 7 }], 'answers.0.answer off-the-scale'],
  ['a question answered twice', [1, 1].map((item) => ({ item, answer: 2 })), 'answers.1.item item-twice'],
  ['nothing answered', [{ item: 1, answer: null }], 'answers nothing-answered'],
  ['nothing at all', [], 'answers nothing-answered'],
])('of BARC-10, %s is told by its field', (_, sent, problem) => {
  expect(inTheirPlaces(bank('barc-10'), sent)).toEqual([
    expect.objectContaining({ path: problem.split(' ')[0], code: problem.split(' ')[1] }),
  ]);
});

test('answers find their places in any order; what is not named was skipped', () => {
  expect(
    inTheirPlaces(bank('phq-9'), [
      { item: 9, answer: 1 },
      { item: 1, answer: 0 },
    ]),
  ).toEqual([0, null, null, null, null, null, null, null, 1]);
});

test('each bank holds as many questions as it says, in words that a person reads', () => {
  for (const { itemCount, texts, most, least } of BANKS)
    for (const text of Object.values(texts)) {
      expect(text.items).toHaveLength(itemCount);
      expect(text.anchors).toHaveLength(most - least + 1);
      expect(text.items.join()).not.toMatch(/in last 2 weeks|Reported/);
    }
  expect(bank('phq-2').texts.en.items).toEqual(bank('phq-9').texts.en.items.slice(0, 2));
});

test('a form of an older version stays answerable, only the newest is offered, an unknown one is none', () => {
  const older = bank('barc-10');
  const newer: Bank = { ...older, version: '2031' };
  expect(bankOf('barc-10', '2017', [older, newer])).toBe(older);
  expect(bankOf('barc-10', '1999', [older, newer])).toBeUndefined();
  expect(bankOf('phq-2', '2017', [older, newer])).toBeUndefined();
  expect(offeredBanks([older, newer])).toEqual([newer]);
});

test('where no Spanish text was published here, the questions come in English and say so', () => {
  const english = bank('phq-9');
  const both: Bank = {
    ...english,
    texts: { ...english.texts, es: { ...english.texts.en, name: 'El PHQ-9' } },
  };
  expect(textIn(english, 'es')).toMatchObject({ language: 'en', text: { name: 'PHQ-9' } });
  expect(textIn(both, 'es')).toMatchObject({ language: 'es', text: { name: 'El PHQ-9' } });
});

test.each<[string, string | null, string]>([
  ['2026-01-01', null, '2026-01-31'],
  ['2026-01-01', '2026-01-20', '2026-04-20'],
  ['2026-01-01', '2026-01-01', '2026-04-01'],
  // of an earlier stay
  ['2026-01-01', '2025-12-31', '2026-01-31'],
])('enrolled on %s and last asked on %s, BARC-10 is due on %s', (enrolledOn, lastTakenOn, dueOn) => {
  expect(barcDueOn({ enrolledOn, lastTakenOn }, DEFAULT_RHYTHM)).toBe(dueOn);
});

test.each([
  ['2026-01-23', false],
  ['2026-01-24', true],
  ['2026-01-31', true],
  ['2026-06-01', true],
])('due on 31 January, on %s it is time to ask: %s', (today, isTime) => {
  expect(isTimeFor('2026-01-31', today)).toBe(isTime);
});
