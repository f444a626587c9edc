/** What the server answered. */
export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed when it is JSON, else the text. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

type Extra = Record<string, string>;

/** As much of a browser as an API needs: it keeps cookies, and says that a request comes from our own pages. */
export class Client {
  constructor(
    private readonly url: string,
    private cookie = '',
  ) {}

  /** What this browser sends along now: `session=…`. */
  cookieNow(): string {
    return this.cookie;
  }

  get(path: string, headers: Extra = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown = {}, headers: Extra = {}): Promise<Answer> {
    return this.send('POST', path, JSON.stringify(body), headers);
  }

  put(path: string, body: unknown = {}, headers: Extra = {}): Promise<Answer> {
    return this.send('PUT', path, JSON.stringify(body), headers);
  }

  patch(path: string, body: unknown = {}, headers: Extra = {}): Promise<Answer> {
    return this.send('PATCH', path, JSON.stringify(body), headers);
  }

  delete(path: string, headers: Extra = {}): Promise<Answer> {
    return this.send('DELETE', path, undefined, headers);
  }

  /** The body as it is, for what JSON.stringify would never write. */
  async send(method: string, path: string, body?: string | Uint8Array, headers: Extra = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      body: body as BodyInit | undefined,
      redirect: 'manual',
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...headers,
      },
    });
    this.keepCookies(response.headers.getSetCookie());
    // a stream of live events has no end: `LivePage` reads it
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (isStream) await response.body?.cancel();
    const text = isStream ? '' : await response.text();
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    };
  }

  private keepCookies(set: string[]): void {
    const cookies = new Map(this.cookie.split('; ').map((each) => [each.split('=')[0], each]));
    for (const each of set) {
      const [pair = ''] = each.split(';');
      cookies.set(pair.split('=')[0], pair);
    }
    this.cookie = [...cookies.values()].filter((each) => !/^$|=$/.test(each)).join('; ');
  }
}
