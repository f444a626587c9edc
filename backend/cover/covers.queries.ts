import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { CoverPerson, CoverView, OtherAway } from './cover.dto.js';
import { coverState, type CoveredRole, plusDays } from './cover.rules.js';

interface CoverRow {
  id: string;
  role: CoveredRole;
  away_id: string;
  away_name: string;
  covering_id: string;
  covering_name: string;
  answering_id: string | null;
  answering_name: string | null;
  from_on: string;
  through_on: string;
  until_on: string;
  is_ended: boolean;
  made_by: string;
  made_by_name: string;
  made_at: Date;
  may_end: boolean;
  request_hash: Buffer;
  version: number;
}

/** `$1` organization, `$2` today, `$3` role, `$4` caller, `$5` whom they stand for. Who answers is asked of the first day to come. */
const SELECT = `
  SELECT c.id, c.role, c.away_id, away.name AS away_name, c.covering_id, covering.name AS covering_name,
         answering.id AS answering_id, answering.name AS answering_name, c.from_on, c.through_on, c.until_on,
         c.ended_on IS NOT NULL AS is_ended, c.made_by, maker.name AS made_by_name, c.made_at, c.request_hash, c.version,
         coalesce($3 = 'administrator' OR c.away_id = $4 AND c.role = $3 OR $3 = 'supervisor' AND c.role = 'coach'
           AND coach.supervisor_id = ANY ($5::uuid[]), false) AS may_end
    FROM covers c
    JOIN accounts away ON away.organization_id = c.organization_id AND away.id = c.away_id
    JOIN accounts covering ON covering.organization_id = c.organization_id AND covering.id = c.covering_id
    JOIN accounts maker ON maker.organization_id = c.organization_id AND maker.id = c.made_by
    LEFT JOIN coaches coach ON coach.organization_id = c.organization_id AND coach.id = c.away_id AND c.role = 'coach'
    CROSS JOIN LATERAL (SELECT covering_of(c.organization_id, c.away_id, c.role, greatest(c.from_on, $2::date)) AS ids) chain
    LEFT JOIN accounts answering ON answering.organization_id = c.organization_id
      AND answering.id = chain.ids[cardinality(chain.ids)]`;

const asked = ({ organizationId, today, role, accountId, actingFor }: Actor): unknown[] => [
  organizationId,
  today,
  role,
  accountId,
  actingFor,
];

/** What concerns the caller: their own, those they cover, those of whom they lead, or all for an administrator. */
export async function coversInSight(tx: EntityManager, actor: Actor): Promise<CoverView[]> {
  const rows = await tx.query<CoverRow[]>(
    `SELECT * FROM (${SELECT} WHERE c.organization_id = $1 AND (c.until_on > $2 OR c.ended_on = $2)) c
      WHERE c.may_end OR c.covering_id = $4 OR c.answering_id = $4 OR c.away_id = $4
      ORDER BY c.from_on, lower(c.away_name), c.id`,
    asked(actor),
  );
  return rows.map((row) => viewOf(row, actor.today));
}

/** One cover with the hash of the request that made it; undefined when there is none of this id. */
export async function coverOfId(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ view: CoverView; requestHash: Buffer } | undefined> {
  const [row] = await tx.query<CoverRow[]>(`${SELECT} WHERE c.organization_id = $1 AND c.id = $6`, [
    ...asked(actor),
    id,
  ]);
  return row && { view: viewOf(row, actor.today), requestHash: row.request_hash };
}

/**
 * One that the caller may end or let go on, held.
 * @throws Problem 404, the same for missing, not theirs to change and malformed.
 */
export async function coverHeld(tx: EntityManager, actor: Actor, id: string): Promise<CoverView> {
  if (!isId(id)) throw notFound('cover');
  await tx.query('SELECT 1 FROM covers WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    actor.organizationId,
    id,
  ]);
  const known = await coverOfId(tx, actor, id);
  if (!known?.view.mayEnd) throw notFound('cover');
  return known.view;
}

/** For whom besides themself the caller may name a cover: a supervisor for their team, an administrator for everybody. */
export async function othersAway(tx: EntityManager, actor: Actor): Promise<OtherAway[]> {
  if (actor.role === 'coach') return [];
  return tx.query(
    `SELECT a.id AS "accountId", a.name, r.role FROM accounts a
       CROSS JOIN (VALUES ('coach'), ('supervisor')) r (role)
       LEFT JOIN coaches c ON c.organization_id = a.organization_id AND c.id = a.id AND r.role = 'coach'
      WHERE a.organization_id = $1 AND a.disabled_at IS NULL
        AND CASE $2 WHEN 'administrator' THEN holds_role(a.id, r.role)
                    ELSE c.supervisor_id = ANY ($3::uuid[]) AND holds_role(a.id, 'coach') END
      ORDER BY lower(a.name), a.id, r.role`,
    [actor.organizationId, actor.role, actor.actingFor],
  );
}

const person = (accountId: string, name: string): CoverPerson => ({ accountId, name });

function viewOf(row: CoverRow, today: string): CoverView {
  return {
    coverId: row.id,
    role: row.role,
    away: person(row.away_id, row.away_name),
    covering: person(row.covering_id, row.covering_name),
    answering: row.answering_id && row.answering_name ? person(row.answering_id, row.answering_name) : null,
    fromOn: row.from_on,
    throughOn: plusDays(row.until_on, -1),
    isEnded: row.is_ended,
    plannedThroughOn: row.through_on,
    state: coverState({ fromOn: row.from_on, untilOn: row.until_on }, today),
    madeBy: person(row.made_by, row.made_by_name),
    madeAt: row.made_at,
    mayEnd: row.may_end,
    version: row.version,
  };
}
