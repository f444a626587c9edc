import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Place } from '../http/page.js';
import type { RiskNoteView } from './risk-note.dto.js';
import type { Level, Signal } from './risk.rules.js';

interface RiskNoteRow {
  id: string;
  participant_id: string;
  participant_name: string;
  contact_id: string | null;
  assessment_id: string | null;
  is_own_answer: boolean;
  level: Level;
  suggested_level: Level;
  lower_reason: string;
  signals: Signal[];
  overdose_on: string | null;
  other_signal: string;
  what_was_done: string;
  raised_at: Date;
  raised_by: string;
  raised_by_name: string;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  acknowledged_by_name: string | null;
  acknowledged_words: string | null;
  resolved_at: Date | null;
  resolved_by: string | null;
  resolved_by_name: string | null;
  resolved_words: string | null;
  request_hash: Buffer;
  due_at: Date | null;
  version: number;
}

const SELECT = `
  SELECT r.id, r.participant_id, coalesce(p.preferred_name, name_off_caseload(r.participant_id), '') AS participant_name, r.contact_id, r.assessment_id,
         -- staff see one another's accounts and no participant's
         coalesce(raiser.role = 'participant', true) OR coalesce(raiser.id = p.account_id, false) AS is_own_answer, r.level, r.suggested_level,
         r.lower_reason, r.signals, r.overdose_on, r.other_signal, r.what_was_done, r.raised_at, r.raised_by,
         coalesce(raiser.name, p.preferred_name) AS raised_by_name, r.acknowledged_at, r.acknowledged_by, acknowledger.name AS acknowledged_by_name,
         r.acknowledged_words, r.resolved_at, r.resolved_by, resolver.name AS resolved_by_name, r.resolved_words,
         r.request_hash, clock.due_at, r.version
    FROM risk_notes r
    LEFT JOIN participants p ON p.organization_id = r.organization_id AND p.id = r.participant_id
    LEFT JOIN accounts raiser ON raiser.organization_id = r.organization_id AND raiser.id = r.raised_by
    LEFT JOIN accounts acknowledger ON acknowledger.organization_id = r.organization_id AND acknowledger.id = r.acknowledged_by
    LEFT JOIN accounts resolver ON resolver.organization_id = r.organization_id AND resolver.id = r.resolved_by
    LEFT JOIN answering_clocks clock ON clock.organization_id = r.organization_id AND clock.risk_note_id = r.id AND clock.step = 2`;

const URGENT_FIRST = `array_position(ARRAY['urgent', 'concern', 'watch'], r.level)`;

/** The risk notes of these ids that are within reach. */
export async function riskNotesOfIds(
  tx: EntityManager,
  actor: Actor,
  ids: string[],
): Promise<RiskNoteView[]> {
  if (ids.length === 0) return [];
  return views(
    await tx.query<RiskNoteRow[]>(`${SELECT} WHERE r.organization_id = $1 AND r.id = ANY ($2)`, [
      actor.organizationId,
      ids,
    ]),
  );
}

/** One risk note with the hash of the request that raised it, or undefined when out of reach. */
export async function riskNoteOfId(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ view: RiskNoteView; requestHash: Buffer } | undefined> {
  const rows = await tx.query<RiskNoteRow[]>(`${SELECT} WHERE r.organization_id = $1 AND r.id = $2`, [
    actor.organizationId,
    id,
  ]);
  const [row] = rows;
  return row && { view: view(row), requestHash: row.request_hash };
}

/** Open notes about one participant, urgent first, of those the unanswered, then the first to be answered. */
export async function openRiskNotesOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<RiskNoteView[]> {
  return views(
    await tx.query<RiskNoteRow[]>(
      `${SELECT} WHERE r.organization_id = $1 AND r.participant_id = $2 AND r.resolved_at IS NULL
       ORDER BY ${URGENT_FIRST}, r.acknowledged_at IS NOT NULL, clock.due_at, r.raised_at, r.id`,
      [actor.organizationId, participantId],
    ),
  );
}

export interface RiskNotesFilter {
  /** Null: participants with no coach. Undefined: everyone. */
  coachId?: string | null;
  /** Only of the supervisor's own team, without those they were told of or named for. */
  isOfTeam?: boolean;
  level?: Level;
  /** Only what nobody has acknowledged yet. */
  isUnanswered?: boolean;
}

/** The filter, with the organization as $1 and whom the actor stands for as $6. */
const AS_ASKED = `
         AND (NOT $2 OR p.primary_coach_id IS NOT DISTINCT FROM $3) AND ($4::text IS NULL OR r.level = $4)
         AND (NOT $5 OR NOT p.is_locked AND (p.primary_coach_id IS NULL OR p.primary_coach_id = ANY (ARRAY(
           SELECT c.id FROM coaches c WHERE c.organization_id = $1 AND c.supervisor_id = ANY ($6::uuid[])))))
         AND (NOT $7 OR r.acknowledged_at IS NULL)`;

const asked = ({ organizationId, actingFor }: Actor, filter: RiskNotesFilter): unknown[] => [
  organizationId,
  filter.coachId !== undefined,
  filter.coachId ?? null,
  filter.level ?? null,
  filter.isOfTeam ?? false,
  actingFor,
  filter.isUnanswered ?? false,
];

/** Every open note within reach, what waits for an answer first: the most urgent, then the first to be answered. */
export async function openRiskNotes(
  tx: EntityManager,
  actor: Actor,
  filter: RiskNotesFilter,
): Promise<RiskNoteView[]> {
  return views(
    await tx.query<RiskNoteRow[]>(
      `${SELECT} WHERE r.organization_id = $1 AND r.resolved_at IS NULL ${AS_ASKED}
       ORDER BY r.acknowledged_at IS NOT NULL, ${URGENT_FIRST}, clock.due_at, r.raised_at, r.id`,
      asked(actor, filter),
    ),
  );
}

/** Resolved notes within reach, the latest raised first. */
export async function resolvedRiskNotes(
  tx: EntityManager,
  actor: Actor,
  filter: RiskNotesFilter,
  after: Place | undefined,
  limit: number,
): Promise<RiskNoteView[]> {
  return views(
    await tx.query<RiskNoteRow[]>(
      `${SELECT} WHERE r.organization_id = $1 AND r.resolved_at IS NOT NULL ${AS_ASKED}
         AND ($8::timestamptz IS NULL OR (r.raised_at, r.id) < ($8, $9))
       ORDER BY r.raised_at DESC, r.id DESC LIMIT $10`,
      [...asked(actor, filter), after?.at ?? null, after?.id ?? null, limit],
    ),
  );
}

const views = (rows: RiskNoteRow[]): RiskNoteView[] => rows.map(view);

function view(row: RiskNoteRow): RiskNoteView {
  return {
    riskNoteId: row.id,
    participantId: row.participant_id,
    participantName: row.participant_name,
    contactId: row.contact_id,
    assessmentId: row.assessment_id,
    level: row.level,
    suggestedLevel: row.suggested_level,
    lowerReason: row.lower_reason,
    signals: row.signals,
    overdoseOn: row.overdose_on,
    otherSignal: row.other_signal,
    whatWasDone: row.what_was_done,
    raisedAt: row.raised_at,
    raisedBy: { accountId: row.raised_by, name: row.raised_by_name ?? '' },
    isOwnAnswer: row.is_own_answer,
    acknowledged: answer(
      row.acknowledged_at,
      row.acknowledged_by,
      row.acknowledged_by_name,
      row.acknowledged_words,
    ),
    resolved: answer(row.resolved_at, row.resolved_by, row.resolved_by_name, row.resolved_words),
    answerBy: row.acknowledged_at || row.resolved_at ? null : row.due_at,
    dueAt: row.due_at,
    version: row.version,
  };
}

function answer(
  at: Date | null,
  by: string | null,
  name: string | null,
  words: string | null,
): RiskNoteView['resolved'] {
  return at && by ? { at, by: { accountId: by, name: name ?? '' }, words: words ?? '' } : null;
}
