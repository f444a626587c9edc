import { Component, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';

/** A labelled number with its hint and what is wrong with it; held as it is typed. */
@Component({
  selector: 'app-number-field',
  template: `
    <div class="field">
      <label [for]="fieldId()">{{ label() }}</label>
      <input
        [id]="fieldId()"
        type="text"
        [attr.inputmode]="isWhole() ? 'numeric' : 'decimal'"
        [value]="value()"
        autocomplete="off"
        [attr.aria-invalid]="!!wrong()"
        [attr.aria-describedby]="fieldId() + '-hint ' + fieldId() + '-wrong'"
        (input)="value.set($any($event.target).value)"
        (blur)="touch.emit()"
      />
      <p class="hint" [id]="fieldId() + '-hint'">{{ hint() }}</p>
      <p class="wrong" [id]="fieldId() + '-wrong'">{{ wrong() }}</p>
    </div>
  `,
  styles: `
    input {
      max-width: 160px;
    }
    .hint:empty,
    .wrong:empty {
      display: none !important;
    }
  `,
})
export class NumberField implements FormValueControl<string> {
  readonly value = model('');
  readonly touch = output<void>();
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** Whether a phone's keys need no point. */
  readonly isWhole = input(true);
  readonly wrong = input<string | null>(null);
}

/** As it is sent: null for nothing; what is no number goes as it was typed, and the server says what is wrong with it. */
export function numberTyped(typed: string): number | string | null {
  return typed.trim() === '' ? null : (numberOf(typed) ?? typed);
}

/** The number that was typed; null where it is none, so that the server says what is wrong with it. */
export function numberOf(typed: string): number | null {
  return typed.trim() === '' || Number.isNaN(Number(typed)) ? null : Number(typed);
}
