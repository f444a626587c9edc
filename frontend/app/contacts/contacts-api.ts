import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom, type Observable, tap } from 'rxjs';
import type {
  AmendContact,
  Contact,
  ContactVersion,
  Draft,
  LogContact,
  SavedDraft,
} from '../../api/contract';

/** The header that says which version an edit was made on. */
export function onVersion(version: number): { headers: { 'If-Match': string } } {
  return { headers: { 'If-Match': `"${version}"` } };
}

export interface DraftToKeep {
  participantId: string | null;
  isOffCaseload: boolean;
  formId: string;
  body: object;
}

/** Everything that is done to contacts. After each, `changes` counts up and open pages ask again. */
@Service()
export class ContactsApi {
  private readonly http = inject(HttpClient);
  readonly changes = signal(0);

  log(contact: LogContact): Promise<Contact> {
    return this.changing(this.http.post<Contact>('/api/contacts', contact));
  }

  amend(contactId: string, version: number, contact: AmendContact): Promise<Contact> {
    return this.changing(this.http.put<Contact>(`/api/contacts/${contactId}`, contact, onVersion(version)));
  }

  void({ contactId, version }: Contact, reason: string): Promise<Contact> {
    return this.changing(
      this.http.post<Contact>(`/api/contacts/${contactId}/void`, { reason }, onVersion(version)),
    );
  }

  /** Voids it here and logs it again for whom it was. */
  moveTo(participantId: string, contact: Contact, newContactId: string): Promise<Contact> {
    const body = { contactId: newContactId, participantId };
    const { contactId, version } = contact;
    return this.changing(
      this.http.post<Contact>(`/api/contacts/${contactId}/wrong-person`, body, onVersion(version)),
    );
  }

  add(
    contactId: string,
    addendum: { addendumId: string; words: string; isShared: boolean },
  ): Promise<Contact> {
    return this.changing(this.http.post<Contact>(`/api/contacts/${contactId}/addenda`, addendum));
  }

  async versions(contactId: string): Promise<ContactVersion[]> {
    const asked = this.http.get<{ items: ContactVersion[] }>(`/api/contacts/${contactId}/versions`);
    return (await firstValueFrom(asked)).items;
  }

  draft(draftId: string): Promise<Draft> {
    return firstValueFrom(this.http.get<Draft>(`/api/drafts/${draftId}`));
  }

  /** @param version the one it goes on from; null for a new draft */
  keepDraft(draftId: string, version: number | null, draft: DraftToKeep): Promise<SavedDraft> {
    const { participantId, isOffCaseload, ...kept } = draft;
    const whom = participantId ? { participantId, ...(isOffCaseload ? { isOffCaseload } : {}) } : {};
    const on = version === null ? {} : onVersion(version);
    return firstValueFrom(this.http.put<SavedDraft>(`/api/drafts/${draftId}`, { ...whom, ...kept }, on));
  }

  /** Of two texts the other was chosen. */
  async letGoOfCopy(draftId: string, formId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/drafts/${draftId}/copies/${formId}`, { body: {} }));
  }

  private changing<T>(request: Observable<T>): Promise<T> {
    return firstValueFrom(request.pipe(tap(() => this.changes.update((count) => count + 1))));
  }
}
