import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { makeCluster } from './cluster.js';
import { openDataFolder, keepSecrets, type DataFolder } from './data-folder.js';
import { closedFolder, databaseUser } from './database-user.js';
import { freePort } from './free-port.js';
import { UnusableDatabase } from './migrate.js';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { runningPort } from './postmaster.js';
import { type DatabaseUser, runAs } from './run-as.js';

export interface EmbeddedPostgres {
  port: number;
  folder: DataFolder;
  /** Whether it ran already. */
  isAdopted: boolean;
  /** A connection as superuser; the caller ends it. */
  superuser(database?: string): Promise<pg.Client>;
  /** Ends every connection and writes everything down; a second or two. */
  stop(): Promise<void>;
}

/**
 * Loopback only, and no socket file that another user of the machine could find. Its log is terse: the details of an
 * error would hold the whole row, and with it what somebody typed.
 */
const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  log_error_verbosity: 'terse',
};
const TRIES = 3;

/**
 * Starts the PostgreSQL of the npm package on a data folder, made when missing, or adopts the one that runs on it.
 * It is in a session of its own: it outlives the process that started it until `stop()`.
 *
 * @throws UnusableDatabase, in words for whoever starts it, when the folder or the system does not allow it.
 */
export async function startEmbeddedPostgres(
  dataFolder: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedPostgres> {
  const user = await databaseUser(join(dataFolder, 'postgres'));
  await refuseClosedFolder(user, dataFolder);
  const folder = await openDataFolder(dataFolder);
  // once more, for what was just made under a strict umask
  await refuseClosedFolder(user, folder.path);
  const binaries = await postgresBinaries(user, folder.path);
  await makeCluster(folder, binaries, user);
  await refuseOtherVersion(folder, binaries, user);

  const running = await runningPort(folder.cluster, folder.secrets.superuserPassword);
  const port = running ?? (await start(folder, binaries, user, { ...ALWAYS, ...settings }));
  return {
    port,
    folder,
    isAdopted: running !== undefined,
    superuser: async (database = 'postgres') => {
      const password = folder.secrets.superuserPassword;
      const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database });
      await client.connect();
      return client;
    },
    stop: async () => {
      await runAs(user, binaries.pgCtl, ['stop', '-D', folder.cluster, '-m', 'fast', '-w', '-t', '60']);
    },
  };
}

async function refuseClosedFolder(user: DatabaseUser | undefined, folder: string): Promise<void> {
  const closed = user && (await closedFolder(user, folder));
  if (!closed) return;
  throw new UnusableDatabase(
    `PostgreSQL refuses to run as root, so it runs as a user of its own, and that user may not enter ${closed}. ` +
      `Put the data where it may: DATA_DIR=/var/lib/alongside npm start`,
  );
}

async function refuseOtherVersion(
  { cluster, path }: DataFolder,
  { majorVersion }: PostgresBinaries,
  user: DatabaseUser | undefined,
): Promise<void> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version === majorVersion) return;
  if (!version)
    throw new UnusableDatabase(
      `The database in ${cluster} can't be read ${user ? 'by its user' : 'by this user'}; another user may have made it. ` +
        `Start as that user, or give this one a folder of its own with DATA_DIR.`,
    );
  throw new UnusableDatabase(
    `The data folder ${path} was written by PostgreSQL ${version}, and this version of Alongside brings PostgreSQL ` +
      `${majorVersion}, which can't read it. Nothing in it was touched: start the version of Alongside it belongs to, ` +
      `move the data with pg_dump, or name another folder with DATA_DIR.`,
  );
}

async function start(
  folder: DataFolder,
  binaries: PostgresBinaries,
  user: DatabaseUser | undefined,
  settings: Record<string, string>,
): Promise<number> {
  const log = join(folder.cluster, 'server.log');
  await rename(log, `${log}.before`).catch(() => undefined);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  for (let tries = 1; ; tries += 1) {
    const port = await freePort(tries === 1 ? folder.secrets.port : undefined);
    const { code, said } = await runAs(user, binaries.pgCtl, [
      ...['start', '-D', folder.cluster, '-l', log, '-w', '-t', '60'],
      ...['-o', [`-p ${port}`, ...options].join(' ')],
    ]);
    // another start of the same moment may have been quicker
    const running = code === 0 ? port : await runningPort(folder.cluster, folder.secrets.superuserPassword);
    if (running !== undefined) {
      await keepSecrets(folder.path, { ...folder.secrets, port: running });
      return running;
    }
    if (tries === TRIES) {
      const words = (await readFile(log, 'utf8').catch(() => said)).trim().split('\n').slice(-5).join('\n');
      throw new UnusableDatabase(`PostgreSQL does not start on ${folder.cluster}. Its last words:\n${words}`);
    }
  }
}
