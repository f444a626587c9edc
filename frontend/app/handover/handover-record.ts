import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HandedPart, HandoverRecord } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';
import { ReachButtons } from '../participants/reach-buttons';
import { PlannedWords } from '../planned/planned-words';
import { STAFF_WORDS } from '../plans/staff-words';
import { LevelTag } from '../risk-notes/level-tag';
import { signalWords } from '../risk-notes/signal-words';
import { EVENT_LABEL, stageWords } from '../windows/window-words';
import { WishSaid } from '../wishes/wish-said';

/** What the next coach needs to know, on one sheet: most urgent first, their own words before ours. */
@Component({
  selector: 'app-handover-record',
  imports: [Icon, LevelTag, PlannedWords, ReachButtons, RouterLink, When, WishSaid],
  templateUrl: './handover-record.html',
  styleUrl: './handover-record.scss',
})
export class HandoverSheet {
  readonly record = input.required<HandoverRecord>();
  /** What came along, to say who had promised it. */
  readonly moved = input<HandedPart[]>([]);

  protected readonly talkWith = computed(() => this.record().supporters.filter(({ mayTalk }) => mayTalk));
  protected readonly people = computed(() =>
    this.record()
      .plan.people.people.map(({ name, relation }) => [name, relation].filter(Boolean).join(', '))
      .join(' · '),
  );
  protected readonly stage = stageWords;

  protected event(event: keyof typeof EVENT_LABEL): string {
    return EVENT_LABEL[event];
  }

  protected title(part: keyof typeof STAFF_WORDS): string {
    return STAFF_WORDS[part].title;
  }

  protected signals({ signals, otherSignal }: HandoverRecord['riskNotes'][number]): string {
    const words = signals.filter((signal) => signal !== 'other').map(signalWords);
    return [...words, otherSignal].filter(Boolean).join(', ');
  }

  protected mayTalk({ name, relation, phone, about }: HandoverRecord['supporters'][number]): string {
    return `You may talk with ${[name, relation, phone].filter(Boolean).join(', ')}. About: ${about}`;
  }

  protected nextStep(goal: HandoverRecord['goals'][number]): string | undefined {
    return goal.steps.find((step) => !step.doneAt)?.words;
  }

  protected promisedBy(promiseId: string): string {
    const part = this.moved().find(({ subjectId }) => subjectId === promiseId);
    return part ? `, promised by ${part.byName}` : '';
  }
}
