import { type ArgumentsHost, Catch, Injectable } from '@nestjs/common';
import { ProblemFilter } from '../http/problem.filter.js';
import { Problem } from '../http/problem.js';
import type { CallerRequest } from './caller.js';
import { Door } from './door.js';

/** What is wrong with what was sent: told only to those who might have sent it. */
const ABOUT_INPUT = [422, 428];

/**
 * Who somebody is comes before what they sent. Input is read before the database is asked who calls (that rides in
 * the use case's own transaction), so a refusal of input asks now: whose session has ended, or whose role the route
 * is not for, hears that instead.
 */
@Catch()
@Injectable()
export class RefusalFilter extends ProblemFilter {
  constructor(private readonly door: Door) {
    super();
  }

  override catch(thrown: unknown, host: ArgumentsHost): void {
    const { caller } = host.switchToHttp().getRequest<CallerRequest>();
    if (!caller || !(thrown instanceof Problem) || !ABOUT_INPUT.includes(thrown.status))
      return super.catch(thrown, host);
    this.door
      .asActor(caller, () => Promise.resolve())
      .then(
        () => super.catch(thrown, host),
        (refusal: unknown) => super.catch(refusal, host),
      );
  }
}
