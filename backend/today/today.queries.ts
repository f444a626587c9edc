import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { type RhythmRow, rhythmOf } from '../assessments/barc-rhythm.queries.js';
import { barcDueOn } from '../assessments/barc-rhythm.rules.js';
import { answeredAt } from '../calls/calls.queries.js';
import type { PlannedContactView } from '../contacts/planned-contact.view.js';
import { COVERED_ASSIGNMENTS, isCovering } from '../cover/covered.queries.js';
import type { CelebrationFacts } from '../recovery-days/celebrations.rules.js';
import { isMoreInNeed, type StandingRow, standingColumns, standingView } from '../standing/standing.view.js';
import type { AssessmentFact, CallFact, UrgentNoteFact } from './reasons.js';

/** Which participants a statement is about, and whose a column has to be to bind whoever asks. */
type Write = (those: string, is: (column: string) => string) => string;

/**
 * A statement of Today about the coach's caseload in `$1, $2`, and the same about the one of them in `$3`. In one text
 * for both, the plan kept would be one for nobody in particular: it would take the caseload for a single person. For the
 * same reason whoever covers for somebody, and sees their people too, has texts of their own.
 */
export function ofCaseload(write: Write): (participantId: string | null, actor: Actor) => string {
  const own = 'assignments a WHERE a.organization_id = $1 AND a.coach_id = $2 AND a.until_on IS NULL';
  const both = `${COVERED_ASSIGNMENTS} a WHERE true`;
  const is = (column: string): string => `${column} = $2`;
  const isOfBoth = (column: string): string => `${column} = ANY ($2::uuid[])`;
  const everyone = write(`${own} AND $3::uuid IS NULL`, is);
  const one = write(`${own} AND a.participant_id = $3`, is);
  const everyoneCovered = write(`${both} AND $3::uuid IS NULL`, isOfBoth);
  const oneCovered = write(`${both} AND a.participant_id = $3`, isOfBoth);
  return (participantId, actor) =>
    isCovering(actor)
      ? participantId === null
        ? everyoneCovered
        : oneCovered
      : participantId === null
        ? everyone
        : one;
}

/** What goes with them as `$2`. */
export const whose = (actor: Actor): string | string[] =>
  isCovering(actor) ? actor.actingFor : actor.accountId;

interface PersonRow extends StandingRow, RhythmRow {
  participant_id: string;
  coach_id: string;
  account_id: string | null;
  preferred_name: string;
  pronouns: string;
  is_primary: boolean;
  risk_note_id: string | null;
  raised_at: Date;
  raised_on: string;
  acknowledged_at: Date | null;
  acknowledged_words: string;
  acknowledged_by_name: string;
  planned_contact_id: string | null;
  planned_on: string;
  planned_time: string | null;
  planned_way: PlannedContactView['way'];
  planner_name: string;
  planned_version: number;
  barc_on: string | null;
  counted_from: string | null;
  born_on: string | null;
  call_id: string | null;
  asked_at: Date;
  asked_on: string;
  about: string;
  best_time: string;
}

/** Somebody on the caseload with an open enrollment. */
export interface TodayPerson {
  participantId: string;
  /** Whose they are: the actor's, or of somebody they cover for. */
  coachId: string;
  accountId: string | null;
  preferredName: string;
  pronouns: string;
  isPrimary: boolean;
  standing: ReturnType<typeof standingView>;
  urgentNote: UrgentNoteFact | null;
  planned: PlannedContactView | null;
  barc: AssessmentFact;
  shares: CelebrationFacts;
  callAsked: CallFact | null;
}

const PEOPLE = ofCaseload(
  (those) => `
  SELECT p.id AS participant_id, a.coach_id, p.account_id, p.preferred_name, p.pronouns, a.kind = 'primary' AS is_primary,
         ${standingColumns('$4')}, r.id AS risk_note_id, r.raised_at, r.raised_on, r.acknowledged_at,
         r.acknowledged_words, answerer.name AS acknowledged_by_name,
         n.id AS planned_contact_id, n.planned_on, to_char(n.planned_time, 'HH24:MI') AS planned_time,
         n.way AS planned_way, planner.name AS planner_name, n.version AS planned_version,
         barc.taken_on AS barc_on, rhythm.barc_first_days, rhythm.barc_every_days, d.counted_from, h.born_on,
         k.id AS call_id, k.asked_at, k.asked_on, k.about, k.best_time
    FROM (SELECT a.organization_id, a.participant_id, a.coach_id, a.kind FROM ${those}) a
    JOIN participants p ON p.organization_id = a.organization_id AND p.id = a.participant_id
    JOIN standings s ON s.organization_id = a.organization_id AND s.participant_id = a.participant_id
    JOIN enrollments e ON e.organization_id = s.organization_id AND e.id = s.enrollment_id
    LEFT JOIN LATERAL (
      SELECT r.* FROM risk_notes r
       WHERE r.organization_id = a.organization_id AND r.participant_id = a.participant_id AND r.resolved_at IS NULL
         AND r.level = 'urgent'
       ORDER BY (r.acknowledged_at IS NOT NULL), r.raised_at, r.id LIMIT 1) r ON true
    LEFT JOIN accounts answerer ON answerer.organization_id = a.organization_id AND answerer.id = r.acknowledged_by
    LEFT JOIN planned_contacts n ON n.organization_id = a.organization_id AND n.participant_id = a.participant_id
      AND n.replaced_at IS NULL
    LEFT JOIN accounts planner ON planner.organization_id = a.organization_id AND planner.id = n.coach_id
    LEFT JOIN assessment_settings rhythm ON rhythm.organization_id = a.organization_id
    LEFT JOIN LATERAL (
      SELECT b.taken_on FROM assessments b
       WHERE b.organization_id = a.organization_id AND b.participant_id = a.participant_id AND b.instrument = 'barc-10'
       ORDER BY b.taken_on DESC LIMIT 1) barc ON true
    LEFT JOIN recovery_day_settings d ON d.organization_id = a.organization_id AND d.participant_id = a.participant_id
      AND d.is_shared
    LEFT JOIN birthdays h ON h.organization_id = a.organization_id AND h.participant_id = a.participant_id AND h.is_shared
    LEFT JOIN calls_asked_for k ON k.organization_id = a.organization_id AND k.participant_id = a.participant_id
      AND k.replaced_at IS NULL AND k.withdrawn_at IS NULL AND ${answeredAt('k')} IS NULL`,
);

/** Everyone on the acting coach's caseload, or the one asked for; in two programs with the standing most in need. */
export async function todayPeople(
  tx: EntityManager,
  actor: Actor,
  participantId: string | null,
): Promise<TodayPerson[]> {
  const people = new Map<string, TodayPerson>();
  const rows = await tx.query<PersonRow[]>(PEOPLE(participantId, actor), [
    actor.organizationId,
    whose(actor),
    participantId,
    actor.today,
  ]);
  // in two programs BARC-10 is asked once, by the earlier stay
  const earlierFirst = rows
    .map((row) => personOf(row, actor.today))
    .sort((one, other) => (one.standing.enrolledOn < other.standing.enrolledOn ? -1 : 1));
  for (const person of earlierFirst) {
    const other = people.get(person.participantId);
    if (!other) people.set(person.participantId, person);
    else if (isMoreInNeed(person.standing, other.standing))
      people.set(person.participantId, { ...person, barc: other.barc });
  }
  return [...people.values()];
}

function personOf(row: PersonRow, today: string): TodayPerson {
  const standing = standingView(row);
  return {
    participantId: row.participant_id,
    coachId: row.coach_id,
    accountId: row.account_id,
    preferredName: row.preferred_name,
    pronouns: row.pronouns,
    isPrimary: row.is_primary,
    standing,
    urgentNote: row.risk_note_id
      ? {
          riskNoteId: row.risk_note_id,
          raisedAt: row.raised_at,
          raisedOn: row.raised_on,
          answer: row.acknowledged_at && {
            by: row.acknowledged_by_name,
            words: row.acknowledged_words,
            at: row.acknowledged_at,
          },
        }
      : null,
    planned: row.planned_contact_id
      ? {
          plannedContactId: row.planned_contact_id,
          plannedOn: row.planned_on,
          plannedTime: row.planned_time,
          way: row.planned_way,
          coachName: row.planner_name,
          isMissed: row.planned_on < today,
          version: row.planned_version,
        }
      : null,
    barc: {
      dueOn: barcDueOn({ enrolledOn: standing.enrolledOn, lastTakenOn: row.barc_on }, rhythmOf(row)),
      lastTakenOn: row.barc_on,
    },
    shares: { countedFrom: row.counted_from, bornOn: row.born_on },
    callAsked: row.call_id
      ? {
          callId: row.call_id,
          askedAt: row.asked_at,
          askedOn: row.asked_on,
          about: row.about,
          bestTime: row.best_time,
        }
      : null,
  };
}
