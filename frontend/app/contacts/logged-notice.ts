import { inject, Service } from '@angular/core';
import type { Contact } from '../../api/contract';
import { CaseloadKept } from '../caseload/caseload-kept';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { ContactsApi } from './contacts-api';

/** "Logged", with the way to take it back. */
@Service()
export class LoggedNotice {
  private readonly api = inject(ContactsApi);
  private readonly caseload = inject(CaseloadKept);
  private readonly notices = inject(Notices);

  say(contact: Contact): void {
    void this.notices.say(`Logged for ${contact.participantName}.`, {
      label: 'Undo',
      undo: () => void this.undo(contact),
    });
  }

  private async undo(contact: Contact): Promise<void> {
    try {
      await this.api.void(contact, 'Undone right after logging');
      this.caseload.refresh();
      void this.notices.say('Undone. It counts for nothing now.');
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
  }
}
