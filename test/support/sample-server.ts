import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type pg from 'pg';
import type { Page } from 'playwright-core';
import type { Role } from '../../backend/access/roles.js';
import type { OrganizationAtTheDoor } from '../../backend/access/sign-in.dto.js';
import { startServer } from '../../backend/main.js';
import { asOwner, cloneOf } from './database.js';
import { sampleTemplate } from './sample-template.js';
import { startBuilt } from './started.js';

export interface SampleServer {
  url: string;
  /** The owner's connection, past the server. */
  database: pg.Client;
  /** The owner's URL of that database, for our own commands. */
  databaseUrl: string;
  /** A second process on the same database, as behind a load balancer; @returns its address */
  another(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * The product as a newcomer meets it: the built pages, API and the sample organization, on a database of this test
 * file's own. Once for a file, in `beforeAll`.
 *
 * The server runs in this process (decision 31), unless it has settings: those are read from the environment of a
 * process of its own.
 *
 * @param settings of the environment, beside those of every journey
 */
export async function startSampleServer(settings: Record<string, string> = {}): Promise<SampleServer> {
  const database = await cloneOf(await sampleTemplate(), `journey_${randomUUID().slice(0, 8)}`);
  const stops: (() => Promise<void>)[] = [];
  const url = await (Object.keys(settings).length > 0 ? ofItsOwn() : inThisProcess());
  const owner = await asOwner(database);
  stops.push(() => owner.end());
  return {
    url,
    database: owner,
    databaseUrl: database.migration,
    another: ofItsOwn,
    stop: async () => {
      for (const stop of stops.splice(0).reverse()) await stop();
    },
  };

  async function inThisProcess(): Promise<string> {
    const server = await startServer({
      databaseUrl: database.runtime,
      port: 0,
      host: '127.0.0.1',
      pages: resolve('dist/frontend/browser'),
      logLevel: 'silent',
      runsJobs: true,
    });
    stops.push(() => server.close());
    return server.url;
  }

  function ofItsOwn(): Promise<string> {
    const started = startBuilt({ DATABASE_URL: database.migration, ...settings });
    stops.push(async () => {
      started.signal('SIGTERM');
      const { code, said } = await started.ended;
      if (code !== 0) throw new Error(`The server had ended by itself. Its last words:\n${said}`);
    });
    return started.ready;
  }
}

/** Walks in as one of the sample people by the sign-in page, which remembers how they came; ends on their first page. */
export async function walkInByTheDoor(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in/harbor');
  await page.getByRole('button', { name }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** The page that somebody of this role begins with. */
const FIRST_PAGE: Record<Role, string> = {
  coach: '/today',
  supervisor: '/team',
  administrator: '/people',
  participant: '/home',
};

/**
 * As `walkInByTheDoor`, past the sign-in page: opening that costs as much as all that follows. What depends on how one
 * came, as signing in again on the same page, is not to be looked at after it.
 */
export async function walkInAs(page: Page, name: string, organization = 'harbor'): Promise<void> {
  const door = await page.request.get(`/api/sign-in/${organization}`);
  const { samplePeople } = (await door.json()) as OrganizationAtTheDoor;
  const { accountId, role } = samplePeople.find((person) => person.name.startsWith(name))!;
  await page.request.post('/api/sign-in/sample', {
    data: { organization, accountId },
    // as every request of our own pages says
    headers: { 'sec-fetch-site': 'same-origin' },
    failOnStatusCode: true,
  });
  await page.goto(FIRST_PAGE[role]);
}
