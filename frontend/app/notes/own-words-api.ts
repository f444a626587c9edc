import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { OwnWords } from '../../api/contract';

/** The participant's own words beside a note. Both may be sent twice and are done once. */
@Service()
export class OwnWordsApi {
  private readonly http = inject(HttpClient);

  /** @param version the one they go on from; null for the first */
  write(contactId: string, words: string, version: number | null): Promise<OwnWords> {
    const headers: Record<string, string> = version === null ? {} : { 'If-Match': `"${version}"` };
    return firstValueFrom(
      this.http.put<OwnWords>(`/api/notes/${contactId}/own-words`, { words }, { headers }),
    );
  }

  takeBack(contactId: string, version: number): Promise<OwnWords> {
    const headers = { 'If-Match': `"${version}"` };
    return firstValueFrom(
      this.http.post<OwnWords>(`/api/notes/${contactId}/own-words/take-back`, {}, { headers }),
    );
  }
}
