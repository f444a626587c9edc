import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';

export type LogLevel = 'info' | 'warn' | 'silent';

/**
 * One line a request: which route, how it ended, how long it took. Never the address as it was typed, a body, a name
 * or an id of a person: the log may be read by people who may not know who is in the service.
 */
export function logRequests(server: FastifyInstance, level: LogLevel): void {
  const log = pino({ base: null, level });
  if (!log.isLevelEnabled('info')) return;
  server.addHook('onResponse', (request, reply, done) => {
    log.info({
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    });
    done();
  });
}
