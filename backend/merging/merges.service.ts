import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door, found } from '../access/door.js';
import { oneAfterTheOther } from '../access/one-after-the-other.js';
import { isId } from '../http/fields.js';
import { invalid } from '../http/problem.js';
import { mergeSides, type Side } from './merge-sides.queries.js';
import { mergeRecords, ofSide, theirsToMerge, whoTheyAreNow } from './merge-records.js';
import { cannotMerge } from './merge.rules.js';
import type { Merged, MergeRecords, MergeSide, MergeSides } from './merge.dto.js';

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
