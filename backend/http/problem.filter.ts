import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';
import { problemOfConstraint } from './constraint-problem.js';
import { setSecurityHeaders } from './security-headers.js';

const TITLES: Record<number, string> = {
  400: 'This could not be read',
  401: 'Sign in to go on',
  403: 'Not open to you',
  404: 'Not found',
  405: 'Not possible here',
  409: 'This does not fit with what is there',
  412: 'Somebody changed this meanwhile',
  413: 'Too much at once',
  415: 'This could not be read',
  422: 'Something needs another look',
  428: 'The version is missing',
  429: 'Please wait a moment',
  500: 'Something went wrong on our side',
  503: 'Not ready yet',
};

/** Writes every refusal and failure as `application/problem+json`. Failures are logged whole and told bare. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = asProblem(thrown);
    if (problem.status >= 500) this.logger.error(describe(thrown));
    answerWith(problem, request, reply);
  }
}

/** Writes a refusal as it is told. */
export function answerWith(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  const { retryAfterSeconds, facts, ...more } = problem.more;
  if (retryAfterSeconds) void reply.header('retry-after', String(retryAfterSeconds));
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send({
      type: 'about:blank',
      title: TITLES[problem.status] ?? 'This did not work',
      status: problem.status,
      code: problem.code,
      detail: problem.detail,
      requestId: request.id,
      ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
      ...more,
      ...facts,
    });
}

/** For an address that cannot be read at all: no route, no hook and no filter comes to see it. */
export function answerUnreadableAddress(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  setSecurityHeaders(request, reply);
  answerWith(nothingThere(), request, reply);
}

function nothingThere(): Problem {
  return new Problem(404, 'page-not-found', 'There is nothing at this address.');
}

function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const fromDatabase = problemOfConstraint(thrown);
  if (fromDatabase) return fromDatabase;
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
  switch (status) {
    case 400:
      return new Problem(400, 'json-broken', 'This was not readable JSON. Nothing was saved.');
    case 404:
      return nothingThere();
    case 413:
      return new Problem(
        413,
        'body-too-large',
        'This is more than can be taken at once (512 kB). Nothing was saved.',
      );
    case 415:
      return new Problem(415, 'json-expected', 'Send this as application/json.');
    default:
      return new Problem(
        500,
        'server-failed',
        'This did not work, and it is our fault. Nothing was saved; please try again.',
      );
  }
}

function statusOf(thrown: unknown): number {
  return typeof thrown === 'object' && thrown && 'statusCode' in thrown ? Number(thrown.statusCode) : 500;
}

/** A database error's text can hold what a person typed (the failing row), so only its code and place are logged. */
function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const { code, constraint, table, routine } = thrown as {
    code?: string;
    constraint?: string;
    table?: string;
    routine?: string;
  };
  const place = thrown.stack?.split('\n').slice(1, 8).join('\n');
  return code
    ? `database error ${code} ${table ?? ''} ${constraint ?? ''} ${routine ?? ''}\n${place}`
    : `${thrown.name}: ${thrown.message}\n${place}`;
}
