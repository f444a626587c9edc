import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { WindowView } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { Notices } from '../look/notices';
import { TakesFocus } from '../look/takes-focus';
import { problemOf } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { WindowsApi } from './windows-api';

/** Closes a window before its last day, with the reason; one touch opens it again. */
@Component({
  selector: 'app-close-window',
  imports: [FormField, KeyFor, MatButton, SuggestsWords, TakesFocus],
  template: `
    <form class="stack" (submit)="close($event)">
      <div class="field">
        <label [for]="'close-' + window().windowId">Why does it end before day 90?</label>
        <input
          appSuggestsWords
          appTakesFocus
          [id]="'close-' + window().windowId"
          [formField]="fields.reason"
        />
        <p class="wrong" role="alert">{{ wrong() }}</p>
      </div>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="isSaving()">Close it</button>
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
export class CloseWindow {
  readonly window = input.required<WindowView>();
  readonly done = output();
  readonly cancelled = output();

  private readonly api = inject(WindowsApi);
  private readonly notices = inject(Notices);
  protected readonly fields = form(signal({ reason: '' }));
  protected readonly wrong = signal('');
  protected readonly isSaving = signal(false);

  protected async close(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.fields.reason().value().trim();
    if (!reason) return this.wrong.set('A reason in a few words, please.');
    this.isSaving.set(true);
    try {
      const closed = await this.api.close(this.window(), reason);
      void this.notices.say('Closed.', { label: 'Undo', undo: () => void this.reopen(closed) });
      this.done.emit();
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    } finally {
      this.isSaving.set(false);
    }
  }

  private async reopen(closed: WindowView): Promise<void> {
    await this.api.reopen(closed).catch((failure) => this.notices.say(problemOf(failure).detail));
  }
}
