import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { v7 as newId } from 'uuid';
import type { RecordCopies, RecordCopy } from '../../api/contract';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';
import { partWords } from './part-words';

/** Progress comes by itself; should news be lost on the way, it is asked for after so many milliseconds. */
const LOOK_AGAIN_AFTER = 5_000;

/** Everything that is theirs, to take along: asked for, watched while it is made, saved. */
@Component({
  selector: 'app-take-copy',
  imports: [Icon, When],
  templateUrl: './take-copy.html',
  styleUrl: './take-copy.scss',
})
export class TakeCopy {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly copies = httpResource<RecordCopies>(() => '/api/record-copies');
  /** Asked for with one id until there is an answer: sent twice it is one copy. */
  private copyId = newId();
  protected readonly isAsking = signal(false);
  protected readonly wrong = signal<string | null>(null);
  protected readonly isHere = computed(() => this.copies.hasValue());
  protected readonly copy = computed((): RecordCopy | null =>
    this.copies.hasValue() ? (this.copies.value().items[0] ?? null) : null,
  );
  protected readonly isUnderWay = computed(() => ['waiting', 'working'].includes(this.copy()?.state ?? ''));
  protected readonly gathering = computed(() => partWords(this.copy()?.part ?? null));
  protected readonly madeOn = computed(() => this.dayOf(this.copy()?.madeAt));
  protected readonly goneOn = computed(() => this.dayOf(this.copy()?.expiresAt));

  constructor() {
    inject(Live).whenChanged(
      () => null,
      () => this.copies.reload(),
    );
    const timer = setInterval(() => this.isUnderWay() && this.copies.reload(), LOOK_AGAIN_AFTER);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected async ask(): Promise<void> {
    this.isAsking.set(true);
    this.wrong.set(null);
    try {
      const copy = await firstValueFrom(
        this.http.post<RecordCopy>('/api/record-copies', { copyId: this.copyId }),
      );
      this.copyId = newId();
      this.copies.set({ items: [copy] });
      this.copies.reload();
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    } finally {
      this.isAsking.set(false);
    }
  }

  private dayOf(at: string | null | undefined): string {
    return at ? dayOf(at, this.session.timeZone()) : '';
  }
}
