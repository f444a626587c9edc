import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { MadeInvitation, WayIn } from '../../api/contract';

/** What a coach does so that a participant gets in. */
@Service()
export class WayInApi {
  private readonly http = inject(HttpClient);

  invite(participantId: string, asked: object): Promise<MadeInvitation> {
    return firstValueFrom(
      this.http.post<MadeInvitation>(`/api/participants/${participantId}/invitation`, asked),
    );
  }

  callOff(participantId: string): Promise<WayIn> {
    return firstValueFrom(
      this.http.post<WayIn>(`/api/participants/${participantId}/invitation/call-off`, {}),
    );
  }
}
