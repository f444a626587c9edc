import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { DayOfLooks, LookingRole } from './look.dto.js';

interface LookRow {
  looked_on: string;
  name: string;
  role: LookingRole;
  opened_at: Date | null;
  listed_at: Date | null;
  copied_at: Date | null;
}

/**
 * Who looked, by days, the newest first: as many days as asked for from before a day on. Read as the participant; the
 * trail itself stays closed to them, and to everybody.
 *
 * @param before a day, or 'infinity'
 */
export async function looksOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  before: string,
  dayCount: number,
): Promise<DayOfLooks[]> {
  const rows = await tx.query<LookRow[]>(
    `SELECT l.looked_on, CASE WHEN l.role = 'participant' THEN '' ELSE a.name END AS name, l.role,
            min(l.first_at) FILTER (WHERE l.kind = 'record') AS opened_at,
            min(l.first_at) FILTER (WHERE l.kind = 'list') AS listed_at,
            min(l.first_at) FILTER (WHERE l.kind = 'copy') AS copied_at
       FROM (SELECT DISTINCT d.looked_on FROM looks d
              WHERE d.organization_id = $1 AND d.participant_id = $2 AND d.looked_on < $3
              ORDER BY d.looked_on DESC LIMIT $4) days
       JOIN looks l ON l.organization_id = $1 AND l.participant_id = $2 AND l.looked_on = days.looked_on
       JOIN accounts a ON a.organization_id = l.organization_id AND a.id = l.account_id
      GROUP BY l.looked_on, l.account_id, a.name, l.role
      ORDER BY l.looked_on DESC, opened_at NULLS LAST, listed_at NULLS LAST, a.name, l.account_id`,
    [actor.organizationId, participantId, before, dayCount],
  );
  const days: DayOfLooks[] = [];
  for (const row of rows) {
    if (days.at(-1)?.on !== row.looked_on) days.push({ on: row.looked_on, looks: [] });
    days.at(-1)!.looks.push({
      name: row.name,
      role: row.role,
      openedAt: row.opened_at,
      listedAt: row.listed_at,
      copiedAt: row.copied_at,
    });
  }
  return days;
}
