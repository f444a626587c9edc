import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, realpath, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnusableDatabase } from './migrate.js';

/** What is kept beside the cluster, readable by its owner alone. */
export interface KeptSecrets {
  superuserPassword: string;
  ownerPassword: string;
  /** The port of the last start, so that a psql put to it keeps working. */
  port?: number;
}

export interface DataFolder {
  /** Without symbolic links: PostgreSQL and /proc name folders so. */
  path: string;
  /** Where PostgreSQL keeps its files. */
  cluster: string;
  secrets: KeptSecrets;
}

export const SECRETS = 'alongside.json';

/** Inside the data folder, while a backup is being brought back; what it replaces is in `before-restore-…`. */
export const RESTORING = 'restoring';

/**
 * The folder of the embedded database, made when missing.
 *
 * @throws UnusableDatabase when it holds something else, or may not be read.
 */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  try {
    await mkdir(folder, { recursive: true });
    const path = await realpath(folder);
    const secrets = await keptSecrets(path);
    // a system user of the database passes through on the way to its own folder inside
    if (process.getuid?.() === 0) await chmod(path, 0o711);
    return { path, cluster: join(path, 'postgres'), secrets };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS' && code !== 'ENOTDIR' && code !== 'EEXIST')
      throw error;
    throw new UnusableDatabase(
      `The data folder ${folder} can't be read and written by this user (${code}); it may have been made by another one. ` +
        `Start as that user, or give this one a folder of its own with DATA_DIR.`,
    );
  }
}

/** Remembers the port without ever leaving half a file behind. */
export async function keepSecrets(path: string, secrets: KeptSecrets): Promise<void> {
  const half = join(path, `${SECRETS}.half`);
  await writeFile(half, `${JSON.stringify(secrets)}\n`, { mode: 0o600 });
  await rename(half, join(path, SECRETS));
}

async function keptSecrets(path: string): Promise<KeptSecrets> {
  const entries = await readdir(path);
  if (entries.includes(SECRETS))
    return JSON.parse(await readFile(join(path, SECRETS), 'utf8')) as KeptSecrets;
  if (entries.includes(RESTORING))
    throw new UnusableDatabase(
      `Bringing back a backup was interrupted in ${path}. Run npm run restore again; what was there before it is kept.`,
    );
  if (entries.some((entry) => !entry.startsWith(SECRETS)))
    throw new UnusableDatabase(
      `The data folder ${path} holds something that is not Alongside's (${entries.slice(0, 3).join(', ')}). ` +
        `Nothing in it was touched: give Alongside an empty folder, or one that does not exist yet, with DATA_DIR.`,
    );
  const secrets = { superuserPassword: secret(), ownerPassword: secret() };
  await keepSecrets(path, secrets);
  return secrets;
}

const secret = (): string => randomBytes(24).toString('base64url');
