import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Assignment, CoachLimits, CoachWish } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

export type Place = 'coach' | 'second-coach';

/** What a choice says beside whom: whom one saw there, and why all the same. */
export interface Choice {
  coachId: string | null;
  insteadOf: string | null;
  reason?: string;
  lastOn?: string | null;
}

/** As they are typed: null for what holds for everybody. */
export interface Limits {
  capacity: number | string | null;
  headCountCeiling: number | string | null;
}

/** Who walks with somebody, what they wish, and what a coach is meant to carry. */
@Service()
export class AssigningApi {
  private readonly http = inject(HttpClient);

  assign(participantId: string, place: Place, choice: Choice): Promise<Assignment> {
    return firstValueFrom(this.http.put<Assignment>(`/api/participants/${participantId}/${place}`, choice));
  }

  setLimits(coachId: string, version: number, limits: Limits): Promise<CoachLimits> {
    const address = `/api/coaches/${coachId}/limits`;
    return firstValueFrom(this.http.put<CoachLimits>(address, limits, onVersion(version)));
  }

  noteWish(participantId: string, version: number, wish: object): Promise<CoachWish> {
    const address = `/api/participants/${participantId}/coach-wish`;
    return firstValueFrom(this.http.put<CoachWish>(address, wish, onVersion(version)));
  }
}
