import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { stale } from '../http/problem.js';
import type { ReviewSettings, SetReview } from './review-settings.dto.js';

/** How much of what certified coaches log is asked of their supervisors. It holds for what is logged from then on. */
@Injectable()
export class ReviewSettingsService {
  constructor(private readonly door: Door) {}

  open(caller: Caller): Promise<ReviewSettings> {
    return this.door.asActor(caller, (tx, actor) => {
      actor.record({ action: 'review-settings.opened' });
      return settingsNow(tx, actor);
    });
  }

  /** @throws Problem 412 with both when somebody else has set it meanwhile. */
  set(caller: Caller, version: number, asked: SetReview): Promise<ReviewSettings> {
    return this.door.asActor(caller, async (tx, actor) => {
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE review_settings SET sample_percent = $3, version = version + 1
          WHERE organization_id = $1 AND version = $2`,
        [actor.organizationId, version, asked.samplePercent],
      );
      if (count !== 1) throw stale(await settingsNow(tx, actor), asked);
      actor.record({ action: 'review-settings.set' });
      return settingsNow(tx, actor);
    });
  }
}

async function settingsNow(tx: EntityManager, actor: Actor): Promise<ReviewSettings> {
  const [row] = await tx.query<{ sample_percent: number; version: number }[]>(
    'SELECT sample_percent, version FROM review_settings WHERE organization_id = $1',
    [actor.organizationId],
  );
  const { sample_percent: samplePercent, version } = found(row, 'setting');
  return { samplePercent, version };
}
