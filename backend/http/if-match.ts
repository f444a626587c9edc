import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

function versionSent(context: ExecutionContext): number | undefined {
  const sent = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  const version = /^"?(\d{1,9})"?$/.exec(sent ?? '')?.[1];
  return version === undefined ? undefined : Number(version);
}

/** The version that an edit was made on, from `If-Match: "3"`. Without it the edit is refused (428). */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const version = versionSent(context);
  if (version === undefined)
    throw new Problem(428, 'version-missing', 'Say which version you edited: If-Match with its number.');
  return version;
});

/** The same where the record may be new: nothing sent means that there was none. */
export const IfMatchOrNew = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionSent(context),
);
