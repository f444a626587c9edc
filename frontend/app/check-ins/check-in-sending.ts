import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { CheckInAnswer, CheckInForm, CheckInTakenBack } from '../../api/contract';
import { untilAnswered } from '../home/until-answered';
import { Session } from '../session/session';
import { keepCheckIn, type KeptCheckIn, keptCheckIns, letGoOfCheckIn } from './kept-check-ins';

const MINUTE = 60_000;
/** The server takes one that waited for a week at most. */
const MOST_MINUTES = 7 * 24 * 60;

/** Sends check-ins until the server has them: one however often it is sent, and as of when it was said. */
@Service()
export class CheckInSending {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly onTheirWay = new Set<string>();

  /** What the server does not have yet. */
  readonly waiting = signal<readonly KeptCheckIn[]>([]);
  /** An answer was lost; it is being sent again. */
  readonly isLate = signal(false);

  /** Goes on with what a page that was left or loaded anew did not see answered. */
  goOn(): void {
    const accountId = this.accountId();
    for (const kept of keptCheckIns(accountId))
      // refused in the end: there is nobody here to set it right, and it counts for nothing
      if (!this.onTheirWay.has(kept.form.checkInId)) this.deliver(accountId, kept).catch(() => undefined);
  }

  /** @throws what the server refused it for; a lost answer is none */
  send(form: CheckInForm): Promise<CheckInAnswer> {
    const accountId = this.accountId();
    const kept = { form, at: Date.now() };
    keepCheckIn(accountId, kept);
    return this.deliver(accountId, kept);
  }

  takeBack(checkInId: string): Promise<CheckInTakenBack> {
    return this.until(() =>
      firstValueFrom(this.http.post<CheckInTakenBack>(`/api/check-ins/${checkInId}/take-back`, {})),
    );
  }

  private async deliver(accountId: string, { form, at }: KeptCheckIn): Promise<CheckInAnswer> {
    this.onTheirWay.add(form.checkInId);
    this.waiting.set(keptCheckIns(accountId));
    try {
      return await this.until(() => {
        const minutes = Math.floor((Date.now() - at) / MINUTE);
        const minutesAgo = Math.min(MOST_MINUTES, Math.max(0, minutes));
        return firstValueFrom(this.http.post<CheckInAnswer>('/api/check-ins', { ...form, minutesAgo }));
      });
    } finally {
      this.onTheirWay.delete(form.checkInId);
      letGoOfCheckIn(accountId, form.checkInId);
      this.waiting.set(keptCheckIns(accountId));
      this.isLate.set(false);
    }
  }

  private until<T>(send: () => Promise<T>): Promise<T> {
    return untilAnswered(
      send,
      () => this.isLate.set(true),
      () => !this.session.me(),
    );
  }

  private accountId(): string {
    return this.session.me()?.accountId ?? '';
  }
}
