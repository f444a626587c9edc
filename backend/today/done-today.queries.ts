import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { DoneToday } from './today.dto.js';

interface DoneRow {
  kind: DoneToday['kind'];
  id: string;
  version: number;
  participant_id: string;
  preferred_name: string;
  outcome: string;
  words: string;
  at: Date;
}

/** More than anybody does in a day. */
const MOST = 100;

const DONE = `
  (SELECT 'contact' AS kind, c.id, c.version, c.participant_id, p.preferred_name, c.outcome, '' AS words, c.recorded_at AS at
     FROM contacts c
     JOIN participants p ON p.organization_id = c.organization_id AND p.id = c.participant_id
    WHERE c.organization_id = $1 AND c.coach_id = $2 AND c.occurred_on = $3 AND c.voided_at IS NULL
    ORDER BY c.id DESC LIMIT ${MOST})
  UNION ALL
  (SELECT 'promise', m.id, m.version, m.participant_id, p.preferred_name, '', m.words, m.kept_at
     FROM promises m
     JOIN participants p ON p.organization_id = m.organization_id AND p.id = m.participant_id
    WHERE m.organization_id = $1 AND m.kept_by = $2 AND m.kept_on = $3
    ORDER BY m.id DESC LIMIT ${MOST})
   ORDER BY at DESC, id DESC`;

/** What the acting coach did today, the latest first. */
export async function doneToday(tx: EntityManager, actor: Actor): Promise<DoneToday[]> {
  const rows = await tx.query<DoneRow[]>(DONE, [actor.organizationId, actor.accountId, actor.today]);
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    version: row.version,
    participantId: row.participant_id,
    preferredName: row.preferred_name,
    outcome: row.outcome,
    words: row.words,
    at: row.at,
  }));
}
