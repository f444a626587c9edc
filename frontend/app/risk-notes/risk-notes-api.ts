import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { RiskNote } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

/** A supervisor's two answers to a risk note. */
@Service()
export class RiskNotesApi {
  private readonly http = inject(HttpClient);

  answer(note: RiskNote, step: 'acknowledge' | 'resolve', words: string): Promise<RiskNote> {
    const address = `/api/risk-notes/${note.riskNoteId}/${step}`;
    return firstValueFrom(this.http.post<RiskNote>(address, { words }, onVersion(note.version)));
  }
}
