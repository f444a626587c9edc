import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { Contact } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { TakesFocus } from '../look/takes-focus';
import { problemOf } from '../problems/problem-words';
import { SuggestsWords } from '../words/suggests-words';
import { ContactsApi } from './contacts-api';

/** More words to a contact, at any time; what was written before stays as it was. */
@Component({
  selector: 'app-add-addendum',
  imports: [FormField, KeyFor, MatButton, SuggestsWords, TakesFocus],
  template: `
    <form class="stack" (submit)="add($event)">
      <div class="field">
        <label [for]="'add-' + addendumId">What is there to add?</label>
        <textarea
          appSuggestsWords
          appTakesFocus
          [id]="'add-' + addendumId"
          rows="3"
          [formField]="fields.words"
        ></textarea>
        <p class="wrong" role="alert">{{ wrong() }}</p>
      </div>
      <label class="tick">
        <input type="checkbox" [formField]="fields.isShared" />
        <span>{{ contact().participantName }} can read this too</span>
      </label>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="isSaving()">Add it</button>
        <button appKey="Escape" matButton type="button" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
})
export class AddAddendum {
  readonly contact = input.required<Contact>();
  readonly done = output();
  readonly cancelled = output();

  private readonly api = inject(ContactsApi);
  protected readonly addendumId = uuidv7();
  protected readonly fields = form(signal({ words: '', isShared: false }));
  protected readonly wrong = signal('');
  protected readonly isSaving = signal(false);

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const { words, isShared } = this.fields().value();
    if (!words.trim()) return this.wrong.set('There is nothing here yet.');
    this.isSaving.set(true);
    try {
      await this.api.add(this.contact().contactId, { addendumId: this.addendumId, words, isShared });
      this.done.emit();
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    } finally {
      this.isSaving.set(false);
    }
  }
}
