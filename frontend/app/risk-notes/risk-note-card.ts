import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RiskNote } from '../../api/contract';
import { Card } from '../keys/card';
import { KeyFor } from '../keys/key';
import { pageLanguage } from '../look/language';
import { sinceWords, timeOf, dayOf, dayWords } from '../look/time-words';
import { Session } from '../session/session';
import { AnswerRiskNote } from './answer-risk-note';
import { LEVEL_LABEL } from './level-words';
import { LevelTag } from './level-tag';
import { NineEightEight } from './nine-eight-eight';
import { signalWords } from './signal-words';

/** One risk note with its life so far: raised, acknowledged, resolved. */
@Component({
  selector: 'app-risk-note-card',
  imports: [AnswerRiskNote, Card, KeyFor, LevelTag, NineEightEight, RouterLink],
  templateUrl: './risk-note-card.html',
  styleUrl: './risk-note-card.scss',
})
export class RiskNoteCard {
  readonly note = input.required<RiskNote>();
  /** On the person's own page their name is not said again. */
  readonly isOnPersonsPage = input(false);
  readonly changed = output();

  private readonly session = inject(Session);
  protected readonly isSupervisor = this.session.isSupervisor;
  protected readonly isUrgent = computed(() => this.note().level === 'urgent' && !this.note().resolved);
  protected readonly suggested = computed(() => LEVEL_LABEL[this.note().suggestedLevel]);
  protected readonly link = computed(() =>
    this.session.isCoach()
      ? ['/caseload', this.note().participantId]
      : ['/participants', this.note().participantId],
  );
  protected readonly signals = computed(() =>
    this.note().signals.map((signal) => {
      if (signal === 'other' && this.note().otherSignal) return this.note().otherSignal!;
      const on = this.note().overdoseOn;
      const day =
        signal === 'overdose' && on ? `, ${dayWords(on, this.session.today(), pageLanguage())}` : '';
      return signalWords(signal) + day;
    }),
  );
  /** How long an unanswered note has, or how late the answer is. */
  protected readonly clock = computed(() => {
    const { answerBy, acknowledged, resolved } = this.note();
    if (!answerBy || acknowledged || resolved) return null;
    const words = sinceWords(answerBy, new Date(), pageLanguage());
    return Date.parse(answerBy) < Date.now() ? `An answer was due ${words}` : `An answer is due ${words}`;
  });

  protected at(instant: string): string {
    const zone = this.session.timeZone();
    const language = pageLanguage();
    return `${dayWords(dayOf(instant, zone), this.session.today(), language)}, ${timeOf(instant, zone, language)}`;
  }
}
