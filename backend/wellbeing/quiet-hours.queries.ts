import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { OwnQuietHours, QuietHours, WellbeingSettings } from './quiet-hours.dto.js';

/** Where an organization has set nothing: evenings, nights and weekends. As `quiet_hours_of` has it. */
const DEFAULTS: WellbeingSettings = {
  from: '18:00',
  until: '08:00',
  days: [6, 7],
  supportLine: '',
  version: 0,
};

interface SettingsRow {
  quiet_from: string;
  quiet_until: string;
  quiet_days: number[];
  support_line: string;
  version: number;
}

/** What holds for everybody in the organization. */
export async function wellbeingSettings(tx: EntityManager, actor: Actor): Promise<WellbeingSettings> {
  const [row] = await tx.query<SettingsRow[]>(
    `SELECT to_char(quiet_from, 'HH24:MI') AS quiet_from, to_char(quiet_until, 'HH24:MI') AS quiet_until, quiet_days,
            support_line, version FROM wellbeing_settings WHERE organization_id = $1`,
    [actor.organizationId],
  );
  return row ? { ...hoursOf(row), supportLine: row.support_line, version: row.version } : DEFAULTS;
}

/** The acting coach's own, or the organization's while they have none. */
export async function ownQuietHours(
  tx: EntityManager,
  actor: Actor,
  { from, until, days }: QuietHours,
): Promise<OwnQuietHours> {
  const [row] = await tx.query<SettingsRow[]>(
    `SELECT to_char(quiet_from, 'HH24:MI') AS quiet_from, to_char(quiet_until, 'HH24:MI') AS quiet_until, quiet_days,
            version FROM quiet_hours WHERE organization_id = $1 AND account_id = $2`,
    [actor.organizationId, actor.accountId],
  );
  return row
    ? { ...hoursOf(row), isOwn: true, version: row.version }
    : { from, until, days, isOwn: false, version: 0 };
}

const hoursOf = (row: SettingsRow): QuietHours => ({
  from: row.quiet_from,
  until: row.quiet_until,
  days: row.quiet_days,
});

/** @returns false when another version stands by now; version 0 is none. */
export async function keepQuietHours(
  tx: EntityManager,
  actor: Actor,
  version: number,
  { from, until, days }: QuietHours,
): Promise<boolean> {
  const values = [actor.organizationId, actor.accountId, from, until, days];
  const rows =
    version === 0
      ? await tx.query<unknown[]>(
          `INSERT INTO quiet_hours (organization_id, account_id, quiet_from, quiet_until, quiet_days)
           VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
          values,
        )
      : (
          await tx.query<[unknown[], number]>(
            `UPDATE quiet_hours SET quiet_from = $3, quiet_until = $4, quiet_days = $5, version = version + 1
              WHERE organization_id = $1 AND account_id = $2 AND version = $6 RETURNING 1`,
            [...values, version],
          )
        )[0];
  return rows.length === 1;
}

/** @returns false when another version stands by now; version 0 is none. */
export async function keepWellbeingSettings(
  tx: EntityManager,
  actor: Actor,
  version: number,
  { from, until, days, supportLine }: Omit<WellbeingSettings, 'version'>,
): Promise<boolean> {
  const values = [actor.organizationId, from, until, days, supportLine.trim()];
  const rows =
    version === 0
      ? await tx.query<unknown[]>(
          `INSERT INTO wellbeing_settings (organization_id, quiet_from, quiet_until, quiet_days, support_line)
           VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
          values,
        )
      : (
          await tx.query<[unknown[], number]>(
            `UPDATE wellbeing_settings SET quiet_from = $2, quiet_until = $3, quiet_days = $4, support_line = $5,
                    version = version + 1 WHERE organization_id = $1 AND version = $6 RETURNING 1`,
            [...values, version],
          )
        )[0];
  return rows.length === 1;
}
