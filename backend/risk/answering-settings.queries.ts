import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { AnsweringSettings, Holiday, OpeningHoursOfDay } from './answering-settings.dto.js';
import { DEFAULT_TIMES } from './answering-clock.rules.js';
import { DEFAULT_HOURS } from './working-hours.rules.js';

interface SettingsRow {
  time_zone: string;
  phone: string;
  crisis_protocol: string;
  urgent_minutes: number | null;
  concern_working_days: number | null;
  watch_days: number | null;
  on_call_id: string | null;
  on_call_name: string | null;
  version: number | null;
}

/** What the administrator has set, and the defaults for what nobody has. */
export async function settingsNow(tx: EntityManager, actor: Actor): Promise<AnsweringSettings> {
  const [[row], hours, holidays, supervisors] = await Promise.all([
    tx.query<[SettingsRow]>(
      `SELECT o.time_zone, o.phone, o.crisis_protocol, s.urgent_minutes, s.concern_working_days, s.watch_days,
              s.on_call_id, a.name AS on_call_name, s.version
         FROM organizations o
         LEFT JOIN answering_settings s ON s.organization_id = o.id
         LEFT JOIN accounts a ON a.organization_id = o.id AND a.id = s.on_call_id
        WHERE o.id = $1`,
      [actor.organizationId],
    ),
    tx.query<OpeningHoursOfDay[]>(
      `SELECT weekday, to_char(opens, 'HH24:MI') AS opens, to_char(closes, 'HH24:MI') AS closes
         FROM opening_hours WHERE organization_id = $1 ORDER BY weekday`,
      [actor.organizationId],
    ),
    tx.query<{ day_on: string; name: string }[]>(
      'SELECT day_on, name FROM holidays WHERE organization_id = $1 AND day_on > $2::date - 365 ORDER BY day_on',
      [actor.organizationId, actor.today],
    ),
    tx.query<{ id: string; name: string }[]>(
      `SELECT a.id, a.name FROM accounts a
         JOIN account_roles r ON r.organization_id = a.organization_id AND r.account_id = a.id AND r.role = 'supervisor'
        WHERE a.organization_id = $1 AND a.disabled_at IS NULL AND a.activated_at IS NOT NULL
        ORDER BY lower(a.name), a.id`,
      [actor.organizationId],
    ),
  ]);
  return {
    timeZone: row.time_zone,
    hours: hours.length > 0 ? hours : [...DEFAULT_HOURS],
    isDefaultHours: hours.length === 0,
    holidays: holidays.map(({ day_on, name }) => ({ dayOn: day_on, name })),
    urgentMinutes: row.urgent_minutes ?? DEFAULT_TIMES.urgentMinutes,
    concernWorkingDays: row.concern_working_days ?? DEFAULT_TIMES.concernWorkingDays,
    watchDays: row.watch_days ?? DEFAULT_TIMES.watchDays,
    onCall: row.on_call_id ? { accountId: row.on_call_id, name: row.on_call_name ?? '' } : null,
    supervisors: supervisors.map(({ id, name }) => ({ accountId: id, name })),
    phone: row.phone,
    crisisProtocol: row.crisis_protocol,
    version: row.version ?? 0,
  };
}

/** Counts the version on; the first change of all makes it 1. */
export async function nextVersion(tx: EntityManager, actor: Actor): Promise<void> {
  await tx.query(
    `INSERT INTO answering_settings AS s (organization_id) VALUES ($1)
     ON CONFLICT (organization_id) DO UPDATE SET version = s.version + 1`,
    [actor.organizationId],
  );
}

export async function putHours(
  tx: EntityManager,
  actor: Actor,
  hours: readonly OpeningHoursOfDay[],
): Promise<void> {
  await Promise.all([
    tx.query('DELETE FROM opening_hours WHERE organization_id = $1 AND weekday <> ALL ($2)', [
      actor.organizationId,
      hours.map(({ weekday }) => weekday),
    ]),
    tx.query(
      `INSERT INTO opening_hours (organization_id, weekday, opens, closes)
       SELECT $1, weekday, opens, closes FROM unnest($2::integer[], $3::time[], $4::time[]) AS h (weekday, opens, closes)
       ON CONFLICT (organization_id, weekday) DO UPDATE SET opens = excluded.opens, closes = excluded.closes
       WHERE (opening_hours.opens, opening_hours.closes) IS DISTINCT FROM (excluded.opens, excluded.closes)`,
      [
        actor.organizationId,
        hours.map(({ weekday }) => weekday),
        hours.map(({ opens }) => opens),
        hours.map(({ closes }) => closes),
      ],
    ),
  ]);
}

/** @returns how many were new */
export async function addHolidays(
  tx: EntityManager,
  actor: Actor,
  holidays: readonly Holiday[],
): Promise<number> {
  const added = await tx.query<unknown[]>(
    `INSERT INTO holidays (organization_id, day_on, name)
     SELECT $1, day_on, name FROM unnest($2::date[], $3::text[]) AS h (day_on, name)
     ON CONFLICT (organization_id, day_on) DO NOTHING RETURNING day_on`,
    [actor.organizationId, holidays.map(({ dayOn }) => dayOn), holidays.map(({ name }) => name)],
  );
  return added.length;
}
