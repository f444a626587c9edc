import {
  languageTyped,
  outcomeTyped,
  wayTyped,
  yesNoTyped,
} from '../../backend/moving-in/reading/choice-typed.rules.js';
import { agreedDaysTyped } from '../../backend/moving-in/reading/agreed-days-typed.rules.js';
import { nameTyped } from '../../backend/moving-in/reading/name-typed.rules.js';
import { emailTyped, phoneTyped } from '../../backend/moving-in/reading/phone-typed.rules.js';

describe('one person in a cell', () => {
  test.each([
    ['Ann Smith', 'Ann Smith'],
    ['Smith, Ann', 'Ann Smith'],
    ['Smith,Ann', 'Ann Smith'],
    ['Smith, Ann, Jr.', 'Ann Smith Jr.'],
    ['Ann Smith, Jr.', 'Ann Smith Jr.'],
    ['Smith, Mary Ann', 'Mary Ann Smith'],
    ['Mary Ann', 'Mary Ann'],
    ["Anne-Marie O'Neil", "Anne-Marie O'Neil"],
    ['Anne-Marie O’Neil', 'Anne-Marie O’Neil'],
    ['de la Cruz, Maria Elena', 'Maria Elena de la Cruz'],
    ['José Ortega y Gasset', 'José Ortega y Gasset'],
    ['Andrea Anderson', 'Andrea Anderson'],
    ['Sandy Landry', 'Sandy Landry'],
    ['Ann (Annie) Smith', 'Ann (Annie) Smith'],
    ['Ann  "Annie"   Smith', 'Ann "Annie" Smith'],
    ['  Ann\u00a0Smith ', 'Ann Smith'],
    ['Ann Smith /', 'Ann Smith /'],
    ['田中 花子', '田中 花子'],
    ['نور الدين', 'نور الدين'],
    ['=Ann', '=Ann'],
    ['X', 'X'],
  ])('%s is %s', (text, name) => {
    expect(nameTyped({ text })).toEqual({ value: name });
  });

  test.each([
    ['Garcia Lopez, Maria Elena', 'Maria Elena Garcia Lopez'],
    ['Ann Smith, Bob Jones', 'Bob Jones Ann Smith'],
  ])('%s, with two words on both sides, is read as one and marked', (text, name) => {
    expect(nameTyped({ text })).toMatchObject({ value: name, mark: { code: 'name-turned-around' } });
  });
});

test.each([
  ['Ann and Bob Smith', 'Ann Smith and Bob Smith'],
  ['Ann AND Bob Smith', 'Ann Smith and Bob Smith'],
  ['Ann Smith / Bob Smith', 'Ann Smith and Bob Smith'],
  ['Ann Smith/Bob Jones', 'Ann Smith and Bob Jones'],
  ['Ann; Bob', 'Ann and Bob'],
  ['Ann & Bob', 'Ann and Bob'],
  ['Ann + Bob Smith', 'Ann Smith and Bob Smith'],
  ['Ann Smith\nBob Jones', 'Ann Smith and Bob Jones'],
  ['Smith, Ann; Jones, Bob', 'Smith, Ann and Jones, Bob'],
  ['Ann, Bob, Cy', 'Ann and Bob and Cy'],
])('%j is two people and refused, both named: %s', (text, named) => {
  const typed = nameTyped({ text });
  expect(typed).toMatchObject({ refused: { code: 'name-of-two-people' } });
  expect('refused' in typed && typed.refused.words).toContain(named);
});

test.each([
  ['12345', 'name-without-letters'],
  ['=1+2', 'name-without-letters'],
  ['???', 'name-without-letters'],
  ['x'.repeat(201), 'name-too-long'],
])('%s is no name', (text, code) => {
  expect(nameTyped({ text })).toMatchObject({ refused: { code } });
});

test.each([
  '(555) 010-1234',
  '555.010.1234 ext 5',
  '+1 555 010 1234',
  '+44 (0)20 7946 0018',
  '5550101234',
  '555-0134',
  '1-555-010-1234 x12',
  '(555) 010-1234 mom’s, no messages',
  'cell: 555 010 1234',
])('the phone %s is kept as it is typed', (text) => {
  expect(phoneTyped({ text })).toEqual({ value: text });
});

test.each([
  ['(555) 010-1234 / (555) 010-9999', 'phone-several-numbers'],
  ['555-010-1234; 555-010-9999', 'phone-several-numbers'],
  ['ask his mother', 'phone-no-digits'],
  ['5.55013E+09', 'phone-lost-digits'],
  ['988', 'phone-too-few-digits'],
  ['010-123', 'phone-too-few-digits'],
  ['5550101234567890', 'phone-several-numbers'],
  [`555-010-1234 ${'x'.repeat(300)}`, 'way-too-long'],
])('the phone %s is refused: %s', (text, code) => {
  expect(phoneTyped({ text })).toMatchObject({ refused: { code } });
});

test.each([
  ['ann@example.org', 'ann@example.org'],
  ['Ann Smith <ann@example.org>', 'ann@example.org'],
  ['mailto:ann@example.org', 'ann@example.org'],
])('the address %s is %s', (text, address) => {
  expect(emailTyped({ text })).toEqual({ value: address });
});

test.each([
  ['ann@example', 'email-not-understood'],
  ['ann at example.org', 'email-not-understood'],
  ['ann@example.org, bob@example.org', 'email-several'],
])('the address %s is refused: %s', (text, code) => {
  expect(emailTyped({ text })).toMatchObject({ refused: { code } });
});

test.each([
  [wayTyped, 'Phone call', 'phone'],
  [wayTyped, 'Called', 'phone'],
  [wayTyped, 'SMS', 'text'],
  [wayTyped, 'Zoom', 'video'],
  [wayTyped, 'Face-to-Face', 'in person'],
  [wayTyped, 'visit', 'in person'],
  [wayTyped, 'Support  group', 'group'],
  [outcomeTyped, 'Reached', 'reached'],
  [outcomeTyped, 'Yes', 'reached'],
  [outcomeTyped, 'N/A', 'no answer'],
  [outcomeTyped, 'LVM', 'left message'],
  [outcomeTyped, 'left voicemail.', 'left message'],
  [outcomeTyped, 'No Show', 'no-show'],
  [outcomeTyped, 'disconnected', 'wrong number'],
  [languageTyped, 'Español', 'es'],
  [languageTyped, 'English', 'en'],
  [yesNoTyped, 'X', true],
  [yesNoTyped, 'sí', true],
  [yesNoTyped, 'N', false],
  [agreedDaysTyped, 'weekly', 7],
  [agreedDaysTyped, 'every 10 days', 10],
] as const)('%p reads %s as %s', (reads, text, value) => {
  expect(reads({ text })).toEqual({ value });
});

test.each([
  [wayTyped, 'pigeon', 'way-not-understood'],
  [outcomeTyped, 'maybe', 'outcome-not-understood'],
  [languageTyped, 'Klingon', 'language-not-known'],
  [yesNoTyped, 'sometimes', 'yes-no-not-understood'],
  [agreedDaysTyped, 'biweekly', 'agreed-days-not-understood'],
  [agreedDaysTyped, '0', 'agreed-days-not-understood'],
  [agreedDaysTyped, '91', 'agreed-days-not-understood'],
] as const)('%p refuses %s: %s', (reads, text, code) => {
  expect(reads({ text })).toMatchObject({ refused: { code } });
});
