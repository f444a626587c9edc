import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom, type Observable, tap } from 'rxjs';
import type { PlannedContact, PlannedContactLine } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

/** When and how; empty texts mean "not said". */
export interface Plan {
  plannedOn: string;
  plannedTime: string;
  way: string;
}

type Named = Pick<PlannedContact, 'plannedContactId' | 'version'>;

/** Everything that is done to what is planned. After each, `changes` counts up and open pages ask again. */
@Service()
export class PlannedApi {
  private readonly http = inject(HttpClient);
  readonly changes = signal(0);

  plan(participantId: string, plannedContactId: string, plan: Plan): Promise<PlannedContactLine> {
    const body = { participantId, plannedContactId, ...said(plan) };
    return this.changing(this.http.post<PlannedContactLine>('/api/planned-contacts', body));
  }

  reschedule(before: Named, plannedContactId: string, plan: Plan, why: string): Promise<PlannedContactLine> {
    const body = { plannedContactId, ...said(plan), ...(why.trim() ? { reason: why } : {}) };
    return this.step(before, 'reschedule', body);
  }

  callOff(planned: Named, reason: string): Promise<PlannedContactLine> {
    return this.step(planned, 'call-off', { reason });
  }

  bringBack(planned: Named): Promise<PlannedContactLine> {
    return this.step(planned, 'bring-back', {});
  }

  private step(
    { plannedContactId, version }: Named,
    step: string,
    body: object,
  ): Promise<PlannedContactLine> {
    const url = `/api/planned-contacts/${plannedContactId}/${step}`;
    return this.changing(this.http.post<PlannedContactLine>(url, body, onVersion(version)));
  }

  private changing<T>(request: Observable<T>): Promise<T> {
    return firstValueFrom(request.pipe(tap(() => this.changes.update((count) => count + 1))));
  }
}

function said({ plannedOn, plannedTime, way }: Plan): object {
  return { plannedOn, ...(plannedTime ? { plannedTime } : {}), ...(way ? { way } : {}) };
}
