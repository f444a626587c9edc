import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Outcome, Way } from '../contacts/contacts.rules.js';
import type { PlaceInList } from '../http/place-in-list.js';
import { NEED_ORDER, standingIndex } from '../standing/standing.view.js';
import type { OfCoach } from './of-team.js';
import type { CountedAs, TeamStanding } from './team-lists.dto.js';
import type { Period } from './team-period.rules.js';

export interface PersonInNeed {
  participant_id: string;
  coach_name: string | null;
  need: number;
  due_on: string;
}

const PEOPLE_IN_NEED = `
  SELECT person.*, coach.name AS coach_name FROM (
    SELECT DISTINCT ON (s.participant_id) s.participant_id, s.coach_id, today.need, today.due_on
      FROM standings s, LATERAL (
        SELECT array_position($5::text[], s.standings[place]) AS need, s.dues_on[place] AS due_on
          FROM (SELECT ${standingIndex('$2')} AS place) at) today
     WHERE s.organization_id = $1 AND NOT s.is_locked AND (NOT $3 OR s.coach_id IS NOT DISTINCT FROM $4)
       -- whom a supervisor reaches only because they were told of a risk note is on no list of the team
       AND (s.coach_id IS NULL OR s.coach_id = ANY (ARRAY(
         SELECT c.id FROM coaches c WHERE c.organization_id = $1 AND c.supervisor_id = ANY ($11::uuid[]))))
     ORDER BY s.participant_id, today.need, today.due_on) person
    LEFT JOIN accounts coach ON coach.organization_id = $1 AND coach.id = person.coach_id
   WHERE ($6::integer[] IS NULL OR person.need = ANY ($6))
     AND ($7::integer IS NULL OR (person.need, person.due_on, person.participant_id) > ($7, $8::date, $9::uuid))
   ORDER BY person.need, person.due_on, person.participant_id LIMIT $10`;

/** Whom the numbers of the overview count, most in need first. */
export function peopleInNeed(
  tx: EntityManager,
  actor: Actor,
  asked: { of: OfCoach; standing?: TeamStanding; after?: PlaceInList; limit: number },
): Promise<PersonInNeed[]> {
  const [need, dueOn, participantId] = asked.after ?? [null, null, null];
  return tx.query(PEOPLE_IN_NEED, [
    actor.organizationId,
    actor.today,
    asked.of !== undefined,
    asked.of ?? null,
    NEED_ORDER,
    asked.standing ? placesOf(asked.standing) : null,
    need,
    dueOn,
    participantId,
    asked.limit,
    actor.actingFor,
  ]);
}

function placesOf(standing: TeamStanding): number[] {
  const standings = standing === 'drifting' ? (['out of touch', 'overdue'] as const) : [standing];
  return standings.map((each) => NEED_ORDER.indexOf(each) + 1);
}

export interface CountedContact {
  id: string;
  participant_id: string;
  participant_name: string | null;
  coach_id: string;
  coach_name: string;
  occurred_on: string;
  occurred_time: string | null;
  outcome: Outcome;
  way: Way | null;
  minutes: number | null;
}

/** Each coach gives at most a page, from their own index; the pages are merged. */
const COUNTED_CONTACTS = `
  SELECT k.id, k.participant_id, p.preferred_name AS participant_name, c.id AS coach_id, a.name AS coach_name,
         k.occurred_on, to_char(k.occurred_time, 'HH24:MI') AS occurred_time, k.outcome, k.way, k.minutes
    FROM coaches c
    JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
   CROSS JOIN LATERAL (
      SELECT * FROM contacts k
       WHERE k.organization_id = c.organization_id AND k.coach_id = c.id AND k.voided_at IS NULL
         AND k.occurred_on BETWEEN $4 AND $5
         AND ($6::text IS NULL OR (k.outcome = 'reached') = ($6 = 'reached'))
         AND ($7::date IS NULL OR (k.occurred_on, k.id) < ($7, $8::uuid))
       ORDER BY k.occurred_on DESC, k.id DESC LIMIT $9) k
    LEFT JOIN participants p ON p.organization_id = k.organization_id AND p.id = k.participant_id
   WHERE c.organization_id = $1 AND c.supervisor_id = ANY ($2::uuid[]) AND ($3::uuid IS NULL OR c.id = $3)
     AND p.is_locked IS NOT TRUE
   ORDER BY k.occurred_on DESC, k.id DESC LIMIT $9`;

/** The contacts that `reachedCount` and `attemptCount` count, newest first; nobody's contacts are none. */
export async function countedContacts(
  tx: EntityManager,
  actor: Actor,
  asked: { of: OfCoach; outcome?: CountedAs; period: Period; after?: PlaceInList; limit: number },
): Promise<CountedContact[]> {
  if (asked.of === null) return [];
  const [occurredOn, contactId] = asked.after ?? [null, null];
  return tx.query(COUNTED_CONTACTS, [
    actor.organizationId,
    actor.actingFor,
    asked.of ?? null,
    asked.period.from,
    asked.period.to,
    asked.outcome ?? null,
    occurredOn,
    contactId,
    asked.limit,
  ]);
}
