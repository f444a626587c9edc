import { differing, loadOf, type LoadTyped, typedLoad } from './load-typed';

const WEIGHTS = {
  ...{ each: 1, earlyWindow: 1, lateWindow: 0.5, urgentNote: 1, concernNote: 0.5 },
  ...{ firstDays: 0.5, longCadence: 0.5, light: 0.5, least: 0.5 },
};
const NOW = { weights: WEIGHTS, capacity: 15, headCountCeiling: null, version: 3 };
const typed = (more: Partial<LoadTyped>): LoadTyped => ({ ...typedLoad(NOW), ...more });

test('what is set is typed and sent as it stands', () => {
  const { version: _, ...sent } = NOW;
  expect(loadOf(typedLoad(NOW))).toEqual(sent);
  expect(loadOf(typed({ headCountCeiling: ' 22 ' }))).toMatchObject({ headCountCeiling: 22 });
});

test('what is no number is never taken for nothing: it goes as it was typed, to be refused', () => {
  expect(loadOf(typed({ capacity: '', headCountCeiling: 'twenty' }))).toMatchObject({
    capacity: null,
    headCountCeiling: 'twenty',
  });
});

test('of two that were set at once only what differs is shown, on each side', () => {
  const mine = typed({ capacity: '18', weights: { ...typedLoad(NOW).weights, urgentNote: '1.5' } });
  const theirs = typed({ headCountCeiling: '20' });
  expect(differing(mine, theirs)).toEqual([
    'Capacity of a coach: 18',
    'The most participants: none',
    'More with an open urgent note: 1.5',
  ]);
  expect(differing(theirs, mine)).toEqual([
    'Capacity of a coach: 15',
    'The most participants: 20',
    'More with an open urgent note: 1',
  ]);
});
