import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { assignmentsNow } from '../participants/assignments.queries.js';
import type { ParticipantName, StaffName } from '../participants/participant.dto.js';
import type { KnownRecord } from './duplicate.dto.js';
import { recordsInReach } from './known-records.queries.js';
import type { MergeSide, RecordSize } from './merge.dto.js';

interface SizeRow {
  participant_id: string;
  ways: number;
  contacts: number;
  goals: number;
  plan_versions: number;
  check_ins: number;
  risk_notes: number;
  open_risk_notes: number;
  assessments: number;
  promises: number;
  account_id: string | null;
  sign_in_name: string;
  works_here: boolean;
  has_died: boolean;
}

export type Side = MergeSide & { hasDied: boolean };

/** Two records side by side, in this order. The caller has looked at reach. */
export async function mergeSides(
  tx: EntityManager,
  actor: Actor,
  names: [ParticipantName, ParticipantName],
): Promise<[Side, Side]> {
  const ids = names.map(({ participantId }) => participantId);
  const sizes = await tx.query<SizeRow[]>('SELECT * FROM record_sizes($1)', [ids]);
  const known = await recordsInReach(tx, actor, ids);
  const ways = actor.role === 'supervisor' ? await waysOf(tx, actor, ids) : null;
  const sides: Side[] = [];
  for (const { participantId, language } of names) {
    const row = sizes.find((each) => each.participant_id === participantId)!;
    const { second } = await assignmentsNow(tx, actor, participantId);
    const secondCoach: StaffName | null = second && { accountId: second.accountId, name: second.name };
    sides.push({
      ...(known.get(participantId) as KnownRecord),
      language,
      secondCoach,
      account: row.account_id
        ? { accountId: row.account_id, signInName: row.sign_in_name, worksHere: row.works_here }
        : null,
      size: sizeOf(row),
      ways: ways && ways.filter((way) => way.participant_id === participantId).map(({ value }) => value),
      hasDied: row.has_died,
    });
  }
  return sides as [Side, Side];
}

function waysOf(
  tx: EntityManager,
  actor: Actor,
  ids: string[],
): Promise<{ participant_id: string; value: string }[]> {
  return tx.query(
    `SELECT participant_id, value FROM ways_to_reach
      WHERE organization_id = $1 AND participant_id = ANY ($2) AND no_longer_at IS NULL ORDER BY kind, value, id`,
    [actor.organizationId, ids],
  );
}

function sizeOf(row: SizeRow): RecordSize {
  return {
    ways: row.ways,
    contacts: row.contacts,
    goals: row.goals,
    planVersions: row.plan_versions,
    checkIns: row.check_ins,
    riskNotes: row.risk_notes,
    openRiskNotes: row.open_risk_notes,
    assessments: row.assessments,
    promises: row.promises,
  };
}
