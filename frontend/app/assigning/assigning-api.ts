import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Assignment, CoachWish } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

export type Place = 'coach' | 'second-coach';

/** What a choice says beside whom: whom one saw there, and why all the same. */
export interface Choice {
  coachId: string | null;
  insteadOf: string | null;
  reason?: string;
  lastOn?: string | null;
}

/** Who walks with somebody, and what they wish. */
@Service()
export class AssigningApi {
  private readonly http = inject(HttpClient);

  assign(participantId: string, place: Place, choice: Choice): Promise<Assignment> {
    return firstValueFrom(this.http.put<Assignment>(`/api/participants/${participantId}/${place}`, choice));
  }

  noteWish(participantId: string, version: number, wish: object): Promise<CoachWish> {
    const address = `/api/participants/${participantId}/coach-wish`;
    return firstValueFrom(this.http.put<CoachWish>(address, wish, onVersion(version)));
  }
}
