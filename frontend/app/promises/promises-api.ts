import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom, type Observable, tap } from 'rxjs';
import type { Day, PromiseView } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

/** Everything that is done to promises. After each, `changes` counts up and open pages ask again. */
@Service()
export class PromisesApi {
  private readonly http = inject(HttpClient);
  readonly changes = signal(0);

  make(
    participantId: string,
    promise: { promiseId: string; words: string; dueOn: Day },
  ): Promise<PromiseView> {
    return this.changing(this.http.post<PromiseView>('/api/promises', { participantId, ...promise }));
  }

  change(promise: PromiseView, words: string, dueOn: Day): Promise<PromiseView> {
    const { promiseId, version } = promise;
    return this.changing(
      this.http.put<PromiseView>(`/api/promises/${promiseId}`, { words, dueOn }, onVersion(version)),
    );
  }

  keep(promise: PromiseView, keptOn?: Day): Promise<PromiseView> {
    return this.step(promise, 'keep', keptOn ? { keptOn } : {});
  }

  release(promise: PromiseView, reason: string): Promise<PromiseView> {
    return this.step(promise, 'release', { reason });
  }

  reopen(promise: PromiseView): Promise<PromiseView> {
    return this.step(promise, 'reopen', {});
  }

  private step({ promiseId, version }: PromiseView, step: string, body: object): Promise<PromiseView> {
    return this.changing(
      this.http.post<PromiseView>(`/api/promises/${promiseId}/${step}`, body, onVersion(version)),
    );
  }

  private changing<T>(request: Observable<T>): Promise<T> {
    return firstValueFrom(request.pipe(tap(() => this.changes.update((count) => count + 1))));
  }
}
