import { computed, DestroyRef, Directive, ElementRef, inject, input, type OnInit } from '@angular/core';
import { Cards } from './cards';
import { isCharacter, shortcutOf } from './key-map';
import { Keys } from './keys';

const WORDS = 'textarea, input:not([type]), input[type="text"]';
const FIELD = 'input:not([type="checkbox"], [type="radio"]), textarea, select';

/**
 * A key for a button, link or field: it is touched, or takes the focus. Inside a card the key speaks of the card that
 * has the focus; `Escape` of the form that has it; `Enter` opens the card itself.
 */
@Directive({ selector: '[appKey]', host: { '[attr.aria-keyshortcuts]': 'shortcut()' } })
export class KeyFor implements OnInit {
  readonly appKey = input.required<string>();
  /** What the sheet of keys says; the element's own words unless told. */
  readonly keySays = input<string>();

  /** Whether what was typed is kept when this closes the form; else Escape only goes to the button. */
  readonly keyKeepsWords = input(false);

  private readonly keys = inject(Keys);
  private readonly cards = inject(Cards);
  private readonly destroyed = inject(DestroyRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly shortcut = computed(() => {
    const key = this.appKey();
    const isSaid = key !== 'Enter' && key !== 'Escape' && (this.keys.isOn() || !isCharacter(key));
    return isSaid ? shortcutOf(key) : null;
  });

  ngOnInit(): void {
    const element = this.element;
    const says = () => this.keySays() ?? element.textContent.trim();
    const away = this.keys.add({
      key: this.appKey(),
      get says() {
        return says();
      },
      isHere: () => this.isHere(),
      isShown: () => this.isShown(),
      isOfCard: () => this.element.closest('[data-card]') !== null,
      do: () => this.act(),
    });
    this.destroyed.onDestroy(away);
  }

  private isShown(): boolean {
    return !this.element.matches(':disabled') && this.element.checkVisibility();
  }

  private isHere(): boolean {
    if (!this.isShown()) return false;
    const card = this.element.closest('[data-card]');
    const current = this.cards.current();
    if (this.appKey() === 'Enter') return card !== null && card === document.activeElement;
    if (this.appKey() === 'Escape') return this.isClosest();
    return card === null || card === current;
  }

  /** Of several ways to close, the one nearest to the focus. */
  private isClosest(): boolean {
    const form = this.element.closest('form, [data-closes]');
    return !form || form.contains(document.activeElement) || document.activeElement === document.body;
  }

  private act(): void {
    this.element.focus();
    if (!this.element.matches(FIELD) && !this.wouldLoseWords()) this.element.click();
  }

  private wouldLoseWords(): boolean {
    if (this.appKey() !== 'Escape' || this.keyKeepsWords()) return false;
    const fields =
      this.element.closest('form')?.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(WORDS) ?? [];
    return [...fields].some((field) => field.value.trim() !== '');
  }
}
