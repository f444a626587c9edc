import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { isId } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import { BYTES, TAKES_BYTES } from '../http/raw-bytes.js';
import { ACCESS, ACTS_AS, type CallerRequest, UNATTENDED } from './caller.js';
import type { Role } from './roles.js';

const READS = ['GET', 'HEAD'];
const JSON_TYPE = 'application/json';

/** Before everything: is the route open to anyone, or is there a session; and does a change come from our own pages? */
@Injectable()
export class AccessGuard extends AuthGuard('session') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const takes = this.reflector.get<boolean | undefined>(TAKES_BYTES, context.getHandler())
      ? BYTES
      : JSON_TYPE;
    if (!READS.includes(request.method)) refuseOtherSites(request, takes);
    const access = this.reflector.getAllAndOverride<readonly Role[] | 'anyone' | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Error(`No access is declared for ${request.method} ${request.routeOptions.url}.`);
    if (access === 'anyone') return true;
    await super.canActivate(context);
    const { sessionHash } = (request as unknown as { user: { sessionHash: Buffer } }).user;
    const { id } = (request.params ?? {}) as { id?: string };
    request.caller = {
      sessionHash,
      roles: access,
      asked: `${context.getClass().name.replace('Controller', '').toLowerCase()}.${context.getHandler().name}`,
      subjectId: isId(id) ? id : null,
      requestId: request.id,
      actsAs: request.headers[ACTS_AS]?.toString() ?? null,
      isActivity: request.headers[UNATTENDED] === undefined,
    };
    return true;
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error || !user)
      throw new Problem(401, 'session-missing', 'Sign in to go on. What you typed is kept.');
    return user;
  }
}

/** A change is JSON, or where a route says so a file, and comes from our own pages: Fetch Metadata says so, or, in browsers without it, Origin does. */
function refuseOtherSites(request: CallerRequest, takes: string): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const isOurs = site
    ? site === 'same-origin'
    : origin !== undefined && URL.parse(origin)?.host === request.headers.host;
  if (!isOurs) throw new Problem(403, 'other-site', 'Changes are only taken from this site’s own pages.');
  const type = request.headers['content-type'];
  if (type && !type.startsWith(takes))
    throw takes === JSON_TYPE
      ? new Problem(415, 'json-expected', 'Send this as application/json.')
      : new Problem(415, 'bytes-expected', 'Send the file itself, as application/octet-stream.');
}
