import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { type Choice, Choices } from '../look/choices';
import { pageLanguage } from '../look/language';
import { addDays, shortDay } from '../look/time-words';
import { Session } from '../session/session';

let made = 0;

/** A day from today on: the likely ones a touch away, any other in the calendar. */
@Component({
  selector: 'app-due-choice',
  imports: [Choices, FormField],
  template: `
    <app-choices [legend]="legend()" [choices]="soon()" [formField]="day()" />
    <div class="field">
      <label [for]="id">Or another day</label>
      <input
        type="date"
        [id]="id"
        [formField]="day()"
        [attr.min]="today()"
        [attr.aria-invalid]="!!wrong()"
        [attr.aria-describedby]="id + '-wrong'"
      />
      <p class="wrong" [id]="id + '-wrong'">{{ wrong() }}</p>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    .field {
      max-width: 260px;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class DueChoice {
  readonly day = input.required<FieldTree<string>>();
  readonly legend = input('By when');
  readonly wrong = input<string | null>(null);

  private readonly session = inject(Session);
  protected readonly id = `due-${made++}`;
  protected readonly today = computed(() => this.session.today());
  protected readonly soon = computed<Choice[]>(() =>
    [0, 1, 2, 3, 7].map((days) => {
      const value = addDays(this.today(), days);
      const words = ['Today', 'Tomorrow'][days] ?? shortDay(value, pageLanguage());
      return { value, words };
    }),
  );
}
