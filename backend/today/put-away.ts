import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { invalid, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { participantInReach } from '../participants/participants.queries.js';
import { dayNumber } from '../standing/day-number.js';
import type { PutAway, PutAwayView } from './put-away.dto.js';
import { mayBePutAway, MOST_DAYS_AWAY } from './put-away.rules.js';
import { keepPutAway, ownPutAway, putAwayOfId, undoPutAways } from './put-aways.queries.js';
import { reasonsOf } from './today.rules.js';
import { todayFacts } from './today-facts.queries.js';

/**
 * "Not today, because…": takes a card off the acting coach's Today until a day, with the strongest reason it had. Once
 * for its id: the same request again answers what was kept.
 *
 * @throws Problem 404 out of reach; 409 an urgent note is open, nothing asks for them, or the id holds other words;
 *   422 a day that is not to come or too far
 */
export async function putAway(tx: EntityManager, actor: Actor, asked: PutAway): Promise<PutAwayView> {
  const participant = await participantInReach(tx, actor, asked.participantId);
  const [[facts], earlier] = await Promise.all([
    todayFacts(tx, actor, asked.participantId),
    putAwayOfId(tx, actor, asked.putAwayId),
  ]);
  const hash = requestHash(asked);
  if (earlier) {
    if (earlier.requestHash.equals(hash)) return earlier.view;
    throw idTaken();
  }
  refuseWrongDay(asked.untilOn, actor.today);
  const reasons = facts ? reasonsOf(facts, actor.today) : [];
  const [strongest] = reasons;
  if (!strongest)
    throw new Problem(
      409,
      'card-gone',
      `Nothing asks for ${participant.preferredName} today any more, so there is nothing to put away.`,
    );
  if (!mayBePutAway(reasons))
    throw new Problem(
      409,
      'urgent-note-not-put-away',
      `An urgent risk note about ${participant.preferredName} is open. It stays on Today until it is resolved.`,
    );
  if (!(await keepPutAway(tx, actor, asked, strongest.kind, hash))) throw idTaken();
  await announceToSelf(tx, actor, asked.participantId);
  actor.record({
    action: 'today.put-away',
    participantId: asked.participantId,
    subjectId: asked.putAwayId,
    why: asked.because,
  });
  return ownPutAway(tx, actor, asked.putAwayId);
}

/** Brings a card back before its day. Done again it is still back. */
export async function bringBack(tx: EntityManager, actor: Actor, putAwayId: string): Promise<PutAwayView> {
  const { participantId } = await ownPutAway(tx, actor, putAwayId);
  await participantInReach(tx, actor, participantId);
  await undoPutAways(tx, actor, participantId);
  await announceToSelf(tx, actor, participantId);
  actor.record({ action: 'today.brought-back', participantId, subjectId: putAwayId });
  return ownPutAway(tx, actor, putAwayId);
}

/** The coach's other open pages; to nobody else has anything changed. */
function announceToSelf(tx: EntityManager, actor: Actor, participantId: string): Promise<unknown> {
  return tx.query('SELECT announce($1, $2)', [participantId, [actor.accountId]]);
}

const idTaken = (): Problem =>
  new Problem(409, 'put-away-id-taken', 'This was already put away in other words. Bring it back first.');

function refuseWrongDay(untilOn: string, today: string): void {
  const days = dayNumber(untilOn) - dayNumber(today);
  if (days < 1) throw invalid('untilOn', 'in-the-past', 'Choose tomorrow or a later day.');
  if (days > MOST_DAYS_AWAY)
    throw invalid('untilOn', 'too-far', `At most ${MOST_DAYS_AWAY} days: then Today asks again.`);
}
