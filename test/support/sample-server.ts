import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Page } from 'playwright-core';
import { asOwner, cloneOf } from './database.js';
import { sampleTemplate } from './sample-template.js';
import { startBuilt } from './started.js';

export interface SampleServer {
  url: string;
  /** The owner's connection, past the server. */
  database: pg.Client;
  /** A second process on the same database, as behind a load balancer; @returns its address */
  another(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * The built product as a newcomer meets it: pages, API and the sample organization, on a database of this test file's
 * own. Once for a file, in `beforeAll`.
 *
 * @param settings of the environment, beside those of every journey
 */
export async function startSampleServer(settings: Record<string, string> = {}): Promise<SampleServer> {
  const database = await cloneOf(await sampleTemplate(), `journey_${randomUUID().slice(0, 8)}`);
  const processes = [startBuilt({ DATABASE_URL: database.migration, ...settings })];
  const url = await processes[0]!.ready;
  const owner = await asOwner(database);
  return {
    url,
    database: owner,
    another: () => {
      const started = startBuilt({ DATABASE_URL: database.migration });
      processes.push(started);
      return started.ready;
    },
    stop: async () => {
      await owner.end();
      for (const started of processes) {
        started.signal('SIGTERM');
        const { code, said } = await started.ended;
        if (code !== 0) throw new Error(`The server had ended by itself. Its last words:\n${said}`);
      }
    },
  };
}

/** Walks in as one of the sample people, named as on the sign-in page; ends on the page they start on. */
export async function walkInAs(page: Page, name: string, organization = 'harbor'): Promise<void> {
  await page.goto(`/sign-in/${organization}`);
  await page.getByRole('button', { name }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}
