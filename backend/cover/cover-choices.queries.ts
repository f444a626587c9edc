import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { loadSettings, loadsToCover } from '../coaches/load.queries.js';
import { type Carried, loadCovering } from '../coaches/load.rules.js';
import type { CoverChoice, CoverChoicesAsked } from './cover.dto.js';
import type { Away } from './make-cover.js';

interface ChoiceRow {
  id: string;
  name: string;
  is_of_team: boolean;
  shared_count: number;
  covered_by_id: string | null;
  covered_by_name: string | null;
  may_log: boolean;
  is_circle: boolean;
}

/** Who could stand in on these days, the own team first; who can't is there too, with the reason. */
export async function coverChoices(
  tx: EntityManager,
  actor: Actor,
  away: Away,
  { fromOn, throughOn }: CoverChoicesAsked,
): Promise<CoverChoice[]> {
  const { awayId, role } = away;
  const rows = await tx.query<ChoiceRow[]>(
    `SELECT a.id, a.name, coalesce(c.supervisor_id = mine.supervisor_id, false) AS is_of_team,
            CASE $3 WHEN 'coach' THEN walked_with_by_both(a.id, $2) END AS shared_count,
            other.id AS covered_by_id, other.name AS covered_by_name,
            $3 = 'supervisor' OR may_log_through(a.id, $4, $5) AS may_log,
            closes_a_circle($1, NULL, $2, a.id, $3, $4, $5::date + 1) AS is_circle
       FROM accounts a
       LEFT JOIN coaches c ON c.organization_id = a.organization_id AND c.id = a.id
       LEFT JOIN coaches mine ON mine.organization_id = a.organization_id AND mine.id = $2
       LEFT JOIN LATERAL (
         SELECT o.id, o.name FROM covers v JOIN accounts o ON o.organization_id = v.organization_id AND o.id = v.covering_id
          WHERE v.organization_id = a.organization_id AND v.away_id = a.id AND v.role = $3
            AND v.from_on <= $5 AND v.until_on > $4 AND v.from_on < v.until_on
          ORDER BY v.from_on LIMIT 1) other ON true
      WHERE a.organization_id = $1 AND a.id <> $2 AND a.disabled_at IS NULL AND a.activated_at IS NOT NULL
        AND holds_role(a.id, $3)
      ORDER BY 3 DESC, lower(a.name), a.id`,
    [actor.organizationId, awayId, role, fromOn, throughOn],
  );
  const withLoad = role === 'coach' ? await loadsOfChoices(tx, actor, awayId, rows) : undefined;
  return rows.map((row) => ({
    accountId: row.id,
    name: row.name,
    isOfTeam: row.is_of_team,
    load: withLoad?.get(row.id) ?? null,
    coveredBy:
      row.covered_by_id && row.covered_by_name
        ? { accountId: row.covered_by_id, name: row.covered_by_name }
        : null,
    whyNot: row.is_circle ? 'would be a circle' : row.may_log ? null : 'not certified',
  }));
}

/** What each carries today, and with the caseload of whoever is away. */
async function loadsOfChoices(
  tx: EntityManager,
  actor: Actor,
  awayId: string,
  choices: readonly Pick<ChoiceRow, 'id' | 'shared_count'>[],
): Promise<Map<string, NonNullable<CoverChoice['load']>>> {
  const loads = await loadsToCover(tx, actor, [awayId, ...choices.map(({ id }) => id)]);
  const { weights } = await loadSettings(tx, actor);
  const covered = loads.get(awayId)!;
  return new Map(
    choices.map(({ id, shared_count }) => {
      const own = loads.get(id)!;
      return [id, { now: carried(own), covering: loadCovering(own, covered, shared_count, weights) }];
    }),
  );
}

const carried = ({ weight, headCount, capacity }: Carried): Carried => ({ weight, headCount, capacity });
