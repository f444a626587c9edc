import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { CloseStay, EnrollAgain, StayBegun, StayClosed } from '../../api/contract';
import { RecordChanges } from '../participants/record-changes';

/** A stay is closed, taken back, begun anew. Each may be sent twice and is done once. */
@Service()
export class StaysApi {
  private readonly http = inject(HttpClient);
  private readonly changes = inject(RecordChanges);

  close(enrollmentId: string, closing: CloseStay): Promise<StayClosed> {
    return firstValueFrom(this.http.post<StayClosed>(`/api/enrollments/${enrollmentId}/closing`, closing));
  }

  takeBack(closingId: string): Promise<unknown> {
    return this.changes.after(this.http.post(`/api/closings/${closingId}/take-back`, {}));
  }

  enrollAgain(participantId: string, stay: EnrollAgain): Promise<StayBegun> {
    return this.changes.after(this.http.post<StayBegun>(`/api/participants/${participantId}/stays`, stay));
  }
}
