import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { dayIn } from '../clock/clock.js';
import { FIRST_PLACE, type Place } from '../http/page.js';
import { changeInWords, type SettingValue } from './setting-words.rules.js';
import type { OrganizationSettings, SettingChange } from './settings.dto.js';

/** What is set about the actor's organization itself. */
export async function settingsOf(tx: EntityManager, actor: Actor): Promise<OrganizationSettings> {
  const [row] = await tx.query<
    { name: string; short_name: string; time_zone: string; is_written: boolean }[]
  >(
    'SELECT name, short_name, time_zone, days_are_written(id) AS is_written FROM organizations WHERE id = $1',
    [actor.organizationId],
  );
  return {
    name: row!.name,
    shortName: row!.short_name,
    timeZone: row!.time_zone,
    today: dayIn(row!.time_zone, actor.now),
    mayChangeTimeZone: !row!.is_written,
  };
}

interface ChangeRow {
  id: string;
  subject: string;
  setting: string;
  key: string;
  before: SettingValue;
  after: SettingValue;
  before_name: string | null;
  after_name: string | null;
  key_name: string | null;
  changed_by: string | null;
  changed_by_name: string | null;
  changed_at: Date;
  effective_on: string;
}

/** What was changed, the latest first. */
export async function settingChanges(
  tx: EntityManager,
  actor: Actor,
  after: Place = FIRST_PLACE,
  limit: number,
): Promise<SettingChange[]> {
  const rows = await tx.query<ChangeRow[]>(
    `SELECT c.id, c.subject, c.setting, c.key, c.before, c.after, c.changed_by, a.name AS changed_by_name, c.changed_at,
            c.effective_on, one.name AS before_name, other.name AS after_name,
            coalesce(program.name, coach.name) AS key_name
       FROM setting_changes c
       LEFT JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.changed_by
       LEFT JOIN accounts one ON c.setting = 'on_call_id' AND one.organization_id = c.organization_id
        AND one.id::text = c.before #>> '{}'
       LEFT JOIN accounts other ON c.setting = 'on_call_id' AND other.organization_id = c.organization_id
        AND other.id::text = c.after #>> '{}'
       LEFT JOIN programs program ON c.subject = 'programs' AND program.organization_id = c.organization_id
        AND program.id::text = c.key
       LEFT JOIN accounts coach ON c.subject = 'coaches' AND coach.organization_id = c.organization_id
        AND coach.id::text = c.key
      WHERE c.organization_id = $1 AND (date_trunc('milliseconds', c.changed_at), c.id) < ($2, $3)
      ORDER BY date_trunc('milliseconds', c.changed_at) DESC, c.id DESC LIMIT $4`,
    [actor.organizationId, after.at, after.id, limit],
  );
  return rows.map((row) => ({
    changeId: row.id,
    by: row.changed_by === null ? null : { accountId: row.changed_by, name: row.changed_by_name ?? '' },
    at: row.changed_at,
    effectiveOn: row.effective_on,
    words: changeInWords({
      subject: row.subject,
      setting: row.setting,
      key: row.key_name ?? row.key,
      before: row.before_name ?? row.before,
      after: row.after_name ?? row.after,
    }),
  }));
}
