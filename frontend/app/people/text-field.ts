import { Component, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';

/** A labelled line of text with its hint and what is wrong with it. */
@Component({
  selector: 'app-text-field',
  template: `
    <div class="field">
      <label [for]="fieldId()">{{ label() }}</label>
      <input
        [id]="fieldId()"
        [type]="type()"
        [value]="value()"
        [attr.autocapitalize]="isPlain() ? 'none' : null"
        [attr.spellcheck]="isPlain() ? 'false' : null"
        autocomplete="off"
        [attr.aria-invalid]="!!wrong()"
        [attr.aria-describedby]="fieldId() + '-hint ' + fieldId() + '-wrong'"
        (input)="value.set($any($event.target).value)"
        (blur)="touch.emit()"
      />
      @if (hint()) {
        <p class="hint" [id]="fieldId() + '-hint'">{{ hint() }}</p>
      }
      <p class="wrong" [id]="fieldId() + '-wrong'">{{ wrong() }}</p>
    </div>
  `,
  styles: `
    .wrong:empty {
      display: none !important;
    }
  `,
})
export class TextField implements FormValueControl<string> {
  readonly value = model('');
  readonly touch = output<void>();
  readonly fieldId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly type = input<'text' | 'date' | 'tel' | 'email'>('text');
  /** Not a name of somebody: no capital letters, no spelling. */
  readonly isPlain = input(false);
  readonly wrong = input<string | null>(null);
}
