import type { EntityManager } from 'typeorm';
import { type Actor, found, keeping } from '../access/door.js';
import { answeringTerms } from '../risk/answering.store.js';
import { isOpenAt, nextOpening } from '../risk/working-hours.rules.js';
import type { CallAsked, OwnCall } from './call.dto.js';

interface OwnRow {
  participant_id: string;
  coach_names: string[];
  call_id: string | null;
  asked_at: Date;
  asked_on: string;
  about: string;
  best_time: string;
  withdrawn_at: Date | null;
  is_answered: boolean;
}

/** What the acting participant asked for, and whose Today shows it. */
export interface OwnRequest {
  participantId: string;
  coachNames: string[];
  /** What they asked for last, whatever became of it. */
  latestId: string | null;
  /** Neither taken back nor answered. */
  open: CallAsked | null;
}

export async function ownRequest(tx: EntityManager): Promise<OwnRequest> {
  const [row] = await tx.query<OwnRow[]>('SELECT * FROM own_call()');
  const own = found(row, 'participant');
  const isOpen = own.call_id !== null && own.withdrawn_at === null && !own.is_answered;
  return {
    participantId: own.participant_id,
    coachNames: own.coach_names,
    latestId: own.call_id,
    open: isOpen
      ? {
          callId: own.call_id!,
          askedAt: own.asked_at,
          askedOn: own.asked_on,
          about: own.about,
          bestTime: own.best_time,
        }
      : null,
  };
}

/**
 * The acting participant's request, who sees it and when. Await what came before: the role changes between statements.
 */
export async function ownCall(tx: EntityManager, actor: Actor): Promise<OwnCall> {
  const { open, coachNames, terms } = await keeping(tx, actor, async () => {
    const [own, terms] = await Promise.all([ownRequest(tx), answeringTerms(tx)]);
    return { ...own, terms };
  });
  const isOpen = isOpenAt(terms, actor.now);
  return {
    call: open,
    whoSees: { coachNames, isOpen, opensAt: isOpen ? null : nextOpening(terms, actor.now) },
  };
}
