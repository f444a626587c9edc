import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { v7 as uuidv7 } from 'uuid';
import type { CaseloadItem } from '../../api/contract';
import type { Contact } from '../../api/contract';
import { KeyFor } from '../keys/key';
import { Notices } from '../look/notices';
import { TakesFocus } from '../look/takes-focus';
import { problemOf } from '../problems/problem-words';
import { ContactsApi } from './contacts-api';
import { Who } from './who';

/** Voided here and logged again for whom it was, in one step. */
@Component({
  selector: 'app-wrong-person',
  imports: [KeyFor, MatButton, TakesFocus, Who],
  template: `
    <div class="stack">
      <h3 appTakesFocus tabindex="-1">Who was it really?</h3>
      <app-who (choose)="move($event)" />
      <p role="alert">{{ wrong() }}</p>
      <div><button appKey="Escape" matButton type="button" (click)="cancelled.emit()">Cancel</button></div>
    </div>
  `,
})
export class WrongPerson {
  readonly contact = input.required<Contact>();
  readonly done = output();
  readonly cancelled = output();

  private readonly api = inject(ContactsApi);
  private readonly notices = inject(Notices);
  private readonly newContactId = uuidv7();
  protected readonly wrong = signal('');

  protected async move(item: CaseloadItem): Promise<void> {
    try {
      await this.api.moveTo(item.participantId, this.contact(), this.newContactId);
      void this.notices.say(`Moved to ${item.preferredName}. Here it is voided.`);
      this.done.emit();
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
