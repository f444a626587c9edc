import { signInNamesFor } from '../../backend/invitations/sign-in-names.rules.js';
import { isSignInName } from '../../backend/access/sign-in-name.js';
import {
  CODE_LENGTH,
  CODE_SIGNS,
  grouped,
  meantCode,
  newCode,
} from '../../backend/access/invitation-code.js';

const first = (name: string): string => signInNamesFor(name, () => 37)[0]!;

test.each([
  ['Theo', 'theo47'],
  ['María José Ortega', 'maria47'],
  ["D'Angelo Reyes", 'dangelo47'],
  ['J', 'j47'],
  ['Yusuf يوسف', 'yusuf47'],
  ['李雷', '李雷47'],
  ['🦋', 'friend47'],
  ['', 'friend47'],
])('%s gets no more than a first name and a number: %s', (name, proposed) => {
  expect(first(name)).toBe(proposed);
  expect(isSignInName(first(name))).toBe(true);
});

test('a code has no sign that looks or sounds like another', () => {
  expect(CODE_SIGNS).toHaveLength(32);
  expect(CODE_SIGNS).not.toMatch(/[ILOU]/);
  for (let time = 0; time < 100; time += 1) {
    const code = newCode();
    expect(code).toHaveLength(CODE_LENGTH);
    expect(meantCode(grouped(code).toLowerCase())).toBe(code);
  }
});

test.each([
  ['7kq4m-2xwrt', '7KQ4M2XWRT'],
  [' 7KQ4M 2XWRT ', '7KQ4M2XWRT'],
  ['oil', '011'],
  ['７ＫＱ', '7KQ'],
])('%s means %s', (typed, meant) => expect(meantCode(typed)).toBe(meant));
