import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

/** Deeper than any form of ours; what comes after walks through a body by calling itself and would run out of stack. */
const DEEPEST = 32;

/** Refuses a body of lists in lists in lists, which is small to send and costly to read. */
export function refuseDeepJson(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    if (isDeeper(request.body, DEEPEST))
      throw new Problem(
        400,
        'json-too-deep',
        'This is nested more deeply than anything here. Nothing was saved.',
      );
    done();
  });
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const each of Object.values(value)) if (isDeeper(each, levels - 1)) return true;
  return false;
}
