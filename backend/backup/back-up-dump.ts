import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';
import pg from 'pg';
import { ABOUT, type BackupAbout, type BackupManifest, type Member } from './backup-about.js';
import { findProgram, startProgram } from './pg-programs.js';
import { holdingsOf } from './holdings.js';
import type { Progress } from './progress.js';
import { MANIFEST } from './read-backup.js';
import { whole } from './whole.js';

/** A tar says a file's size before its content, and a dump's is known at its end: it goes in parts. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * Every table belongs to caseload_owner, whose policies let it see all rows; row-level security is forced on it all the
 * same, so it is left on (pg_dump would refuse otherwise). Roles are no part of a dump: `makeRoles` makes them.
 */
export const DUMP = ['--format=custom', '--compress=0', '--enable-row-security', '--role=caseload_owner'];

/**
 * A dump of the one database, by PostgreSQL's own pg_dump.
 *
 * @param url the owner's login
 */
export async function backUpDump<T>(
  url: string,
  now: Date,
  env: NodeJS.ProcessEnv,
  progress: Progress,
  write: (about: BackupAbout, members: AsyncIterable<Member>) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c role=caseload_owner' });
  await client.connect();
  let about: BackupAbout;
  let size: number;
  try {
    about = { format: 1, kind: 'dump', madeAt: now.toISOString(), ...(await holdingsOf(client)) };
    const { rows } = await client.query<{ size: number }>(
      'SELECT pg_database_size(current_database())::float8 AS size',
    );
    size = rows[0]?.size ?? 0;
  } finally {
    await client.end();
  }
  const program = await findProgram('pg_dump', Number.parseInt(about.postgres), env);
  const { child, ended } = startProgram(program, DUMP, url, env);
  try {
    return await write(
      about,
      membersOf(about, child.stdout!, ended, (done) => progress(done, size)),
    );
  } finally {
    child.kill();
  }
}

async function* membersOf(
  about: BackupAbout,
  dump: Readable,
  ended: Promise<void>,
  progress: (done: number) => void,
): AsyncGenerator<Member> {
  yield whole(ABOUT, Buffer.from(`${JSON.stringify(about, null, 2)}\n`));
  const manifest: BackupManifest = { Files: [] };
  let done = 0;
  for await (const part of partsOf(dump)) {
    const name = String(manifest.Files.length + 1).padStart(8, '0');
    const Checksum = createHash('sha256').update(part).digest('hex');
    manifest.Files.push({ Path: name, Size: part.length, Checksum });
    yield whole(`dump/${name}`, part);
    progress((done += part.length));
  }
  // a dump that broke off has no list, and so is no backup
  await ended;
  yield whole(`dump/${MANIFEST}`, Buffer.from(`${JSON.stringify(manifest)}\n`));
}

async function* partsOf(dump: Readable): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of dump as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length < PART_BYTES) continue;
    yield Buffer.concat(chunks);
    chunks = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(chunks);
}
