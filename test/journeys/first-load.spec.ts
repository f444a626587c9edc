import type { Page } from 'playwright-core';
import { PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();
/** Design: the coach's page, all of it, on a phone with nothing kept. */
const MOST_BYTES = 200_000;

/** Design: a participant's first page, all of it, and until it can be used on a slow line and a slow phone. */
const OWN_MOST_BYTES = 120_000;
const OWN_MOST_MS = 3_000;
/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const TIMES_SLOWER = 4;
/** A machine that does many other things at once may need more than one try; what is slow in itself is slow each time. */
const TRIES = 3;

interface Load {
  bytes: number;
  /** Until it can be used. */
  milliseconds: number;
  hosts: string[];
  /** Scripts that were asked for only after another one had come: a round more on a slow line. */
  lateScripts: string[];
}

/** Opens an address in a new tab of this browser, with nothing kept but who is signed in. */
async function firstLoad(
  known: Page,
  path: string,
  usable: (page: Page) => Promise<unknown>,
  isSlow = false,
): Promise<Load> {
  const page = await known.context().newPage();
  const network = await known.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (isSlow) {
    await network.send('Network.emulateNetworkConditions', SLOW_LINE);
    await network.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER });
  }
  let bytes = 0;
  const hosts = new Set<string>();
  const scripts = new Map<string, string>();
  const lateScripts: string[] = [];
  let hasScript = false;
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { origin, pathname } = new URL(request.url);
    hosts.add(origin);
    if (!pathname.endsWith('.js')) return;
    scripts.set(requestId, pathname);
    if (hasScript) lateScripts.push(pathname);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    hasScript ||= scripts.has(requestId);
  });
  const begun = Date.now();
  await page.goto(path, { waitUntil: 'commit' });
  await usable(page);
  const milliseconds = Date.now() - begun;
  await page.waitForLoadState('load');
  await page.close();
  return { bytes, milliseconds, hosts: [...hosts], lateScripts };
}

test("the coach's page comes in under 200 kB, its people included", async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const { bytes, hosts } = await firstLoad(rosa, '/today', (page) =>
    page.getByRole('article').nth(5).waitFor(),
  );
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThan(MOST_BYTES);
  expect(hosts).toEqual([journey.url]);
});

test.each([
  ['English', 'Theo', 'I’d like a call'],
  ['Spanish', 'Mina', 'Quiero que me llamen'],
])(
  'in %s a participant’s first page is small, comes at once and can be used in time on a slow phone',
  async (_, name, button) => {
    const known = await journey.arrives(name, PHONE);
    const usable = (page: Page) => page.getByRole('button', { name: button }).waitFor();
    await usable(known);
    const { bytes, hosts, lateScripts } = await firstLoad(known, '/home', usable);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(OWN_MOST_BYTES);
    expect(hosts).toEqual([journey.url]);
    expect(lateScripts).toEqual([]);

    let best = Infinity;
    for (let tries = 0; tries < TRIES && best > OWN_MOST_MS; tries += 1)
      best = Math.min(best, (await firstLoad(known, '/home', usable, true)).milliseconds);
    expect(best).toBeLessThanOrEqual(OWN_MOST_MS);
  },
);
