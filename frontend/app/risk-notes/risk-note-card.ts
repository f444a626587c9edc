import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RiskNote } from '../../api/contract';
import { Card } from '../keys/card';
import { KeyFor } from '../keys/key';
import { pageLanguage } from '../look/language';
import { ticking } from '../look/ticking';
import { dayWords } from '../look/time-words';
import { Session } from '../session/session';
import { clockWords } from './answer-clock-words';
import { AnswerRiskNote } from './answer-risk-note';
import { LEVEL_LABEL } from './level-words';
import { LevelTag } from './level-tag';
import { NineEightEight } from './nine-eight-eight';
import { RiskNoteLife } from './risk-note-life';
import { signalWords } from './signal-words';

/** One risk note with its life so far: raised, who was told, acknowledged, resolved. */
@Component({
  selector: 'app-risk-note-card',
  imports: [AnswerRiskNote, Card, KeyFor, LevelTag, NineEightEight, RiskNoteLife, RouterLink],
  templateUrl: './risk-note-card.html',
  styleUrl: './risk-note-card.scss',
})
export class RiskNoteCard {
  readonly note = input.required<RiskNote>();
  /** On the person's own page their name is not said again. */
  readonly isOnPersonsPage = input(false);
  /** On the note's own page nothing more is to open. */
  readonly isWhole = input(false);
  /** The note as it is after an answer; null when somebody else answered meanwhile and it is to be read anew. */
  readonly changed = output<RiskNote | null>();

  private readonly session = inject(Session);
  private readonly now = ticking();
  protected readonly isSupervisor = this.session.isSupervisor;
  protected readonly isUrgent = computed(() => this.note().level === 'urgent' && !this.note().resolved);
  /** Red is for what waits now. */
  protected readonly isPressing = computed(() => this.isUrgent() && !this.note().acknowledged);
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
  protected readonly state = computed(() => {
    const { answerBy, acknowledged, resolved } = this.note();
    if (resolved) return 'Resolved';
    if (acknowledged) return 'Answered, still open';
    if (!answerBy) return 'Waiting for an answer';
    const timeZone = this.session.timeZone();
    return clockWords(answerBy, { now: this.now(), timeZone, language: pageLanguage() });
  });
}
