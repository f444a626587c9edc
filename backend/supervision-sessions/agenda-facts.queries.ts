import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { loadsOf } from '../coaches/load.queries.js';
import { STILL_DAYS } from '../goals/goal.rules.js';
import type { Level } from '../risk/risk.rules.js';
import { dayNumber, dayOf } from '../standing/day-number.js';
import { isMoreInNeed, type StandingRow, standingColumns, standingView } from '../standing/standing.view.js';
import { LAST_DAY } from '../windows/windows.rules.js';
import { afterHoursContacts } from '../wellbeing/after-hours.queries.js';
import type { AgendaFacts, CertificationsOfCoach, GoalFact, PersonFact } from './agenda-facts.js';

/** Without a session before, wins count from so many days back; ours. */
const FIRST_DAYS = 30;
/** And never from further back than a rhythm may be long. */
const MOST_DAYS = 92;

interface CoachRow {
  coach_id: string;
  since_on: string | null;
  training_through_on: string | null;
  certifications: { id: string; kind: string; firstOn: string; lastOn: string }[] | null;
}

const COACHES = `
  SELECT c.id AS coach_id, c.training_through_on, (
           SELECT max(s.held_on) FROM supervision_session_coaches m
             JOIN supervision_sessions s ON s.organization_id = m.organization_id AND s.id = m.session_id
            WHERE m.organization_id = c.organization_id AND m.coach_id = c.id AND m.attended
              AND s.called_off_at IS NULL AND s.id <> $3) AS since_on, (
           SELECT jsonb_agg(jsonb_build_object('id', k.id, 'kind', k.kind, 'firstOn', k.first_on, 'lastOn', k.last_on))
             FROM certifications k WHERE k.organization_id = c.organization_id AND k.coach_id = c.id) AS certifications
    FROM coaches c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
   WHERE c.organization_id = $1 AND c.id = ANY ($2) ORDER BY lower(a.name), c.id`;

interface PersonRow extends StandingRow {
  coach_id: string;
  participant_id: string;
  counted_from: string | null;
}

const PEOPLE = `
  SELECT s.coach_id, s.participant_id, d.counted_from, ${standingColumns('$3')}
    FROM standings s
    JOIN enrollments e ON e.organization_id = s.organization_id AND e.id = s.enrollment_id
    JOIN participants p ON p.organization_id = s.organization_id AND p.id = s.participant_id
    LEFT JOIN recovery_day_settings d ON d.organization_id = s.organization_id AND d.participant_id = s.participant_id
      AND d.is_shared
   WHERE s.organization_id = $1 AND s.coach_id = ANY ($2) ORDER BY lower(p.preferred_name), p.id`;

/** Those of the people above; who has no open enrollment is on no agenda. */
const THEIRS = `(SELECT DISTINCT s.organization_id, s.participant_id, s.coach_id FROM standings s
   WHERE s.organization_id = $1 AND s.coach_id = ANY ($2)) o`;

interface GoalRow {
  participant_id: string;
  sentence: string;
  finished_on: string | null;
  is_proposed: boolean;
  moved_on: string;
}

/** When a goal was spoken of is looked up only where nothing else moved for long. */
const GOALS = `
  SELECT g.participant_id, g.sentence, g.finished_on, g.finish_proposed_at IS NOT NULL AS is_proposed,
         greatest((greatest(g.made_at, g.changed_at, done.done_at) AT TIME ZONE $5)::date,
           CASE WHEN greatest(g.made_at, g.changed_at, done.done_at) < $4 AND g.finished_on IS NULL THEN greatest(
             (SELECT c.occurred_on FROM contact_goals t
                JOIN contacts c ON c.organization_id = t.organization_id AND c.id = t.contact_id
               WHERE t.organization_id = g.organization_id AND t.goal_id = g.id AND c.voided_at IS NULL
               ORDER BY t.contact_id DESC LIMIT 1),
             (SELECT max(t.said_on) FROM goal_progress t
               WHERE t.organization_id = g.organization_id AND t.goal_id = g.id AND NOT t.is_voided)) END) AS moved_on
    FROM ${THEIRS}
    JOIN goals g ON g.organization_id = o.organization_id AND g.participant_id = o.participant_id
    LEFT JOIN LATERAL (
      SELECT max(t.done_at) AS done_at FROM steps t
       WHERE t.organization_id = g.organization_id AND t.goal_id = g.id AND t.removed_at IS NULL) done ON true
   WHERE g.let_go_on IS NULL AND (g.finished_on IS NULL OR g.finished_on >= $3::date)
   ORDER BY g.finished_on, g.made_at`;

const RISK_NOTES = `
  SELECT o.coach_id, r.participant_id, r.id, r.level, r.raised_on, answerer.name AS answered_by
    FROM ${THEIRS}
    JOIN risk_notes r ON r.organization_id = o.organization_id AND r.participant_id = o.participant_id
    LEFT JOIN accounts answerer ON answerer.organization_id = r.organization_id AND answerer.id = r.acknowledged_by
   WHERE r.resolved_at IS NULL
   ORDER BY array_position(ARRAY['urgent', 'concern', 'watch'], r.level), r.raised_at, r.id`;

const WINDOWS = `
  SELECT o.coach_id, w.participant_id, w.event, w.began_on
    FROM ${THEIRS}
    JOIN vulnerability_windows w ON w.organization_id = o.organization_id AND w.participant_id = o.participant_id
   WHERE w.began_on BETWEEN $3::date - ${LAST_DAY} AND $3 AND (w.closed_on IS NULL OR w.closed_on > $3)
     AND w.undone_at IS NULL
   ORDER BY w.began_on DESC, w.id`;

/** By whoever kept them, of people still within reach: one line a person, however many. */
const KEPT = `
  SELECT m.kept_by AS coach_id, m.participant_id, m.kept_on, count(*) OVER theirs AS count, m.words,
         row_number() OVER (theirs ORDER BY m.kept_at DESC, m.id DESC) AS place
    FROM promises m
    JOIN participants p ON p.organization_id = m.organization_id AND p.id = m.participant_id
    JOIN unnest($2::uuid[], $3::date[]) since (coach_id, since_on) ON since.coach_id = m.kept_by
   WHERE m.organization_id = $1 AND m.kept_at IS NOT NULL AND m.kept_on >= since.since_on
  WINDOW theirs AS (PARTITION BY m.kept_by, m.participant_id)`;

/** What is open is carried on for as long as it is; what was settled since the last session shows once how it ended. */
const DECIDED = `
  SELECT d.coach_id, d.participant_id, d.id, d.becomes, d.words, d.due_on, s.held_on
    FROM supervision_decisions d
    JOIN supervision_sessions s ON s.organization_id = d.organization_id AND s.id = d.session_id
    JOIN supervision_sessions next ON next.organization_id = d.organization_id AND next.id = $4
      AND next.supervisor_id = s.supervisor_id
    JOIN unnest($2::uuid[], $3::date[]) since (coach_id, since_on) ON since.coach_id = d.coach_id
   WHERE d.organization_id = $1 AND d.becomes <> 'promise' AND d.taken_back_at IS NULL AND s.id <> $4
     AND (d.done_at IS NULL OR (d.done_at AT TIME ZONE $5)::date > since.since_on)
   ORDER BY d.due_on, d.made_at, d.id`;

const BROKEN = `
  SELECT m.coach_id, m.participant_id, m.words, m.due_on
    FROM promises m
    JOIN standings s ON s.organization_id = m.organization_id AND s.participant_id = m.participant_id
   WHERE m.organization_id = $1 AND m.coach_id = ANY ($2) AND m.kept_at IS NULL AND m.released_at IS NULL
     AND m.due_on < $3
   GROUP BY m.id, m.coach_id, m.participant_id, m.words, m.due_on ORDER BY m.due_on, m.id`;

/**
 * Everything an agenda follows from, of these coaches: a fixed number of statements that leave together, and one for
 * each coach, whose time since the last session is their own.
 *
 * @param sessionId the session it is for; what went well counts from the one before it
 */
export async function agendaFacts(
  tx: EntityManager,
  actor: Actor,
  sessionId: string,
  coachIds: readonly string[],
): Promise<AgendaFacts> {
  const { organizationId: here, today } = actor;
  const stillSince = new Date(actor.now.getTime() - STILL_DAYS * 86_400_000);
  const coachRows = await tx.query<CoachRow[]>(COACHES, [here, coachIds, sessionId]);
  const coaches = coachRows.map((row) => coachOf(row, today));
  const ids = coaches.map(({ coachId }) => coachId);
  const since = coaches.map(({ sinceOn }) => sinceOn);
  const earliest = [...since].sort()[0] ?? today;
  const [people, goals, notes, windows, decided, kept, broken, loads, afterHours] = await Promise.all([
    tx.query<PersonRow[]>(PEOPLE, [here, coachIds, today]),
    tx.query<GoalRow[]>(GOALS, [here, coachIds, earliest, stillSince, actor.timeZone]),
    tx.query<NoteRow[]>(RISK_NOTES, [here, coachIds]),
    tx.query<WindowRow[]>(WINDOWS, [here, coachIds, today]),
    tx.query<DecidedRow[]>(DECIDED, [here, ids, since, sessionId, actor.timeZone]),
    tx.query<KeptRow[]>(KEPT, [here, ids, since]),
    tx.query<BrokenRow[]>(BROKEN, [here, coachIds, today]),
    loadsOf(tx, actor, coachIds),
    Promise.all(
      coaches.map(async ({ coachId, sinceOn }) => ({
        coachId,
        count: (await afterHoursContacts(tx, [coachId], sinceOn, today)).get(coachId) ?? 0,
      })),
    ),
  ]);
  return {
    coaches,
    people: peopleOf(people, goals),
    riskNotes: notes.map((row) => ({
      ...who(row),
      riskNoteId: row.id,
      level: row.level,
      raisedOn: row.raised_on,
      answeredBy: row.answered_by,
    })),
    windows: windows.map((row) => ({ ...who(row), event: row.event, beganOn: row.began_on })),
    decided: decided.map(({ coach_id: coachId, participant_id: participantId, ...row }) => ({
      ...{ coachId, participantId, decisionId: row.id, becomes: row.becomes, words: row.words },
      ...{ heldOn: row.held_on, dueOn: row.due_on },
    })),
    keptPromises: kept
      .filter(({ place }) => place === 1)
      .sort((one, other) => other.count - one.count)
      .map((row) => ({ ...who(row), count: row.count, words: row.words })),
    brokenPromises: broken.map((row) => ({ ...who(row), words: row.words, dueOn: row.due_on })),
    loads: [...loads].map(([coachId, { weight, capacity, headCount }]) => ({
      ...{ coachId, weight, capacity, headCount },
    })),
    afterHours: afterHours.filter(({ count }) => count > 0),
  };
}

interface Who {
  coach_id: string;
  participant_id: string;
}
type NoteRow = Who & { id: string; level: Level; raised_on: string; answered_by: string | null };
type WindowRow = Who & { event: string; began_on: string };
interface DecidedRow {
  coach_id: string;
  participant_id: string | null;
  id: string;
  becomes: 'today' | 'session';
  words: string;
  due_on: string;
  held_on: string;
}
type KeptRow = Who & { count: number; words: string; place: number };
type BrokenRow = Who & { words: string; due_on: string };

const who = (row: Who) => ({ coachId: row.coach_id, participantId: row.participant_id });

function coachOf(row: CoachRow, today: string): CertificationsOfCoach {
  const earliest = dayOf(dayNumber(today) - MOST_DAYS);
  const since = row.since_on ?? dayOf(dayNumber(today) - FIRST_DAYS);
  return {
    coachId: row.coach_id,
    sinceOn: since < earliest ? earliest : since,
    certifications: row.certifications ?? [],
    trainingThroughOn: row.training_through_on,
  };
}

/** Somebody in two programs once, with the standing most in need. */
function peopleOf(rows: PersonRow[], goals: GoalRow[]): PersonFact[] {
  const goalsOf = Map.groupBy(goals, (goal) => goal.participant_id);
  const people = new Map<string, PersonFact>();
  for (const row of rows) {
    const standing = standingView(row);
    const other = people.get(row.participant_id);
    if (other && !isMoreInNeed(standing, other.standing)) continue;
    people.set(row.participant_id, {
      ...who(row),
      standing,
      countedFrom: row.counted_from,
      goals: (goalsOf.get(row.participant_id) ?? []).map(goalOf),
    });
  }
  return [...people.values()];
}

const goalOf = (row: GoalRow): GoalFact => ({
  sentence: row.sentence,
  finishedOn: row.finished_on,
  isProposed: row.is_proposed,
  movedOn: row.moved_on,
});
