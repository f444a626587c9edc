import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownPages } from './own-pages.js';

/** A file whose name carries its content's hash never changes. */
const HASHED = /-[\w-]{8}\.(js|css|svg|woff2)$/;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Serves the built pages. Every address that is no file and not the API's is the app itself, stamped with the
 * response's nonce; files are sent as they were compressed when built. Participants have an app of their own.
 */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  const page = readFileSync(index, 'utf8').split('CSP_NONCE');
  const ownFolder = join(folder, '../own');
  const own = ownPages(ownFolder);
  await server.register(fastifyStatic, {
    root: own ? [folder, ownFolder] : folder,
    index: false,
    wildcard: false,
    preCompressed: true,
    globIgnore: ['index.html', 'first-pages.json', '3rdpartylicenses.txt'],
    cacheControl: false,
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        HASHED.test(path.replace(/\.(br|gz)$/, ''))
          ? `public, max-age=${YEAR_SECONDS}, immutable`
          : 'no-cache',
      ),
  });
  server.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/') || path.startsWith('/health/') || /\.[a-z0-9]+$/i.test(path))
      return reply.callNotFound();
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send((own?.isTheirs(path) ? own.pageFor(request) : page).join(reply.nonce));
  });
}
