import { HttpClient } from '@angular/common/http';
import { computed, inject, Service, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Me, Role } from '../../api/contract';
import { dayOf } from '../look/time-words';
import { isAccessEnded, leaveClosed } from './access-ended';
import { KeptForTab } from './kept-for-tab';
import { forgetAll } from './kept-on-device';

/** How this person signed in, so that signing in again over a form asks for as little as it can. */
export interface SignedInWith {
  organization: string;
  signInName: string | null;
  isSample: boolean;
}

const KEPT_AS = 'alongside.signed-in-with';

/** Where each role begins. */
export const FIRST_PAGE: Record<Role, string> = {
  coach: '/today',
  supervisor: '/team',
  administrator: '/people',
  participant: '/home',
};

/** Who is signed in on this device. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  readonly me = signal<Me | null>(null);
  /** What is typed and not sent yet, of this account. */
  readonly kept = new KeptForTab(() => untracked(this.me)?.accountId ?? '');
  readonly isCoach = computed(() => this.me()?.role === 'coach');
  readonly isSupervisor = computed(() => this.me()?.role === 'supervisor');
  readonly timeZone = computed(() => this.me()?.organization.timeZone ?? 'UTC');
  readonly organizationPhone = computed(() => this.me()?.organization.phone ?? null);

  /** Today in the organization's zone, asked each time: a page may stay open past midnight. */
  today(): string {
    return dayOf(new Date(), this.timeZone());
  }

  /** Me, asked from the server once; null when nobody is signed in. */
  async load(): Promise<Me | null> {
    if (this.me()) return this.me();
    try {
      this.me.set(await firstValueFrom(this.http.get<Me>('/api/me')));
    } catch (failure) {
      if (isAccessEnded(failure)) return leaveClosed();
      if ((failure as { status?: number }).status !== 401) throw failure;
    }
    return this.me();
  }

  begin(me: Me, signedInWith: SignedInWith): void {
    this.me.set(me);
    sessionStorage.setItem(KEPT_AS, JSON.stringify(signedInWith));
    localStorage.setItem('alongside.organization', signedInWith.organization);
  }

  signedInWith(): SignedInWith {
    const kept = sessionStorage.getItem(KEPT_AS);
    if (kept) return JSON.parse(kept) as SignedInWith;
    return {
      organization: this.me()?.organization.shortName ?? '',
      signInName: this.me()?.signInName ?? null,
      isSample: false,
    };
  }

  /** Leaves nothing of this person on the device. */
  forget(): void {
    forgetAll();
  }

  /** Ends the session on the server and leaves nothing of this person on the device. */
  async end(everywhere = false): Promise<void> {
    const organization = this.me()?.organization.shortName ?? '';
    const request = this.http.post(everywhere ? '/api/sign-out-everywhere' : '/api/sign-out', {});
    await firstValueFrom(request).catch((failure: { status?: number }) => {
      // A session that has ended already is as good as signed out.
      if (failure.status !== 401) throw failure;
    });
    this.forget();
    location.replace(`/sign-in/${organization}`);
  }
}
