import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Service, signal } from '@angular/core';
import { createKeybindingsHandler } from 'tinykeys';
import { isCharacter } from './key-map';

/** What one key does now. */
export interface Key {
  /** As tinykeys writes it: `j`, `g t` for one after the other, `$mod+Enter`, `[Shift]+?`. */
  key: string;
  says: string;
  do: () => void;
  /** Whether it works at this moment; always, unless told. */
  isHere?: () => boolean;
  /** Whether the sheet shows it; when it works, unless told. */
  isShown?: () => boolean;
  /** Whether it speaks of the card that has the focus: then it goes before a key of the whole page. */
  isOfCard?: () => boolean;
  /** Whether it is the page's own, or works on every page. */
  isEverywhere?: boolean;
}

const KEPT_AS = 'alongside.keys';
const TYPED_INTO =
  'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';
const OVER_THE_PAGE =
  '.cdk-overlay-container :is([role="dialog"], [role="menu"], [role="listbox"]), dialog[open]';

/** The keys that work now: whoever is on the page says which are its own, and takes them along when it goes. */
@Service()
export class Keys {
  private readonly document = inject(DOCUMENT);
  private keys: Key[] = [];
  private inFields: EventListener = () => undefined;
  private outside: EventListener = () => undefined;
  private isListening = false;
  /** Whether keys came or went since they were last bound, which is done when one is pressed. */
  private isStale = true;

  /** Whether keys of one letter are on. Kept for this browser; the others need no switch. */
  readonly isOn = signal(localStorage.getItem(KEPT_AS) !== 'off');

  turn(isOn: boolean): void {
    if (isOn) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, 'off');
    this.isOn.set(isOn);
  }

  /** @returns takes it away again */
  add(key: Key): () => void {
    this.keys.push(key);
    this.isStale = true;
    this.listen();
    return () => {
      this.keys = this.keys.filter((other) => other !== key);
      this.isStale = true;
    };
  }

  /** Those that would do something now; of several for one key the one that would. */
  now(): Key[] {
    const chosen = new Map<string, Key>();
    for (const key of this.keys.filter(({ isHere }) => isHere?.() ?? true)) {
      const isCloser = key.isOfCard?.() || !chosen.get(key.key)?.isOfCard?.();
      if (isCloser) chosen.set(key.key, key);
    }
    return [...chosen.values()];
  }

  /** What the sheet shows: also what cards can do before one of them has the focus. */
  shown(): Key[] {
    const now = new Set(this.now());
    const shown = new Map<string, Key>();
    for (const key of this.keys)
      if (now.has(key) || (key.isOfCard?.() && key.isShown?.())) shown.set(`${key.key} ${key.says}`, key);
    return [...shown.values()];
  }

  private listen(): void {
    if (this.isListening) return;
    this.isListening = true;
    this.document.addEventListener('keydown', (event) => {
      if (this.isStale) this.bind();
      this.inFields(event);
      this.outside(event);
    });
  }

  private bind(): void {
    this.isStale = false;
    // a sequence before a letter of its own: "g c" is no "c"
    const keys = [...new Set(this.keys.map(({ key }) => key))].sort(
      (one, other) => other.length - one.length,
    );
    const bound = (some: string[]) => Object.fromEntries(some.map((key) => [key, this.press(key)]));
    const isElsewhere = (event: KeyboardEvent) =>
      event.defaultPrevented ||
      event.repeat ||
      event.isComposing ||
      this.document.querySelector(OVER_THE_PAGE) !== null;
    this.inFields = createKeybindingsHandler(bound(keys.filter((key) => !isCharacter(key))), {
      ignore: isElsewhere,
    });
    this.outside = createKeybindingsHandler(bound(keys.filter(isCharacter)), {
      ignore: (event) =>
        isElsewhere(event) || !this.isOn() || (event.target as Element).matches?.(TYPED_INTO),
    });
  }

  private press(name: string): (event: KeyboardEvent) => void {
    return (event) => {
      const key = this.now().find((one) => one.key === name);
      if (!key) return;
      event.preventDefault();
      // what was begun with "g" is over
      this.isStale = true;
      key.do();
    };
  }
}

/** Keys that belong to a component, for as long as it is there. Call where injection is possible. */
export function keysHere(...keys: Key[]): void {
  const registry = inject(Keys);
  const away = keys.map((key) => registry.add(key));
  inject(DestroyRef).onDestroy(() => away.forEach((take) => take()));
}
