import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isSupervising, lineOf, SESSIONS, type SessionRow } from './sessions.queries.js';
import type {
  CoachToSupervise,
  HoursOfCoach,
  SessionLine,
  SupervisionSessions,
} from './supervision-session.view.js';

/** So many sessions held are listed; older ones are found through the hours. */
const MOST_HELD = 50;

/** The actor's sessions, by what they wait for; those called off are on no list. */
export async function sessionsOf(tx: EntityManager, actor: Actor): Promise<SupervisionSessions> {
  const [rows, team] = await Promise.all([
    tx.query<SessionRow[]>(
      `${SESSIONS} AND s.called_off_at IS NULL
          AND s.id IN (SELECT o.id FROM supervision_sessions o WHERE o.organization_id = $1
                        ORDER BY o.begun_at IS NULL DESC, coalesce(o.held_on, o.planned_on) DESC, o.id DESC LIMIT $2)
        ORDER BY coalesce(s.held_on, s.planned_on), s.planned_time, s.id`,
      [actor.organizationId, MOST_HELD * 2],
    ),
    isSupervising(actor) ? teamOf(tx, actor) : [],
  ]);
  const lines = rows.map((row) => lineOf(row, actor));
  const inState = (...states: SessionLine['state'][]): SessionLine[] =>
    lines.filter(({ state }) => states.includes(state));
  return {
    today: actor.today,
    planned: inState('planned'),
    toSign: inState('open', 'signing'),
    held: inState('held').reverse().slice(0, MOST_HELD),
    team,
  };
}

/** Coaches of the team who may sign in, by name, with the day that is planned next. */
async function teamOf(tx: EntityManager, actor: Actor): Promise<CoachToSupervise[]> {
  const rows = await tx.query<{ id: string; name: string; planned_on: string | null }[]>(
    `SELECT c.id, a.name, (
              SELECT min(s.planned_on) FROM supervision_session_coaches m
                JOIN supervision_sessions s ON s.organization_id = m.organization_id AND s.id = m.session_id
               WHERE m.organization_id = c.organization_id AND m.coach_id = c.id AND s.begun_at IS NULL
                 AND s.called_off_at IS NULL) AS planned_on
       FROM coaches c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
      WHERE c.organization_id = $1 AND c.supervisor_id = ANY ($2) AND c.is_coaching AND a.disabled_at IS NULL
      ORDER BY lower(a.name), c.id`,
    [actor.organizationId, actor.actingFor],
  );
  return rows.map(({ id, name, planned_on: plannedOn }) => ({ accountId: id, name, plannedOn }));
}

/** The actor's next session that has not begun, today's also when its time has gone by. */
export async function nextSession(tx: EntityManager, actor: Actor): Promise<SessionLine | null> {
  const [row] = await tx.query<SessionRow[]>(
    `${SESSIONS} AND s.called_off_at IS NULL AND s.begun_at IS NULL AND s.planned_on >= $2
      ORDER BY s.planned_on, s.planned_time, s.id LIMIT 1`,
    [actor.organizationId, actor.today],
  );
  return row ? lineOf(row, actor) : null;
}

/** Those of the actor's sessions to come that a coach asks to move, the next one first. */
export async function sessionsToMove(tx: EntityManager, actor: Actor): Promise<SessionLine[]> {
  const rows = await tx.query<SessionRow[]>(
    `${SESSIONS} AND s.called_off_at IS NULL AND s.begun_at IS NULL
        AND s.id IN (SELECT r.session_id FROM supervision_move_requests r
                      WHERE r.organization_id = $1 AND r.settled_at IS NULL)
      ORDER BY s.planned_on, s.planned_time, s.id`,
    [actor.organizationId],
  );
  return rows.map((row) => lineOf(row, actor));
}

interface HoursRow {
  coach_id: string;
  name: string;
  kind: 'individual' | 'group';
  session_count: number;
  minutes: number;
  to_sign_count: number;
}

/** Hours by coach, of everybody the actor may know them of. Days included on both ends. */
export async function hoursBetween(
  tx: EntityManager,
  actor: Actor,
  from: string,
  to: string,
): Promise<HoursOfCoach[]> {
  const rows = await tx.query<HoursRow[]>(
    `SELECT h.*, a.name FROM supervision_hours($2, $3) h
       JOIN accounts a ON a.organization_id = $1 AND a.id = h.coach_id ORDER BY lower(a.name), a.id`,
    [actor.organizationId, from, to],
  );
  const coaches = new Map<string, HoursOfCoach>();
  for (const row of rows) {
    const coach = coaches.get(row.coach_id) ?? {
      coach: { accountId: row.coach_id, name: row.name },
      individual: { sessionCount: 0, minutes: 0 },
      group: { sessionCount: 0, minutes: 0 },
      toSignCount: 0,
    };
    coaches.set(row.coach_id, coach);
    coach[row.kind] = { sessionCount: row.session_count, minutes: row.minutes };
    coach.toSignCount += row.to_sign_count;
  }
  return [...coaches.values()];
}
