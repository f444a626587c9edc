import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import { v7 as newId } from 'uuid';
import type { CheckIn } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Notices } from '../look/notices';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { type FilledIn, NOTHING_YET, saidIn } from './filled-in';
import { MoodChoice } from './mood-choice';
import { SayMore } from './say-more';

/** A check-in entered by the coach during a contact, in the participant's words; both see who entered it. */
@Component({
  selector: 'app-check-in-together',
  imports: [MatButton, MoodChoice, ProblemSummary, SayMore, SuggestsWords],
  template: `
    <form class="stack" (submit)="keep($event)" novalidate>
      <p class="quiet">Ask, and enter what {{ name() }} says. Only the first answer is needed.</p>
      <app-problem-summary [problem]="problem()" />
      <app-mood-choice [value]="filled().mood" (valueChange)="say('mood', $event)" />
      <app-say-more [value]="filled()" (valueChange)="filled.set($event)" />
      <div class="field">
        <label for="together-words">In their words</label>
        <textarea
          appSuggestsWords
          id="together-words"
          rows="2"
          maxlength="2000"
          aria-describedby="together-hint"
          [value]="filled().words"
          (input)="say('words', $any($event.target).value)"
        ></textarea>
        <p class="hint" id="together-hint">{{ name() }} reads this too, and that you entered it.</p>
      </div>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="!filled().mood || isSending()">
          Keep this check-in
        </button>
        <button matButton type="button" (click)="left.emit()">Not now</button>
      </div>
    </form>
  `,
})
export class CheckInTogether {
  readonly participantId = input.required<string>();
  readonly name = input.required<string>();
  readonly made = output();
  readonly left = output();

  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  /** The same for as long as the form stands there: sent twice, it is one. */
  private checkInId = newId();
  protected readonly filled = signal<FilledIn>(NOTHING_YET);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSending = signal(false);

  protected say<Field extends keyof FilledIn>(field: Field, said: FilledIn[Field]): void {
    this.filled.update((filled) => ({ ...filled, [field]: said }));
  }

  protected async keep(event: Event): Promise<void> {
    event.preventDefault();
    const { mood, ...rest } = this.filled();
    if (!mood || this.isSending()) return;
    const { wantsCall: _, ...said } = saidIn({ mood, ...rest });
    this.isSending.set(true);
    this.problem.set(null);
    try {
      const made = await firstValueFrom(
        this.http.post<CheckIn>(`/api/participants/${this.participantId()}/check-ins`, {
          checkInId: this.checkInId,
          ...said,
        }),
      );
      this.made.emit();
      void this.notices.say(`${this.name()}’s check-in is kept`, {
        label: 'Undo',
        undo: () => void this.takeBack(made.checkInId),
      });
    } catch (failure) {
      const problem = problemOf(failure);
      // said otherwise after an answer was lost: what stands there now is another one
      if (problem.code === 'check-in-id-taken') this.checkInId = newId();
      this.problem.set(problem);
    } finally {
      this.isSending.set(false);
    }
  }

  private async takeBack(checkInId: string): Promise<void> {
    try {
      await firstValueFrom(this.http.post(`/api/check-ins/${checkInId}/take-back`, {}));
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
  }
}
