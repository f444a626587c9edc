import { DEFAULT_LOAD, type Load, loadCovering } from '../../backend/coaches/load.rules.js';

const load = (weight: number, headCount: number, capacity = 15): Load => ({
  weight,
  headCount,
  capacity,
  headCountCeiling: null,
  parts: [],
});

test.each([
  ['both caseloads', load(4.5, 3), load(6, 5), 0, '10.5 of 15 (8)'],
  ['their own capacity, not that of who is away', load(1, 1, 8), load(2, 2, 20), 0, '3 of 8 (3)'],
  ['the flat weight of a second coach off for each they share', load(4, 4), load(3.5, 4), 2, '6.5 of 15 (6)'],
  ['hundredths without dust', load(0.1, 1), load(0.2, 1), 0, '0.3 of 15 (2)'],
])('whoever covers carries %s', (_, own, covered, shared, said) => {
  const { weight, capacity, headCount } = loadCovering(own, covered, shared, DEFAULT_LOAD.weights);
  expect(`${weight} of ${capacity} (${headCount})`).toBe(said);
});
