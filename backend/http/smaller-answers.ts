import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Bytes. Below this, packing costs a phone more than it saves. */
const WORTH_IT = 2_048;
const pack = promisify(gzip);

/**
 * Long JSON answers go out packed to whoever takes them so: Today of a full caseload is a quarter of its size then.
 * Another site can't have a session's answers made, let alone measured: its cookie is SameSite=Strict.
 */
export function sendSmallerAnswers(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const isJson = String(reply.getHeader('content-type') ?? '').startsWith('application/json');
    if (!isJson || typeof payload !== 'string' || payload.length < WORTH_IT) return payload;
    reply.header('vary', 'Accept-Encoding');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload;
    const packed = await pack(payload);
    reply.header('content-encoding', 'gzip').header('content-length', packed.length);
    return packed;
  });
}
