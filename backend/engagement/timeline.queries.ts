import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { checkInsOfIds } from '../check-ins/check-ins.queries.js';
import { dayIn } from '../clock/clock.js';
import { contactsOfIds } from '../contacts/contacts.queries.js';
import type { Dimension } from '../goals/dimensions.js';
import { isId } from '../http/fields.js';
import { FIRST_PLACE, type Place } from '../http/page.js';
import { riskNotesOfIds } from '../risk/risk-notes.queries.js';
import type { TimelineGoal, TimelineItem, TimelineKind } from './timeline.dto.js';

export interface Happening {
  kind: TimelineKind;
  id: string;
  at: Date;
}

/** Each kind gives at most a page, from its own index; the four are merged. */
function newest(kind: TimelineKind, table: string, at: string, only = 'true'): string {
  return `(SELECT '${kind}' AS kind, id, ${at} AS at FROM ${table}
     WHERE organization_id = $1 AND participant_id = $2 AND (${at}, id) < ($3, $4) AND ${only}
     ORDER BY ${at} DESC, id DESC LIMIT $5)`;
}

const HAPPENINGS = `${[
  // a voided contact leaves the page; it is still there to be opened by whoever has its address
  newest('contact', 'contacts', 'happened_at', 'voided_at IS NULL'),
  newest('check-in', 'check_ins', 'checked_in_at'),
  newest('goal', 'goals', 'made_at'),
  newest('risk-note', 'risk_notes', 'raised_at'),
].join(' UNION ALL ')} ORDER BY at DESC, id DESC LIMIT $5`;

/** What happened, newest first, from a place on: one query, whose cost is the page's and not the history's. */
export function happeningsOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  after: Place | undefined,
  limit: number,
): Promise<Happening[]> {
  const from = after ?? FIRST_PLACE;
  if (!isId(participantId)) return Promise.resolve([]);
  return tx.query<Happening[]>(HAPPENINGS, [actor.organizationId, participantId, from.at, from.id, limit]);
}

/** The happenings of a page with what they were: four queries whatever its length. */
export async function timelineItems(
  tx: EntityManager,
  actor: Actor,
  happenings: Happening[],
): Promise<TimelineItem[]> {
  const ids = (kind: TimelineKind): string[] =>
    happenings.filter((each) => each.kind === kind).map((each) => each.id);
  const [contacts, checkIns, goals, riskNotes] = await Promise.all([
    contactsOfIds(tx, actor, ids('contact')),
    checkInsOfIds(tx, actor, ids('check-in')),
    goalsOfIds(tx, actor, ids('goal')),
    riskNotesOfIds(tx, actor, ids('risk-note')),
  ]);
  const contactOf = new Map(contacts.map((each) => [each.contactId, each]));
  const checkInOf = new Map(checkIns.map((each) => [each.checkInId, each]));
  const goalOf = new Map(goals.map((each) => [each.goalId, each]));
  const riskNoteOf = new Map(riskNotes.map((each) => [each.riskNoteId, each]));
  return happenings.map(({ kind, id, at }) => ({
    kind,
    id,
    at,
    on: contactOf.get(id)?.occurredOn ?? dayIn(actor.timeZone, at),
    contact: contactOf.get(id),
    checkIn: checkInOf.get(id),
    goal: goalOf.get(id),
    riskNote: riskNoteOf.get(id),
  }));
}

interface GoalRow {
  id: string;
  sentence: string;
  dimension: Dimension;
  step_count: number;
  done_step_count: number;
  finished_on: string | null;
  let_go_on: string | null;
}

async function goalsOfIds(tx: EntityManager, actor: Actor, ids: string[]): Promise<TimelineGoal[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<GoalRow[]>(
    `SELECT g.id, g.sentence, g.dimension, g.finished_on, g.let_go_on, t.step_count, t.done_step_count
       FROM goals g, LATERAL (
         SELECT count(*) AS step_count, count(t.done_at) AS done_step_count FROM steps t
          WHERE t.organization_id = g.organization_id AND t.goal_id = g.id AND t.removed_at IS NULL) t
      WHERE g.organization_id = $1 AND g.id = ANY ($2)`,
    [actor.organizationId, ids],
  );
  return rows.map((row) => ({
    goalId: row.id,
    sentence: row.sentence,
    dimension: row.dimension,
    stepCount: row.step_count,
    doneStepCount: row.done_step_count,
    finishedOn: row.finished_on,
    letGoOn: row.let_go_on,
  }));
}
