import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AddedPerson, Enrolled, Link, Person, Role } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import type { ToWhom } from './to-whom';

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

  /**
   * Disabling ends the person's sessions at once.
   * @param toWhom goes what is with them
   */
  setDisabled(person: Person, isDisabled: boolean, toWhom: ToWhom = {}): Promise<Person> {
    return this.post(person, isDisabled ? 'disable' : 'enable', toWhom);
  }

  giveRole(person: Person, role: Role, supervisorId?: string): Promise<Person> {
    return this.post(person, 'roles', supervisorId ? { role, supervisorId } : { role });
  }

  takeRole(person: Person, role: Role, toWhom: ToWhom = {}): Promise<Person> {
    return this.post(person, 'roles/take', { role, ...toWhom });
  }

  /** @param supervisorId null for nobody */
  reportTo({ accountId, version }: Person, supervisorId: string | null): Promise<Person> {
    const address = `/api/people/${accountId}/supervisor`;
    return firstValueFrom(this.http.put<Person>(address, { supervisorId }, onVersion(version)));
  }

  private post({ accountId, version }: Person, step: string, sent: object): Promise<Person> {
    const address = `/api/people/${accountId}/${step}`;
    return firstValueFrom(this.http.post<Person>(address, sent, onVersion(version)));
  }

  assign(participantId: string, coachId: string | null): Promise<unknown> {
    return firstValueFrom(this.http.put(`/api/participants/${participantId}/coach`, { coachId }));
  }
}
