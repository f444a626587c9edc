import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';
import { Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { CoveredRole } from './cover.rules.js';
import { addCover, type CoverToAdd, endCover, letGoOn } from './cover-changes.js';
import { refuseWhoCannotCover } from './make-cover.js';

/** A cover that runs or is to come, its days from today on. */
export interface CoverToCome extends CoverToAdd {
  awayName: string;
}

/** Those by somebody and those for them, in these roles; the first to begin is first. */
export function coversToComeOf(
  tx: EntityManager,
  { organizationId, today }: Actor,
  accountId: string,
  roles: readonly CoveredRole[],
): Promise<CoverToCome[]> {
  return tx.query(
    `SELECT c.id AS "coverId", c.role, c.away_id AS "awayId", a.name AS "awayName", c.covering_id AS "coveringId",
            greatest(c.from_on, $3::date) AS "fromOn", c.through_on AS "throughOn"
       FROM covers c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.away_id
      WHERE c.organization_id = $1 AND (c.covering_id = $2 OR c.away_id = $2) AND c.role = ANY ($4)
        AND c.until_on > $3 AND c.from_on < c.until_on
      ORDER BY c.from_on, lower(a.name), c.id`,
    [organizationId, accountId, today, roles],
  );
}

/** They end today, or never begin; the days before stay as they were. */
export async function endCovers(
  tx: EntityManager,
  actor: Actor,
  covers: readonly CoverToCome[],
): Promise<void> {
  for (const { coverId, fromOn } of covers) await endCover(tx, actor, coverId, fromOn);
}

/** Disabling is a slip of the hand for so long: after that, who covers is asked anew. */
const UNDONE_WITHIN = '24 hours';

/**
 * Covers for somebody which ended as their account was disabled, a day ago at most. Not those of days gone by, nor of days
 * on which somebody else covers by now, nor by one who no longer can. The account is held, and disabled still.
 */
export async function coversEndedByDisabling(
  tx: EntityManager,
  { organizationId, today, now }: Actor,
  accountId: string,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT c.id FROM covers c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.away_id
       JOIN accounts b ON b.organization_id = c.organization_id AND b.id = c.covering_id
      WHERE c.organization_id = $1 AND c.away_id = $2 AND c.ended_at = a.disabled_at
        AND a.disabled_at > $4::timestamptz - interval '${UNDONE_WITHIN}' AND c.through_on >= $3
        AND b.disabled_at IS NULL AND holds_role(c.away_id, c.role) AND holds_role(c.covering_id, c.role)
        AND NOT closes_a_circle($1, c.id, c.away_id, c.covering_id, c.role, c.from_on, c.through_on + 1)
        AND NOT EXISTS (SELECT 1 FROM covers o WHERE o.organization_id = c.organization_id AND o.away_id = c.away_id
                           AND o.role = c.role AND o.id <> c.id
                           AND daterange(o.from_on, o.until_on) && daterange(c.from_on, c.through_on + 1))
      ORDER BY c.from_on, c.id`,
    [organizationId, accountId, today, now],
  );
  return rows.map(({ id }) => id);
}

/** They go on through the day that was said. */
export async function bringBack(tx: EntityManager, actor: Actor, coverIds: readonly string[]): Promise<void> {
  for (const coverId of coverIds) await letGoOn(tx, actor, coverId);
}

/**
 * Somebody else covers from today on, on the days that were said, and is told as whoever is named anew.
 *
 * @returns their name
 * @throws Problem 409 for one who can't cover on each of the days, and where it would close a circle; 404 for nobody
 */
export async function coverInstead(
  tx: EntityManager,
  actor: Actor,
  covers: readonly CoverToCome[],
  to: string,
): Promise<string> {
  let name = '';
  await endCovers(tx, actor, covers);
  for (const { coverId: before, role, awayId, awayName, fromOn, throughOn } of covers) {
    name = await refuseWhoCannotCover(tx, actor, role, { coveringId: to, fromOn, throughOn });
    await refuseCircle(tx, actor, { role, awayId, awayName, fromOn, throughOn }, { accountId: to, name });
    const cover = { coverId: newId(), role, awayId, coveringId: to, fromOn, throughOn };
    await addCover(tx, actor, cover, requestHash({ insteadOf: before }));
  }
  return name;
}

async function refuseCircle(
  tx: EntityManager,
  { organizationId }: Actor,
  { role, awayId, awayName, fromOn, throughOn }: Omit<CoverToCome, 'coverId' | 'coveringId'>,
  to: { accountId: string; name: string },
): Promise<void> {
  const isOneself = to.accountId.toLowerCase() === awayId;
  const [row] = await tx.query<{ is_circle: boolean }[]>(
    'SELECT closes_a_circle($1, NULL, $2, $3, $4, $5, $6::date + 1) AS is_circle',
    [organizationId, awayId, to.accountId, role, fromOn, throughOn],
  );
  if (!isOneself && !row!.is_circle) return;
  throw new Problem(
    409,
    'nobody-covers-in-a-circle',
    (isOneself
      ? `${to.name} is away then, and nobody covers for themself. `
      : `${to.name} can’t cover for ${awayName}, who stands in for ${to.name} on some of these days. `) +
      'Choose somebody else, or end that cover first, under “Away and covered”.',
  );
}
