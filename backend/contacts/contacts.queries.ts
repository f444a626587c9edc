import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { Dimension } from '../goals/dimensions.js';
import type { AddendumView, ContactView, OwnWordsView, TouchedGoal } from './contact.view.js';
import {
  AMENDABLE_FOR_MS,
  mayAmend,
  type Outcome,
  type Place,
  type StartedBy,
  type Way,
} from './contacts.rules.js';
import { isLateEntry } from './happened.rules.js';

interface ContactRow {
  id: string;
  participant_id: string;
  participant_name: string | null;
  coach_id: string;
  coach_name: string;
  occurred_on: string;
  occurred_time: string | null;
  recorded_at: Date;
  outcome: Outcome;
  started_by: StartedBy | null;
  way: Way | null;
  place: Place | null;
  minutes: number | null;
  program_id: string | null;
  program_name: string | null;
  dimensions: Dimension[];
  goals: TouchedGoal[];
  shared_note: string;
  team_note: string | null;
  version: number;
  request_hash: Buffer;
  voided_at: Date | null;
  voided_by: string | null;
  voided_by_name: string | null;
  void_reason: string | null;
  addenda:
    | (Omit<AddendumView, 'addedAt' | 'author'> & { addedAt: string; authorId: string; authorName: string })[]
    | null;
  own_words: string | null;
  own_words_at: Date | null;
  risk_note_id: string | null;
  certification: string | null;
  is_held: boolean;
  is_off_caseload: boolean;
}

/** Of a contact `c`, what stands in its own row. */
const OWN = `
  c.id, c.participant_id, c.coach_id, c.occurred_on, to_char(c.occurred_time, 'HH24:MI') AS occurred_time,
  c.recorded_at, c.outcome, c.started_by, c.way, c.place, c.minutes, c.dimensions, c.shared_note, c.version,
  c.request_hash, c.voided_at, c.voided_by, c.void_reason, c.is_held, c.is_off_caseload`;

/** And what it was logged under. */
const CERTIFICATION = `
  coalesce(
    (SELECT t.kind || ' ' || t.number FROM certifications t
      WHERE t.organization_id = c.organization_id AND t.id = c.certification_id),
    (SELECT s.name FROM accounts s
      WHERE s.organization_id = c.organization_id AND s.id = c.training_supervisor_id)) AS certification`;

const SELECT = `
  SELECT ${OWN}, ${CERTIFICATION},
         coalesce(p.preferred_name, CASE WHEN c.is_off_caseload AND c.coach_id = acting_account()
                                         THEN name_off_caseload(c.participant_id) END) AS participant_name,
         coach.name AS coach_name,
         pr.id AS program_id, pr.name AS program_name, n.words AS team_note,
         w.words AS own_words, w.written_at AS own_words_at,
         (SELECT v.name FROM accounts v
           WHERE v.organization_id = c.organization_id AND v.id = c.voided_by) AS voided_by_name,
         (SELECT r.id FROM risk_notes r WHERE r.organization_id = c.organization_id AND r.participant_id = c.participant_id
             AND r.contact_id = c.id LIMIT 1) AS risk_note_id,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('goalId', g.id, 'sentence', g.sentence,
                   'progress', coalesce(said.words, ''), 'confidence', said.confidence) ORDER BY g.id), '[]')
            FROM contact_goals t JOIN goals g ON g.organization_id = t.organization_id AND g.id = t.goal_id
            LEFT JOIN goal_progress said ON said.organization_id = t.organization_id AND said.contact_id = t.contact_id
              AND said.goal_id = t.goal_id
           WHERE t.organization_id = c.organization_id AND t.contact_id = c.id) AS goals,
         (SELECT jsonb_agg(jsonb_build_object('addendumId', d.id, 'words', d.words, 'isShared', d.is_shared,
                   'addedAt', d.added_at, 'authorId', d.author_id, 'authorName', author.name) ORDER BY d.added_at, d.id)
            FROM contact_addenda d
            JOIN accounts author ON author.organization_id = d.organization_id AND author.id = d.author_id
           WHERE d.organization_id = c.organization_id AND d.contact_id = c.id) AS addenda
    FROM contacts c
    JOIN accounts coach ON coach.organization_id = c.organization_id AND coach.id = c.coach_id
    LEFT JOIN enrollments e ON e.organization_id = c.organization_id AND e.id = c.enrollment_id
    LEFT JOIN programs pr ON pr.organization_id = c.organization_id AND pr.id = e.program_id
    LEFT JOIN participants p ON p.organization_id = c.organization_id AND p.id = c.participant_id
    LEFT JOIN contact_team_notes n ON n.organization_id = c.organization_id AND n.contact_id = c.id
    LEFT JOIN contact_own_words w ON w.organization_id = c.organization_id AND w.contact_id = c.id AND w.words <> ''
   WHERE c.organization_id = $1 AND c.id = ANY ($2)`;

/** What writing a contact `c` gives back, so that one just written need not be read again. */
export const AS_LOGGED = `${OWN}, ${CERTIFICATION},
  (SELECT a.name FROM accounts a WHERE a.organization_id = c.organization_id AND a.id = c.coach_id) AS coach_name`;

export type LoggedRow = Omit<ContactRow, keyof Beside>;

/** What stands beside the row. */
type Beside = Pick<
  ContactRow,
  | 'participant_name'
  | 'program_id'
  | 'program_name'
  | 'team_note'
  | 'voided_by_name'
  | 'risk_note_id'
  | 'goals'
  | 'addenda'
  | 'own_words'
  | 'own_words_at'
>;

/** A contact just logged, which touched no goal and raised no risk note. */
export function loggedView(
  row: LoggedRow,
  beside: Pick<ContactRow, 'participant_name' | 'program_id' | 'program_name' | 'team_note'>,
  actor: Actor,
): ContactView {
  return view(
    {
      ...row,
      ...beside,
      voided_by_name: null,
      risk_note_id: null,
      goals: [],
      addenda: null,
      own_words: null,
      own_words_at: null,
    },
    actor,
  );
}

/** The contacts of these ids that are within reach, in no order. */
export async function contactsOfIds(tx: EntityManager, actor: Actor, ids: string[]): Promise<ContactView[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<ContactRow[]>(SELECT, [actor.organizationId, ids]);
  return rows.map((row) => view(row, actor));
}

/** One contact with the hash of the request that logged it; undefined when missing or out of reach. */
export async function contactOfId(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ view: ContactView; requestHash: Buffer } | undefined> {
  const [row] = await tx.query<ContactRow[]>(SELECT, [actor.organizationId, [id]]);
  return row && { view: view(row, actor), requestHash: row.request_hash };
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function contactInReach(tx: EntityManager, actor: Actor, id: string): Promise<ContactView> {
  const contact = isId(id) ? await contactOfId(tx, actor, id) : undefined;
  if (!contact) throw notFound('contact');
  return contact.view;
}

function view(row: ContactRow, actor: Actor): ContactView {
  const isVoided = row.voided_at !== null;
  return {
    contactId: row.id,
    participantId: row.participant_id,
    participantName: row.participant_name ?? '',
    coach: { accountId: row.coach_id, name: row.coach_name },
    occurredOn: row.occurred_on,
    occurredTime: row.occurred_time,
    recordedAt: row.recorded_at,
    isLateEntry: isLateEntry(row.occurred_on, row.recorded_at, actor.timeZone),
    outcome: row.outcome,
    startedBy: row.started_by,
    way: row.way,
    place: row.place,
    minutes: row.minutes,
    programId: row.program_id ?? '',
    programName: row.program_name ?? '',
    dimensions: row.dimensions,
    goals: row.goals,
    sharedNote: row.shared_note,
    teamNote: row.team_note ?? '',
    version: row.version,
    mayAmend: !isVoided && mayAmend(row.coach_id, row.recorded_at, actor.accountId, actor.now),
    mayAmendUntil: new Date(row.recorded_at.getTime() + AMENDABLE_FOR_MS),
    mayVoid: !isVoided && (actor.role === 'supervisor' || row.coach_id === actor.accountId),
    voided:
      row.voided_at && row.voided_by
        ? {
            at: row.voided_at,
            by: { accountId: row.voided_by, name: row.voided_by_name ?? '' },
            reason: row.void_reason ?? '',
          }
        : null,
    addenda: (row.addenda ?? []).map(({ authorId, authorName, addedAt, ...addendum }) => ({
      ...addendum,
      author: { accountId: authorId, name: authorName },
      addedAt: new Date(addedAt),
    })),
    ownWords: ownWords(row),
    riskNoteId: row.risk_note_id,
    certification: row.certification,
    isHeld: row.is_held,
    isOffCaseload: row.is_off_caseload,
  };
}

function ownWords({ own_words: words, own_words_at: writtenAt }: ContactRow): OwnWordsView | null {
  return words && writtenAt ? { words, writtenAt } : null;
}
