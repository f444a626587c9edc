import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { v7 as newId } from 'uuid';
import type { OwnBirthday, RecoveryDays, RecoveryPeriod } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { untilAnswered } from '../home/until-answered';
import { problemOf } from '../problems/problem-words';
import { Session } from '../session/session';

/** What is on its way; kept on this device until the server has it, for this account alone. */
interface Sending {
  verb: 'POST' | 'PUT';
  path: string;
  body: object;
  version: number | null;
}

/** The two days of a period, the second empty while it goes on. */
export interface PeriodDays {
  beganOn: string;
  endedOn: string | null;
}

const AT = '/api/recovery-days';

/**
 * The recovery days of whoever is signed in. Each write is sent until there is an answer, with the same id and version,
 * so that it is done once; the answer is the page anew.
 */
@Service()
export class OwnDays {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  readonly days = signal<RecoveryDays | null>(null);
  /** Why the page is not here. */
  readonly trouble = signal<Problem | null>(null);
  /** An answer was lost; it is being sent again. */
  readonly isLate = signal(false);
  readonly isSending = signal(false);

  /** Looks anew, and goes on with what a page that was left did not see answered. */
  async load(): Promise<void> {
    try {
      this.days.set(await firstValueFrom(this.http.get<RecoveryDays>(AT)));
      this.trouble.set(null);
    } catch (failure) {
      if (!this.days()) this.trouble.set(problemOf(failure));
    }
    const kept = sessionStorage.getItem(this.key());
    if (kept && !this.isSending()) await this.send(JSON.parse(kept) as Sending);
  }

  /** @returns what refused it, or null */
  enter(days: PeriodDays, periodId = newId()): Promise<Problem | null> {
    return this.send({ verb: 'POST', path: '/periods', body: { periodId, ...days }, version: null });
  }

  change({ periodId, version }: RecoveryPeriod, days: PeriodDays): Promise<Problem | null> {
    return this.send({ verb: 'PUT', path: `/periods/${periodId}`, body: days, version });
  }

  remove({ periodId, version }: RecoveryPeriod): Promise<Problem | null> {
    return this.send({ verb: 'POST', path: `/periods/${periodId}/remove`, body: {}, version });
  }

  /** Brings back what was taken away at this version. */
  restore({ periodId, version }: RecoveryPeriod): Promise<Problem | null> {
    return this.send({ verb: 'POST', path: `/periods/${periodId}/restore`, body: {}, version: version + 1 });
  }

  set(settings: { isShared?: boolean; showsCurrentPeriod?: boolean }): Promise<Problem | null> {
    return this.send({ verb: 'PUT', path: '/settings', body: settings, version: this.days()?.version ?? 1 });
  }

  setBirthday({ bornOn, isShared, version }: OwnBirthday): Promise<Problem | null> {
    return this.send({ verb: 'PUT', path: '/birthday', body: { bornOn, isShared }, version });
  }

  private async send(what: Sending): Promise<Problem | null> {
    this.isSending.set(true);
    sessionStorage.setItem(this.key(), JSON.stringify(what));
    try {
      const { verb, path, body, version } = what;
      const headers: Record<string, string> = version === null ? {} : { 'If-Match': `"${version}"` };
      const request = this.http.request<RecoveryDays>(verb, AT + path, { body, headers });
      const now = await untilAnswered(
        () => firstValueFrom(request),
        () => this.isLate.set(true),
        () => !this.session.me(),
      );
      this.days.set(now);
      return null;
    } catch (failure) {
      return problemOf(failure);
    } finally {
      this.isSending.set(false);
      this.isLate.set(false);
      sessionStorage.removeItem(this.key());
    }
  }

  private key(): string {
    return `alongside.days.${this.session.me()?.accountId ?? ''}`;
  }
}
