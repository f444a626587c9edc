import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { invalid, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { ParticipantName } from '../participants/participant.dto.js';
import { participantInReach } from '../participants/participants.queries.js';
import type { DeathView, SayDeath } from './death.dto.js';
import { deathOf, firstEnrolledOn } from './deaths.queries.js';
import { wrongWithDay } from './deaths.rules.js';

/** The kind of message that tells the last coach's supervisor. */
const DEATH = 'death';

/**
 * Says that a participant died. In this transaction their enrollments close with the reason, and everything that would
 * reach out is frozen by the database (`freeze_after_death`), in whatever table it stands. Somebody no longer enrolled
 * keeps the closing they have. Sent again, it is said once; of two at once the first stands.
 *
 * The assignments go on until the record is closed with a last word: by then they let those who walked with the person
 * read it, and ask nothing of anybody.
 *
 * @throws Problem 404 out of reach; 422 for a day to come or before the first enrollment; 409 when it was said already.
 */
export async function closeAsDied(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  said: SayDeath,
): Promise<DeathView> {
  const participant = await participantInReach(tx, actor, participantId);
  const hash = requestHash({ ...said, participantId });
  const earlier = await sentBefore(tx, actor, said.deathId, hash);
  if (earlier) return found(await deathOf(tx, actor, participantId), 'death');
  refuseWrongDay(said.diedOn, actor, await firstEnrolledOn(tx, actor, participantId));
  const made = await tx.query<unknown[]>(
    `INSERT INTO deaths (organization_id, id, participant_id, died_on, family_wishes, last_coach_id, said_by, said_at, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[actor.organizationId, said.deathId, participantId, said.diedOn, said.familyWishes?.trim() ?? ''],
      ...[participant.primaryCoach?.accountId ?? null, actor.accountId, actor.now, hash],
    ],
  );
  if (made.length === 0) {
    // sent twice at once, the second comes here when the first has committed
    if (await sentBefore(tx, actor, said.deathId, hash))
      return found(await deathOf(tx, actor, participantId), 'death');
    throw saidAlready(await deathOf(tx, actor, participantId));
  }
  await tellSupervisor(tx, actor, said.deathId);
  actor.record({ action: 'death.said', participantId, subjectId: said.deathId });
  return (await deathOf(tx, actor, participantId)) ?? withoutReach(actor, participant, said);
}

/** Whoever reached them only through an open risk note reads the record no more: that note is closed. */
function withoutReach(
  actor: Actor,
  { participantId, preferredName, primaryCoach }: ParticipantName,
  { deathId, diedOn, familyWishes = '' }: SayDeath,
): DeathView {
  return {
    ...{
      deathId,
      participantId,
      preferredName,
      diedOn,
      familyWishes,
      lastCoach: primaryCoach,
      walkedWith: [],
    },
    saidBy: { accountId: actor.accountId, name: '' },
    saidAt: actor.now,
    spokenAt: null,
    lastWord: null,
    mayTakeBack: false,
    version: 1,
  };
}

/** @throws Problem 422 for a day to come, or before they were first enrolled. */
export function refuseWrongDay(diedOn: string, actor: Actor, firstOn: string | null): void {
  const wrong = wrongWithDay(diedOn, actor.today, firstOn);
  if (wrong) throw invalid('diedOn', wrong.code, wrong.detail);
}

/** @returns whether this very request was carried out and stands. @throws Problem 409 when the id says something else. */
async function sentBefore(tx: EntityManager, actor: Actor, deathId: string, hash: Buffer): Promise<boolean> {
  const [row] = await tx.query<{ request_hash: Buffer; undone_at: Date | null }[]>(
    'SELECT request_hash, undone_at FROM deaths WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, deathId],
  );
  if (!row) return false;
  if (row.undone_at !== null)
    throw new Problem(
      409,
      'death-taken-back',
      'This was taken back as a mistake. If it is true after all, open the page again and say it anew.',
    );
  if (!row.request_hash.equals(hash)) throw saidAlready(undefined);
  return true;
}

function saidAlready(death: DeathView | undefined): Problem {
  return new Problem(
    409,
    'a-death-is-said-once',
    `${death?.saidBy.name ?? 'Somebody'} said this already, and everything is at rest. There is nothing more you need to do.`,
  );
}

/** The supervisor of the last coach hears that something waits, unless they said it themselves. */
async function tellSupervisor(tx: EntityManager, actor: Actor, deathId: string): Promise<void> {
  await tx.query(
    `SELECT queue_message(c.supervisor_id, $3, d.id, '1', $4) FROM deaths d
       JOIN coaches c ON c.organization_id = d.organization_id AND c.id = d.last_coach_id
      WHERE d.organization_id = $1 AND d.id = $2 AND c.supervisor_id <> $5`,
    [actor.organizationId, deathId, DEATH, actor.now, actor.accountId],
  );
}
