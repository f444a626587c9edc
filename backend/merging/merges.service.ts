import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door, found } from '../access/door.js';
import { oneAfterTheOther } from '../access/one-after-the-other.js';
import { isId } from '../http/fields.js';
import { invalid } from '../http/problem.js';
import { participantInReach } from '../participants/participants.queries.js';
import { mergeSides, type Side } from './merge-sides.queries.js';
import { mergeRecords, ofSide, theirsToMerge, whoTheyAreNow } from './merge-records.js';
import { cannotMerge } from './merge.rules.js';
import type { Merged, MergeRecords, MergesKnown, MergeSide, MergeSides, MergeUndone } from './merge.dto.js';
import { mergesKnown } from './merges-known.queries.js';
import { undoMerge } from './undo-merge.js';

@Injectable()
export class MergesService {
  constructor(private readonly door: Door) {}

  /** Both records side by side. @throws Problem 404 for either out of reach; 422 for one record twice. */
  sideBySide(caller: Caller, firstId: string, secondId: string): Promise<MergeSides> {
    return this.door.asActor(caller, async (tx, actor) => {
      const first = await theirsToMerge(tx, actor, firstId);
      const second = await theirsToMerge(tx, actor, secondId);
      if (first.participantId === second.participantId)
        throw invalid('secondId', 'same-record', 'This is one record. Choose two.');
      const sides = await mergeSides(tx, actor, [first, second]);
      for (const { participantId } of sides) actor.record({ action: 'merge.considered', participantId });
      const problem = cannotMerge(ofSide(sides[0]), ofSide(sides[1]));
      return { first: shown(sides[0]), second: shown(sides[1]), cannot: problem?.detail ?? null };
    });
  }

  async merge(caller: Caller, asked: MergeRecords): Promise<Merged> {
    return {
      participantId: await oneAfterTheOther(this.door, caller, (tx, actor) => mergeRecords(tx, actor, asked)),
    };
  }

  known(caller: Caller): Promise<MergesKnown> {
    return this.door.asActor(caller, async (tx, actor) => {
      const items = await mergesKnown(tx, actor, null);
      actor.record({ action: 'merges.listed', participantIds: items.map(({ intoId }) => intoId) });
      return { items };
    });
  }

  /** @throws Problem 404 out of reach */
  knownOf(caller: Caller, id: string): Promise<MergesKnown> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { participantId } = await participantInReach(tx, actor, id);
      actor.record({ action: 'merges.shown', participantId });
      return { items: await mergesKnown(tx, actor, participantId) };
    });
  }

  undo(caller: Caller, mergeId: string): Promise<MergeUndone> {
    return oneAfterTheOther(this.door, caller, (tx, actor) => undoMerge(tx, actor, mergeId));
  }

  /** Where a link to a record that was merged leads. @throws Problem 404 as for any other unknown id. */
  whoIsItNow(caller: Caller, participantId: string): Promise<Merged> {
    return this.door.asActor(caller, async (tx, actor) => {
      const now = isId(participantId) ? await whoTheyAreNow(tx, actor, participantId) : undefined;
      return { participantId: found(now, 'participant') };
    });
  }
}

function shown({ hasDied: _, ...side }: Side): MergeSide {
  return side;
}
