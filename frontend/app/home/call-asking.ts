import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AskForCall, OwnCall } from '../../api/contract';
import { newId } from '../look/new-id';
import { Session } from '../session/session';
import { untilAnswered } from './until-answered';

/** What is on its way: a request, or taking one back. */
type Sending = { ask: AskForCall } | { takeBack: string };

/**
 * Sends "I'd like a call" until the server has it: one request however often it is sent. What is on its way is kept on
 * this device only until then, for this account alone, and goes with the session.
 */
@Service()
export class CallAsking {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly sending = signal<Sending | null>(null);

  readonly isAsking = computed(() => !!this.sending() && 'ask' in this.sending()!);
  readonly isTakingBack = computed(() => !!this.sending() && 'takeBack' in this.sending()!);
  /** An answer was lost; it is being sent again. */
  readonly isLate = signal(false);

  /** What a page that was left or loaded anew did not see answered; null when there is nothing. */
  goOn(): Promise<OwnCall> | null {
    const kept = sessionStorage.getItem(this.key());
    if (!kept || this.sending()) return null;
    return this.send(JSON.parse(kept) as Sending);
  }

  ask(words: Omit<AskForCall, 'callId'> = {}): Promise<OwnCall> {
    return this.send({ ask: { callId: newId(), ...words } });
  }

  takeBack(callId: string): Promise<OwnCall> {
    return this.send({ takeBack: callId });
  }

  private async send(what: Sending): Promise<OwnCall> {
    this.sending.set(what);
    sessionStorage.setItem(this.key(), JSON.stringify(what));
    try {
      return await untilAnswered(
        () => firstValueFrom(this.post(what)),
        () => this.isLate.set(true),
        () => !this.session.me(),
      );
    } finally {
      this.sending.set(null);
      this.isLate.set(false);
      sessionStorage.removeItem(this.key());
    }
  }

  private post(what: Sending) {
    return 'ask' in what
      ? this.http.post<OwnCall>('/api/calls-asked-for', what.ask)
      : this.http.post<OwnCall>(`/api/calls-asked-for/${what.takeBack}/take-back`, {});
  }

  private key(): string {
    return `alongside.call.${this.session.me()?.accountId ?? ''}`;
  }
}
