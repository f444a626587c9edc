import { Readable } from 'node:stream';
import pg from 'pg';

/** What node-pg needs of a query that speaks more of the protocol than rows. */
interface Connection {
  query(text: string): void;
  stream: { pause(): void; resume(): void };
}

/**
 * `WAL`: with it the copy is whole by itself, as of the moment it ended, whatever was written meanwhile. The slot keeps
 * that WAL from being recycled under a long copy, and goes with the connection.
 * https://www.postgresql.org/docs/18/protocol-replication.html
 */
const KEEP_WAL = `CREATE_REPLICATION_SLOT "alongside_backup_${process.pid}" TEMPORARY PHYSICAL RESERVE_WAL`;
const BASE_BACKUP = `BASE_BACKUP (LABEL 'alongside', PROGRESS true, CHECKPOINT 'fast', WAL true, MANIFEST 'yes',
  MANIFEST_CHECKSUMS 'SHA256')`;

/** PostgreSQL's own copy of a running cluster. */
export interface BaseBackup {
  /** A tar of its folder; reading it is what makes the server send more. */
  tar: Readable;
  /** The checksums of its files, there once the tar was read to its end. */
  manifest(): Buffer;
  /** Bytes, as PostgreSQL expects them. */
  expectedSize(): number;
  end(): Promise<void>;
}

/** @param url a login that may replicate; the server lets go of it when its connection ends */
export async function startBaseBackup(url: string): Promise<BaseBackup> {
  const settings = { connectionString: url, replication: 'true' };
  const client = new pg.Client(settings);
  // whoever reads the tar is told
  client.on('error', () => undefined);
  await client.connect();
  await client.query(KEEP_WAL);
  const receiving = new Receiving();
  client.query(receiving);
  return {
    tar: receiving.tar,
    manifest: () => Buffer.concat(receiving.manifest),
    expectedSize: () => receiving.expectedSize,
    end: () => client.end().catch(() => undefined),
  };
}

class Receiving {
  readonly manifest: Buffer[] = [];
  expectedSize = 0;
  private connection: Connection | undefined;
  private isManifest = false;
  private resultCount = 0;
  readonly tar = new Readable({ read: () => this.connection?.stream.resume() });

  submit(connection: unknown): void {
    this.connection = connection as Connection;
    this.connection.query(BASE_BACKUP);
  }

  handleRowDescription(): void {
    this.resultCount += 1;
  }

  /** Where the WAL begins; then a row for each tablespace with its size in kB; at the end where the WAL ends. */
  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (this.resultCount !== 2) return;
    this.expectedSize += Number(fields[2]) * 1024;
    if (fields[0]) this.tar.destroy(new Error('The database has a tablespace outside of its folder.'));
  }

  /** The first byte says what follows: n(ew archive), m(anifest), d(ata), p(rogress). */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    const kind = String.fromCharCode(chunk[0] ?? 0);
    if (kind === 'm') this.isManifest = true;
    if (kind !== 'd') return;
    // the parser's own buffer is used again for what comes next
    const data = Buffer.from(chunk.subarray(1));
    if (this.isManifest) this.manifest.push(data);
    else if (!this.tar.push(data)) this.connection?.stream.pause();
  }

  handleReadyForQuery(): void {
    this.tar.push(null);
  }

  handleError(error: Error): void {
    this.tar.destroy(error);
  }

  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}
