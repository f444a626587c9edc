import { listen } from './live-stream';
import type { Told } from './told';

/** A tab that holds the stream and says nothing for so many milliseconds was put to sleep: another takes over. */
const ASLEEP = 60_000;
/** Before getting in line again, in milliseconds. */
const IN_LINE_AFTER = 1_000;

/**
 * One stream for all tabs of a browser: the tab that has the lock holds it and passes on what it hears. When that tab
 * is closed the next one goes on from the same place, so nothing is missed between the two.
 */
export class SharedStream {
  /** Aborted when the session has ended; another takes its place when the person is signed in again in any tab. */
  private over = new AbortController();
  private readonly channel: BroadcastChannel;
  private readonly name: string;
  private asleep: ReturnType<typeof setTimeout> | undefined;
  private isHolding = false;
  private isLost = false;

  /** @param cursor where to go on from */
  constructor(
    accountId: string,
    private cursor: string,
    private readonly tell: (told: Told) => void,
  ) {
    this.name = `alongside.live.${accountId}`;
    this.channel = new BroadcastChannel(this.name);
    this.channel.onmessage = ({ data }: MessageEvent<Told>) => this.hearOther(data);
    void this.hold();
  }

  stop(): void {
    this.end();
    this.channel.close();
  }

  /** Where whoever goes on from here begins. */
  knownCursor(): string {
    return this.cursor;
  }

  /** Waits for its turn, then holds the stream until it is over, or another tab found this one asleep. */
  private async hold(steal = false): Promise<void> {
    const { signal } = this.over;
    // without locks (plain http) every tab has a stream of its own
    if (!navigator.locks) return this.holdNow(signal);
    const stolen = new AbortController();
    const stop = AbortSignal.any([signal, stolen.signal]);
    this.expectNews();
    try {
      await navigator.locks.request(this.name, steal ? { steal } : { signal }, () => this.holdNow(stop));
    } catch {
      stolen.abort();
      setTimeout(() => !signal.aborted && void this.hold(), IN_LINE_AFTER);
    }
  }

  private async holdNow(stop: AbortSignal): Promise<void> {
    this.isHolding = true;
    clearTimeout(this.asleep);
    await listen(
      () => this.cursor,
      stop,
      (told) => {
        this.channel.postMessage(told);
        this.hear(told);
      },
    );
    this.isHolding = false;
  }

  private hearOther(told: Told): void {
    if (this.over.signal.aborted && told.is !== 'over') {
      this.over = new AbortController();
      void this.hold();
    }
    if (!this.isHolding) this.expectNews();
    this.hear(told);
  }

  private hear(told: Told): void {
    if ('cursor' in told) this.cursor = told.cursor;
    if (told.is === 'live') this.isLost = false;
    if (told.is === 'lost') this.isLost = true;
    // bytes on a stream that was lost: it is live only once it has caught up
    if (told.is === 'here' && this.isLost) return;
    if (told.is === 'over') this.end();
    this.tell(told);
  }

  private end(): void {
    this.over.abort();
    clearTimeout(this.asleep);
  }

  /** As long as the one who holds it is heard from, it is left to it. */
  private expectNews(): void {
    clearTimeout(this.asleep);
    this.asleep = setTimeout(() => void this.hold(true), ASLEEP);
  }
}
