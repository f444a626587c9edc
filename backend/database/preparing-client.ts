import type { Duplex } from 'node:stream';
import pg from 'pg';

/** Names by statement, by role. */
const names = new Map<string, Map<string, string>>();
let nameCount = 0;

/** Far above the number of statements the code holds; a bound all the same, so that nothing can fill the server. */
const MOST_STATEMENTS = 2000;

/**
 * A client that prepares each parametrized statement once per connection and reuses its plan. Policies make plans
 * costly (every table of a query brings its conditions along), so planning anew each time would cost more than running.
 *
 * A plan holds for one role: asked under another, the same statement would be planned anew, back and forth with every
 * change of role on the connection. So each role has its own.
 *
 * What is asked together leaves together, in one write: writing to a socket costs more than making what is written.
 */
export class PreparingClient extends pg.Client {
  /** Whom the connection acts as now, empty for the bare login. */
  actingRole = '';
  private isHeldBack = false;

  // pg's query has a dozen overloads; this passes all but one of them on untouched.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  override query(...args: any[]): any {
    this.holdBack();
    const [text, values] = args as unknown[];
    if (typeof text === 'string' && Array.isArray(values) && values.length > 0) {
      const name = nameOf(this.actingRole, text);
      if (name) return super.query({ name, text, values });
    }
    return super.query(...(args as [string]));
  }

  /** Until whoever asks now has asked everything; `nextTick` comes after the promises that are ready. */
  private holdBack(): void {
    if (this.isHeldBack) return;
    const { stream } = (this as unknown as { connection: { stream: Duplex } }).connection;
    this.isHeldBack = true;
    stream.cork();
    process.nextTick(() => {
      this.isHeldBack = false;
      stream.uncork();
    });
  }
}

function nameOf(role: string, text: string): string | undefined {
  const ofRole = names.get(role) ?? new Map<string, string>();
  names.set(role, ofRole);
  const known = ofRole.get(text);
  if (known !== undefined || nameCount >= MOST_STATEMENTS) return known;
  const name = `s${(nameCount += 1)}`;
  ofRole.set(text, name);
  return name;
}
