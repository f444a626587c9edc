import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  Certification,
  CertificationDocument,
  EducationEntry,
  ReleasedContacts,
  Renewal,
} from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import { newId } from '../look/new-id';

/** What is done with certifications, renewals, education and held contacts. */
@Service()
export class CertificationsApi {
  private readonly http = inject(HttpClient);

  /** The file as it is; what it is the server tells by its bytes. */
  send(coachId: string, file: File): Promise<CertificationDocument> {
    const name = encodeURIComponent(file.name.slice(-200));
    return firstValueFrom(
      this.http.put<CertificationDocument>(
        `/api/coaches/${coachId}/documents/${newId()}?fileName=${name}`,
        file,
        { headers: { 'content-type': 'application/octet-stream' } },
      ),
    );
  }

  enter(coachId: string, asked: object): Promise<Certification> {
    return firstValueFrom(this.http.post<Certification>(`/api/coaches/${coachId}/certifications`, asked));
  }

  sendRenewal(coachId: string, asked: object): Promise<Renewal> {
    return firstValueFrom(this.http.post<Renewal>(`/api/coaches/${coachId}/renewals`, asked));
  }

  answerRenewal(
    { renewalId, version }: Renewal,
    step: 'confirm' | 'send-back' | 'take-back',
    words?: string,
  ) {
    const body = words === undefined ? {} : { words };
    return firstValueFrom(this.http.put(`/api/renewals/${renewalId}/${step}`, body, onVersion(version)));
  }

  enterEducation(coachId: string, asked: object): Promise<EducationEntry> {
    return firstValueFrom(this.http.post<EducationEntry>(`/api/coaches/${coachId}/education`, asked));
  }

  answerEducation({ educationId, version }: EducationEntry, step: 'confirm' | 'send-back', words?: string) {
    const body = words === undefined ? {} : { words };
    return firstValueFrom(this.http.put(`/api/education/${educationId}/${step}`, body, onVersion(version)));
  }

  removeEducation({ educationId, version }: EducationEntry): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/education/${educationId}`, onVersion(version)));
  }

  /** As any other change that is asked for: told once, answered by the coach. */
  sendBack({ contactId, version }: { contactId: string; version: number }, words: string): Promise<unknown> {
    const asked = { feedbackId: newId(), kind: 'change', words };
    return firstValueFrom(this.http.post(`/api/contacts/${contactId}/feedback`, asked, onVersion(version)));
  }

  release(contacts: { contactId: string; version: number }[], reason?: string): Promise<ReleasedContacts> {
    const asked = { contacts, ...(reason ? { reason } : {}) };
    return firstValueFrom(this.http.post<ReleasedContacts>('/api/held-contacts/release', asked));
  }
}
