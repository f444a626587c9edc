import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { CheckInAnswer, CheckInForm, CheckInTakenBack } from '../../api/contract';
import { Sending } from '../problems/until-answered';
import { Session } from '../session/session';

/** One that the server does not have yet. */
interface KeptCheckIn {
  form: CheckInForm;
  /** When it was said, in milliseconds of this device's clock. */
  at: number;
}

/** Under this name the participant's shell finds out whether any wait. */
const CHECK_INS = 'check-ins';
const MINUTE = 60_000;
/** The server takes one that waited for a week at most. */
const MOST_MINUTES = 7 * 24 * 60;

/** Sends check-ins until the server has them: one however often it is sent, and as of when it was said. */
@Service()
export class CheckInSending {
  private readonly http = inject(HttpClient);
  private readonly kept = inject(Session).kept;
  private readonly sending = new Sending();
  private readonly onTheirWay = new Set<string>();

  /** What the server does not have yet. */
  readonly waiting = signal<readonly KeptCheckIn[]>([]);
  readonly isLate = this.sending.isLate;

  /** Goes on with what a page that was left or loaded anew did not see answered. */
  goOn(): void {
    for (const kept of this.keptOnes())
      // refused in the end: there is nobody here to set it right, and it counts for nothing
      if (!this.onTheirWay.has(kept.form.checkInId)) this.deliver(kept).catch(() => undefined);
  }

  /** @throws what the server refused it for; a lost answer is none */
  send(form: CheckInForm): Promise<CheckInAnswer> {
    const kept = { form, at: Date.now() };
    this.keep([...this.keptOnes(), kept]);
    return this.deliver(kept);
  }

  takeBack(checkInId: string): Promise<CheckInTakenBack> {
    return this.sending.send(() =>
      firstValueFrom(this.http.post<CheckInTakenBack>(`/api/check-ins/${checkInId}/take-back`, {})),
    );
  }

  private async deliver({ form, at }: KeptCheckIn): Promise<CheckInAnswer> {
    this.onTheirWay.add(form.checkInId);
    this.waiting.set(this.keptOnes());
    try {
      return await this.sending.send(() => {
        const minutes = Math.floor((Date.now() - at) / MINUTE);
        const minutesAgo = Math.min(MOST_MINUTES, Math.max(0, minutes));
        return firstValueFrom(this.http.post<CheckInAnswer>('/api/check-ins', { ...form, minutesAgo }));
      });
    } finally {
      this.onTheirWay.delete(form.checkInId);
      this.keep(this.keptOnes().filter((kept) => kept.form.checkInId !== form.checkInId));
      this.waiting.set(this.keptOnes());
    }
  }

  private keptOnes(): KeptCheckIn[] {
    return this.kept.of<KeptCheckIn[]>(CHECK_INS) ?? [];
  }

  private keep(ones: KeptCheckIn[]): void {
    this.kept.keep(CHECK_INS, ones.length ? ones : null);
  }
}
