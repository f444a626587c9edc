import { v7 as newId } from 'uuid';
import { onVersion } from './words.js';
import type { Answer, Client } from '../support/client.js';
import type { TestServer } from '../support/server.js';

export const BYTES = { 'content-type': 'application/octet-stream' };

/** Rows as a CSV, the headers first. */
export const csvOf = (...rows: string[][]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');

export function sendFile(
  client: Client,
  kind: 'people' | 'contacts',
  file: string | Uint8Array,
  { moveId = newId() as string, fileName = 'caseload.csv', more = '' } = {},
): Promise<Answer> {
  const address = `/api/moving-in/${moveId}?kind=${kind}&fileName=${encodeURIComponent(fileName)}${more}`;
  return client.send('PUT', address, file, BYTES);
}

interface MatchedSo {
  /** By header; else as guessed. */
  fields?: Record<string, string | null>;
  dayOrder?: string;
  programId?: string | null;
  areNewPeople?: boolean;
}

/** Matches the columns as guessed, but for what is said, and has the rows tried. @returns the move after it */
export async function tryFile(
  server: TestServer,
  client: Client,
  move: Answer['body'],
  { fields = {}, ...more }: MatchedSo = {},
): Promise<Answer['body']> {
  const matching = {
    columns: move.columns.map(
      ({ index, name, guess }: { index: number; name: string; guess: string | null }) => ({
        index,
        field: name in fields ? fields[name] : guess,
      }),
    ),
    dayOrder: move.dayOrder,
    ...more,
  };
  const matched = await client.put(
    `/api/moving-in/${move.moveId}/matching`,
    matching,
    onVersion(move.version),
  );
  if (matched.status !== 200) return matched.body;
  await server.jobs.run('moving-in');
  return (await client.get(`/api/moving-in/${move.moveId}`)).body;
}

/** Has what is ready brought in. @returns the move after it */
export async function bringIn(
  server: TestServer,
  client: Client,
  move: Answer['body'],
  leaveOutRefused = false,
): Promise<Answer['body']> {
  const begun = await client.post(
    `/api/moving-in/${move.moveId}/go`,
    { leaveOutRefused },
    onVersion(move.version),
  );
  if (begun.status !== 200) return begun.body;
  await server.jobs.run('moving-in');
  return (await client.get(`/api/moving-in/${move.moveId}`)).body;
}

/** All of it, for a file of which nothing is refused. */
export async function moveIn(
  server: TestServer,
  client: Client,
  kind: 'people' | 'contacts',
  file: string | Uint8Array,
  matched: MatchedSo = {},
): Promise<Answer['body']> {
  const sent = await sendFile(client, kind, file);
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
  return bringIn(server, client, await tryFile(server, client, sent.body, matched));
}

/** Of the rows that are refused: their numbers with the codes. */
export async function refusalsOf(client: Client, moveId: string): Promise<Record<number, string[]>> {
  const { body } = await client.get(`/api/moving-in/${moveId}/rows?what=refused`);
  return Object.fromEntries(
    body.items.map(({ row, refusals }: { row: number; refusals: { code: string }[] }) => [
      row,
      refusals.map(({ code }) => code),
    ]),
  );
}
