import type { ServerResponse } from 'node:http';

/**
 * So many bytes may wait for one page to read them. An event is about a hundred, and the network's own buffers come
 * before this one: whoever has this much waiting does not read, and is cut rather than kept for.
 */
const MOST_WAITING_BYTES = 64 * 1024;

/** After a cut, a page comes back in this many milliseconds. */
const RETRY_MS = 1_000;

/** Nothing that was known before this holds: ask anew. */
export const CURSOR_UNKNOWN = -1;

export interface WhoListens {
  organizationId: string;
  accountId: string;
  /** Of the session, in hex. */
  sessionHash: string;
}

/** One open stream of server-sent events, on the bare response: a thousand of them must cost little. */
export class LiveStream {
  /** False until everything missed since its cursor has been told. */
  isReady = false;

  /** @param cursor the last event that the page knows; null to begin with the next one */
  constructor(
    readonly who: WhoListens,
    readonly response: ServerResponse,
    public cursor: number | null,
  ) {}

  begin(): void {
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  tell(event: string): void {
    this.write(event);
  }

  /** Something was missed that is no longer kept: the page asks for everything anew. */
  reset(): void {
    this.write(`event: reset\nid: ${this.cursor}\ndata: {}\n\n`);
  }

  ready(): void {
    this.isReady = true;
    this.write(`event: ready\nid: ${this.cursor}\ndata: {}\n\n`);
  }

  /** Whoever has not even read what was written before has gone without a word, or does not read. */
  beat(): void {
    if (this.response.writableLength > 0) this.response.destroy();
    else this.write(': here\n\n');
  }

  /** The session has ended: the page does not come back before somebody signs in. */
  over(): void {
    this.write('event: over\ndata: {}\n\n');
    this.response.end();
  }

  private write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_WAITING_BYTES) this.response.destroy();
  }
}

/**
 * An event as it is written, the same for everyone it concerns. It says whose page to look at again, and no more.
 *
 * @param participantId null: whatever is open asks anew
 */
export function eventText(id: number, participantId: string | null): string {
  return `id: ${id}\ndata: ${JSON.stringify({ participantId })}\n\n`;
}

/** The cursor that a page comes back with, as `Last-Event-ID`. */
export function cursorOf(lastEventId: string | undefined): number | null {
  if (!lastEventId) return null;
  return /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : CURSOR_UNKNOWN;
}
