import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { invalid } from '../http/problem.js';
import { participantInReach } from '../participants/participants.queries.js';
import { agreementWords } from './agreement.rules.js';
import type {
  DuplicatePairs,
  DuplicatesOfRecord,
  KnownRecord,
  PossibleDuplicates,
  TwoRecords,
  WhoIsThis,
} from './duplicate.dto.js';
import {
  type Pair,
  pairsAlike,
  pairsToldApart,
  tellApart,
  tellTogether,
  whoAgrees,
} from './duplicates.queries.js';
import { recordsInReach } from './known-records.queries.js';

/** So many can be looked at side by side; what agrees in less comes up when these are settled. */
const MOST_PAIRS = 100;
const MOST_SHOWN = 8;

@Injectable()
export class DuplicatesService {
  constructor(private readonly door: Door) {}

  /**
   * Who may be here already under another record, asked while somebody is enrolled. Out of reach nobody is named or
   * counted; that a number is somebody's is said, as two records for one person help nobody.
   */
  whoIsThis(caller: Caller, who: WhoIsThis): Promise<PossibleDuplicates> {
    return this.door.asActor(caller, async (tx, actor) => {
      const alike = await whoAgrees(tx, who);
      const known = await recordsInReach(
        tx,
        actor,
        alike.map(({ participantId }) => participantId),
      );
      const items = alike
        .flatMap(({ participantId, ...agreement }) => {
          const record = known.get(participantId);
          return record ? [{ ...record, agreesIn: agreementWords(agreement) }] : [];
        })
        .slice(0, MOST_SHOWN);
      actor.record({ action: 'duplicates.shown', participantIds: items.map((item) => item.participantId) });
      return {
        items,
        isNumberOfSomebodyElse: alike.some((each) => each.isSameNumber && !known.has(each.participantId)),
      };
    });
  }

  /** All pairs of the organization that look like one person. */
  pairs(caller: Caller): Promise<DuplicatePairs> {
    return this.door.asActor(caller, async (tx, actor) => {
      const alike = await pairsAlike(tx, MOST_PAIRS + 1);
      const apart = await pairsToldApart(tx, actor);
      const ids = [...alike, ...apart].flatMap(({ firstId, secondId }) => [firstId, secondId]);
      const known = await recordsInReach(tx, actor, [...new Set(ids)]);
      const items = alike.slice(0, MOST_PAIRS).flatMap(({ firstId, secondId, ...agreement }) =>
        both(known, { firstId, secondId }).map((pair) => ({
          ...pair,
          agreesIn: agreementWords(agreement),
        })),
      );
      const toldApart = apart.flatMap(({ saidByName, saidAt, ...ids }) =>
        both(known, ids).map((pair) => ({ ...pair, saidByName, saidAt })),
      );
      actor.record({ action: 'duplicates.listed', participantIds: [...known.keys()] });
      return { items, hasMore: alike.length > MOST_PAIRS, toldApart };
    });
  }

  /** Who of those in the asker's reach may be the same person as somebody. @throws Problem 404 out of reach */
  ofRecord(caller: Caller, id: string): Promise<DuplicatesOfRecord> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { participantId } = await participantInReach(tx, actor, id);
      const alike = await pairsAlike(tx, MOST_PAIRS, participantId);
      const other = ({ firstId, secondId }: Pair): string => (firstId === participantId ? secondId : firstId);
      const known = await recordsInReach(tx, actor, [participantId, ...alike.map(other)]);
      const items = alike.flatMap(({ firstId, secondId, ...agreement }) => {
        const record = known.get(other({ firstId, secondId }));
        return record ? [{ ...record, agreesIn: agreementWords(agreement) }] : [];
      });
      actor.record({ action: 'duplicates.shown', participantIds: [...known.keys()] });
      return { record: known.get(participantId)!, items: items.slice(0, MOST_SHOWN) };
    });
  }

  /** Said once more, it stays said by who said it first. @throws Problem 404 out of reach; 422 of one record. */
  tellApart(caller: Caller, asked: TwoRecords): Promise<DuplicatePairs> {
    return this.say(caller, asked, 'duplicate.told-apart', tellApart);
  }

  tellTogether(caller: Caller, asked: TwoRecords): Promise<DuplicatePairs> {
    return this.say(caller, asked, 'duplicate.told-together', tellTogether);
  }

  private async say(
    caller: Caller,
    asked: TwoRecords,
    action: string,
    say: (tx: EntityManager, actor: Actor, pair: Pair) => Promise<void>,
  ): Promise<DuplicatePairs> {
    await this.door.asActor(caller, async (tx, actor) => {
      const first = await participantInReach(tx, actor, asked.firstId);
      const second = await participantInReach(tx, actor, asked.secondId);
      if (first.participantId === second.participantId)
        throw invalid('secondId', 'same-record', 'This is one record. Choose two.');
      await say(tx, actor, { firstId: first.participantId, secondId: second.participantId });
      for (const [one, other] of [
        [first, second],
        [second, first],
      ] as const)
        actor.record({ action, participantId: one.participantId, subjectId: other.participantId });
    });
    return this.pairs({ ...caller, isActivity: false });
  }
}

function both(
  known: Map<string, KnownRecord>,
  { firstId, secondId }: Pair,
): { first: KnownRecord; second: KnownRecord }[] {
  const [first, second] = [known.get(firstId), known.get(secondId)];
  return first && second ? [{ first, second }] : [];
}
