import { Service, signal } from '@angular/core';
import { firstValueFrom, type Observable, tap } from 'rxjs';

/** Counts what was written to somebody's record from this page; an open page asks again when it counts up. */
@Service()
export class RecordChanges {
  private readonly counted = signal(0);
  readonly count = this.counted.asReadonly();

  /** What is shown may be old: somebody else wrote. */
  lookAgain(): void {
    this.counted.update((count) => count + 1);
  }

  /** Counts up once the request is answered. */
  after<T>(request: Observable<T>): Promise<T> {
    return firstValueFrom(request.pipe(tap(() => this.lookAgain())));
  }
}
