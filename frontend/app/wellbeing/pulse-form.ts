import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { Pulse } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Choices } from '../look/choices';
import { Notices } from '../look/notices';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { SuggestsWords } from '../words/suggests-words';
import { FEELINGS } from './feelings';
import { WellbeingApi } from './wellbeing-api';

interface Said {
  pulseId: string;
  feeling: string;
  words: string;
}

const KEPT = 'pulse';

/** How one is this week, for oneself. */
@Component({
  selector: 'app-pulse-form',
  imports: [Choices, FormField, MatButton, ProblemSummary, SuggestsWords],
  template: `
    <form class="stack" (submit)="save($event)" novalidate (input)="keep()">
      <app-problem-summary [problem]="problem()" kept="What you typed is still here." />
      <app-choices
        legend="How are you this week?"
        [mayLetGo]="false"
        [choices]="choices"
        [formField]="fields.feeling"
      />
      <div class="field">
        <label for="pulse-words">In your own words, if you like</label>
        <textarea appSuggestsWords id="pulse-words" rows="3" [formField]="fields.words"></textarea>
        <p class="hint">
          Only you read this: no supervisor, no administrator. You can share one, and take it back.
        </p>
      </div>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="isSaving() || !fields.feeling().value()">
          Keep it
        </button>
        @if (pulse()) {
          <button matButton type="button" (click)="cancelled.emit()">Cancel</button>
        }
      </div>
    </form>
  `,
})
export class PulseForm {
  /** The one that is changed; null for a new one. */
  readonly pulse = input<Pulse | null>(null);
  readonly done = output();
  readonly cancelled = output();

  private readonly api = inject(WellbeingApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly choices = FEELINGS;
  private readonly model = linkedSignal<Said>(() => {
    const before = this.pulse();
    if (before) return { pulseId: before.pulseId, feeling: before.feeling, words: before.words };
    return this.session.kept.of<Said>(KEPT) ?? { pulseId: uuidv7(), feeling: '', words: '' };
  });
  protected readonly fields = form(this.model);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isSaving = signal(false);

  /** Through a reload or an expired session, on this device. */
  protected keep(): void {
    if (!this.pulse()) this.session.kept.keep(KEPT, this.model());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isSaving.set(true);
    this.problem.set(null);
    const { pulseId, feeling, words } = this.model();
    const before = this.pulse();
    try {
      if (before) await this.api.change(before, { feeling, words });
      else await this.api.say({ pulseId, feeling, words });
      this.session.kept.keep(KEPT, null);
      this.done.emit();
      void this.notices.say('Kept, for you alone.');
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSaving.set(false);
    }
  }
}
