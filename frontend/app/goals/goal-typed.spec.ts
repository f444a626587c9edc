import { joined, NOTHING_TYPED, typedOf, wordsOf } from './goal-typed';

describe('what two people typed of one goal', () => {
  const mine = { ...NOTHING_TYPED, sentence: 'A dog', why: 'For company', dimension: 'Home', byOn: '' };
  test('put together holds both, and what both say once', () => {
    const theirs = typedOf({ ...mine, sentence: 'A yard', byOn: '2027-01-01' });
    expect(joined(mine, theirs)).toEqual({
      sentence: 'A dog A yard',
      why: 'For company',
      dimension: 'Home',
      byOn: '2027-01-01',
    });
  });
  test('put together it still fits', () => {
    const long = { ...mine, sentence: '🌱'.repeat(400) };
    expect([...joined(long, { ...long, sentence: 'x'.repeat(400) }).sentence]).toHaveLength(500);
  });
  test('sends nothing that was not said', () => {
    expect(wordsOf({ ...mine, why: ' ' })).toEqual({ sentence: 'A dog', dimension: 'Home' });
  });
});
