import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Outcome } from '../contacts/contacts.rules.js';
import { gistOf } from './gist.js';
import type { CheckInFact } from './reasons.js';
import type { LastNote } from './today.dto.js';
import type { LatestContact } from './today-facts.js';
import { ofCaseload, whose } from './today.queries.js';

/** What was last had with somebody. */
export interface Lately {
  latestContact: LatestContact | null;
  lastReachedAt: Date | null;
  lastReachedWrittenAt: Date | null;
  lastNote: LastNote | null;
}

interface LatelyRow {
  participant_id: string;
  outcome: Outcome | null;
  occurred_on: string;
  occurred_time: string | null;
  happened_at: Date;
  last_reached_at: Date | null;
  last_reached_written_at: Date | null;
  noted: string | null;
  noted_on: string;
  noted_outcome: Outcome;
  noted_by: string;
}

/** Words are looked for in so many contacts back: a row of wordless attempts hides no note. */
const CONTACTS_BACK = 20;

/** Each lateral stops at the first row of its index, whatever the history behind it. */
const LATELY = ofCaseload(
  (those) => `
  SELECT a.participant_id, l.outcome, l.occurred_on, to_char(l.occurred_time, 'HH24:MI') AS occurred_time, l.happened_at,
         reached.happened_at AS last_reached_at, reached.recorded_at AS last_reached_written_at, noted.words AS noted, noted.occurred_on AS noted_on,
         noted.outcome AS noted_outcome, writer.name AS noted_by
    FROM (SELECT a.organization_id, a.participant_id FROM ${those}) a
    JOIN LATERAL (
      SELECT c.outcome, c.occurred_on, c.occurred_time, c.happened_at FROM contacts c
       WHERE c.organization_id = a.organization_id AND c.participant_id = a.participant_id AND c.voided_at IS NULL
       ORDER BY c.happened_at DESC, c.id DESC LIMIT 1) l ON true
    LEFT JOIN LATERAL (
      SELECT c.happened_at, c.recorded_at FROM contacts c
       WHERE c.organization_id = a.organization_id AND c.participant_id = a.participant_id AND c.voided_at IS NULL
         AND c.outcome = 'reached'
       ORDER BY c.happened_at DESC, c.id DESC LIMIT 1) reached ON true
    LEFT JOIN LATERAL (
      SELECT coalesce(nullif(left(c.shared_note, 400), ''), left(n.words, 400)) AS words, c.occurred_on, c.outcome, c.coach_id
        FROM (SELECT * FROM contacts c
               WHERE c.organization_id = a.organization_id AND c.participant_id = a.participant_id AND c.voided_at IS NULL
               ORDER BY c.happened_at DESC, c.id DESC LIMIT ${CONTACTS_BACK}) c
        LEFT JOIN contact_team_notes n ON n.organization_id = c.organization_id AND n.contact_id = c.id
       WHERE c.shared_note <> '' OR n.words IS NOT NULL
       ORDER BY c.happened_at DESC, c.id DESC LIMIT 1) noted ON true
    LEFT JOIN accounts writer ON writer.organization_id = a.organization_id AND writer.id = noted.coach_id`,
);

/** By participant; who was never tried is not in it. */
export async function latelyOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string | null,
): Promise<Map<string, Lately>> {
  const rows = await tx.query<LatelyRow[]>(LATELY(participantId, actor), [
    actor.organizationId,
    whose(actor),
    participantId,
  ]);
  return new Map(rows.map((row) => [row.participant_id, latelyFrom(row)]));
}

function latelyFrom(row: LatelyRow): Lately {
  return {
    latestContact: row.outcome && {
      outcome: row.outcome,
      occurredOn: row.occurred_on,
      occurredTime: row.occurred_time,
      happenedAt: row.happened_at,
    },
    lastReachedAt: row.last_reached_at,
    lastReachedWrittenAt: row.last_reached_written_at,
    lastNote:
      row.noted === null
        ? null
        : {
            gist: gistOf(row.noted),
            occurredOn: row.noted_on,
            outcome: row.noted_outcome,
            coachName: row.noted_by,
          },
  };
}

interface CheckInRow {
  participant_id: string;
  id: string;
  checked_in_at: Date;
  checked_in_on: string;
  mood: string;
  cravings: number | null;
  cravings_before: number | null;
  wants_call: boolean;
  words: string;
}

/** So many check-ins back are looked at: more unanswered ones than that say nothing new. */
const CHECK_INS_BACK = 10;

/**
 * Of the last few check-ins those since the last reached day (which of that day, the rules decide), or since the
 * enrollment, with which every calendar of standings begins. Whoever has none since is not even looked up. What was said
 * to somebody's face asks for no answer, though cravings are compared with it.
 */
const CHECK_INS = ofCaseload(
  (those) => `
  SELECT a.participant_id, i.id, i.checked_in_at, i.checked_in_on, i.mood, i.cravings, i.cravings_before, i.wants_call, i.words
    FROM (SELECT a.organization_id, a.participant_id, max(coalesce(s.last_reached_on, s.changes_on[1])) AS since
            FROM standings s, ${those}
             AND s.organization_id = a.organization_id AND s.participant_id = a.participant_id
             AND s.last_check_in_on >= coalesce(s.last_reached_on, s.changes_on[1])
           GROUP BY 1, 2) a
    JOIN LATERAL (
      SELECT i.*, lead(i.cravings) OVER (ORDER BY i.checked_in_at DESC, i.id DESC) AS cravings_before FROM check_ins i
       WHERE i.organization_id = a.organization_id AND i.participant_id = a.participant_id
       ORDER BY i.checked_in_at DESC, i.id DESC LIMIT ${CHECK_INS_BACK}) i ON i.checked_in_on >= a.since AND NOT i.is_with_staff
   ORDER BY i.checked_in_at DESC, i.id DESC`,
);

/** By participant, the newest first. */
export async function checkInsSinceReached(
  tx: EntityManager,
  actor: Actor,
  participantId: string | null,
): Promise<Map<string, CheckInFact[]>> {
  const rows = await tx.query<CheckInRow[]>(CHECK_INS(participantId, actor), [
    actor.organizationId,
    whose(actor),
    participantId,
  ]);
  const found = new Map<string, CheckInFact[]>();
  for (const row of rows) {
    const ofPerson = found.get(row.participant_id) ?? [];
    found.set(row.participant_id, ofPerson);
    ofPerson.push({
      checkInId: row.id,
      checkedInAt: row.checked_in_at,
      checkedInOn: row.checked_in_on,
      mood: row.mood,
      cravings: row.cravings,
      cravingsBefore: row.cravings_before,
      wantsCall: row.wants_call,
      words: row.words,
    });
  }
  return found;
}
