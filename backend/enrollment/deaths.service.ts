import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { oneAfterTheOther } from '../access/one-after-the-other.js';
import { isId } from '../http/fields.js';
import { notFound, Problem, stale } from '../http/problem.js';
import { recomputeStanding } from '../standing/standing.store.js';
import { closeAsDied, refuseWrongDay } from './close-as-died.js';
import type { Deaths, DeathTakenBack, DeathView, DeathWords, SayDeath } from './death.dto.js';
import { closedRecords, deathOfId, deathsToSeeTo, firstEnrolledOn } from './deaths.queries.js';

@Injectable()
export class DeathsService {
  constructor(private readonly door: Door) {}

  /** Those in reach after which there is something left to see to. */
  list(caller: Caller): Promise<Deaths> {
    return this.door.asActor(caller, (tx, actor) => listed(actor, deathsToSeeTo(tx, actor)));
  }

  /** Those whose record is closed, and with the reader's team: they are in no other list. */
  closedRecords(caller: Caller): Promise<Deaths> {
    return this.door.asActor(caller, (tx, actor) => listed(actor, closedRecords(tx, actor)));
  }

  say(caller: Caller, participantId: string, said: SayDeath): Promise<DeathView> {
    return oneAfterTheOther(this.door, caller, (tx, actor) => closeAsDied(tx, actor, participantId, said));
  }

  /** Sets the day and the family's wishes right. */
  setRight(caller: Caller, id: string, version: number, words: DeathWords): Promise<DeathView> {
    return oneAfterTheOther(this.door, caller, async (tx, actor) => {
      const death = await deathInReach(tx, actor, id);
      refuseWrongDay(words.diedOn, actor, await firstEnrolledOn(tx, actor, death.participantId));
      await change(tx, actor, death, version, words, 'died_on = $4, family_wishes = $5', [
        words.diedOn,
        words.familyWishes?.trim() ?? '',
      ]);
      actor.record({ action: 'death.set-right', participantId: death.participantId, subjectId: id });
      return deathInReach(tx, actor, id);
    });
  }

  /** A supervisor has spoken with the last coach; said once more, the first time stands. */
  spokeWithCoach(caller: Caller, id: string): Promise<DeathView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { participantId, lastCoach, spokenAt } = await deathInReach(tx, actor, id);
      if (lastCoach && !spokenAt) {
        await tx.query(
          `UPDATE deaths SET spoken_by = $3, spoken_at = $4
            WHERE organization_id = $1 AND id = $2 AND spoken_at IS NULL`,
          [actor.organizationId, id, actor.accountId, actor.now],
        );
        actor.record({ action: 'death.spoken-of', participantId, subjectId: lastCoach.accountId });
      }
      return deathInReach(tx, actor, id);
    });
  }

  /** Closes the record with a last word. Whoever walked with them reads it no more; it stays with their team. */
  close(caller: Caller, id: string, version: number, words: string): Promise<DeathView> {
    return oneAfterTheOther(this.door, caller, async (tx, actor) => {
      const death = await deathInReach(tx, actor, id);
      if (death.lastWord)
        throw new Problem(
          409,
          'record-closed-already',
          `${death.lastWord.by.name} closed this record already.`,
        );
      await change(
        tx,
        actor,
        death,
        version,
        { words },
        'last_words = $4, closed_by = $5, closed_at = $6, closed_on = $7',
        [words, actor.accountId, actor.now, actor.today],
      );
      actor.record({ action: 'record.closed', participantId: death.participantId, subjectId: id });
      // read before it, as a coach's reach ends with it
      const by = { accountId: actor.accountId, name: await ownName(tx, actor) };
      return {
        ...death,
        lastWord: { words, by, at: actor.now },
        mayTakeBack: actor.role === 'supervisor',
        version: death.version + 1,
      };
    });
  }

  /**
   * It was a mistake: everything that was frozen comes back as it was, and the standing is worked out anew.
   * @throws Problem 404 out of reach or taken back already; 403 when a coach did not say it, or a day ago.
   */
  takeBack(caller: Caller, id: string): Promise<DeathTakenBack> {
    return oneAfterTheOther(this.door, caller, async (tx, actor) => {
      const { participantId, mayTakeBack } = await deathInReach(tx, actor, id);
      if (!mayTakeBack)
        throw new Problem(
          403,
          'only-a-supervisor-takes-it-back',
          'After a day, or when somebody else said it, your supervisor takes it back. Call them now.',
        );
      await tx.query(
        `UPDATE deaths SET undone_by = $3, undone_at = $4, version = version + 1
          WHERE organization_id = $1 AND id = $2 AND undone_at IS NULL`,
        [actor.organizationId, id, actor.accountId, actor.now],
      );
      await recomputeStanding(tx, participantId);
      actor.record({ action: 'death.taken-back', participantId, subjectId: id });
      return { participantId };
    });
  }
}

async function listed(actor: Actor, deaths: Promise<DeathView[]>): Promise<Deaths> {
  const items = await deaths;
  if (items.length > 0)
    actor.record({
      action: 'deaths.listed',
      participantIds: items.map(({ participantId }) => participantId),
    });
  return { items };
}

async function deathInReach(tx: EntityManager, actor: Actor, id: string): Promise<DeathView> {
  if (!isId(id)) throw notFound('death');
  return found(await deathOfId(tx, actor, id), 'death');
}

/** @param what the columns to set, from `$4` on. @throws Problem 412 with both versions. */
async function change(
  tx: EntityManager,
  actor: Actor,
  death: DeathView,
  version: number,
  sent: object,
  what: string,
  values: unknown[],
): Promise<void> {
  if (death.version !== version) throw stale(death, sent);
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE deaths SET ${what}, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3 AND undone_at IS NULL`,
    [actor.organizationId, death.deathId, version, ...values],
  );
  if (count !== 1) throw stale(await deathInReach(tx, actor, death.deathId), sent);
}

async function ownName(tx: EntityManager, actor: Actor): Promise<string> {
  const [row] = await tx.query<{ name: string }[]>(
    'SELECT name FROM accounts WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, actor.accountId],
  );
  return row?.name ?? '';
}
