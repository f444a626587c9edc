import { Component, computed, inject, input } from '@angular/core';
import type { Instant, RiskNote, WhoWasTold } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { Session } from '../session/session';
import { answeredWords, momentWords } from './answer-clock-words';
import { deliveryWords, TOLD_AS } from './told-words';

interface Step {
  at: Instant;
  what: string;
  by: string;
  /** In time or late. */
  when?: string;
  isLate?: boolean;
  words?: string;
  told?: WhoWasTold;
}

/** Everything that happened to a note, in its order: raised, who was told when and how it reached them, the answers. */
@Component({
  selector: 'app-risk-note-life',
  template: `
    <ol>
      @for (step of steps(); track $index) {
        <li [class.told]="!!step.told">
          @if (step.told; as told) {
            Told <b>{{ told.name }}</b>, {{ toldAs[told.as] }},
            <time [attr.datetime]="step.at">{{ at(step.at) }}</time>
            <span class="way">{{ delivery(told) }}</span>
          } @else {
            <b>{{ step.what }}</b> by {{ step.by }}, <time [attr.datetime]="step.at">{{ at(step.at) }}</time>
            @if (step.when) {
              <span class="when" [class.late]="step.isLate">{{ step.when }}</span>
            }
            @if (step.words) {
              <p>{{ step.words }}</p>
            }
          }
        </li>
      }
    </ol>
  `,
  styleUrl: './risk-note-life.scss',
})
export class RiskNoteLife {
  readonly note = input.required<RiskNote>();

  private readonly session = inject(Session);
  private readonly language = pageLanguage();
  protected readonly toldAs = TOLD_AS;

  protected readonly steps = computed<Step[]>(() => {
    const { raisedAt, whatWasDone, acknowledged, resolved, told = [], dueAt } = this.note();
    const answers = [
      acknowledged && { what: 'Acknowledged', answer: acknowledged },
      resolved && { what: 'Resolved', answer: resolved },
    ].filter((each) => !!each);
    const steps: Step[] = [
      { at: raisedAt, what: 'Raised', by: raisedByWords(this.note()), words: whatWasDone },
      ...told.map((each) => ({ at: each.at, what: '', by: '', told: each })),
      ...answers.map(({ what, answer }, index) => ({
        at: answer.at,
        what,
        by: answer.by.name,
        words: answer.words,
        // the first answer is the one that was waited for
        ...(index === 0 && dueAt
          ? {
              when: answeredWords(answer.at, dueAt, this.language),
              isLate: Date.parse(answer.at) > Date.parse(dueAt),
            }
          : {}),
      })),
    ];
    return steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  });

  protected at(instant: Instant): string {
    const here = { now: new Date(), timeZone: this.session.timeZone(), language: this.language };
    return momentWords(instant, here);
  }

  protected delivery(told: WhoWasTold): string {
    return deliveryWords(told.deliveries, this.session.timeZone(), this.language);
  }
}

/** Who raised it, and whether an answer of the PHQ-9 did: "Theo’s own answer to PHQ-9, question 9". */
function raisedByWords({ raisedBy, isOwnAnswer, assessmentId }: RiskNote): string {
  if (isOwnAnswer) return `${raisedBy.name}’s own answer to PHQ-9, question 9`;
  return assessmentId ? `${raisedBy.name}, from PHQ-9, question 9, asked together` : raisedBy.name;
}
