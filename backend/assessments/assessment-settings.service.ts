import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { stale } from '../http/problem.js';
import type { AssessmentSettings, SetRhythm } from './assessment-settings.dto.js';
import { type RhythmRow, rhythmOf } from './barc-rhythm.queries.js';

/** What an administrator sets; of what anybody answered they read nothing. */
@Injectable()
export class AssessmentSettingsService {
  constructor(private readonly door: Door) {}

  open(caller: Caller): Promise<AssessmentSettings> {
    return this.door.asActor(caller, (tx, actor) => {
      actor.record({ action: 'assessment-settings.opened' });
      return settingsNow(tx, actor);
    });
  }

  set(caller: Caller, version: number, rhythm: SetRhythm): Promise<AssessmentSettings> {
    return this.door.asActor(caller, async (tx, actor) => {
      const rows = await tx.query<unknown[]>(
        `INSERT INTO assessment_settings AS s (organization_id, barc_first_days, barc_every_days) VALUES ($1, $3, $4)
         ON CONFLICT (organization_id) DO UPDATE
           SET barc_first_days = $3, barc_every_days = $4, version = s.version + 1 WHERE s.version = $2
         RETURNING version`,
        [actor.organizationId, version, rhythm.barcFirstDays, rhythm.barcEveryDays],
      );
      const now = await settingsNow(tx, actor);
      // the first change of all is made on version 0
      if (rows.length === 0 || now.version !== version + 1) throw stale(now, rhythm);
      actor.record({ action: 'assessment-settings.set' });
      return now;
    });
  }
}

async function settingsNow(tx: EntityManager, actor: Actor): Promise<AssessmentSettings> {
  const [row] = await tx.query<(RhythmRow & { version: number })[]>(
    'SELECT barc_first_days, barc_every_days, version FROM assessment_settings WHERE organization_id = $1',
    [actor.organizationId],
  );
  const { firstDays, everyDays } = rhythmOf(row);
  return { barcFirstDays: firstDays, barcEveryDays: everyDays, version: row?.version ?? 0 };
}
