import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { SignInService } from './sign-in.service.js';

@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly signIn: SignInService) {
    super({ usernameField: 'signInName', passwordField: 'password', passReqToCallback: true });
  }

  validate(request: FastifyRequest, signInName: unknown, password: unknown): Promise<object> {
    const { organization } = request.body as { organization?: unknown };
    return this.signIn.verify(
      { organization: String(organization), signInName: String(signInName), password: String(password) },
      request.ip,
    );
  }
}
