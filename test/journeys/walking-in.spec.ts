import type { Browser } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { aPersonAt, DESK, launchBrowser, PHONE } from '../support/browser.js';
import { startSampleServer, walkInByTheDoor, type SampleServer } from '../support/sample-server.js';

let server: SampleServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startSampleServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Who may walk in, and the page that is theirs. */
const PEOPLE = [
  ['Rosa', '/today'],
  ['Sam', '/team'],
  ['Ada', '/people'],
  ['Theo', '/home'],
] as const;

describe.each([
  ['phone', PHONE],
  ['desk', DESK],
])('at a %s', (_, size) => {
  test.each(PEOPLE)('%s walks in with one click and stands on %s', async (name, path) => {
    const context = await aPersonAt(browser, server.url, size);
    const page = await context.newPage();
    const complaints: string[] = [];
    // among them whatever our own content security policy refuses
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    page.on('pageerror', (error) => complaints.push(error.message));

    await walkInByTheDoor(page, name);
    await page.getByRole('heading', { level: 1 }).first().waitFor();

    expect(new URL(page.url()).pathname).toBe(path);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
