import type { EntityManager } from 'typeorm';
import type { Told } from './escalation.rules.js';

/** The kind of message that says a risk note waits; its step says which of the ladder's, or that one was named. */
export const RISK_NOTE_WAITS = 'risk-note';

/** 4 is being named by an administrator. */
export type LadderStep = 1 | 2 | 3 | 4;

/** The step as a message has it. */
export const messageStep = (step: LadderStep): string => (step === 4 ? 'named' : String(step));

/** Of which note somebody is told, at which step. */
export interface Telling {
  organizationId: string;
  riskNoteId: string;
  participantId: string;
  step: LadderStep;
  now: Date;
}

/** Records who was told and queues a message to each, in the transaction of what they are told of. */
export async function tell(
  tx: Pick<EntityManager, 'query'>,
  { organizationId, riskNoteId, participantId, step, now }: Telling,
  told: readonly Told[],
): Promise<void> {
  if (told.length === 0) return;
  const accountIds = told.map(({ accountId }) => accountId);
  await Promise.all([
    tx.query(
      `INSERT INTO risk_note_told (organization_id, risk_note_id, account_id, step, participant_id, told_as, told_at)
       SELECT $1, $2, account_id, $3, $4, told_as, $5 FROM unnest($6::uuid[], $7::text[]) AS t (account_id, told_as)`,
      [organizationId, riskNoteId, step, participantId, now, accountIds, told.map((each) => each.as)],
    ),
    tx.query('SELECT queue_message(account_id, $2, $3, $4, $5) FROM unnest($1::uuid[]) AS account_id', [
      accountIds,
      RISK_NOTE_WAITS,
      riskNoteId,
      messageStep(step),
      now,
    ]),
  ]);
}
