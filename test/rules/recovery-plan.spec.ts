import { whatChanged } from '../../backend/recovery-plans/recovery-plan.rules.js';

test.each([
  ['a line is added', ['Walk'], ['Walk', 'Sing'], ['Sing'], []],
  ['a line is taken out', ['Walk', 'Sing'], ['Sing'], [], ['Walk']],
  ['a line is worded anew', ['Walk'], ['Walk far'], ['Walk far'], ['Walk']],
  ['lines change places', ['Walk', 'Sing'], ['Sing', 'Walk'], [], []],
  ['one of two alike goes', ['Sing', 'Sing'], ['Sing'], [], ['Sing']],
  ['nothing was there', [], ['Walk'], ['Walk'], []],
])('%s', (_, before, after, added, removed) => {
  expect(whatChanged(before, after)).toEqual({ added, removed });
});
