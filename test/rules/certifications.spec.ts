import { inHours } from '../../backend/certifications/board-csv.rules.js';
import {
  endsSoonestFirst,
  hoursDone,
  hoursNeeded,
  loggingRight,
} from '../../backend/certifications/certifications.rules.js';
import { documentKind } from '../../backend/certifications/document-kind.rules.js';

const TODAY = '2026-03-10';
const span = (firstOn: string, lastOn: string) => ({ firstOn, lastOn });

test.each([
  ['for a long while', [span('2026-01-01', '2027-12-31')], null, 'certified', '2027-12-31', 661],
  ['for 61 days', [span('2024-01-01', '2026-05-10')], null, 'certified', '2026-05-10', 61],
  ['for 60 days', [span('2024-01-01', '2026-05-09')], null, 'ends soon', '2026-05-09', 60],
  ['today for the last time', [span('2024-01-01', TODAY)], null, 'ends soon', TODAY, 0],
  [
    'followed without a gap',
    [span('2024-01-01', TODAY), span('2026-03-11', '2028-03-10')],
    null,
    'certified',
    '2028-03-10',
    731,
  ],
  [
    'followed after a gap',
    [span('2024-01-01', TODAY), span('2026-03-12', '2028-03-10')],
    null,
    'ends soon',
    TODAY,
    0,
  ],
  ['in training alone', [], '2026-06-30', 'in training', '2026-06-30', 112],
  [
    'ending, in training then',
    [span('2024-01-01', '2026-03-20')],
    '2026-12-31',
    'certified',
    '2026-12-31',
    296,
  ],
  ['lapsed yesterday', [span('2024-01-01', '2026-03-09')], null, 'lapsed', null, null],
  ['training over', [], '2026-03-09', 'lapsed', null, null],
  ['never', [], null, 'never certified', null, null],
  ['not yet', [span('2026-03-11', '2028-03-10')], null, 'never certified', null, null],
])('the right to log: %s', (_, certifications, training, is, throughOn, endsInDays) => {
  expect(loggingRight(certifications, training, TODAY)).toMatchObject({ is, throughOn, endsInDays });
});

test('who lapsed is told since when, and when they may again', () => {
  const right = loggingRight(
    [span('2022-01-01', '2023-12-31'), span('2024-01-01', '2026-02-28'), span('2026-04-01', '2028-03-31')],
    null,
    TODAY,
  );
  expect(right).toMatchObject({ lapsedOn: '2026-03-01', beginsAgainOn: '2026-04-01' });
});

test('who may not log today stands first, then what ends soonest', () => {
  const rights = [
    loggingRight([span('2024-01-01', '2027-01-01')], null, TODAY),
    loggingRight([span('2024-01-01', '2026-01-01')], null, TODAY),
    loggingRight([span('2024-01-01', '2026-03-20')], null, TODAY),
    loggingRight([], null, TODAY),
  ];
  expect(rights.sort(endsSoonestFirst).map(({ is }) => is)).toEqual([
    'never certified',
    'lapsed',
    'ends soon',
    'certified',
  ]);
});

test.each([
  ['two years', '2024-03-01', '2026-02-28', 20],
  ['two years with 29 February in them', '2026-03-01', '2028-02-29', 20],
  ['one year', '2026-01-01', '2026-12-31', 10],
  ['seven months', '2026-01-01', '2026-07-31', 6],
  ['three years', '2026-01-01', '2028-12-31', 30],
  ['a single day', '2026-01-01', '2026-01-01', 0],
])('of 20 hours in 24 months, %s need their share', (_, firstOn, lastOn, hours) => {
  expect(hoursNeeded({ hours: 20, months: 24 }, { firstOn, lastOn })).toBe(hours);
});

test('hours count on the first and on the last day, once confirmed; those that wait stand beside', () => {
  const entry = (doneOn: string, hours: number, state = 'confirmed') => ({ doneOn, hours, state });
  const entries = [
    entry('2025-12-31', 1),
    entry('2026-01-01', 2),
    entry('2026-12-31', 4),
    entry('2027-01-01', 8),
    entry('2026-06-01', 16, 'waiting'),
    entry('2026-06-01', 32, 'sent back'),
  ];
  expect(hoursDone(entries, span('2026-01-01', '2026-12-31'))).toEqual({ done: 6, waiting: 16 });
});

test('minutes are hours to the hundredth', () => {
  expect([0, 1, 20, 45, 61].map(inHours)).toEqual([0, 0.02, 0.33, 0.75, 1.02]);
});

test.each([
  ['<!doctype html>', 'document-is-a-web-page'],
  ['\u00a0<iframe src=x>', 'document-is-a-web-page'],
  ['<svg/onload=alert(1)>', 'document-is-an-svg'],
  ['<svg onload=alert(1)>', 'document-is-an-svg'],
  ['<?php system($_GET[0]);', 'document-is-a-script'],
  ['plain words', 'document-kind-unknown'],
  [' %PDF-1.7', 'document-kind-unknown'],
])('%j is refused as %s', (words, refused) => {
  expect(documentKind(Buffer.from(words))).toEqual({ refused });
});

test('a web page in UTF-16 is still one', () => {
  expect(documentKind(Buffer.from('\ufeff<html><body>', 'utf16le'))).toEqual({
    refused: 'document-is-a-web-page',
  });
});
