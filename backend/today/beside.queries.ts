import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { dialled, wayOrder } from '../participants/ways-to-reach.queries.js';
import { LAST_DAY } from '../windows/windows.rules.js';
import type { DecisionFact, PromiseFact } from './reasons.js';
import type { NumberNow } from './today.dto.js';
import { ofCaseload, whose } from './today.queries.js';

/** The rows of each participant, in their order. */
function byParticipant<Row extends { participant_id: string }, T>(
  rows: Row[],
  of: (row: Row) => T,
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const ofPerson = found.get(row.participant_id);
    if (ofPerson) ofPerson.push(of(row));
    else found.set(row.participant_id, [of(row)]);
  }
  return found;
}

interface WindowRow {
  participant_id: string;
  event: string;
  began_on: string;
}

const WINDOWS = ofCaseload(
  (those) => `
  SELECT w.participant_id, w.event, w.began_on
    FROM (SELECT a.organization_id, a.participant_id FROM ${those}) a
    JOIN vulnerability_windows w ON w.organization_id = a.organization_id AND w.participant_id = a.participant_id
   WHERE w.began_on BETWEEN $4::date - ${LAST_DAY} AND $4 AND (w.closed_on IS NULL OR w.closed_on > $4)
     AND w.undone_at IS NULL
   ORDER BY w.began_on, w.id`,
);

/** The windows that are open today. */
export async function openWindows(
  tx: EntityManager,
  actor: Actor,
  participantId: string | null,
): Promise<Map<string, { event: string; beganOn: string }[]>> {
  const rows = await tx.query<WindowRow[]>(WINDOWS(participantId, actor), [
    actor.organizationId,
    whose(actor),
    participantId,
    actor.today,
  ]);
  return byParticipant(rows, ({ event, began_on }) => ({ event, beganOn: began_on }));
}

interface WayRow {
  participant_id: string;
  id: string;
  value: string;
  may_call: boolean;
  may_voicemail: boolean;
  may_text: boolean;
  may_say_who: boolean;
  best_hours: string;
  why_not: string;
  is_expired: boolean;
}

const WAYS = ofCaseload(
  (those) => `
  SELECT w.participant_id, w.id, w.value, w.may_call, w.may_voicemail, w.may_text, w.may_say_who, w.best_hours, w.why_not,
         w.until_on IS NOT NULL AND w.until_on < $4 AS is_expired
    FROM (SELECT a.organization_id, a.participant_id FROM ${those}) a
    JOIN ways_to_reach w ON w.organization_id = a.organization_id AND w.participant_id = a.participant_id
   WHERE w.kind = 'phone' AND w.no_longer_at IS NULL
   ORDER BY ${wayOrder('$4')}`,
);

/** Phone numbers with what is safe today; past its last day a number is there, and nothing of it is safe. */
export async function numbersOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string | null,
): Promise<Map<string, NumberNow[]>> {
  const rows = await tx.query<WayRow[]>(WAYS(participantId, actor), [
    actor.organizationId,
    whose(actor),
    participantId,
    actor.today,
  ]);
  return byParticipant(rows, (row) => {
    const dial = dialled(row.value);
    const isSafe = dial !== null && !row.is_expired;
    return {
      wayToReachId: row.id,
      dial: dial ?? '',
      mayCall: isSafe && row.may_call,
      mayVoicemail: isSafe && row.may_voicemail,
      mayText: isSafe && row.may_text,
      maySayWho: isSafe && row.may_say_who,
      bestHours: row.best_hours,
      whyNot: row.why_not,
      isExpired: row.is_expired,
    };
  });
}

interface PromiseRow {
  participant_id: string;
  kind: 'promise' | 'decision';
  id: string;
  words: string;
  due_on: string;
  by_name: string;
  version: number;
}

/**
 * One's own, and as the primary coach everybody's: what was promised before a move or by the second coach binds too.
 * What was decided in supervision binds the coach it was decided with.
 */
const PROMISES = ofCaseload(
  (those, is) => `
  SELECT m.participant_id, 'promise' AS kind, m.id, m.words, m.due_on, m.version, coach.name AS by_name
    FROM (SELECT a.organization_id, a.participant_id, a.kind FROM ${those}) a
    JOIN promises m ON m.organization_id = a.organization_id AND m.participant_id = a.participant_id
    JOIN accounts coach ON coach.organization_id = m.organization_id AND coach.id = m.coach_id
   WHERE m.kept_at IS NULL AND m.released_at IS NULL AND (${is('m.coach_id')} OR a.kind = 'primary')
  UNION ALL
  SELECT d.participant_id, 'decision', d.id, d.words, d.due_on, d.version, supervisor.name
    FROM (SELECT a.organization_id, a.participant_id FROM ${those}) a
    JOIN supervision_decisions d ON d.organization_id = a.organization_id AND d.participant_id = a.participant_id
    JOIN accounts supervisor ON supervisor.organization_id = d.organization_id AND supervisor.id = d.supervisor_id
   WHERE ${is('d.coach_id')} AND d.becomes = 'today' AND d.done_at IS NULL AND d.taken_back_at IS NULL
   ORDER BY due_on, id`,
);

/** Open promises that bind the acting coach, and what was decided in supervision, each the earliest first. */
export async function promisedAndDecided(
  tx: EntityManager,
  actor: Actor,
  participantId: string | null,
): Promise<Map<string, { promises: PromiseFact[]; decisions: DecisionFact[] }>> {
  const rows = await tx.query<PromiseRow[]>(PROMISES(participantId, actor), [
    actor.organizationId,
    whose(actor),
    participantId,
  ]);
  const found = new Map<string, { promises: PromiseFact[]; decisions: DecisionFact[] }>();
  for (const { participant_id: id, kind, ...row } of rows) {
    const ofPerson = found.get(id) ?? { promises: [], decisions: [] };
    found.set(id, ofPerson);
    const { words, due_on: dueOn, by_name: name, version } = row;
    if (kind === 'promise')
      ofPerson.promises.push({ promiseId: row.id, words, dueOn, coachName: name, version });
    else ofPerson.decisions.push({ decisionId: row.id, words, dueOn, supervisorName: name, version });
  }
  return found;
}
