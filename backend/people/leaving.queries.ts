import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { tell } from '../risk/telling.js';

/** What is with somebody now, as far as another would have to take it over. */
export interface WithThem {
  team: string[];
  isOnCall: boolean;
  waitingNoteCount: number;
  caseloadCount: number;
}

/** A coach who can no longer sign in is of the team for as long as somebody is assigned to them. */
const TEAM = `
  SELECT a.id, a.name FROM coaches c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
   WHERE c.organization_id = $1 AND (c.supervisor_id = $2 OR c.training_supervisor_id = $2 AND c.training_through_on >= $3)
     AND (c.is_coaching AND a.disabled_at IS NULL OR EXISTS (
       SELECT 1 FROM assignments s WHERE s.organization_id = c.organization_id AND s.coach_id = c.id AND s.until_on IS NULL))`;

/** Notes nobody has answered, of which they were told. */
const WAITING = `
  SELECT DISTINCT t.risk_note_id, t.participant_id FROM risk_note_told t
    JOIN answering_clocks c ON c.organization_id = t.organization_id AND c.risk_note_id = t.risk_note_id AND c.step = 1
   WHERE t.organization_id = $1 AND t.account_id = $2 AND t.until_at IS NULL AND c.stopped_at IS NULL`;

export async function whatIsWith(tx: EntityManager, actor: Actor, accountId: string): Promise<WithThem> {
  const [row] = await tx.query<
    { team: string[]; is_on_call: boolean; waiting_count: number; caseload_count: number }[]
  >(
    `SELECT ARRAY(SELECT team.name FROM (${TEAM}) team ORDER BY lower(team.name), team.id) AS team,
            EXISTS (SELECT 1 FROM answering_settings WHERE organization_id = $1 AND on_call_id = $2) AS is_on_call,
            (SELECT count(*) FROM (${WAITING}) waiting WHERE NOT EXISTS (
               SELECT 1 FROM risk_note_told other
                 JOIN accounts o ON o.organization_id = other.organization_id AND o.id = other.account_id
                WHERE other.organization_id = $1 AND other.risk_note_id = waiting.risk_note_id
                  AND other.account_id <> $2 AND other.told_as <> 'administrator' AND other.until_at IS NULL
                  AND o.disabled_at IS NULL)) AS waiting_count,
            (SELECT count(*) FROM assignments s WHERE s.organization_id = $1 AND s.coach_id = $2 AND s.until_on IS NULL
                AND EXISTS (SELECT 1 FROM enrollments e WHERE e.organization_id = s.organization_id
                               AND e.participant_id = s.participant_id AND e.closed_on IS NULL)) AS caseload_count`,
    [actor.organizationId, accountId, actor.today],
  );
  return {
    team: row!.team,
    isOnCall: row!.is_on_call,
    waitingNoteCount: row!.waiting_count,
    caseloadCount: row!.caseload_count,
  };
}

/**
 * Team, call and unanswered risk notes of one supervisor go to another, who is told of the notes. The caller holds both
 * accounts.
 */
export async function takeOver(tx: EntityManager, actor: Actor, from: string, to: string): Promise<void> {
  const whose = [actor.organizationId, from, to];
  await tx.query(
    'UPDATE coaches SET supervisor_id = $3 WHERE organization_id = $1 AND supervisor_id = $2',
    whose,
  );
  await tx.query(
    `UPDATE coaches SET training_supervisor_id = $3
      WHERE organization_id = $1 AND training_supervisor_id = $2 AND training_through_on >= $4`,
    [...whose, actor.today],
  );
  await tx.query(
    'UPDATE answering_settings SET on_call_id = $3, version = version + 1 WHERE organization_id = $1 AND on_call_id = $2',
    whose,
  );
  const notes = await tx.query<{ risk_note_id: string; participant_id: string }[]>(
    `${WAITING} AND NOT EXISTS (SELECT 1 FROM risk_note_told o WHERE o.organization_id = t.organization_id
         AND o.risk_note_id = t.risk_note_id AND o.account_id = $3)
       AND NOT EXISTS (SELECT 1 FROM participants p WHERE p.organization_id = t.organization_id
         AND p.id = t.participant_id AND p.account_id = $3)`,
    whose,
  );
  for (const { risk_note_id: riskNoteId, participant_id: participantId } of notes)
    await tell(
      tx,
      { organizationId: actor.organizationId, riskNoteId, participantId, step: 4, now: actor.now },
      [{ accountId: to, as: 'named' }],
    );
}
