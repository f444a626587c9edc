import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom, type Observable, tap } from 'rxjs';
import type { Handover, HandoverOnPage } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

export interface NewHandover {
  handoverId: string;
  participantId: string;
  toId: string;
  insteadOf: string | null;
  line: string;
  reason?: string;
}

/** Everything that is done to handovers. After each, `changes` counts up and open pages ask again. */
@Service()
export class HandoversApi {
  private readonly http = inject(HttpClient);
  readonly changes = signal(0);

  make(handover: NewHandover): Promise<Handover> {
    return this.changing(this.http.post<Handover>('/api/handovers', handover));
  }

  ask(asked: { handoverId: string; participantId: string; line: string }): Promise<Handover> {
    return this.changing(this.http.post<Handover>('/api/handovers/ask', asked));
  }

  accept({ handoverId }: Handover): Promise<Handover> {
    return this.changing(this.http.post<Handover>(`/api/handovers/${handoverId}/accept`, {}));
  }

  decline({ handoverId }: Handover, words: string): Promise<Handover> {
    return this.changing(this.http.post<Handover>(`/api/handovers/${handoverId}/decline`, { words }));
  }

  undo(handoverId: string, reason = ''): Promise<Handover> {
    return this.changing(this.http.post<Handover>(`/api/handovers/${handoverId}/undo`, { reason }));
  }

  callOff({ handoverId }: Handover): Promise<Handover> {
    return this.changing(this.http.post<Handover>(`/api/handovers/${handoverId}/call-off`, {}));
  }

  writeLine({ handoverId }: Handover, version: number, line: string): Promise<Handover> {
    return this.changing(
      this.http.put<Handover>(`/api/handovers/${handoverId}/line`, { line }, onVersion(version)),
    );
  }

  giveWords({ handoverId }: Handover, draftId: string): Promise<HandoverOnPage> {
    return this.changing(this.http.post<HandoverOnPage>(`/api/handovers/${handoverId}/words`, { draftId }));
  }

  private changing<T>(request: Observable<T>): Promise<T> {
    return firstValueFrom(request.pipe(tap(() => this.changes.update((count) => count + 1))));
  }
}
