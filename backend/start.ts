/** The whole of Alongside in one process: database, migrations, sample, API and pages. `npm start` ends here. */
import pg from 'pg';
import { databaseUrls, type DatabaseUrls } from './database/database-urls.js';
import { embeddedDatabaseToServe } from './database/embedded-database.js';
import { isFree } from './database/free-port.js';
import { migrate, UnusableDatabase } from './database/migrate.js';
import { reach } from './database/reach.js';
import { startServer } from './main.js';
import { makeSample, SAMPLE_PASSWORD } from './sample/make-sample.js';
import { CannotStart } from './cannot-start.js';
import { listeningHost, startSettings, type StartSettings } from './start-settings.js';

/** Closing a server with open streams takes no longer than this before its database goes too. */
const CLOSING_MS = 3_000;

const ORPHANED_MS = 300;

/** What is open, and has to be closed in the opposite order. */
const open: (() => Promise<void>)[] = [];
let stopping: Promise<never> | undefined;

// a terminal sends Ctrl-C to every process in front and npm passes it on as well: only the first one counts
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void (stopping ??= stop(0)));

// npm killed outright passes nothing on: its child finds itself under another parent, and stops as if it was told to
const parent = process.ppid;
if (process.env['npm_lifecycle_event'])
  setInterval(() => process.ppid !== parent && void (stopping ??= stop(0)), ORPHANED_MS).unref();

async function stop(code: number): Promise<never> {
  await started;
  for (const close of open.reverse()) await close().catch(() => undefined);
  process.exit(code);
}

const started = start().catch((error: unknown) => {
  if (stopping) return;
  console.error(inWords(error));
  stopping = stop(1);
});

async function start(): Promise<void> {
  const settings = startSettings(process.env);
  const urls = await openDatabase(settings);
  if (settings.port && !(await isFree(settings.port, settings.host ?? '127.0.0.1')))
    throw new CannotStart(
      `Port ${settings.port} is taken by another program. Stop that one, or name another port: PORT=3001 npm start`,
    );
  await migrate(urls);
  await reach(urls.runtime, 'DATABASE_URL');
  if (stopping) return;
  if (settings.sample) await makeSample(urls.migration, new Date());
  if (stopping) return;
  const isSample = await holdsSample(urls.runtime);
  const server = await startServer({
    databaseUrl: urls.runtime,
    port: settings.port,
    host: listeningHost(settings.host, isSample),
    trustProxy: settings.trustProxy,
    messages: settings.messages,
    runsJobs: true,
  });
  open.push(() => Promise.race([server.close(), new Promise<void>((done) => setTimeout(done, CLOSING_MS))]));
  const url = server.url.replace('//0.0.0.0:', '//localhost:');
  console.log(`\nAlongside is ready at ${url}`);
  if (isSample)
    console.log(
      `It holds the sample organization: choose one of its people at ${url}/sign-in/harbor, ` +
        `or sign in as rosa (coach), sam (supervisor), ada (administrator) or theo (participant) ` +
        `with the password ${SAMPLE_PASSWORD}`,
    );
}

async function holdsSample(runtimeUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: runtimeUrl });
  await client.connect();
  const { rows } = await client.query<{ here: boolean }>('SELECT sample_is_here() AS here');
  await client.end();
  return rows[0]?.here === true;
}

async function openDatabase(settings: StartSettings): Promise<DatabaseUrls> {
  if (settings.databaseUrl) {
    if (settings.migrationDatabaseUrl) await reach(settings.migrationDatabaseUrl, 'MIGRATION_DATABASE_URL');
    else await reach(settings.databaseUrl, 'DATABASE_URL');
    return databaseUrls(settings.databaseUrl, settings.migrationDatabaseUrl);
  }
  const database = await embeddedDatabaseToServe(settings.dataFolder, `http://localhost:${settings.port}`);
  open.push(() => database.close());
  return databaseUrls(database.url);
}

/** What a person can act on stands alone; anything else is a defect of ours and shows where it happened. */
function inWords(error: unknown): unknown {
  if (error instanceof CannotStart || error instanceof UnusableDatabase) return `\n${error.message}\n`;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return `\nThe port was taken by another program a moment ago. Start again, or name another one with PORT.\n`;
  return error;
}
