import { Component, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import type { Choice } from './choices';
import { Icon } from './icon';

/** Any number of these, as tiles. */
@Component({
  selector: 'app-many-choices',
  imports: [Icon],
  template: `
    <fieldset>
      <legend [class.only-heard]="isLegendHidden()">{{ legend() }}</legend>
      <div class="tiles">
        @for (choice of choices(); track choice.value) {
          <label [class.chosen]="value().includes(choice.value)">
            <input
              type="checkbox"
              class="only-heard"
              [checked]="value().includes(choice.value)"
              (change)="toggle(choice.value)"
              (blur)="touch.emit()"
            />
            @if (value().includes(choice.value)) {
              <app-icon name="check" />
            } @else if (choice.icon) {
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
export class ManyChoices implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly touch = output<void>();
  readonly legend = input.required<string>();
  readonly isLegendHidden = input(false);
  readonly choices = input.required<Choice[]>();

  protected toggle(value: string): void {
    this.value.update((now) => (now.includes(value) ? now.filter((one) => one !== value) : [...now, value]));
  }
}
