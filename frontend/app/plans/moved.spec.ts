import { backIn, both, moved, rowsOf } from './moved';

it.each([
  [0, 1, ['b', 'a', 'c']],
  [2, -1, ['a', 'c', 'b']],
  [0, -1, ['a', 'b', 'c']],
  [2, 1, ['a', 'b', 'c']],
] as const)('the line at %i moves by %i', (from, by, list) => {
  expect(moved(['a', 'b', 'c'], from, by)).toEqual(list);
});

it('keeps what both wrote, what is the same once', () => {
  const isSame = (a: string, b: string): boolean => a === b;
  expect(both(['Call Ruth', 'Walk'], ['Walk', 'Sing'], isSame)).toEqual(['Call Ruth', 'Walk', 'Sing']);
});

it('puts a line back in its place, or at the end of what became shorter', () => {
  expect(backIn(['a', 'c'], 1, 'b')).toEqual(['a', 'b', 'c']);
  expect(backIn(['a'], 4, 'b')).toEqual(['a', 'b']);
});

it('gives each line a name of its own, which stays where others come and go', () => {
  const itself = (line: string): string => line;
  const keys = (lines: string[]): string[] => rowsOf(lines, itself).map(({ key }) => key);
  const [walk, sing] = keys(['Walk', 'Sing']);
  expect(keys(['Rest', 'Sing', 'Walk']).slice(1)).toEqual([sing, walk]);
  expect(new Set(keys(['Walk', 'Walk', '1 Walk'])).size).toBe(3);
});
