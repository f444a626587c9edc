import { PLACES } from '../shell/places';
import { isCharacter, PLACE_KEY, pressesOf, shortcutOf } from './key-map';

describe('keys and their names', () => {
  it.each([
    ['j', [['j']], 'j'],
    ['g t', [['g'], ['t']], null],
    ['[Shift]+?', [['?']], '?'],
    ['$mod+Enter', [['Ctrl', 'Enter']], 'Control+Enter'],
    ['Escape', [['Esc']], 'Escape'],
  ])('%s', (key, presses, shortcut) => {
    expect(pressesOf(key, false)).toEqual(presses);
    expect(shortcutOf(key)).toBe(shortcut);
  });

  it('calls the modifier of a Mac by its sign', () => {
    expect(pressesOf('$mod+Enter', true)).toEqual([['⌘', 'Enter']]);
  });

  it('knows which are letters and signs, that may be switched off', () => {
    expect(['j', 'g t', '[Shift]+/'].every(isCharacter)).toBe(true);
    expect(['Escape', '$mod+Enter', 'Enter'].some(isCharacter)).toBe(false);
  });

  it('gives every place of a role a letter of its own', () => {
    for (const places of Object.values(PLACES)) {
      const letters = places.map(({ path }) => PLACE_KEY[path]);
      expect(letters.every(Boolean)).toBe(true);
      expect(new Set(letters).size).toBe(letters.length);
    }
  });
});
