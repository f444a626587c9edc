import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { v7 as newId } from 'uuid';
import type { OwnBirthday, RecoveryDays, RecoveryPeriod } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { problemOf } from '../problems/problem-words';
import { Sending } from '../problems/until-answered';
import { Session } from '../session/session';

/** What is on its way; kept on this device until the server has it, for this account alone. */
interface OnItsWay {
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
const ON_ITS_WAY = 'days';

/**
 * The recovery days of whoever is signed in. Each write is sent until there is an answer, with the same id and version,
 * so that it is done once; the answer is the page anew.
 */
@Service()
export class OwnDays {
  private readonly http = inject(HttpClient);
  private readonly kept = inject(Session).kept;
  readonly sending = new Sending();

  readonly days = signal<RecoveryDays | null>(null);
  /** Why the page is not here. */
  readonly trouble = signal<Problem | null>(null);

  /** Looks anew, and goes on with what a page that was left did not see answered. */
  async load(): Promise<void> {
    try {
      this.days.set(await firstValueFrom(this.http.get<RecoveryDays>(AT)));
      this.trouble.set(null);
    } catch (failure) {
      if (!this.days()) this.trouble.set(problemOf(failure));
    }
    const kept = this.kept.of<OnItsWay>(ON_ITS_WAY);
    if (kept && !this.sending.isSending()) await this.send(kept);
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

  private async send(what: OnItsWay): Promise<Problem | null> {
    this.kept.keep(ON_ITS_WAY, what);
    try {
      const { verb, path, body, version } = what;
      const headers: Record<string, string> = version === null ? {} : { 'If-Match': `"${version}"` };
      const request = this.http.request<RecoveryDays>(verb, AT + path, { body, headers });
      this.days.set(await this.sending.send(() => firstValueFrom(request)));
      return null;
    } catch (failure) {
      return problemOf(failure);
    } finally {
      this.kept.keep(ON_ITS_WAY, null);
    }
  }
}
