import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Role } from './roles.js';

/** Who calls, as far as the request tells: the door asks the database who that is, and whether the session still holds. */
export interface Caller {
  sessionHash: Buffer;
  /** The roles this route is for. */
  roles: readonly Role[];
  /** What was asked for, `contacts.log`, for the trail of a refusal. */
  asked: string;
  /** The record in the address, if the address names one. */
  subjectId: string | null;
  requestId: string;
  /** The role that the page believes it acts in; null where it says none. */
  actsAs?: string | null;
  /** Whether a person is behind it. What a page asks for by itself does not keep a session awake. */
  isActivity: boolean;
}

/** The header with which a page says that nobody asked: it looks again because something changed. */
export const UNATTENDED = 'alongside-unattended';

/** The header with which a page says whose app it is: another tab may have changed the session's role meanwhile. */
export const ACTS_AS = 'alongside-acts-as';

export const ACCESS = 'alongside:access';

/** Declares whom a route is for. A route that declares nothing is refused. */
export const For = (...roles: Role[]): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, roles);

/** Declares a route that needs no session. */
export const ForAnyone = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, 'anyone');

export interface CallerRequest extends FastifyRequest {
  caller?: Caller;
}

/** The caller of a route that is `For` somebody. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<CallerRequest>();
  if (!caller) throw new Error('@By() stands on a route that is for anyone.');
  return caller;
});
