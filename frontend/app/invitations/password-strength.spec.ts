import { charactersMissing, charactersOver, strengthOf } from './password-strength';

describe('a new password', () => {
  it('counts characters as people see them', () => {
    expect(charactersMissing('fourteen chars')).toBe(1);
    expect(charactersMissing('🙂'.repeat(15))).toBe(0);
    expect(charactersMissing('👩‍🌾'.repeat(14))).toBe(1);
    expect(charactersMissing('🇲🇽'.repeat(15))).toBe(0);
  });

  it('has at most 128 of them', () => {
    expect(charactersOver('x'.repeat(128))).toBe(0);
    expect(charactersOver('x'.repeat(129))).toBe(1);
    expect(charactersOver('👩‍🌾'.repeat(128))).toBe(0);
  });

  it('is told in words: short, long, repeating, good, strong', () => {
    expect(strengthOf('too short')).toBe('short');
    expect(strengthOf('x'.repeat(129))).toBe('long');
    expect(strengthOf('aaaaaaaaaaaaaaaa')).toBe('repeating');
    expect(strengthOf('harbor lantern 3')).toBe('good');
    expect(strengthOf('four friendly words by the sea')).toBe('strong');
  });
});
