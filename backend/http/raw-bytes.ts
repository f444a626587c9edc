import { SetMetadata } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { type Problem } from './problem.js';

export const BYTES = 'application/octet-stream';
export const TAKES_BYTES = 'alongside:takes-bytes';

/**
 * Declares a route that takes a file, as it is and nothing around it. Every other one takes JSON alone. Like JSON, such
 * a body can't be sent by another site's form.
 */
export const TakesBytes = (): MethodDecorator => SetMetadata(TAKES_BYTES, true);

/** A file is left on its way until the route reads it: who sends one without a right to has nothing read of theirs. */
export function letBytesWait(server: FastifyInstance): void {
  server.addContentTypeParser(BYTES, (_request, _payload, done) => done(null));
}

/** What somebody still sends after being told that it is too much is thrown away, up to this much; ours. */
const THROWN_AWAY_BYTES = 256 * 1024 * 1024;

/**
 * The file of a request, as it arrives. What is too much is not kept but still taken off the line: a browser reads the
 * answer only when it has sent what it was sending.
 *
 * @param most in bytes
 * @throws Problem `tooBig`, 413, at once where the request says so, else at the first byte too many
 */
export async function* bytesOf(
  { raw, headers }: FastifyRequest,
  most: number,
  tooBig: () => Problem,
): AsyncGenerator<Uint8Array> {
  if (Number(headers['content-length'] ?? 0) > most) throw tooBig();
  let length = 0;
  for await (const part of raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > most) {
      throwAway(raw);
      throw tooBig();
    }
    yield part;
  }
}

function throwAway(raw: Readable): void {
  let length = 0;
  raw.on('error', () => undefined);
  raw.on('data', (part: Buffer) => {
    length += part.length;
    if (length > THROWN_AWAY_BYTES) raw.destroy();
  });
}
