import { Component, computed, inject, input, model, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Outcome, TodayCard, Way } from '../../api/contract';
import { WAY_LABEL } from '../contacts/contact-words';
import { KeyFor } from '../keys/key';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { When } from '../look/when';
import { NineEightEight } from '../risk-notes/nine-eight-eight';
import { Session } from '../session/session';
import { standingFacts } from '../standing/standing-words';
import { CallsMade } from './calls-made';
import { HowItWent } from './how-it-went';
import { NotToday } from './not-today';
import { REASON_ICON, reasonWords } from './reason-words';
import type { SafeReach } from './safe-reach';
import { TodayActions } from './today-actions';

/** What lies behind a card: every reason and its facts, what to go on from, and everything to be done. */
@Component({
  selector: 'app-today-card-open',
  imports: [HowItWent, Icon, KeyFor, MatButton, NineEightEight, NotToday, RouterLink, When],
  templateUrl: './today-card-open.html',
  styleUrl: './today-card-open.scss',
})
export class TodayCardOpen {
  readonly card = input.required<TodayCard>();
  readonly reach = input.required<SafeReach>();
  /** How the coach has just tried, before coming back to the page. */
  readonly called = input<Way | null>(null);
  readonly calling = output<Way>();

  protected readonly actions = inject(TodayActions);
  private readonly calls = inject(CallsMade);
  private readonly session = inject(Session);
  readonly isPuttingAway = model(false);
  protected readonly wayLabel = WAY_LABEL;
  private readonly said = { timeZone: this.session.timeZone(), language: pageLanguage() };

  protected readonly isUrgent = computed(() => this.card().reasons[0]?.kind === 'urgent risk note');
  /** All but the first, whose words stand at the head of the card. */
  protected readonly more = computed(() =>
    this.card()
      .reasons.slice(1)
      // said below, beside what ends it
      .filter(({ decision }) => !decision)
      .map((reason) => ({
        icon: REASON_ICON[reason.kind],
        words: reasonWords(reason, this.card().standing, { ...this.said, today: this.session.today() }),
      })),
  );
  protected readonly decisions = computed(() =>
    this.card().reasons.flatMap(({ decision }) => decision ?? []),
  );
  /** Its sentence is not said twice where a reason says it. */
  protected readonly goal = computed(() => {
    const { goalInFocus: goal, reasons } = this.card();
    const isSaid = reasons.some(
      (reason) => reason.goal?.what === 'no movement' && reason.goal.goalId === goal?.goalId,
    );
    if (!goal || (isSaid && !goal.nextStep)) return null;
    return isSaid ? { ...goal, sentence: '' } : goal;
  });
  protected readonly facts = computed(() =>
    standingFacts(this.card().standing, this.session.today(), this.said.language),
  );

  protected log(outcome: Outcome): void {
    this.actions.log(this.card(), outcome, this.called());
    this.calls.forget(this.card().participantId);
  }

  protected putAway({ because, untilOn }: { because: string; untilOn: string }): void {
    this.actions.putAway(this.card(), because, untilOn);
  }
}
