import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Day, Death } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';
import { RecordChanges } from '../participants/record-changes';

/** That somebody died: said, set right, taken back, and their record closed with a last word. */
@Service()
export class DeathsApi {
  private readonly http = inject(HttpClient);
  private readonly changes = inject(RecordChanges);

  say(participantId: string, said: { deathId: string; diedOn: Day; familyWishes: string }): Promise<Death> {
    return firstValueFrom(this.http.post<Death>(`/api/participants/${participantId}/death`, said));
  }

  takeBack(deathId: string): Promise<unknown> {
    return this.changes.after(this.http.post(`/api/deaths/${deathId}/take-back`, {}));
  }

  close({ deathId, version }: Death, words: string): Promise<Death> {
    return firstValueFrom(
      this.http.post<Death>(`/api/deaths/${deathId}/last-word`, { words }, onVersion(version)),
    );
  }

  setRight({ deathId, version }: Death, words: { diedOn: Day; familyWishes: string }): Promise<Death> {
    return firstValueFrom(this.http.put<Death>(`/api/deaths/${deathId}`, words, onVersion(version)));
  }

  spoke(deathId: string): Promise<Death> {
    return firstValueFrom(this.http.post<Death>(`/api/deaths/${deathId}/spoken`, {}));
  }
}
