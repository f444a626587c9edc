import { PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();
/** Design: the coach's page, all of it, on a phone with nothing kept. */
const MOST_BYTES = 200_000;

test("the coach's page comes in under 200 kB, its people included", async () => {
  const { context } = { context: (await journey.arrives('Rosa', PHONE)).context() };
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  const hosts = new Set<string>();
  network.on('Network.requestWillBeSent', ({ request }) => hosts.add(new URL(request.url).origin));
  network.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength));

  await page.goto('/today', { waitUntil: 'load' });
  await page.getByRole('article').nth(5).waitFor();
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThan(MOST_BYTES);
  expect([...hosts]).toEqual([journey.url]);
});
