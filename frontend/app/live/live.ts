import { DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import type { Me } from '../../api/contract';
import { Session } from '../session/session';
import { SharedStream } from './shared-stream';
import type { Told } from './told';
import { Unattended } from './unattended';

/** Several changes at once are one look; a little chance keeps a thousand pages from looking in the same instant. */
const LOOK_AFTER = 100;
const APART = 200;
/** A page that is just asking is asked again after this many milliseconds, so many times. */
const AGAIN_AFTER = 300;
const TIMES = 20;
/** A stream that comes back sooner is not worth a word, in milliseconds. */
const WORTH_A_WORD = 10_000;

interface Watcher {
  about: () => string | null;
  reload: () => unknown;
  timer: ReturnType<typeof setTimeout> | undefined;
  isDue: boolean;
}

/** What others change shows on this page by itself. */
@Service()
export class Live {
  private readonly session = inject(Session);
  private readonly unattended = inject(Unattended);
  private readonly watchers = new Set<Watcher>();
  private stream: { accountId: string; shared: SharedStream } | null = null;
  private lostTimer: ReturnType<typeof setTimeout> | undefined;

  /** News has not been coming for a while: what is shown may be old. */
  readonly isLost = signal(false);

  constructor() {
    effect(() => {
      const me = this.session.me();
      untracked(() => this.begin(me));
    });
    // a page in the background looks when it is looked at
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.watchers.forEach((watcher) => watcher.isDue && this.lookSoon(watcher));
    });
  }

  /**
   * Calls `reload` soon after something about this participant changed, for as long as the caller lives. What it asks
   * for is no activity of the person. Must be called where injection is possible.
   *
   * @param about whose changes matter, asked each time; null for anyone's
   * @param reload a `false` from it says "not now, ask me again": as `reload()` of a resource that is loading
   */
  whenChanged(about: () => string | null, reload: () => unknown): void {
    const watcher: Watcher = { about, reload, timer: undefined, isDue: false };
    this.watchers.add(watcher);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(watcher.timer);
      this.watchers.delete(watcher);
    });
  }

  /** Signing in again goes on from what is known: what happened meanwhile is told then. */
  private begin(me: Me | null): void {
    const before = this.stream;
    before?.shared.stop();
    this.stream = null;
    this.heard({ is: 'here' });
    if (!me) return;
    const cursor = before?.accountId === me.accountId ? before.shared.knownCursor() : String(me.liveCursor);
    this.stream = {
      accountId: me.accountId,
      shared: new SharedStream(me.accountId, cursor, (told) => this.heard(told)),
    };
  }

  private heard(told: Told): void {
    if (told.is === 'changed') {
      for (const watcher of this.watchers) {
        const about = untracked(watcher.about);
        if (told.participantId === null || about === null || about === told.participantId)
          this.lookSoon(watcher);
      }
    } else if (told.is === 'lost') {
      this.lostTimer ??= setTimeout(() => this.isLost.set(true), WORTH_A_WORD);
    } else {
      clearTimeout(this.lostTimer);
      this.lostTimer = undefined;
      this.isLost.set(false);
    }
  }

  private lookSoon(watcher: Watcher, wait = LOOK_AFTER + Math.random() * APART, times = 0): void {
    watcher.isDue = true;
    if (document.hidden || watcher.timer !== undefined) return;
    watcher.timer = setTimeout(() => {
      watcher.timer = undefined;
      watcher.isDue = false;
      const answer = this.unattended.during(watcher.reload);
      if (answer === false && times < TIMES) this.lookSoon(watcher, AGAIN_AFTER, times + 1);
    }, wait);
  }
}
