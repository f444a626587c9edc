import { httpResource } from '@angular/common/http';
import { computed, effect, inject, linkedSignal, Service, untracked } from '@angular/core';
import type { TodayCard, TodayPage } from '../../api/contract';
import { ContactsApi } from '../contacts/contacts-api';
import { askingAgain } from '../live/asking-again';

/**
 * Today as it was last seen, shown at once when one comes back to it and then brought up to date. Cards that were just
 * dealt with are gone before the server has said so; what it says next decides.
 */
@Service()
export class TodayKept {
  readonly page = httpResource<TodayPage>(() => '/api/today');
  readonly refresh = askingAgain(this.page);
  listPlace = 0;

  /** The last answer, also while the next is on its way and after one that failed. */
  readonly shown = linkedSignal<TodayPage | undefined, TodayPage | null>({
    source: () => (this.page.hasValue() ? this.page.value() : undefined),
    computation: (now, before) => now ?? before?.value ?? null,
  });
  /** Whose card was just dealt with. */
  private readonly gone = linkedSignal<TodayPage | null, ReadonlySet<string>>({
    source: this.shown,
    computation: (_, before) => new Set([...(before?.value ?? [])].filter((id) => this.onTheWay.has(id))),
  });
  /** Dealt with, and not yet on the server. */
  private readonly onTheWay = new Set<string>();

  readonly cards = computed<TodayCard[]>(
    () => this.shown()?.cards.filter(({ participantId }) => !this.gone().has(participantId)) ?? [],
  );

  constructor() {
    const contacts = inject(ContactsApi);
    let before = contacts.changes();
    effect(() => {
      const now = contacts.changes();
      if (now === before) return;
      before = now;
      untracked(() => this.refresh());
    });
  }

  takeAway(participantId: string): void {
    this.onTheWay.add(participantId);
    this.gone.update((ids) => new Set([...ids, participantId]));
  }

  /** It reached the server: the next answer says whether the card is still needed. */
  settle(participantId: string): void {
    this.onTheWay.delete(participantId);
    this.refresh();
  }

  /** It did not happen: the card is back. */
  bringBack(participantId: string): void {
    this.onTheWay.delete(participantId);
    this.gone.update((ids) => new Set([...ids].filter((id) => id !== participantId)));
    this.refresh();
  }
}
