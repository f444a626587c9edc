import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { onVersion } from '../contacts/contacts-api';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { TodayKept } from './today-kept';

export interface Undone {
  kind: 'contact' | 'promise' | 'decision' | 'put away';
  id: string;
  version: number;
}

/** Takes back what was done on Today: a contact is voided, a promise open again, a card back. */
@Service()
export class UndoToday {
  private readonly http = inject(HttpClient);
  private readonly kept = inject(TodayKept);
  private readonly notices = inject(Notices);

  async undo({ kind, id, version }: Undone): Promise<void> {
    try {
      await firstValueFrom(
        kind === 'contact'
          ? this.http.post(`/api/contacts/${id}/void`, { reason: 'Undone on Today' }, onVersion(version))
          : kind === 'promise'
            ? this.http.post(`/api/promises/${id}/reopen`, {}, onVersion(version))
            : kind === 'decision'
              ? this.http.post(`/api/decisions/${id}/reopen`, {}, onVersion(version))
              : this.http.post(`/api/put-aways/${id}/undo`, {}),
      );
      void this.notices.say($localize`Undone.`);
    } catch (failure) {
      void this.notices.say(problemOf(failure).detail);
    }
    this.kept.refresh();
  }
}
