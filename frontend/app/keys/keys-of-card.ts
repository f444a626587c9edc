import { ElementRef, inject } from '@angular/core';
import { Cards } from './cards';
import { type Key, keysHere } from './keys';

/** Keys that speak of the card this component is, while it has the focus. Call where injection is possible. */
export function keysOfCard(...keys: Pick<Key, 'key' | 'says' | 'do' | 'isHere'>[]): void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const cards = inject(Cards);
  keysHere(
    ...keys.map(({ key, says, do: act, isHere = () => true }) => ({
      key,
      says,
      do: act,
      isOfCard: () => true,
      isShown: isHere,
      isHere: () => host.contains(cards.current()) && isHere(),
    })),
  );
}
