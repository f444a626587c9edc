import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AskForCall, OwnCall } from '../../api/contract';
import { newId } from '../look/new-id';
import { Sending } from '../problems/until-answered';
import { Session } from '../session/session';

/** What is on its way: a request, or taking one back. */
type OnItsWay = { ask: AskForCall } | { takeBack: string };

const KEPT_AS = 'call';

/**
 * Sends "I'd like a call" until the server has it: one request however often it is sent. What is on its way is kept on
 * this device only until then, for this account alone, and goes with the session.
 */
@Service()
export class CallAsking {
  private readonly http = inject(HttpClient);
  private readonly kept = inject(Session).kept;
  private readonly sending = new Sending();
  private readonly onItsWay = signal<OnItsWay | null>(null);

  readonly isAsking = computed(() => 'ask' in (this.onItsWay() ?? {}));
  readonly isTakingBack = computed(() => 'takeBack' in (this.onItsWay() ?? {}));
  readonly isLate = this.sending.isLate;

  /** What a page that was left or loaded anew did not see answered; null when there is nothing. */
  goOn(): Promise<OwnCall> | null {
    const kept = this.kept.of<OnItsWay>(KEPT_AS);
    return kept && !this.onItsWay() ? this.send(kept) : null;
  }

  ask(words: Omit<AskForCall, 'callId'> = {}): Promise<OwnCall> {
    return this.send({ ask: { callId: newId(), ...words } });
  }

  takeBack(callId: string): Promise<OwnCall> {
    return this.send({ takeBack: callId });
  }

  private async send(what: OnItsWay): Promise<OwnCall> {
    this.onItsWay.set(what);
    this.kept.keep(KEPT_AS, what);
    try {
      return await this.sending.send(() => firstValueFrom(this.post(what)));
    } finally {
      this.onItsWay.set(null);
      this.kept.keep(KEPT_AS, null);
    }
  }

  private post(what: OnItsWay) {
    return 'ask' in what
      ? this.http.post<OwnCall>('/api/calls-asked-for', what.ask)
      : this.http.post<OwnCall>(`/api/calls-asked-for/${what.takeBack}/take-back`, {});
  }
}
