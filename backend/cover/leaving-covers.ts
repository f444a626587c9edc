import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';
import { Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { CoveredRole } from './cover.rules.js';
import { addCover, type CoverToAdd, endCover } from './cover-changes.js';
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
