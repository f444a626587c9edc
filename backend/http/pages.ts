import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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
    // a name that carries its content needs no other mark of it, and the few others are small
    etag: false,
    lastModified: false,
    acceptRanges: false,
    setHeaders: (reply, path) => {
      // said a dozen times with a first page, and HTTP/1.1 keeps its connections without it
      reply.raw.removeHeader('connection');
      const name = path.replace(/\.(br|gz)$/, '');
      reply.header('cache-control', HASHED.test(name) ? `max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });
  server.get('/*', (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/') || path.startsWith('/health/') || /\.[a-z0-9]+$/i.test(path))
      return reply.callNotFound();
    void reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store');
    return sendSmaller(request, reply, (own?.isTheirs(path) ? own.pageFor(request) : page).join(reply.nonce));
  });
}

function sendSmaller(request: FastifyRequest, reply: FastifyReply, html: string): FastifyReply {
  void reply.header('vary', 'Accept-Encoding');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(html);
  return reply.header('content-encoding', 'gzip').send(gzipSync(html));
}
