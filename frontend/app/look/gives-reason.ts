import { Component, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { KeyFor } from '../keys/key';
import { SuggestsWords } from '../words/suggests-words';
import { TakesFocus } from './takes-focus';

let made = 0;

/** A reason in a few words, without which something is not done. */
@Component({
  selector: 'app-gives-reason',
  imports: [FormField, KeyFor, MatButton, SuggestsWords, TakesFocus],
  template: `
    <form class="stack" (submit)="give($event)">
      <div class="field">
        <label [for]="id">{{ label() }}</label>
        <input appSuggestsWords appTakesFocus [id]="id" [formField]="fields.reason" />
        <p class="wrong" role="alert">{{ isEmpty() ? 'A reason in a few words, please.' : wrong() }}</p>
      </div>
      <div class="row">
        <button matButton="filled" type="submit">{{ does() }}</button>
        <button appKey="Escape" matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
  styles: `
    .wrong:empty {
      display: none;
    }
  `,
})
export class GivesReason {
  readonly label = input.required<string>();
  /** What the button does. */
  readonly does = input.required<string>();
  readonly wrong = input('');
  readonly given = output<string>();
  readonly cancelled = output();

  protected readonly id = `reason-${made++}`;
  protected readonly fields = form(signal({ reason: '' }));
  protected readonly isEmpty = signal(false);

  protected give(event: Event): void {
    event.preventDefault();
    const reason = this.fields.reason().value().trim();
    this.isEmpty.set(!reason);
    if (reason) this.given.emit(reason);
  }
}
