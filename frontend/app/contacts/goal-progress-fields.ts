import { Component, computed, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { GoalInMovement } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';
import { wrongWith } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { type LogForm, type ProgressForm, saidProgress } from './log-form';

const SCALE = Array.from({ length: 11 }, (_, value) => String(value));

/** How it goes with the goals that were spoken of: a few words and how sure they are. Both are optional. */
@Component({
  selector: 'app-goal-progress-fields',
  imports: [Icon, SuggestsWords],
  template: `
    @for (each of asked(); track each.goalId) {
      <fieldset>
        <legend>{{ each.sentence }}</legend>
        <div class="field">
          <label [for]="'progress-' + each.goalId">How does it go?</label>
          <p class="hint">
            <app-icon name="eye" /> {{ name() || 'The participant' }} can read this, here and with the goal.
          </p>
          <textarea
            appSuggestsWords
            rows="1"
            [id]="'progress-' + each.goalId"
            [value]="each.words"
            [attr.aria-invalid]="!!wrong(each.goalId, 'words')"
            (input)="write(each.goalId, { words: valueOf($event) })"
          ></textarea>
          <p class="wrong" role="alert">{{ wrong(each.goalId, 'words') }}</p>
        </div>
        <div class="field sure">
          <label [for]="'sure-' + each.goalId">How sure are they, 0 to 10?</label>
          <select [id]="'sure-' + each.goalId" (change)="write(each.goalId, { confidence: valueOf($event) })">
            <option value="" [selected]="each.confidence === ''">Not asked</option>
            @for (value of scale; track value) {
              <option [value]="value" [selected]="each.confidence === value">{{ value }}</option>
            }
          </select>
        </div>
      </fieldset>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    fieldset {
      display: grid;
      gap: 12px;
      padding-inline-start: 16px;
      border-inline-start: 3px solid var(--mat-sys-primary);
    }
    legend {
      margin-bottom: 12px;
      font: 600 1rem/1.4 var(--brand);
    }
    textarea {
      min-height: 52px;
    }
    .hint app-icon {
      inline-size: 1.2em;
      vertical-align: middle;
    }
    .sure {
      max-width: 260px;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class GoalProgressFields {
  readonly fields = input.required<FieldTree<LogForm>>();
  readonly goals = input.required<GoalInMovement[]>();
  readonly name = input('');
  readonly problem = input<Problem | null>(null);
  protected readonly scale = SCALE;

  protected readonly asked = computed(() => {
    const { goalIds, progress } = this.fields()().value();
    return goalIds.flatMap((goalId) => {
      const goal = this.goals().find((each) => each.goalId === goalId);
      const said = progress.find((each) => each.goalId === goalId);
      return goal ? [{ words: '', confidence: '', ...said, goalId, sentence: goal.sentence }] : [];
    });
  });

  protected valueOf(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  protected write(goalId: string, said: Partial<ProgressForm>): void {
    this.fields()
      .progress()
      .value.update((now) => {
        const before = now.find((each) => each.goalId === goalId) ?? { goalId, words: '', confidence: '' };
        return [...now.filter((each) => each.goalId !== goalId), { ...before, ...said }];
      });
  }

  /** The answer counts only those that were sent. */
  protected wrong(goalId: string, field: string): string | null {
    const place = saidProgress(this.fields()().value()).findIndex((each) => each.goalId === goalId);
    return place < 0 ? null : wrongWith(this.problem(), `progress.${place}.${field}`);
  }
}
