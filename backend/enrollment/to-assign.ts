import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Language } from '../access/roles.js';
import { coachesOfTeam } from '../coaches/coach-to-assign.js';
import { loadsOf } from '../coaches/load.queries.js';
import { type Standing } from '../standing/standing.rules.js';
import { NEED_ORDER } from '../standing/standing.view.js';
import type { ParticipantToAssign, ToAssignList } from './to-assign.dto.js';
import { type Level, whyEnding, WHY_TO_ASSIGN } from './to-assign.rules.js';

interface PersonRow {
  participant_id: string;
  preferred_name: string;
  language: Language;
  standing: Standing;
  open_note: Level | null;
  primary_coach_id: string | null;
  without_since: string;
  ending_coach_id: string | null;
  ending_coach_name: string | null;
  last_on: string | null;
  is_second: boolean;
}

/** Who has nobody or somebody of these, and who has a last day with a coach of the team. */
const PEOPLE = `
  SELECT DISTINCT ON (p.id) p.id AS participant_id, p.preferred_name, p.language, p.primary_coach_id,
         s.standings[greatest(1, width_bucket($2::date, s.changes_on))] AS standing,
         (SELECT r.level FROM risk_notes r
           WHERE r.organization_id = p.organization_id AND r.participant_id = p.id AND r.resolved_at IS NULL
           ORDER BY array_position(ARRAY['urgent', 'concern', 'watch'], r.level) LIMIT 1) AS open_note,
         coalesce((SELECT max(a.until_on) FROM assignments a
                    WHERE a.organization_id = p.organization_id AND a.participant_id = p.id AND a.kind = 'primary'),
                  s.enrolled_on) AS without_since,
         ending.coach_id AS ending_coach_id, c.name AS ending_coach_name, ending.last_on,
         coalesce(ending.kind = 'second', false) AS is_second
    FROM participants p
    JOIN standings s ON s.organization_id = p.organization_id AND s.participant_id = p.id
    LEFT JOIN LATERAL (
      SELECT a.coach_id, a.last_on, a.kind FROM assignments a
       WHERE a.organization_id = p.organization_id AND a.participant_id = p.id AND a.until_on IS NULL
         AND a.last_on IS NOT NULL
       ORDER BY a.last_on, a.kind LIMIT 1) ending ON true
    LEFT JOIN accounts c ON c.organization_id = p.organization_id AND c.id = ending.coach_id
   WHERE p.organization_id = $1
     AND (p.primary_coach_id IS NULL OR p.primary_coach_id = ANY ($3) OR p.id = ANY (ARRAY(
       SELECT a.participant_id FROM assignments a
        WHERE a.organization_id = $1 AND a.coach_id = ANY ($4) AND a.until_on IS NULL AND a.last_on IS NOT NULL)))
     AND (p.primary_coach_id IS NULL OR p.primary_coach_id = ANY ($4))
   ORDER BY p.id, array_position($5::text[], s.standings[greatest(1, width_bucket($2::date, s.changes_on))])`;

/**
 * Everybody within the supervisor's own reach who has no coach, and whose coach will be gone: disabled, no longer
 * certified or in training, or with a last day. Who moves is decided elsewhere; nothing here ends by itself.
 */
export async function toAssign(tx: EntityManager, actor: Actor): Promise<ToAssignList> {
  const team = await coachesOfTeam(tx, actor);
  const ending = new Map(team.map((coach) => [coach.accountId, whyEnding(coach, actor.today)]));
  const endingIds = team.flatMap(({ accountId }) => (ending.get(accountId) ? [accountId] : []));
  const able = team.filter(({ isDisabled }) => !isDisabled);
  const [rows, loads] = await Promise.all([
    tx.query<PersonRow[]>(PEOPLE, [
      actor.organizationId,
      actor.today,
      endingIds,
      team.map(({ accountId }) => accountId),
      NEED_ORDER,
    ]),
    loadsOf(
      tx,
      actor,
      able.map(({ accountId }) => accountId),
    ),
  ]);
  const nameOf = new Map(team.map(({ accountId, name }) => [accountId, name]));
  const items = rows.map((row): ParticipantToAssign => {
    const known = {
      participantId: row.participant_id,
      preferredName: row.preferred_name,
      language: row.language,
      standing: row.standing,
      openNote: row.open_note,
    };
    const id = row.primary_coach_id;
    if (id === null)
      return { ...known, why: 'no coach', onDay: row.without_since, coach: null, isSecond: false };
    const because = ending.get(id) ?? null;
    // a day agreed for this one person says more than a certification that is likely to be renewed
    if (row.last_on !== null && !['coach disabled', 'coach lapsed'].includes(because?.why ?? ''))
      return {
        ...known,
        why: 'last day',
        onDay: row.last_on,
        coach: { accountId: row.ending_coach_id!, name: row.ending_coach_name ?? '' },
        isSecond: row.is_second,
      };
    return {
      ...known,
      why: because!.why,
      onDay: because!.onDay,
      coach: { accountId: id, name: nameOf.get(id) ?? '' },
      isSecond: false,
    };
  });
  actor.record({ action: 'to-assign.listed', participantIds: items.map((item) => item.participantId) });
  return {
    today: actor.today,
    items: items.sort(byPress),
    team: able.map(({ accountId, name }) => ({ coach: { accountId, name }, load: loads.get(accountId)! })),
  };
}

function byPress(one: ParticipantToAssign, other: ParticipantToAssign): number {
  const of = (item: ParticipantToAssign): string =>
    [WHY_TO_ASSIGN.indexOf(item.why), item.onDay ?? '', item.coach?.name ?? '', item.preferredName].join(
      '\n',
    );
  return of(one) < of(other) ? -1 : 1;
}
