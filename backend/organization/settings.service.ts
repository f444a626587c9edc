import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { pageOf, placeOf } from '../http/page.js';
import { invalid, stale } from '../http/problem.js';
import { timeZoneOf } from './new-organization.rules.js';
import type {
  ChangesAsked,
  OrganizationSettings,
  SetOrganizationDetails,
  SettingChanges,
} from './settings.dto.js';
import { settingChanges, settingsOf } from './settings.queries.js';

const PAGE = 30;

/** What is set about the organization, and who changed which setting when. */
@Injectable()
export class SettingsService {
  constructor(private readonly door: Door) {}

  look(caller: Caller): Promise<OrganizationSettings> {
    return this.door.asActor(caller, (tx, actor) => settingsOf(tx, actor));
  }

  /**
   * Sets name and time zone. The zone only until the first day is written in it: what was done would move to other days.
   * @throws Problem 412 when another administrator set it meanwhile; 422 for no zone; 409 for a zone that stays.
   */
  set(caller: Caller, { name, timeZone, before }: SetOrganizationDetails): Promise<OrganizationSettings> {
    return this.door.asActor(caller, async (tx, actor) => {
      await tx.query('SELECT 1 FROM organizations WHERE id = $1 FOR NO KEY UPDATE', [actor.organizationId]);
      const now = await settingsOf(tx, actor);
      const zone = timeZoneOf(timeZone);
      if (!zone)
        throw invalid(
          'timeZone',
          'not-a-time-zone',
          'The name of a time zone, as in America/New_York or Europe/Madrid.',
        );
      const wanted = { name: name.trim(), timeZone: zone };
      if (now.name === wanted.name && now.timeZone === wanted.timeZone) return now;
      if (now.name !== before.name || now.timeZone !== before.timeZone) throw stale(now, wanted);
      await tx.query('UPDATE organizations SET name = $2, time_zone = $3 WHERE id = $1', [
        actor.organizationId,
        wanted.name,
        wanted.timeZone,
      ]);
      actor.record({ action: 'organization.set' });
      return settingsOf(tx, actor);
    });
  }

  changes(caller: Caller, { after }: ChangesAsked): Promise<SettingChanges> {
    return this.door.asActor(caller, async (tx, actor) => {
      const rows = await settingChanges(tx, actor, placeOf(after), PAGE + 1);
      actor.record({ action: 'setting-changes.listed' });
      return pageOf(rows, PAGE, ({ at, changeId }) => ({ at, id: changeId }));
    });
  }
}
