import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Instrument } from './bank.js';
import type { Mode } from './assessment.view.js';

export interface AssessmentRow {
  id: string;
  participant_id: string;
  instrument: Instrument;
  version: string;
  mode: Mode;
  taken_on: string;
  answers: (number | null)[];
  score: number | null;
  administered_by: string;
  administered_by_name: string;
  request_hash: Buffer;
}

/** Nobody has taken more within reason; the page shows the newest. */
const MOST = 100;

const SELECT = `
  SELECT t.id, t.participant_id, t.instrument, t.version, t.mode, t.taken_on, t.answers, t.score, t.administered_by,
         coalesce(a.name, p.preferred_name) AS administered_by_name, t.request_hash
    FROM assessments t
    JOIN participants p ON p.organization_id = t.organization_id AND p.id = t.participant_id
    LEFT JOIN accounts a ON a.organization_id = t.organization_id AND a.id = t.administered_by`;

/** A participant's assessments, the newest first. */
export function assessmentsOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<AssessmentRow[]> {
  return tx.query<AssessmentRow[]>(
    `${SELECT} WHERE t.organization_id = $1 AND t.participant_id = $2
      ORDER BY t.taken_on DESC, t.id DESC LIMIT ${MOST}`,
    [actor.organizationId, participantId],
  );
}

/** One by its id; undefined when out of reach. */
export async function assessmentOfId(
  tx: EntityManager,
  actor: Actor,
  assessmentId: string,
): Promise<AssessmentRow | undefined> {
  const [row] = await tx.query<AssessmentRow[]>(`${SELECT} WHERE t.organization_id = $1 AND t.id = $2`, [
    actor.organizationId,
    assessmentId,
  ]);
  return row;
}

export interface NewAssessment {
  assessmentId: string;
  participantId: string;
  instrument: Instrument;
  version: string;
  language: string;
  mode: Mode;
  takenOn: string;
  answers: readonly (number | null)[];
  score: number | null;
  requestHash: Buffer;
}

/** @returns false when there is one of this id already */
export async function addAssessment(tx: EntityManager, actor: Actor, one: NewAssessment): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO assessments (organization_id, id, participant_id, instrument, version, language, mode, taken_on,
       sent_at, answers, score, administered_by, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      one.assessmentId,
      one.participantId,
      one.instrument,
      one.version,
      one.language,
      one.mode,
      one.takenOn,
      actor.now,
      one.answers,
      one.score,
      actor.accountId,
      one.requestHash,
    ],
  );
  return rows.length > 0;
}

/** The notes that answers of this participant raised, by assessment; for staff. */
export async function notesRaisedBy(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<Map<string, string>> {
  const rows = await tx.query<{ assessment_id: string; id: string }[]>(
    `SELECT assessment_id, id FROM risk_notes
      WHERE organization_id = $1 AND participant_id = $2 AND assessment_id IS NOT NULL`,
    [actor.organizationId, participantId],
  );
  return new Map(rows.map(({ assessment_id, id }) => [assessment_id, id]));
}
