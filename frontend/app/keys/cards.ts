import { DOCUMENT } from '@angular/common';
import { inject, Service } from '@angular/core';
import { Keys } from './keys';

const CARD = '[data-card]';

/** The cards and rows of a page, walked with j and k. The one that holds the focus is the one that keys speak of. */
@Service()
export class Cards {
  private readonly document = inject(DOCUMENT);
  private readonly keys = inject(Keys);
  private count = 0;
  private away: (() => void)[] = [];

  current(): HTMLElement | null {
    return this.document.activeElement?.closest<HTMLElement>(CARD) ?? null;
  }

  /** A card has come; the keys come with the first. */
  came(): void {
    if (this.count++ > 0) return;
    this.away = [
      this.keys.add({ key: 'j', says: 'Next card', do: () => this.step(1) }),
      this.keys.add({ key: 'k', says: 'Card before', do: () => this.step(-1) }),
    ];
  }

  /** A card has gone. If it had the focus, the one in its place gets it, or the page's heading. */
  gone(place: number, hadFocus: boolean): void {
    if (--this.count === 0) this.away.splice(0).forEach((take) => take());
    if (hadFocus) setTimeout(() => this.takeOver(place));
  }

  placeOf(card: HTMLElement): number {
    return this.all().indexOf(card);
  }

  private all(): HTMLElement[] {
    return [...this.document.querySelectorAll<HTMLElement>(CARD)].filter((card) => card.checkVisibility());
  }

  private step(by: 1 | -1): void {
    const cards = this.all();
    const current = this.current();
    const at = current ? cards.indexOf(current) + by : 0;
    this.show(cards[Math.max(0, Math.min(at, cards.length - 1))]);
  }

  private show(card: HTMLElement | undefined): void {
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }

  private takeOver(place: number): void {
    if (this.document.activeElement !== this.document.body) return;
    const cards = this.all();
    const next = cards[Math.min(place, cards.length - 1)];
    if (next) return this.show(next);
    const heading = this.document.querySelector<HTMLElement>('main h1[data-page]');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }
}
