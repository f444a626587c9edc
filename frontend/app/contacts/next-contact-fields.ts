import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { Problem } from '../../api/problem';
import { type Choice, Choices } from '../look/choices';
import { pageLanguage } from '../look/language';
import { addDays, shortDay } from '../look/time-words';
import { wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { choicesOf, WAY_ICON, WAY_LABEL } from './contact-words';
import type { LogForm } from './log-form';

/** When they see each other next: a day, and a time and way if they are known. */
@Component({
  selector: 'app-next-contact-fields',
  imports: [Choices, FormField],
  template: `
    @let next = fields().next;
    <details [open]="isOpen()">
      <summary>Next contact</summary>
      <div class="inside">
        <app-choices legend="Soon" [choices]="soon()" [formField]="next.plannedOn" />
        <div class="pair">
          <div class="field">
            <label for="planned-on">Or another day</label>
            <input
              id="planned-on"
              type="date"
              [formField]="next.plannedOn"
              [attr.min]="today()"
              [attr.aria-invalid]="!!wrong()"
              aria-describedby="planned-wrong"
            />
          </div>
          <div class="field">
            <label for="planned-time">Time <span class="quiet">(if agreed)</span></label>
            <input id="planned-time" type="time" [formField]="next.plannedTime" />
          </div>
        </div>
        <p class="field" id="planned-wrong">
          <span class="wrong">{{ wrong() }}</span>
        </p>
        <app-choices legend="How" [choices]="ways" [formField]="next.way" />
      </div>
    </details>
  `,
  styleUrl: './form-sections.scss',
})
export class NextContactFields {
  readonly fields = input.required<FieldTree<LogForm>>();
  readonly problem = input<Problem | null>(null);

  private readonly session = inject(Session);
  protected readonly isOpen = linkedSignal<boolean, boolean>({
    source: () => this.fields().next.plannedOn().value() !== '',
    computation: (isSaid, before) => isSaid || !!before?.value,
  });
  protected readonly today = computed(() => this.session.today());
  protected readonly ways: Choice[] = choicesOf(WAY_LABEL).map((way) => ({
    ...way,
    icon: WAY_ICON[way.value],
  }));
  protected readonly soon = computed<Choice[]>(() =>
    [1, 2, 3, 7].map((days) => {
      const value = addDays(this.today(), days);
      return { value, words: days === 1 ? 'Tomorrow' : shortDay(value, pageLanguage()) };
    }),
  );
  protected readonly wrong = computed(() => wrongWith(this.problem(), 'nextContact'));
}
