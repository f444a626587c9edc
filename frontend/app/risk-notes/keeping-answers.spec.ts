import type { RiskNote } from '../../api/contract';
import { keepingAnswers } from './keeping-answers';

const notes = (ids: string): RiskNote[] => [...ids].map((riskNoteId) => ({ riskNoteId }) as RiskNote);
const answering =
  (ids: string) =>
  ({ riskNoteId }: RiskNote): boolean =>
    ids.includes(riskNoteId);

test.each([
  ['what is new comes, what is gone goes', 'abc', 'xac', '', 'xac'],
  ['a note that is being answered stays where it was', 'abc', 'ac', 'b', 'abc'],
  ['at the end too', 'abc', 'xa', 'c', 'xac'],
  ['one that is still there is there once, as it now is', 'abc', 'ab', 'a', 'ab'],
  ['when everything else is gone', 'abc', '', 'b', 'b'],
])('%s', (_, before, fresh, answered, shown) => {
  const kept = keepingAnswers(notes(fresh), notes(before), answering(answered));
  expect(kept.map(({ riskNoteId }) => riskNoteId).join('')).toBe(shown);
});
