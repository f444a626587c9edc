import { get, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Client } from './client.js';
import { becomes } from './becomes.js';

export interface Told {
  id: string;
  /** `message` when it names none, as a browser has it. */
  event: string;
  data: string;
}

/** An open stream of live events, as a page has it. */
export class LivePage {
  readonly told: Told[] = [];
  /** Every byte of it, as text. */
  bytes = '';
  isOver = false;

  private constructor(
    private readonly request: ClientRequest,
    readonly response: IncomingMessage,
  ) {
    let unread = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      this.bytes += chunk;
      unread += chunk;
      const blocks = unread.split('\n\n');
      unread = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    });
    response.on('error', () => undefined);
    response.once('close', () => (this.isOver = true));
  }

  /** Listens as this person does; resolves when the server has told all that was missed since `lastEventId`. */
  static async of(client: Client, url: string, lastEventId?: string): Promise<LivePage> {
    const page = await LivePage.asked(client, url, lastEventId);
    await becomes(() => Promise.resolve(page.told.some(({ event }) => event === 'ready')), true);
    return page;
  }

  /** As `of`, whatever the server answers. */
  static async asked(client: Client, url: string, lastEventId?: string): Promise<LivePage> {
    const headers = { cookie: client.cookieNow(), ...(lastEventId ? { 'last-event-id': lastEventId } : {}) };
    return new Promise((resolve, reject) => {
      const request = get(`${url}/api/live`, { headers, agent: false }, (response) =>
        resolve(new LivePage(request, response)),
      );
      request.once('error', reject);
    });
  }

  /** Whose pages it was told to look at again, in order; null for whatever is open. */
  get participantIds(): (string | null)[] {
    return this.told
      .filter(({ event }) => event === 'message')
      .map(({ data }) => (JSON.parse(data) as { participantId: string | null }).participantId);
  }

  /** What it would send as Last-Event-ID. */
  get lastEventId(): string {
    return this.told.findLast(({ id }) => id !== '')?.id ?? '';
  }

  /** The way is cut, without a word. */
  cut(): void {
    this.request.destroy();
  }

  private take(block: string): void {
    const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
    if (field('data'))
      this.told.push({ id: field('id'), event: field('event') || 'message', data: field('data') });
  }
}
