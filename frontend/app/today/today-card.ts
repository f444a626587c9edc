import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TodayCard as Card, Way } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { Session } from '../session/session';
import { CallsMade } from './calls-made';
import { REASON_ICON, reasonWords } from './reason-words';
import { safeReach } from './safe-reach';
import { TodayActions } from './today-actions';
import { TodayCardOpen } from './today-card-open';

/** One participant who needs something: who, why in words, the gist of the last note, and the first thing to do. */
@Component({
  selector: 'app-today-card',
  imports: [Icon, RouterLink, TodayCardOpen],
  templateUrl: './today-card.html',
  styleUrl: './today-card.scss',
  host: { '[class.urgent]': 'isUrgent()' },
})
export class TodayCard {
  readonly card = input.required<Card>();
  readonly isOpen = input(false);
  /** On a desk its record is shown beside the list. */
  readonly isChosen = input(false);
  readonly opened = output();

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

  /** The phone takes over; how it went is asked when one is back. */
  protected call(way: Way): void {
    this.calls.made(this.card().participantId, way);
    if (!this.isOpen()) this.opened.emit();
  }
}
