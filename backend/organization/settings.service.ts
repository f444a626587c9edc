import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { pageOf, placeOf } from '../http/page.js';
import { invalid, stale } from '../http/problem.js';
import { isTelling } from '../messages/words.rules.js';
import { timeZoneOf } from './new-organization.rules.js';
import { settingChanges } from './setting-changes.queries.js';
import type {
  ChangesAsked,
  OrganizationDetails,
  OrganizationSettings,
  SettingChanges,
} from './settings.dto.js';
import { setOrganization, settingsOf } from './settings.queries.js';

const PAGE = 30;

/** What is set about the organization, and who changed which setting when. */
@Injectable()
export class SettingsService {
  constructor(private readonly door: Door) {}

  look(caller: Caller): Promise<OrganizationSettings> {
    return this.door.asActor(caller, (tx, actor) => settingsOf(tx, actor));
  }

  /**
   * Sets what is said about the organization itself. The zone only until the first day is written in it: what was done
   * would move to other days.
   *
   * @throws Problem 412 with both, when another set it meanwhile; 422 for no zone, or a neutral name that tells; 409 for
   *   a zone that stays
   */
  set(caller: Caller, version: number, asked: OrganizationDetails): Promise<OrganizationSettings> {
    return this.door.asActor(caller, async (tx, actor) => {
      await tx.query('SELECT 1 FROM organizations WHERE id = $1 FOR NO KEY UPDATE', [actor.organizationId]);
      const now = await settingsOf(tx, actor);
      const wanted = {
        name: asked.name.trim(),
        neutralName: asked.neutralName.trim(),
        timeZone: zoneOf(asked.timeZone),
        mostPausedDays: asked.mostPausedDays,
      };
      if (isSame(wanted, now)) return now;
      if (now.version !== version) throw stale(now, wanted);
      if (isTelling(wanted.neutralName))
        throw invalid(
          'neutralName',
          'tells-what-it-is-about',
          'This says what you do. Choose a name that could be anything, as in Harbor.',
        );
      await setOrganization(tx, actor, wanted);
      actor.record({ action: 'organization.set' });
      return settingsOf(tx, actor);
    });
  }

  changes(caller: Caller, { area, after }: ChangesAsked): Promise<SettingChanges> {
    return this.door.asActor(caller, async (tx, actor) => {
      const rows = await settingChanges(tx, actor, area, placeOf(after), PAGE + 1);
      actor.record({ action: 'setting-changes.listed' });
      return pageOf(rows, PAGE, ({ at, changeId }) => ({ at, id: changeId }));
    });
  }
}

/** As its database writes it. @throws Problem 422 when there is none of this name */
function zoneOf(typed: string): string {
  const zone = timeZoneOf(typed.trim());
  if (!zone)
    throw invalid(
      'timeZone',
      'not-a-time-zone',
      'The name of a time zone, as in America/New_York or Europe/Madrid.',
    );
  return zone;
}

function isSame(wanted: OrganizationDetails, now: OrganizationDetails): boolean {
  return (['name', 'neutralName', 'timeZone', 'mostPausedDays'] as const).every(
    (key) => wanted[key] === now[key],
  );
}
