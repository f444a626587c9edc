import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { FIRST_PLACE, type Place } from '../http/page.js';
import { areaOf, heldBy, type SettingArea } from './setting-areas.rules.js';
import { changeInWords, isLongText, type SettingValue } from './setting-words.rules.js';
import type { SettingChange } from './settings.dto.js';

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

/** What was changed, the latest first; only in one area where it is named. */
export async function settingChanges(
  tx: EntityManager,
  actor: Actor,
  area: SettingArea | undefined,
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
        AND ($5::text[] IS NULL OR c.subject = ANY ($5) OR c.subject || '.' || c.setting = ANY ($5))
      ORDER BY date_trunc('milliseconds', c.changed_at) DESC, c.id DESC LIMIT $4`,
    [actor.organizationId, after.at, after.id, limit, area ? heldBy(area) : null],
  );
  return rows.map(changeOf);
}

function changeOf(row: ChangeRow): SettingChange {
  const { subject, setting } = row;
  const before = row.before_name ?? row.before;
  const after = row.after_name ?? row.after;
  return {
    changeId: row.id,
    by: row.changed_by === null ? null : { accountId: row.changed_by, name: row.changed_by_name ?? '' },
    at: row.changed_at,
    effectiveOn: row.effective_on,
    area: areaOf(subject, setting) ?? 'organization',
    words: changeInWords({ subject, setting, key: row.key_name ?? row.key, before, after }),
    texts: isLongText(subject, setting) ? { before: textOf(before), after: textOf(after) } : null,
  };
}

const textOf = (value: SettingValue): string => (typeof value === 'string' ? value : '');
