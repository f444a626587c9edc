import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { packagedChromium } from './packaged-chromium.js';

/** The two sizes every page is looked at in. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const DESK = { viewport: { width: 1280, height: 800 } } as const;

/**
 * A real browser: the one in the npm package, or the one that CHROMIUM_PATH names. Its web security stays on: what a
 * page may not do for people, it may not do here. It only ever sees our own server, so it goes without its sandbox,
 * which neither root nor many containers can have.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  const { executablePath, env } = named ? { executablePath: named, env: {} } : await packagedChromium();
  return chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ['--disable-gpu', '--font-render-hinting=none'],
  });
}

/** A person with a browser of their own: its cookies and storage are nobody else's. */
export function aPersonAt(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = DESK,
): Promise<BrowserContext> {
  return browser.newContext({ baseURL: url, locale: 'en-US', timezoneId: 'America/New_York', ...options });
}
