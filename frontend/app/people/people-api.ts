import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AddedPerson, Enrolled, Link, Person } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

/** What an administrator does to accounts. */
@Service()
export class PeopleApi {
  private readonly http = inject(HttpClient);

  addStaff(person: object): Promise<AddedPerson> {
    return firstValueFrom(this.http.post<AddedPerson>('/api/people', person));
  }

  addParticipant(participant: object): Promise<Enrolled> {
    return firstValueFrom(this.http.post<Enrolled>('/api/participants', participant));
  }

  /** A new one-time link; the one before stops working. */
  invite(accountId: string): Promise<Link> {
    return firstValueFrom(this.http.post<Link>(`/api/people/${accountId}/invitation`, {}));
  }

  /** Disabling ends the person's sessions at once. */
  setDisabled({ accountId, version }: Person, isDisabled: boolean): Promise<Person> {
    const step = isDisabled ? 'disable' : 'enable';
    return firstValueFrom(this.http.post<Person>(`/api/people/${accountId}/${step}`, {}, onVersion(version)));
  }

  assign(participantId: string, coachId: string | null): Promise<unknown> {
    return firstValueFrom(this.http.put(`/api/participants/${participantId}/coach`, { coachId }));
  }
}
