import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Outcome, TodayCard as CardView, Way } from '../../api/contract';
import { Card } from '../keys/card';
import { KeyFor } from '../keys/key';
import { keysOfCard } from '../keys/keys-of-card';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { When } from '../look/when';
import { Session } from '../session/session';
import { CallsMade } from './calls-made';
import { REASON_ICON, reasonWords } from './reason-words';
import { safeReach } from './safe-reach';
import { TodayActions } from './today-actions';
import { TodayCardOpen } from './today-card-open';

/** One participant who needs something: who, why in words, the gist of the last note, and the first thing to do. */
@Component({
  selector: 'app-today-card',
  imports: [Card, Icon, KeyFor, RouterLink, TodayCardOpen, When],
  templateUrl: './today-card.html',
  styleUrl: './today-card.scss',
  host: { '[class.urgent]': 'isUrgent()' },
})
export class TodayCard {
  readonly card = input.required<CardView>();
  readonly isOpen = input(false);
  /** On a desk its record is shown beside the list. */
  readonly isChosen = input(false);
  readonly opened = output();
  /** The coach has left for the phone: the card is open when they are back. */
  readonly left = output();

  protected readonly actions = inject(TodayActions);
  private readonly session = inject(Session);
  private readonly calls = inject(CallsMade);
  protected readonly first = computed(() => this.card().reasons[0]!);
  protected readonly isUrgent = computed(() => this.first().kind === 'urgent risk note');
  protected readonly icon = computed(() => REASON_ICON[this.first().kind]);
  protected readonly reach = computed(() => safeReach(this.card().numbers));
  protected readonly promise = computed(() => this.first().promise ?? null);
  protected readonly called = computed(() => this.calls.by()[this.card().participantId] ?? null);
  protected readonly refusal = computed(() => this.actions.refusals().get(this.card().participantId) ?? null);
  protected readonly why = computed(() =>
    reasonWords(this.first(), this.card().standing, {
      today: this.session.today(),
      timeZone: this.session.timeZone(),
      language: pageLanguage(),
    }),
  );

  /** Asked for by its key also while the card is closed; a card that closes asks no more. */
  protected readonly isPuttingAway = linkedSignal<boolean, boolean>({
    source: this.isOpen,
    computation: (isOpen, before) => isOpen && (before?.value ?? false),
  });

  constructor() {
    const router = inject(Router);
    const mayLeaveMessage = () => this.reach().mayLeaveMessage && this.called() !== 'text';
    const promise = () => this.promise() ?? this.card().openPromises[0];
    keysOfCard(
      { key: 'r', says: $localize`Reached`, do: () => this.log('reached') },
      { key: 'n', says: $localize`No answer`, do: () => this.log('no answer') },
      {
        key: 'm',
        says: $localize`Left message`,
        do: () => this.log('left message'),
        isHere: mayLeaveMessage,
      },
      {
        key: 'p',
        says: $localize`Promise kept`,
        do: () => this.actions.keepPromise(this.card(), promise()!),
        isHere: () => !!promise(),
      },
      {
        key: 'l',
        says: $localize`Log with words`,
        do: () => void router.navigate(['/log', this.card().participantId]),
      },
      {
        key: 'o',
        says: $localize`Open the record`,
        do: () => void router.navigate(['/today', this.card().participantId]),
      },
      {
        key: 'x',
        says: $localize`Not today, because…`,
        do: () => this.askWhyNotToday(),
        isHere: () => !this.isUrgent(),
      },
    );
  }

  private log(outcome: Outcome): void {
    this.actions.log(this.card(), outcome, this.called());
    this.calls.forget(this.card().participantId);
  }

  private askWhyNotToday(): void {
    this.left.emit();
    this.isPuttingAway.set(true);
  }

  /** The phone takes over; how it went is asked when one is back. */
  protected call(way: Way): void {
    this.calls.made(this.card().participantId, way);
    this.left.emit();
  }
}
