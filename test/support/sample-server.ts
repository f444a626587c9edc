import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { cloneOf } from './database.js';
import { TEMPLATE } from './database-names.js';
import { startBuilt } from './started.js';

export interface SampleServer {
  url: string;
  stop(): Promise<void>;
}

/**
 * The built product as a newcomer meets it: pages, API and the sample organization, on a database of this test file's
 * own. Once for a file, in `beforeAll`.
 */
export async function startSampleServer(): Promise<SampleServer> {
  const database = await cloneOf(TEMPLATE, `journey_${randomUUID().slice(0, 8)}`);
  const started = startBuilt({ DATABASE_URL: database.migration, SAMPLE: '1' });
  return {
    url: await started.ready,
    stop: async () => {
      started.signal('SIGTERM');
      await started.ended;
    },
  };
}

/** Walks in as one of the sample people, named as on the sign-in page; ends on the page they start on. */
export async function walkInAs(page: Page, name: string, organization = 'harbor'): Promise<void> {
  await page.goto(`/sign-in/${organization}`);
  await page.getByRole('button', { name }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}
