import { Component, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Icon } from './icon';
import type { IconName } from './icons';

export interface Choice {
  value: string;
  words: string;
  hint?: string;
  icon?: IconName;
}

let made = 0;

/** One of a few, as tiles that a thumb can hit. */
@Component({
  selector: 'app-choices',
  imports: [Icon],
  template: `
    <fieldset>
      <legend [class.only-heard]="isLegendHidden()">{{ legend() }}</legend>
      <div class="tiles">
        @for (choice of choices(); track choice.value) {
          <label [class.chosen]="choice.value === value()">
            <input
              type="radio"
              class="only-heard"
              [name]="group"
              [value]="choice.value"
              [checked]="choice.value === value()"
              (click)="pick(choice.value)"
              (blur)="touch.emit()"
            />
            @if (choice.icon) {
              <app-icon [name]="choice.icon" />
            }
            <span>
              {{ choice.words }}
              @if (choice.hint) {
                <small>{{ choice.hint }}</small>
              }
            </span>
          </label>
        }
      </div>
    </fieldset>
  `,
  styleUrl: './choices.scss',
})
export class Choices implements FormValueControl<string> {
  readonly value = model('');
  readonly touch = output<void>();
  readonly legend = input.required<string>();
  readonly isLegendHidden = input(false);
  /** Whether touching the chosen one lets it go; not where one must be chosen. */
  readonly mayLetGo = input(true);
  readonly choices = input.required<Choice[]>();
  protected readonly group = `choices-${made++}`;

  /** An arrow key moves the choice and clicks too; only the one already chosen is let go. */
  protected pick(value: string): void {
    this.value.update((current) => (current === value && this.mayLetGo() ? '' : value));
  }
}
