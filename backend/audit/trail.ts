import type { EntityManager } from 'typeorm';

/** One line of the trail. `action` is `noun.past-tense`, as `contact.logged`. */
export interface TrailEntry {
  action: string;
  /** Whose record, when it is one person's. */
  participantId?: string | null;
  /** Whom a list showed. */
  participantIds?: string[];
  subjectId?: string | null;
  why?: string;
}

/** Who acts, as far as the trail needs to know. */
export interface TrailActor {
  organizationId: string;
  accountId: string;
  role: string;
  requestId: string;
  now: Date;
}

interface Outcome {
  outcome: 'done' | 'refused';
  problem?: string;
}

const INSERT = `
  INSERT INTO trail (organization_id, at, account_id, role, action, participant_id, participant_ids, subject_id, why,
                     outcome, problem, request_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** Appends to the trail, in the transaction of what it tells of. */
export async function appendToTrail(
  tx: Pick<EntityManager, 'query'>,
  actor: TrailActor,
  entry: TrailEntry,
  { outcome, problem }: Outcome = { outcome: 'done' },
): Promise<void> {
  await tx.query(INSERT, [
    actor.organizationId,
    actor.now,
    actor.accountId,
    actor.role,
    entry.action,
    entry.participantId ?? null,
    entry.participantIds ?? null,
    entry.subjectId ?? null,
    entry.why ?? null,
    outcome,
    problem ?? null,
    actor.requestId,
  ]);
}
