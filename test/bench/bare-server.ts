/**
 * The same work without a framework and without row-level security: node:http, pg, hand-written SQL. It connects as a
 * role that row-level security does not hold back, so reach is a condition in its own statements.
 *
 * DATABASE_URL and PORT; says "ready" when it listens.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer, asAsker, type Asker, pool, Refused } from './bare-database.js';
import { caseload } from './bare-caseload.js';
import { logContact } from './bare-log-contact.js';
import { overview } from './bare-overview.js';
import { timeline } from './bare-timeline.js';
import { today } from './bare-today.js';

const connections = pool(process.env['DATABASE_URL'] ?? '');

type Use = (asker: Asker, last: (sent: Promise<unknown>) => void) => Promise<Answer>;

async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  const token = /(?:^|; )session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  if (!token) throw new Refused(401);
  const { method, url = '' } = request;
  const ask = (role: string, use: Use) => asAsker(connections, token, role, randomUUID(), use);
  if (method === 'GET' && url === '/api/caseload') return { status: 200, body: await ask('coach', caseload) };
  if (method === 'GET' && url === '/api/today') return { status: 200, body: await ask('coach', today) };
  if (method === 'GET' && url === '/api/team')
    return { status: 200, body: await ask('supervisor', overview) };
  if (method === 'POST' && url === '/api/contacts') {
    const asked = JSON.parse(await bodyOf(request)) as Parameters<typeof logContact>[0];
    return { status: 201, body: await ask('coach', (asker, last) => logContact(asked, asker, last)) };
  }
  const participantId = /^\/api\/participants\/([0-9a-f-]{36})\/timeline$/.exec(url)?.[1];
  if (method === 'GET' && participantId)
    return { status: 200, body: await ask('coach', (asker) => timeline(participantId, asker)) };
  throw new Refused(404);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
  });
  response.end(bytes);
}

createServer((request, response) => {
  answer(request).then(
    ({ status, body }) => send(response, status, body),
    (error: unknown) => {
      const status = error instanceof Refused ? error.status : 500;
      if (status === 500) console.error(error);
      send(response, status, { status });
    },
  );
}).listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
