import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { Problem } from '../../api/problem';
import { Choices } from '../look/choices';
import { pageLanguage } from '../look/language';
import { daysBetween, exactDay } from '../look/time-words';
import { wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import type { LogForm } from './log-form';

/** Now, or an earlier day with a time if it is known. */
@Component({
  selector: 'app-when-fields',
  imports: [Choices, FormField],
  template: `
    @let fields = this.fields();
    <div class="stack">
      <app-choices legend="When" [mayLetGo]="false" [choices]="choices" [formField]="fields.when" />
      @if (fields.when().value() === 'earlier') {
        <div class="pair">
          <div class="field">
            <label for="occurred-on">Day</label>
            <input
              id="occurred-on"
              type="date"
              [formField]="fields.occurredOn"
              [attr.max]="today()"
              [attr.aria-invalid]="!!wrong('occurredOn')"
              aria-describedby="occurred-wrong"
            />
          </div>
          <div class="field">
            <label for="occurred-time">Time <span class="quiet">(if you know)</span></label>
            <input id="occurred-time" type="time" [formField]="fields.occurredTime" />
          </div>
        </div>
        @if (lateWords(); as words) {
          <p class="quiet small">{{ words }}</p>
        }
      }
      <p class="field" id="occurred-wrong">
        <span class="wrong">{{ wrong('occurredOn') ?? wrong('occurredTime') }}</span>
      </p>
    </div>
  `,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
      gap: 12px;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class WhenFields {
  readonly fields = input.required<FieldTree<LogForm>>();
  readonly problem = input<Problem | null>(null);

  private readonly session = inject(Session);
  protected readonly today = computed(() => this.session.today());
  protected readonly choices = [
    { value: 'now', words: 'Just now' },
    { value: 'earlier', words: 'Earlier' },
  ];
  /** A late entry says both days before it is saved. */
  protected readonly lateWords = computed(() => {
    const day = this.fields().occurredOn().value();
    if (!day || daysBetween(day, this.today()) < 1) return null;
    return `It counts for ${exactDay(day, pageLanguage())}; the record also shows that you wrote it today.`;
  });

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }
}
