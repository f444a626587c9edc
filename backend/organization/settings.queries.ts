import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { dayIn } from '../clock/clock.js';
import type { OrganizationDetails, OrganizationSettings } from './settings.dto.js';

interface SettingsRow {
  name: string;
  neutral_name: string;
  short_name: string;
  time_zone: string;
  most_quiet_days: number;
  settings_version: number;
  is_written: boolean;
}

/** What is set about the actor's organization itself. */
export async function settingsOf(tx: EntityManager, actor: Actor): Promise<OrganizationSettings> {
  const [row] = await tx.query<SettingsRow[]>(
    `SELECT name, neutral_name, short_name, time_zone, most_quiet_days, settings_version,
            days_are_written(id) AS is_written
       FROM organizations WHERE id = $1`,
    [actor.organizationId],
  );
  return {
    name: row!.name,
    neutralName: row!.neutral_name,
    timeZone: row!.time_zone,
    mostPausedDays: row!.most_quiet_days,
    shortName: row!.short_name,
    today: dayIn(row!.time_zone, actor.now),
    mayChangeTimeZone: !row!.is_written,
    version: row!.settings_version,
  };
}

/** The caller holds the organization. */
export async function setOrganization(
  tx: EntityManager,
  actor: Actor,
  { name, neutralName, timeZone, mostPausedDays }: OrganizationDetails,
): Promise<void> {
  await tx.query(
    `UPDATE organizations SET name = $2, neutral_name = $3, time_zone = $4, most_quiet_days = $5,
            settings_version = settings_version + 1 WHERE id = $1`,
    [actor.organizationId, name, neutralName, timeZone, mostPausedDays],
  );
}
