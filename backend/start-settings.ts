import { resolve } from 'node:path';
import { CannotStart } from './cannot-start.js';
import type { MessageSettings } from './messages/message-settings.js';
import { startMessageSettings } from './start-message-settings.js';

export interface StartSettings {
  port: number;
  /** Undefined: every address of the machine, or this machine alone for a server that holds the sample. */
  host: string | undefined;
  /** Folder of the embedded PostgreSQL; unused with a database URL. */
  dataFolder: string;
  databaseUrl: string | undefined;
  migrationDatabaseUrl: string | undefined;
  /** Fill an empty database with the sample organizations. */
  sample: boolean;
  trustProxy: string | undefined;
  messages: MessageSettings;
}

/** Reads the settings of the environment: PORT, HOST, DATA_DIR, DATABASE_URL, MIGRATION_DATABASE_URL, SAMPLE, TRUST_PROXY, and how messages leave. */
export function startSettings(env: NodeJS.ProcessEnv): StartSettings {
  const port = env['PORT'] ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new CannotStart(
      `PORT is ${JSON.stringify(port)}, which is no port: a whole number from 0 to 65535 is.`,
    );
  const databaseUrl = env['DATABASE_URL'] || undefined;
  const sample =
    env['SAMPLE'] === '1' || (!databaseUrl && env['NODE_ENV'] !== 'production' && env['SAMPLE'] !== '0');
  return {
    port: Number(port),
    host: env['HOST'] || undefined,
    dataFolder: resolve(env['DATA_DIR'] || 'data'),
    databaseUrl,
    migrationDatabaseUrl: env['MIGRATION_DATABASE_URL'] || undefined,
    sample,
    trustProxy: env['TRUST_PROXY'] || undefined,
    messages: startMessageSettings(env),
  };
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Where to listen. The sample people sign in with one click, so a server that holds them answers this machine alone.
 *
 * @throws CannotStart when HOST asks for more
 */
export function listeningHost(host: string | undefined, holdsSample: boolean): string {
  if (!holdsSample) return host ?? '0.0.0.0';
  if (!host || LOOPBACK.has(host)) return host ?? '127.0.0.1';
  throw new CannotStart(
    `This database holds the sample organization, which anyone can sign in to, so its server answers this machine ` +
      `alone, not HOST=${host}. Leave HOST out, or use a database without the sample (SAMPLE=0 and an empty DATA_DIR).`,
  );
}
