import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { PlanPartName } from './plan-parts.js';
import type { PlanChange } from './recovery-plan.view.js';
import type { Planner } from './whose-plan.js';

/** Who made a version, and when. */
export interface ChangeRow {
  made_by: string;
  made_by_name: string | null;
  made_at: Date;
  is_together: boolean;
}

export interface PartRow extends ChangeRow {
  part: PlanPartName;
  version: number;
  lines: string[];
}

export const CHANGE_COLUMNS = 'v.made_by, maker.name AS made_by_name, v.made_at, v.is_together';
export const MAKER = `
  LEFT JOIN accounts maker ON maker.organization_id = v.organization_id AND maker.id = v.made_by`;

/**
 * The newest version of each part that was ever written.
 * @param upTo the version of the plan to look back from; left out, as it is now
 */
export function newestParts(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  upTo: number | null = null,
): Promise<PartRow[]> {
  return tx.query<PartRow[]>(
    `SELECT DISTINCT ON (v.part) v.part, v.version, v.lines, ${CHANGE_COLUMNS}
       FROM recovery_plan_versions v ${MAKER}
      WHERE v.organization_id = $1 AND v.participant_id = $2 AND ($3::integer IS NULL OR v.version <= $3)
      ORDER BY v.part, v.version DESC`,
    [actor.organizationId, participantId, upTo],
  );
}

/** The newest version of one part; undefined while nothing was ever written in it. */
export async function newestPart(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  part: PlanPartName,
): Promise<PartRow | undefined> {
  return (await newestParts(tx, actor, participantId)).find((row) => row.part === part);
}

/** Staff may not read participants' accounts: whoever they can't read is the person whose plan it is. */
export function changeOf(row: ChangeRow, actor: Actor, planner: Planner): PlanChange {
  const isParticipant = row.made_by === planner.accountId;
  return {
    name: isParticipant ? planner.preferredName : (row.made_by_name ?? ''),
    isYou: row.made_by === actor.accountId,
    isParticipant,
    isTogether: row.is_together,
    at: row.made_at,
  };
}

/** The later of the changes. */
export function latestOf(parts: PartRow[]): PartRow | undefined {
  return parts.reduce<PartRow | undefined>(
    (latest, part) => (latest && latest.version > part.version ? latest : part),
    undefined,
  );
}
