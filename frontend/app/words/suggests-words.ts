import {
  afterEveryRender,
  computed,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  inputBinding,
  outputBinding,
  signal,
  ViewContainerRef,
} from '@angular/core';
import type { KinderWord } from './kinder-words';
import type { OffersBelow, Taking } from './offers-below';
import { put, takeBack } from './put-in-field';
import type { Underlines } from './underlines';
import { staysInSight } from '../look/stays-in-sight';

type Field = HTMLTextAreaElement | HTMLInputElement;

/** So long without a key and the person has paused, in milliseconds. */
const PAUSE = 600;
let made = 0;

/**
 * On a field for notes: a line under words that might be kinder, and what may stand there instead below the field. It
 * never changes anything by itself and never stands in the way. Alt+Enter takes the first offer for the word at the
 * caret. English only; the rules come when the field is first used.
 */
@Directive({
  selector: 'textarea[appSuggestsWords], input[appSuggestsWords]',
  host: {
    '(focus)': 'load()',
    '(input)': 'typed($any($event))',
    '(compositionend)': 'typed(null)',
    '(blur)': 'waitForPause()',
    '(keydown)': 'key($any($event))',
    '(keyup)': 'look()',
    '(pointerup)': 'look()',
    'aria-keyshortcuts': 'Alt+Enter',
  },
})
export class SuggestsWords {
  private readonly place = inject(ViewContainerRef);
  private readonly describedBy = `kinder-words-${made++}`;
  private readonly field = inject<ElementRef<Field>>(ElementRef).nativeElement;
  private readonly find = signal<((text: string) => KinderWord[]) | null>(null);
  private readonly text = signal('');
  private readonly caret = signal(0);
  private readonly isTyping = signal(false);
  /** The last one looked at by asking for the next; the caret decides again once it moves. */
  private readonly asked = signal<number | null>(null);
  /** Words somebody chose to leave as they are, in this field. */
  private readonly left = signal<ReadonlySet<string>>(new Set());
  private readonly isTaken = signal(false);
  private readonly wasOpen = signal(false);
  private isLoading = false;
  private isGone = false;
  private pausing: ReturnType<typeof setTimeout> | undefined;

  private readonly all = computed(() => {
    const text = this.text();
    return (this.find()?.(text) ?? []).filter((word) => !this.left().has(word.typed.toLowerCase()));
  });
  /** The word under the fingers may still become another one. */
  private readonly underlined = computed(() =>
    this.all().filter((word) => !(this.isTyping() && word.end === this.caret())),
  );
  /** Below the field nothing moves while somebody types: what is offered changes in the pauses. */
  private readonly offered = signal<KinderWord[]>([]);
  private readonly at = computed(() => {
    const words = this.offered();
    const asked = this.asked();
    if (asked !== null) return asked % Math.max(1, words.length);
    // the one at the caret, else the last one before it
    const after = words.findIndex(({ start }) => start > this.caret());
    return Math.max(0, (after < 0 ? words.length : after) - 1);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isGone = true));
    // words also come from elsewhere: a draft taken up again, a form that was sent
    afterEveryRender({ write: () => this.describe(), read: () => this.look() });
  }

  /** Screen readers hear of it when they ask about the field; a page that says more of the field may write it anew. */
  private describe(): void {
    const said = this.field.getAttribute('aria-describedby')?.split(' ') ?? [];
    if (this.find() && !said.includes(this.describedBy))
      this.field.setAttribute('aria-describedby', [...said, this.describedBy].join(' '));
  }

  /** The rules and what shows them come when the field is first used; without signal, with the next use. */
  protected load(): void {
    if (this.find() || this.isLoading) return;
    this.isLoading = true;
    Promise.all([import('./kinder-words'), import('./offers-below'), import('./underlines')])
      .then(([{ kinderWords }, { OffersBelow }, { Underlines }]) => {
        if (this.isGone) return;
        this.show(OffersBelow, Underlines);
        this.find.set(kinderWords);
        this.pause();
      })
      .catch(() => (this.isLoading = false));
  }

  private show(offersBelow: typeof OffersBelow, underlines: typeof Underlines): void {
    this.place.createComponent(offersBelow, {
      bindings: [
        inputBinding('words', this.offered),
        inputBinding('at', this.at),
        inputBinding('isTaken', this.isTaken),
        inputBinding('wasOpen', this.wasOpen),
        inputBinding('describedBy', () => this.describedBy),
        outputBinding<Taking>('take', (taking) => this.take(taking)),
        outputBinding<KinderWord>('leave', (word) => this.leave(word)),
        outputBinding('next', () => this.asked.set(this.at() + 1)),
        outputBinding('undo', () => this.undo()),
      ],
    });
    this.place.createComponent(underlines, {
      bindings: [
        inputBinding('field', () => this.field),
        inputBinding('text', this.text),
        inputBinding('words', this.underlined),
      ],
    });
  }

  protected typed(event: InputEvent | null): void {
    this.isTyping.set(true);
    if (event?.inputType === 'historyUndo' && this.isTaken()) this.goOnAfterUndo();
    this.isTaken.set(false);
    this.look();
    staysInSight(this.field);
    this.waitForPause();
  }

  /** The browser selects what it brought back, and the next key would write over it. */
  private goOnAfterUndo(): void {
    const toItsEnd = () => this.field.setSelectionRange(this.field.selectionEnd, this.field.selectionEnd);
    toItsEnd();
    setTimeout(toItsEnd);
  }

  /** Also when the field is left: whoever has a button under their finger finds it where it was. */
  protected waitForPause(): void {
    clearTimeout(this.pausing);
    this.pausing = setTimeout(() => this.pause(), PAUSE);
  }

  protected pause(): void {
    clearTimeout(this.pausing);
    this.isTyping.set(false);
    this.offer();
  }

  private offer(): void {
    this.offered.set(this.all());
    this.wasOpen.update((was) => this.text() !== '' && (was || this.all().length > 0));
  }

  /** Where the caret is and what the field holds. */
  protected look(): void {
    const { value, selectionStart } = this.field;
    if (value !== this.text()) {
      this.text.set(value);
      if (value) this.load();
      if (!this.isTyping()) this.offer();
    }
    if (selectionStart !== null && selectionStart !== this.caret()) {
      this.caret.set(selectionStart);
      this.asked.set(null);
    }
  }

  protected key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !event.altKey || event.isComposing) return;
    this.pause();
    const word = this.offered()[this.at()];
    if (!word) return;
    event.preventDefault();
    this.take({ word, offer: word.offers[0]! });
  }

  private take({ word, offer }: Taking): void {
    if (this.field.value.slice(word.start, word.end) !== word.typed) return this.pause();
    const { maxLength, value } = this.field;
    // the browser would cut the end off
    if (maxLength > 0 && value.length + offer.length - word.typed.length > maxLength) return;
    put(this.field, word.start, word.end, offer);
    this.afterChange(true);
  }

  private undo(): void {
    takeBack(this.field);
    this.goOnAfterUndo();
    this.afterChange(false);
  }

  private afterChange(taken: boolean): void {
    this.look();
    this.pause();
    this.isTaken.set(taken);
  }

  private leave(word: KinderWord): void {
    this.left.update((left) => new Set([...left, word.typed.toLowerCase()]));
    this.field.focus();
    this.pause();
  }
}
