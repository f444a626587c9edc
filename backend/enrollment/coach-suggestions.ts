import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { aboutCoaches } from '../coaches/about.queries.js';
import { ENDS_SOON_DAYS } from '../coaches/certification.rules.js';
import { type CoachToAssign, coachesToAssign } from '../coaches/coach-to-assign.js';
import { loadSettings, loadsOf, shapeOfParticipant } from '../coaches/load.queries.js';
import { type LoadShape, roomIn } from '../coaches/load.rules.js';
import { assignmentsNow, coachesBefore } from '../participants/assignments.queries.js';
import { participantInReach } from '../participants/participants.queries.js';
import { mayMove } from './assign.js';
import type { CoachSuggestions, LoadAfter } from './coach-suggestions.dto.js';
import { coachWishOf, wishInWords } from './coach-wish.queries.js';
import { outOfReach } from './quicker.js';
import { loadAfter } from './room.js';
import { suggestionsOf, type WhoMaySuit } from './suggestions.rules.js';

/** Who is not enrolled weighs on nobody; shown as anybody would. */
const NOT_ENROLLED: LoadShape = {
  isSecond: false,
  isPaused: false,
  window: null,
  note: null,
  isNew: false,
  isLongCadence: false,
};

/**
 * Every coach of the organization who may sign in, who suits best first, each with the reasons and with what they would
 * carry after the choice. The wish about a coach is left out for an administrator: nobody grants it to them.
 *
 * @throws Problem 404 for a participant out of reach; 409 to who had this open when another team was given them.
 */
export async function suggestionsFor(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<CoachSuggestions> {
  const asked = { participantId, kind: 'primary' as const, coachId: null };
  if (!(await mayMove(tx, actor, participantId))) throw await outOfReach(tx, actor, asked);
  const participant = await participantInReach(tx, actor, participantId);
  const [now, all, shape, settings, before] = await Promise.all([
    assignmentsNow(tx, actor, participantId),
    coachesToAssign(tx, actor),
    shapeOfParticipant(tx, actor, participantId),
    loadSettings(tx, actor),
    coachesBefore(tx, actor, participantId),
  ]);
  const wish = actor.role === 'administrator' ? null : await coachWishOf(tx, actor, participantId);
  const coaches = all.filter(
    ({ accountId }) => accountId !== now.primary?.accountId && accountId !== now.accountId,
  );
  const ids = coaches.map(({ accountId }) => accountId);
  const [loads, abouts] = await Promise.all([loadsOf(tx, actor, ids), aboutCoaches(tx, actor, ids)]);
  const afters = (coach: CoachToAssign, kind: 'primary' | 'second'): LoadAfter => {
    const isSecondNow = now.second?.accountId === coach.accountId;
    const load = loadAfter(
      loads.get(coach.accountId)!,
      shape ?? NOT_ENROLLED,
      { kind, isSecondNow },
      settings.weights,
    );
    return { load, room: roomIn(load) };
  };
  const who = {
    name: participant.preferredName,
    language: wish?.language ?? participant.language,
    experiences: wish?.experiences ?? [],
    wished: wish?.wished ?? [],
    wishedCoachId: wish?.wishedCoach?.accountId ?? null,
  };
  const suggested = suggestionsOf(
    who,
    coaches.map((coach): WhoMaySuit => {
      const about = abouts.get(coach.accountId);
      const { load, room } = afters(coach, 'primary');
      return {
        coachId: coach.accountId,
        name: coach.name,
        speaks: about && about.speaks.length > 0 ? about.speaks : null,
        experiences: about?.experiences ?? [],
        walkedBefore: before.has(coach.accountId),
        after: load,
        room,
        mayLog: coach.mayLogThroughOn !== null,
        otherTeamOf: otherTeamOf(actor, coach),
        endsSoonOn: endsSoonOn(actor, coach),
      };
    }),
  );
  actor.record({ action: 'coach-suggestions.opened', participantId });
  const byId = new Map(coaches.map((coach) => [coach.accountId, coach]));
  return {
    participantId,
    preferredName: participant.preferredName,
    language: participant.language,
    coach: now.primary,
    secondCoach: now.second,
    isEnrolled: now.isEnrolled,
    wish: wish && wishInWords(wish),
    items: suggested.map(({ coachId, ...why }) => {
      const coach = byId.get(coachId)!;
      const about = abouts.get(coachId);
      return {
        coach: { accountId: coachId, name: coach.name },
        supervisorName: coach.supervisor?.name ?? null,
        ...why,
        load: loads.get(coachId)!,
        asPrimary: afters(coach, 'primary'),
        asSecond: afters(coach, 'second'),
        ownWords: about?.ownWords ?? '',
        alsoSpeaks: about?.alsoSpeaks ?? '',
      };
    }),
  };
}

/** An administrator is of no team, so that no move is one to another. */
function otherTeamOf(actor: Actor, { supervisor }: CoachToAssign): string | null {
  if (actor.role !== 'supervisor' || !supervisor || actor.actingFor.includes(supervisor.accountId))
    return null;
  return supervisor.name;
}

export function endsSoonOn(
  { today }: Pick<Actor, 'today'>,
  { mayLogThroughOn }: Pick<CoachToAssign, 'mayLogThroughOn'>,
): string | null {
  if (mayLogThroughOn === null) return null;
  const last = Temporal.PlainDate.from(today).add({ days: ENDS_SOON_DAYS }).toString();
  return mayLogThroughOn <= last ? mayLogThroughOn : null;
}
