import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Staff 12 hours, absolute: the database ends a session by its own clock; the cookie only goes with it. */
const MAX_AGE_SECONDS = 12 * 60 * 60;

/** A browser refuses the `__Host-` prefix over plain http, which is right for localhost alone. */
function nameFor(request: FastifyRequest): string {
  return isSecure(request) ? '__Host-session' : 'session';
}

function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https';
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** 256 bits that name a session; only their hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function sessionHashOf(request: FastifyRequest): Buffer | undefined {
  const token = request.cookies[nameFor(request)];
  return token ? hashOf(token) : undefined;
}

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(nameFor(request), token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(request),
    path: '/',
    maxAge: MAX_AGE_SECONDS,
  });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameFor(request), {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(request),
    path: '/',
  });
}
