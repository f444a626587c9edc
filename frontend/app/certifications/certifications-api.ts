import { HttpClient, HttpEventType } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { filter, firstValueFrom, map, tap } from 'rxjs';
import type {
  Certification,
  CertificationDocument,
  EducationEntry,
  EducationNeed,
  ReleasedContacts,
  Renewal,
} from '../../api/certification-contract';
import type { Day } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import { newId } from '../look/new-id';

/** What is done with certifications, renewals, education and held contacts. */
@Service()
export class CertificationsApi {
  private readonly http = inject(HttpClient);

  /**
   * The file as it is; what it is the server tells by its bytes.
   *
   * @param sent is told how much of it is there, 0 to 1
   */
  send(coachId: string, file: File, sent: (share: number) => void): Promise<CertificationDocument> {
    const name = encodeURIComponent(file.name.slice(-200));
    const events = this.http.put<CertificationDocument>(
      `/api/coaches/${coachId}/documents/${newId()}?fileName=${name}`,
      file,
      {
        headers: { 'content-type': 'application/octet-stream' },
        reportProgress: true,
        observe: 'events',
      },
    );
    return firstValueFrom(
      events.pipe(
        tap((event) => {
          if (event.type === HttpEventType.UploadProgress) sent(event.loaded / (event.total ?? file.size));
        }),
        filter((event) => event.type === HttpEventType.Response),
        map(({ body }) => body!),
      ),
    );
  }

  enter(coachId: string, asked: object): Promise<Certification> {
    return firstValueFrom(this.http.post<Certification>(`/api/coaches/${coachId}/certifications`, asked));
  }

  setRight(certificationId: string, version: number, asked: object): Promise<Certification> {
    return firstValueFrom(
      this.http.put<Certification>(`/api/certifications/${certificationId}`, asked, onVersion(version)),
    );
  }

  end(certificationId: string, version: number, asked: { lastOn: Day; why: string }): Promise<Certification> {
    return firstValueFrom(
      this.http.put<Certification>(`/api/certifications/${certificationId}/end`, asked, onVersion(version)),
    );
  }

  takeEndingBack({ certificationId, version }: Certification): Promise<Certification> {
    return firstValueFrom(
      this.http.put<Certification>(
        `/api/certifications/${certificationId}/take-ending-back`,
        {},
        onVersion(version),
      ),
    );
  }

  remove({ certificationId, version }: Certification, why: string): Promise<unknown> {
    return firstValueFrom(
      this.http.put(`/api/certifications/${certificationId}/remove`, { why }, onVersion(version)),
    );
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

  setEducation(educationId: string, version: number, asked: object): Promise<EducationEntry> {
    return firstValueFrom(
      this.http.put<EducationEntry>(`/api/education/${educationId}`, asked, onVersion(version)),
    );
  }

  setNeed(version: number, need: { kind: string; hours: number | null; months: number | null }) {
    return firstValueFrom(this.http.put<EducationNeed>('/api/education-needs', need, onVersion(version)));
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
