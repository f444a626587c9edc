import { charactersMissing, strengthOf } from './password-strength';

describe('a new password', () => {
  it('counts characters as people see them', () => {
    expect(charactersMissing('fourteen chars')).toBe(1);
    expect(charactersMissing('🙂'.repeat(15))).toBe(0);
  });

  it('is told in words: short, repeating, good, strong', () => {
    expect(strengthOf('too short')).toBe('short');
    expect(strengthOf('aaaaaaaaaaaaaaaa')).toBe('repeating');
    expect(strengthOf('harbor lantern 3')).toBe('good');
    expect(strengthOf('four friendly words by the sea')).toBe('strong');
  });
});
