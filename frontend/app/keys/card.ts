import { DestroyRef, Directive, ElementRef, inject } from '@angular/core';
import { Cards } from './cards';

/** A card or row that j and k stop at. Keys of what is inside it speak of it while it has the focus. */
@Directive({
  selector: '[appCard]',
  host: {
    'data-card': '',
    tabindex: '-1',
    '(focusin)': 'came()',
    '(focusout)': 'left($any($event))',
    '(click)': 'clicked($any($event))',
  },
})
export class Card {
  private readonly cards = inject(Cards);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private hasFocus = false;
  private place = 0;

  constructor() {
    this.cards.came();
    inject(DestroyRef).onDestroy(() => this.cards.gone(this.place, this.hasFocus));
  }

  protected came(): void {
    this.hasFocus = true;
    this.place = this.cards.placeOf(this.element);
  }

  /** What was pressed may be gone by now: then its card has the focus, not the whole page. */
  protected clicked({ target }: MouseEvent): void {
    setTimeout(() => {
      const isLost = document.activeElement === document.body && !(target as Element).isConnected;
      if (isLost && this.element.isConnected) this.element.focus({ preventScroll: true });
    });
  }

  /** A card that is taken away loses the focus to nowhere: then it had it. */
  protected left(event: FocusEvent): void {
    if (event.relatedTarget) this.hasFocus = this.element.contains(event.relatedTarget as Node);
    else queueMicrotask(() => (this.hasFocus &&= !this.element.isConnected));
  }
}
