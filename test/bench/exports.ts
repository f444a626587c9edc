import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { v7 as newId } from 'uuid';
import { hashOf, newToken } from '../../backend/access/session-cookie.js';
import type { ServerProcess } from './processes.js';

const LOOK_AGAIN_MS = 100;

export interface ExportMeasured {
  format: string;
  rows: number;
  /** Of the file as it is saved, in MB. */
  megabytesLong: number;
  /** Rows a second, from the word to go until the file is there; and while it is saved. */
  madePerSecond: number;
  savedPerSecond: number;
  /** From the word to go until the last byte has arrived. */
  perSecond: number;
  /** What it adds to the process at most, in MB. */
  megabytes: number;
}

/** A year of contacts of everybody there is, on a process that has served nothing else. */
export async function measureExport(
  server: ServerProcess,
  token: string,
  format: 'csv' | 'xlsx',
): Promise<ExportMeasured> {
  const headers = {
    cookie: `session=${token}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  };
  const ask = async (path: string, method: string, body?: object): Promise<AsSaid> => {
    const answer = await fetch(server.url + path, { method, headers, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as AsSaid;
  };
  const exportId = newId();
  const today = new Date().toISOString().slice(0, 10);
  const from = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const before = (await server.memory()).now;
  const began = performance.now();
  await ask('/api/exports', 'POST', { exportId, kind: 'contacts', format, from, through: today });
  let file = await ask(`/api/exports/${exportId}`, 'GET');
  while (file.state !== 'ready') {
    if (file.state === 'failed') throw new Error('The export failed.');
    await pause(LOOK_AGAIN_MS);
    file = await ask(`/api/exports/${exportId}`, 'GET');
  }
  const made = performance.now();
  const length = await lengthOf(`${server.url}/api/exports/${exportId}/file`, headers);
  const saved = performance.now();
  if (length !== file.byteCount) throw new Error(`${length} bytes arrived of ${file.byteCount}.`);
  const rate = (ms: number): number => (file.rowCount / ms) * 1000;
  return {
    ...{ format, rows: file.rowCount, megabytesLong: length / 1024 / 1024 },
    ...{ madePerSecond: rate(made - began), savedPerSecond: rate(saved - made) },
    ...{ perSecond: rate(saved - began), megabytes: (await server.memory()).peak - before },
  };
}

interface AsSaid {
  state: string;
  rowCount: number;
  byteCount: number;
}

/** How many bytes arrive, none of them kept. */
async function lengthOf(url: string, headers: Record<string, string>): Promise<number> {
  const { body } = await fetch(url, { headers });
  let length = 0;
  for await (const part of body!) length += part.length;
  return length;
}

/** Somebody who may take it all out, signed in. */
export async function aTaker(superuserUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const token = newToken();
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO accounts (organization_id, id, role, sign_in_name, name, activated_at, created_at)
       SELECT id, uuidv7(), 'administrator', 'taker-' || uuidv7(), 'Taker', now(), now() FROM organizations
       RETURNING id`,
    );
    await client.query('SELECT start_session(organization_id, id, $2, now()) FROM accounts WHERE id = $1', [
      rows[0]!.id,
      hashOf(token),
    ]);
    return token;
  } finally {
    await client.end();
  }
}
