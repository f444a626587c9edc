import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from '../access/caller.js';
import { Door, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { invalid, Problem } from '../http/problem.js';
import { mergeSides, type Side } from './merge-sides.queries.js';
import { mergeRecords, ofSide, theirsToMerge, whoTheyAreNow } from './merge-records.js';
import { cannotMerge } from './merge.rules.js';
import type { Merged, MergeRecords, MergeSide, MergeSides } from './merge.dto.js';

/** The database waits half a second for what others hold and gives up first; they go on, and this tries again. */
const TRIES = 12;
const HELD_BY_OTHERS = ['55P03', '40P01'];

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
    for (let left = TRIES; ; left -= 1)
      try {
        return {
          participantId: await this.door.asActor(caller, (tx, actor) => mergeRecords(tx, actor, asked)),
        };
      } catch (error) {
        if (!HELD_BY_OTHERS.includes((error as { code?: string }).code ?? '')) throw error;
        if (left === 1)
          throw new Problem(
            409,
            'records-busy',
            'Others are writing in these records at this moment. Try again in a minute; nothing was changed.',
          );
        await pause(50 + Math.random() * 100);
      }
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
