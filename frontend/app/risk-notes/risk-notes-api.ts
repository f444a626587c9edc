import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { RiskNote, RiskNoteForm } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

/** Raising a risk note by itself, and a supervisor's two answers to it. */
@Service()
export class RiskNotesApi {
  private readonly http = inject(HttpClient);

  raise(participantId: string, note: RiskNoteForm): Promise<RiskNote> {
    return firstValueFrom(this.http.post<RiskNote>('/api/risk-notes', { ...note, participantId }));
  }

  answer(note: RiskNote, step: 'acknowledge' | 'resolve', words: string): Promise<RiskNote> {
    const address = `/api/risk-notes/${note.riskNoteId}/${step}`;
    return firstValueFrom(this.http.post<RiskNote>(address, { words }, onVersion(note.version)));
  }
}
