import { join } from 'node:path';
import type pg from 'pg';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityFaults } from './axe.js';
import { aPersonAt, launchBrowser } from './browser.js';
import { startSampleServer, walkInAs, walkInByTheDoor, type SampleServer } from './sample-server.js';

/** The people of one test file, each with a browser of their own, on a server that nobody else uses. */
export interface Journey {
  readonly url: string;
  /** The owner's connection, for what no page can bring about: a session that ends. */
  readonly database: pg.Client;
  /** The owner's URL, for our own commands. */
  readonly databaseUrl: string;
  /** Someone whom nobody knows yet; at another address of the same server when it is given. */
  opens(size: BrowserContextOptions, url?: string): Promise<Page>;
  /** One of the sample people, on the page they begin with. */
  arrives(name: string, size: BrowserContextOptions, organization?: string): Promise<Page>;
  /** As `arrives`, by the sign-in page: who may be asked on a page of theirs whether it is still them. */
  arrivesByTheDoor(name: string, size: BrowserContextOptions): Promise<Page>;
  /** As `arrives`, at another process of the same server. */
  arrivesElsewhere(name: string, size: BrowserContextOptions): Promise<Page>;
}

/** As long as a wait may take on a machine that does many other things. */
const PATIENCE_MS = 15_000;

const complaints = new WeakMap<Page, string[]>();

/** What a page said was wrong, and what it asked of others than us. Looking here forgets it. */
export function complaintsOf(page: Page): string[] {
  return complaints.get(page)?.splice(0) ?? [];
}

/**
 * The server, the browser and the visitors of a test file; once, outside its tests. After each test every page must
 * have had nothing to complain of: no error in its console (a breach of our content security policy is one), and no
 * request to another host. JOURNEY_SHOTS names a folder that then gets a picture of how each page was left.
 */
export function aJourney(settings: () => Record<string, string> = () => ({})): Journey {
  // A browser, a server and a database share two processors with other tests. What fails twice has failed; what failed
  // once is told all the same, and is tried again on a sample that it has not changed yet.
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
  let server: SampleServer;
  let browser: Browser;
  const pages: Page[] = [];
  const begun = new Set<string | undefined>();

  beforeAll(async () => {
    [server, browser] = await Promise.all([startSampleServer(settings()), launchBrowser()]);
  });
  beforeEach(async () => {
    const { currentTestName } = expect.getState();
    if (begun.has(currentTestName)) {
      await server.stop();
      server = await startSampleServer(settings());
    }
    begun.add(currentTestName);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(async () => {
    const left = pages.splice(0);
    await pictures(left);
    for (const page of left) await page.context().close();
    expect(left.flatMap(complaintsOf)).toEqual([]);
  });

  async function opens(size: BrowserContextOptions, url = server.url): Promise<Page> {
    const page = await (await aPersonAt(browser, url, size)).newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    complaints.set(page, []);
    listen(page, url);
    pages.push(page);
    return page;
  }

  return {
    opens,
    get url() {
      return server.url;
    },
    get database() {
      return server.database;
    },
    get databaseUrl() {
      return server.databaseUrl;
    },
    arrives: async (name, size, organization) => {
      const page = await opens(size);
      await walkInAs(page, name, organization);
      return page;
    },
    arrivesByTheDoor: async (name, size) => {
      const page = await opens(size);
      await walkInByTheDoor(page, name);
      return page;
    },
    arrivesElsewhere: async (name, size) => {
      const page = await opens(size, await server.another());
      await walkInAs(page, name);
      return page;
    },
  };
}

function listen(page: Page, url: string): void {
  const complain = (words: string): void => void complaints.get(page)?.push(words);
  page.on('pageerror', (error) => complain(error.message));
  page.on('console', (message) => {
    // a request that is refused is no error of the page; what it makes of it is what tests look at
    const isRefusal = message.text().startsWith('Failed to load resource') && isApi(message.location().url);
    if (message.type() === 'error' && !isRefusal) complain(message.text());
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(url)) complain(`asked ${request.url()}`);
  });

  function isApi(address: string): boolean {
    return address.startsWith(`${url}/api/`);
  }
}

/** What axe finds on the page as it now is, in light and in dark. */
export async function faultsInLightAndDark(page: Page): Promise<string[]> {
  const light = await accessibilityFaults(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await accessibilityFaults(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((fault) => `in the dark: ${fault}`)];
}

/** How far the page can be pushed sideways, in CSS pixels; 0 when nothing is out of sight. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function pictures(left: Page[]): Promise<void> {
  const folder = process.env['JOURNEY_SHOTS'];
  if (!folder) return;
  const test = (expect.getState().currentTestName ?? '').replace(/\W+/g, '-').slice(0, 80);
  for (const [index, page] of left.entries())
    await page.screenshot({ path: join(folder, `${test}-${index}.png`) }).catch(() => undefined);
}
