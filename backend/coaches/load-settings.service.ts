import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { stale } from '../http/problem.js';
import type { LoadSettingsView, SetLoad } from './load-settings.dto.js';
import { loadSettings } from './load.queries.js';

const PUT = `
  INSERT INTO load_settings AS s (organization_id, each_weight, early_window_weight, late_window_weight, urgent_note_weight,
    concern_note_weight, first_days_weight, long_cadence_relief, light_weight, least_weight, capacity, head_count_ceiling)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (organization_id) DO UPDATE
    SET each_weight = excluded.each_weight, early_window_weight = excluded.early_window_weight,
        late_window_weight = excluded.late_window_weight, urgent_note_weight = excluded.urgent_note_weight,
        concern_note_weight = excluded.concern_note_weight, first_days_weight = excluded.first_days_weight,
        long_cadence_relief = excluded.long_cadence_relief, light_weight = excluded.light_weight,
        least_weight = excluded.least_weight, capacity = excluded.capacity,
        head_count_ceiling = excluded.head_count_ceiling, version = s.version + 1
  WHERE s.version = $13
  RETURNING 1`;

/** What people weigh here, and how much a coach is meant to carry. */
@Injectable()
export class LoadSettingsService {
  constructor(private readonly door: Door) {}

  look(caller: Caller): Promise<LoadSettingsView> {
    return this.door.asActor(caller, (tx, actor) => loadSettings(tx, actor));
  }

  /** @throws Problem 412 when another administrator set it meanwhile. */
  set(caller: Caller, version: number, asked: SetLoad): Promise<LoadSettingsView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { weights, capacity, headCountCeiling = null } = asked;
      const rows = await tx.query<unknown[]>(PUT, [
        actor.organizationId,
        weights.each,
        weights.earlyWindow,
        weights.lateWindow,
        weights.urgentNote,
        weights.concernNote,
        weights.firstDays,
        weights.longCadence,
        weights.light,
        weights.least,
        capacity,
        headCountCeiling,
        version,
      ]);
      const now = await loadSettings(tx, actor);
      if (rows.length === 0) throw stale(now, asked);
      actor.record({ action: 'load-settings.changed' });
      return now;
    });
  }
}
