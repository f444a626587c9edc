import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Contact } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { Notices } from '../look/notices';
import { TakesFocus } from '../look/takes-focus';
import { problemOf } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { ContactsApi } from './contacts-api';

/** Takes a contact back, with the reason. It leaves the participant's page; its risk note stays. */
@Component({
  selector: 'app-void-contact',
  imports: [FormField, KeyFor, MatButton, SuggestsWords, TakesFocus],
  template: `
    <form class="stack" (submit)="takeBack($event)">
      <div class="field">
        <label [for]="'void-' + contact().contactId">Why should it not count?</label>
        <input
          appSuggestsWords
          appTakesFocus
          [id]="'void-' + contact().contactId"
          [formField]="fields.reason"
        />
        <p class="hint">
          It leaves this page and is kept with your reason. A risk note raised with it stays.
        </p>
        <p class="wrong" role="alert">{{ wrong() }}</p>
      </div>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="isSaving()">Void it</button>
        <button appKey="Escape" matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
})
export class VoidContact {
  readonly contact = input.required<Contact>();
  readonly done = output();
  readonly cancelled = output();

  private readonly api = inject(ContactsApi);
  private readonly notices = inject(Notices);
  protected readonly fields = form(signal({ reason: '' }));
  protected readonly wrong = signal('');
  protected readonly isSaving = signal(false);

  protected async takeBack(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.fields.reason().value().trim();
    if (!reason) return this.wrong.set('A reason in a few words, please.');
    this.isSaving.set(true);
    try {
      await this.api.void(this.contact(), reason);
      void this.notices.say('Voided. It counts for nothing now and has left this page.');
      this.done.emit();
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    } finally {
      this.isSaving.set(false);
    }
  }
}
