import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { appendToTrail, type TrailEntry } from '../audit/trail.js';
import { Clock, dayIn } from '../clock/clock.js';
import { problemOfConstraint } from '../http/constraint-problem.js';
import { notFound, Problem } from '../http/problem.js';
import type { Caller } from './caller.js';
import { actAs, markInTransaction, watchQueries } from './in-transaction.js';
import type { Role } from './roles.js';
import { actsAsAnother, sessionGone } from './session-gone.js';
import { type Asker, standingAs } from './standing-as.js';
import { type Jobbing, type Opening, unasked } from './unasked.js';

/** Who acts in a transaction, when, and on which calendar day in the organization's zone. */
export interface Actor {
  organizationId: string;
  accountId: string;
  /** Themself first, and whom they cover today: whose queues, people and team are theirs to look after. */
  actingFor: string[];
  role: Role;
  timeZone: string;
  now: Date;
  today: string;
  requestId: string;
  /** Appends to the trail with the commit; if that fails, nothing of the transaction stands. */
  record(entry: TrailEntry): void;
  /** Sends a statement together with the commit, after all else: what nothing later in the transaction reads or moves. */
  last: SendLast;
}

export type SendLast = (statement: string, values: unknown[]) => void;

interface SessionRow {
  organization_id: string;
  account_id: string;
  role: Role;
  time_zone: string;
  acting_for: string[];
}

/**
 * Who is acting, whom they stand for today (themself, and who is away and covered by them), and the database's role for
 * them: all before anything else, in one trip.
 */
const OPEN = `
  SELECT s.*, f.acting_for, set_config('app.today', d.today::text, true), set_config('app.now', $2::text, true),
         set_config('app.acting_for', f.acting_for::text, true), set_config('role', 'caseload_' || s.role, true)
    FROM open_session($1, $2, $3) s
   CROSS JOIN LATERAL (SELECT ($2::timestamptz AT TIME ZONE s.time_zone)::date AS today) d
   CROSS JOIN LATERAL stands_for(s.organization_id, s.account_id, s.role, d.today) f (acting_for)`;

/** Of reach, of what is there already, and of an old version, whose answer shows the record as it now is. */
const REFUSALS_WORTH_A_LINE = [403, 404, 409, 412];

/** The one way to the data: see docs/database.md. */
@Injectable()
export class Door {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs one use case as the caller: transaction, role and settings, use case, trail, commit.
   *
   * Nobody catches a database error inside: the transaction is lost with it, and this refuses to commit one that is.
   *
   * @throws Problem 401 without a live session, 403 when the route is not for the caller's role, 409 when the page that
   *   asks is another role's than the session now acts in.
   */
  async asActor<T>(caller: Caller, use: (tx: EntityManager, actor: Actor) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const connection = (await runner.connect()) as PoolClient;
    // Marked before BEGIN goes out, or TypeORM would begin and commit by itself and the role would fall away.
    markInTransaction(runner, true);
    const settle = watchQueries(runner);
    let actor: Actor | undefined;
    const pending: TrailEntry[] = [];
    const last: [statement: string, values: unknown[]][] = [];
    try {
      const now = this.clock.now();
      const [, opened] = await Promise.all([
        connection.query('BEGIN'),
        connection.query<SessionRow>(OPEN, [caller.sessionHash, now, caller.isActivity]),
      ]);
      const session = opened.rows[0];
      if (!session) throw await sessionGone(connection, caller.sessionHash);
      actAs(connection, session.role);
      actor = {
        organizationId: session.organization_id,
        accountId: session.account_id,
        actingFor: session.acting_for,
        role: session.role,
        timeZone: session.time_zone,
        now,
        today: dayIn(session.time_zone, now),
        requestId: caller.requestId,
        record: (entry) => void pending.push(entry),
        last: (...asked) => void last.push(asked),
      };
      if (caller.actsAs && caller.actsAs !== actor.role) throw actsAsAnother(actor.role);
      if (!caller.roles.includes(actor.role))
        throw new Problem(403, 'role-not-allowed', `This is not open to a ${actor.role}.`);
      const result = await use(runner.manager, actor);
      const acting = actor;
      // on the connection itself: the runner's query waits a turn first, and COMMIT would overtake it
      const ends = await Promise.all([
        ...last.map(([statement, values]) => connection.query(statement, values)),
        ...pending.map((entry) => appendToTrail(connection, acting, entry)),
        connection.query('COMMIT'),
      ]);
      markInTransaction(runner, false);
      if ((ends.at(-1) as unknown as { command: string }).command !== 'COMMIT')
        throw new Error('The transaction was in error and was rolled back.');
      return result;
    } catch (error) {
      await settle();
      await this.rollBack(runner, caller, actor, error);
      throw error;
    } finally {
      actAs(connection, '');
      await runner.release();
    }
  }

  /** Every organization there is, for a job that goes through them one by one. */
  async organizationIds(): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>('SELECT organization_ids() AS id');
    return rows.map(({ id }) => id);
  }

  /**
   * Runs a piece of a job in one organization, as `caseload_jobs`: transaction, role and organization, work, commit. It
   * sees clocks and ids, never words about a participant. Not to be called inside another transaction.
   */
  asJobs<T>(organizationId: string, use: (tx: EntityManager, jobbing: Jobbing) => Promise<T>): Promise<T> {
    return unasked(this.source, this.clock, [organizationId, '', 'jobs'], use);
  }

  /**
   * Runs a piece of a job that somebody asked for as that participant: `asAsker` in their one role.
   */
  asParticipant<T>(
    owner: Pick<Actor, 'organizationId' | 'accountId' | 'requestId'>,
    use: (tx: EntityManager, actor: Actor) => Promise<T>,
  ): Promise<T | undefined> {
    return this.asAsker({ ...owner, role: 'participant' }, use);
  }

  /**
   * Runs a piece of a job that somebody asked for as that person, in the role they asked in and under its policies: it
   * reaches what their own pages could show them and no more. What it records stands in the trail in their name. Not to
   * be called inside another transaction.
   *
   * @returns undefined, with nothing done, when they hold that role no more or their account was disabled meanwhile
   */
  asAsker<T>(
    { organizationId, accountId, requestId, role }: Asker,
    use: (tx: EntityManager, actor: Actor) => Promise<T>,
  ): Promise<T | undefined> {
    const opening: Opening = [organizationId, accountId, role];
    return unasked(this.source, this.clock, opening, async (tx, jobbing) => {
      const actingFor = await standingAs(tx, jobbing.now);
      if (!actingFor) return undefined;
      const pending: TrailEntry[] = [];
      const record = (entry: TrailEntry): void => void pending.push(entry);
      const lasts: [statement: string, values: unknown[]][] = [];
      const last: SendLast = (...asked) => void lasts.push(asked);
      const actor: Actor = { ...jobbing, accountId, actingFor, requestId, role, record, last };
      const result = await use(tx, actor);
      for (const [statement, values] of lasts) await tx.query(statement, values);
      for (const entry of pending) await appendToTrail(tx, actor, entry);
      return result;
    });
  }

  private async rollBack(
    runner: QueryRunner,
    caller: Caller,
    actor: Actor | undefined,
    error: unknown,
  ): Promise<void> {
    const connection = (await runner.connect()) as PoolClient;
    if (runner.isTransactionActive) await connection.query('ROLLBACK');
    markInTransaction(runner, false);
    const problem = error instanceof Problem ? error : problemOfConstraint(error);
    if (!actor || !problem) return;
    const isWorthALine = REFUSALS_WORTH_A_LINE.includes(problem.status);
    if (!caller.isActivity && !isWorthALine) return;
    // A refusal is written after the rollback, in a transaction of its own on the same connection.
    await connection.query('BEGIN');
    // Who was refused is there all the same: their activity went with the rollback.
    if (caller.isActivity)
      await connection.query('SELECT 1 FROM open_session($1, $2, true)', [caller.sessionHash, actor.now]);
    if (isWorthALine) await this.writeRefusal(connection, caller, actor, problem);
    await connection.query('COMMIT');
  }

  private async writeRefusal(
    connection: PoolClient,
    caller: Caller,
    actor: Actor,
    problem: Problem,
  ): Promise<void> {
    await connection.query(
      `SELECT set_config('role', $1, true), set_config('app.organization_id', $2, true),
      set_config('app.account_id', $3, true)`,
      [`caseload_${actor.role}`, actor.organizationId, actor.accountId],
    );
    await appendToTrail(
      connection,
      actor,
      { action: caller.asked, subjectId: caller.subjectId },
      { outcome: 'refused', problem: problem.code },
    );
  }
}

/**
 * What follows from a participant's own words and is not theirs to read, in their transaction: their standing, a risk
 * note and its clocks. The statements of `use` run as `caseload_keeper`, all others as the participant; staff hold these
 * rights themselves. Await everything before and inside: the role changes between statements.
 */
export async function keeping<T>(tx: EntityManager, actor: Actor, use: () => Promise<T>): Promise<T> {
  if (actor.role !== 'participant') return use();
  const take = async (role: 'keeper' | 'participant'): Promise<void> => {
    await tx.query(`SELECT set_config('role', 'caseload_${role}', true)`);
    actAs(await tx.queryRunner?.connect(), role);
  };
  await take('keeper');
  const result = await use();
  await take('participant');
  return result;
}

/** The one row a query must find, or the 404 of its noun. */
export function found<T>(row: T | null | undefined, noun: string): T {
  if (row === null || row === undefined) throw notFound(noun);
  return row;
}
