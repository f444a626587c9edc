import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Contact, Feedback, FeedbackWaiting, MarkedSeen } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import type { Kind } from './feedback-words';

/** All that is said about contacts. Sent again, each is still done once. */
@Service()
export class FeedbackApi {
  private readonly http = inject(HttpClient);

  looked(): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/contact-stream/looked', {}));
  }

  seen(contacts: Contact[]): Promise<MarkedSeen> {
    const body = { contacts: contacts.map(({ contactId, version }) => ({ contactId, version })) };
    return firstValueFrom(this.http.post<MarkedSeen>('/api/contact-stream/seen', body));
  }

  unseen(contactIds: string[]): Promise<unknown> {
    return firstValueFrom(this.http.post('/api/contact-stream/unseen', { contactIds }));
  }

  give(
    { contactId, version }: Contact,
    said: { feedbackId: string; kind: Kind; words: string },
  ): Promise<Feedback> {
    const path = `/api/contacts/${contactId}/feedback`;
    return firstValueFrom(this.http.post<Feedback>(path, said, onVersion(version)));
  }

  takeBack(feedbackId: string): Promise<unknown> {
    return firstValueFrom(this.http.post(`/api/feedback/${feedbackId}/take-back`, {}));
  }

  decline(feedbackId: string, words: string): Promise<Feedback> {
    return firstValueFrom(this.http.post<Feedback>(`/api/feedback/${feedbackId}/decline`, { words }));
  }

  read(feedbackIds: string[]): Promise<FeedbackWaiting> {
    return firstValueFrom(this.http.post<FeedbackWaiting>('/api/feedback/read', { feedbackIds }));
  }
}
