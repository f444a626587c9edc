import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { invalid, stale } from '../http/problem.js';
import type { StaffName } from '../participants/participant.dto.js';
import { afterHoursContacts } from './after-hours.queries.js';
import { ownPulses, sharedPulses } from './pulses.queries.js';
import { weekOf } from './pulses.rules.js';
import type { OwnQuietHours, QuietHours, SetWellbeing, WellbeingSettings } from './quiet-hours.dto.js';
import {
  keepQuietHours,
  keepWellbeingSettings,
  ownQuietHours,
  wellbeingSettings,
} from './quiet-hours.queries.js';
import type { OwnWellbeing, TeamWellbeing } from './wellbeing.dto.js';

/** Ours: today and the 29 days before, as the numbers of the team. */
const DAYS_BEFORE = 29;

@Injectable()
export class WellbeingService {
  constructor(private readonly door: Door) {}

  own(caller: Caller): Promise<OwnWellbeing> {
    return this.door.asActor(caller, async (tx, actor) => {
      const settings = await wellbeingSettings(tx, actor);
      const { fromOn, toOn } = lately(actor);
      const [quietHours, counts, pulses, supervisor] = await Promise.all([
        ownQuietHours(tx, actor, settings),
        afterHoursContacts(tx, [actor.accountId], fromOn, toOn),
        ownPulses(tx, actor),
        supervisorOf(tx, actor),
      ]);
      const { from, until, days, supportLine } = settings;
      return {
        today: actor.today,
        weekOn: weekOf(actor.today),
        quietHours,
        organizationQuietHours: { from, until, days },
        afterHours: { fromOn, toOn, afterHoursCount: counts.get(actor.accountId) ?? 0 },
        pulses,
        supervisor,
        supportLine,
      };
    });
  }

  team(caller: Caller): Promise<TeamWellbeing> {
    return this.door.asActor(caller, async (tx, actor) => {
      const coaches = await tx.query<{ id: string; name: string }[]>(
        `SELECT c.id, a.name FROM coaches c
           JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
          WHERE c.organization_id = $1 AND c.supervisor_id = ANY (acting_for()) AND c.is_coaching
            AND a.disabled_at IS NULL
          ORDER BY lower(a.name), c.id`,
        [actor.organizationId],
      );
      const { fromOn, toOn } = lately(actor);
      const ids = coaches.map(({ id }) => id);
      const [counts, shared, { supportLine }] = await Promise.all([
        afterHoursContacts(tx, ids, fromOn, toOn),
        sharedPulses(tx, actor),
        wellbeingSettings(tx, actor),
      ]);
      return {
        coaches: coaches.map(({ id, name }) => ({
          ...{ coach: { accountId: id, name }, fromOn, toOn },
          afterHoursCount: counts.get(id) ?? 0,
        })),
        sharedPulses: shared,
        supportLine,
      };
    });
  }

  /** A coach's own, in place of the organization's. @throws Problem 422 when they end as they begin; 412. */
  setQuietHours(caller: Caller, version: number, hours: QuietHours): Promise<OwnQuietHours> {
    return this.door.asActor(caller, async (tx, actor) => {
      refuseNone(hours);
      const kept = await keepQuietHours(tx, actor, version, hours);
      const now = await ownQuietHours(tx, actor, await wellbeingSettings(tx, actor));
      if (!kept) throw stale(now, hours);
      actor.record({ action: 'quiet-hours.set' });
      return now;
    });
  }

  /** Back to the organization's. */
  dropQuietHours(caller: Caller): Promise<OwnQuietHours> {
    return this.door.asActor(caller, async (tx, actor) => {
      await tx.query('DELETE FROM quiet_hours WHERE organization_id = $1 AND account_id = $2', [
        actor.organizationId,
        actor.accountId,
      ]);
      actor.record({ action: 'quiet-hours.set' });
      return ownQuietHours(tx, actor, await wellbeingSettings(tx, actor));
    });
  }

  settings(caller: Caller): Promise<WellbeingSettings> {
    return this.door.asActor(caller, wellbeingSettings);
  }

  setSettings(caller: Caller, version: number, asked: SetWellbeing): Promise<WellbeingSettings> {
    return this.door.asActor(caller, async (tx, actor) => {
      refuseNone(asked);
      const kept = await keepWellbeingSettings(tx, actor, version, asked);
      const now = await wellbeingSettings(tx, actor);
      if (!kept) throw stale(now, asked);
      actor.record({ action: 'wellbeing.set' });
      return now;
    });
  }
}

function refuseNone({ from, until }: QuietHours): void {
  if (from === until)
    throw invalid('until', 'ends-as-it-begins', 'Quiet hours end at another time than they begin.');
}

function lately({ today }: Actor): { fromOn: string; toOn: string } {
  return { fromOn: Temporal.PlainDate.from(today).subtract({ days: DAYS_BEFORE }).toString(), toOn: today };
}

async function supervisorOf(tx: EntityManager, actor: Actor): Promise<StaffName | null> {
  const [row] = await tx.query<{ id: string; name: string }[]>(
    `SELECT a.id, a.name FROM coaches c
       JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.supervisor_id
      WHERE c.organization_id = $1 AND c.id = $2`,
    [actor.organizationId, actor.accountId],
  );
  return row ? { accountId: row.id, name: row.name } : null;
}
