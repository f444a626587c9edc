import { v7 as newId } from 'uuid';
import type { Answer, Client } from '../support/client.js';
import type { TestServer } from '../support/server.js';

/** What is asked for, under an id of its own. */
export const anExport = (more: object = {}) => ({
  exportId: newId(),
  kind: 'contacts',
  format: 'csv',
  ...more,
});

export const askFor = (client: Client, more: object = {}): Promise<Answer> =>
  client.post('/api/exports', anExport(more));

/** One pass of the job that writes files. */
export const writeExports = (server: TestServer): Promise<void> => server.jobs.run('exports');

/** Asks, has it written, and says its id. */
export async function exported(server: TestServer, client: Client, more: object = {}): Promise<string> {
  const { status, body } = await askFor(client, more);
  if (status !== 200) throw new Error(`Asking for a file answered ${status}: ${JSON.stringify(body)}`);
  await writeExports(server);
  return body.exportId as string;
}

export const take = (client: Client, exportId: string): Promise<Answer> =>
  client.get(`/api/exports/${exportId}/file`);

/** The text of a file that is asked for, written and taken. */
export async function fileOf(server: TestServer, client: Client, more: object = {}): Promise<string> {
  const { status, body } = await take(client, await exported(server, client, more));
  if (status !== 200) throw new Error(`Taking a file answered ${status}: ${JSON.stringify(body)}`);
  return body as string;
}

/** The bytes of a file, as a browser saves it. */
export async function bytesOf(server: TestServer, client: Client, exportId: string): Promise<Uint8Array> {
  const answer = await fetch(`${server.url}/api/exports/${exportId}/file`, {
    headers: { cookie: client.cookieNow(), 'sec-fetch-site': 'same-origin' },
  });
  return new Uint8Array(await answer.arrayBuffer());
}

/** What stands below the headers. */
export const linesOf = (file: string): string[] => file.trim().split('\r\n').slice(1);
