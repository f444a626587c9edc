import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import { dayInWords } from './agenda-words.js';
import { attending, type SessionRow } from './sessions.queries.js';

interface CoachRow {
  id: string;
  name: string;
  supervisor_id: string;
  is_disabled: boolean;
}

/** @throws Problem 404 for a coach of another team, 409 for one who can't sign in. */
export async function coachesToSupervise(
  tx: EntityManager,
  actor: Actor,
  coachIds: string[],
): Promise<CoachRow[]> {
  if (!coachIds.every(isId)) throw notFound('coach');
  const rows = await tx.query<CoachRow[]>(
    `SELECT c.id, a.name, c.supervisor_id, a.disabled_at IS NOT NULL AS is_disabled
       FROM coaches c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
      WHERE c.organization_id = $1 AND c.id = ANY ($2) AND c.supervisor_id = ANY ($3) AND c.is_coaching`,
    [actor.organizationId, coachIds, actor.actingFor],
  );
  if (rows.length < coachIds.length) throw notFound('coach');
  for (const coach of rows) refuseDisabled(coach);
  return rows;
}

function refuseDisabled({ name, is_disabled: isDisabled }: CoachRow): void {
  if (isDisabled)
    throw new Problem(
      409,
      'coach-disabled',
      `${name} can no longer sign in, so no session can be planned with them.`,
    );
}

/** @throws Problem 409 when one of them is covered for as a coach on that day, since they are away. */
export async function refuseAway(
  tx: EntityManager,
  actor: Actor,
  day: string,
  coachIds: string[],
): Promise<void> {
  const [away] = await tx.query<{ name: string; back_on: string }[]>(
    `SELECT a.name, c.until_on AS back_on FROM covers c
       JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.away_id
      WHERE c.organization_id = $1 AND c.away_id = ANY ($2) AND c.role = 'coach' AND c.from_on <= $3 AND c.until_on > $3
      ORDER BY c.until_on DESC LIMIT 1`,
    [actor.organizationId, coachIds, day],
  );
  if (away)
    throw new Problem(
      409,
      'coach-away',
      `${away.name} is away on this day, and back on ${dayInWords(away.back_on, actor.today)}. Choose a day from then on.`,
    );
}

/** Whoever was expected and still may come. @throws Problem 409 when nobody is left. */
export function refuseNobodyLeft(row: SessionRow): string[] {
  const left = attending(row).filter(
    ({ reportsTo, isDisabled }) => reportsTo === row.supervisor_id && !isDisabled,
  );
  if (left.length > 0) return left.map(({ accountId }) => accountId);
  const [first] = row.coaches;
  throw first?.isDisabled
    ? new Problem(409, 'coach-disabled', `${first.name} can no longer sign in. Call this session off.`)
    : new Problem(
        409,
        'coach-moved-on',
        `${first?.name ?? 'The coach'} reports to somebody else now, who plans their sessions. Call this one off.`,
      );
}
