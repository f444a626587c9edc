import type { Role } from '../../api/contract';

/** The letter after g that goes to a place of the navigation. */
export const PLACE_KEY: Readonly<Record<string, string>> = {
  '/today': 't',
  '/caseload': 'c',
  '/log': 'l',
  '/risk-notes': 'r',
  '/team': 't',
  '/contacts': 'c',
  '/sessions': 's',
  '/people': 'p',
  '/reports': 'o',
  '/answering': 'a',
  '/settings': 's',
  '/you': 'y',
};

/** Who logs contacts, and so has a key for it on every page. */
export const LOGS: readonly Role[] = ['coach'];

/** Whether it is a letter, a number or a sign: such a key may be switched off, and never works inside a field. */
export function isCharacter(key: string): boolean {
  return key.split(' ').every((press) => /^(?:\[\w+\]\+)?.$/u.test(press));
}

/** The presses of a key as they are called on this machine: `$mod+Enter` is Ctrl and Enter, or ⌘ and Enter. */
export function pressesOf(key: string, isMac = /Mac|iPhone|iPad/.test(navigator.platform)): string[][] {
  const names: Record<string, string> = { $mod: isMac ? '⌘' : 'Ctrl', Escape: 'Esc' };
  return key.split(' ').map((press) =>
    press
      .replace(/^\[\w+\]\+/, '')
      .split('+')
      .map((part) => names[part] ?? part),
  );
}

/** The same for screen readers, as the attribute `aria-keyshortcuts` wants it; a sequence has no words there. */
export function shortcutOf(key: string): string | null {
  if (key.includes(' ')) return null;
  return key.replace(/^\[\w+\]\+/, '').replace('$mod', 'Control');
}
