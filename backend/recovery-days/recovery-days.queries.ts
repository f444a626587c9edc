import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { KeptMilestone, Period } from './counting.rules.js';
import type { Milestone, MilestoneUnit } from './milestones.rules.js';

export interface KnownPeriod extends Period {
  periodId: string;
  isRemoved: boolean;
  requestHash: Buffer | null;
  version: number;
}

export interface DaySettings {
  isShared: boolean;
  showsCurrentPeriod: boolean;
  writtenOn: string | null;
  version: number;
}

interface SettingsRow {
  is_shared: boolean;
  shows_current_period: boolean;
  written_on: string | null;
  version: number;
}

interface PeriodRow {
  id: string;
  began_on: string;
  ended_on: string | null;
  removed_at: Date | null;
  request_hash: Buffer | null;
  version: number;
}

interface MilestoneRow {
  unit: MilestoneUnit;
  count: number;
  reached_on: string;
  written_on: string;
}

const SETTINGS = `SELECT is_shared, shows_current_period, written_on, version
  FROM recovery_day_settings WHERE organization_id = $1 AND participant_id = $2`;

/** As they stand; undefined where nothing was set yet, or where they are not for the actor to see. */
export async function settingsOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<DaySettings | undefined> {
  const [row] = await tx.query<SettingsRow[]>(SETTINGS, [actor.organizationId, participantId]);
  return row && settingsFrom(row);
}

/** Nobody else writes the acting participant's days until this transaction ends. */
export async function holdSettings(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<DaySettings> {
  const whose = [actor.organizationId, participantId];
  await tx.query(
    `INSERT INTO recovery_day_settings (organization_id, participant_id) VALUES ($1, $2)
     ON CONFLICT (organization_id, participant_id) DO NOTHING`,
    whose,
  );
  const [row] = await tx.query<SettingsRow[]>(`${SETTINGS} FOR UPDATE`, whose);
  return settingsFrom(row!);
}

/** All that are in reach, the newest first, also those taken away. */
export async function periodsOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<KnownPeriod[]> {
  const rows = await tx.query<PeriodRow[]>(
    `SELECT id, began_on, ended_on, removed_at, request_hash, version FROM recovery_periods
      WHERE organization_id = $1 AND participant_id = $2 ORDER BY began_on DESC, id DESC`,
    [actor.organizationId, participantId],
  );
  return rows.map((row) => ({
    periodId: row.id,
    beganOn: row.began_on,
    endedOn: row.ended_on,
    isRemoved: row.removed_at !== null,
    requestHash: row.request_hash,
    version: row.version,
  }));
}

/** Those kept: reached by periods as they were when they were written. */
export async function keptMilestones(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<KeptMilestone[]> {
  const rows = await tx.query<MilestoneRow[]>(
    `SELECT unit, count, reached_on, written_on FROM recovery_milestones
      WHERE organization_id = $1 AND participant_id = $2`,
    [actor.organizationId, participantId],
  );
  return rows.map(({ unit, count, reached_on, written_on }) => ({
    unit,
    count,
    on: reached_on,
    writtenOn: written_on,
  }));
}

/** Keeps these, and lets go what only a slip of today had reached. */
export async function keepMilestones(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  milestones: readonly KeptMilestone[],
): Promise<void> {
  const whose = [actor.organizationId, participantId];
  await tx.query(
    'DELETE FROM recovery_milestones WHERE organization_id = $1 AND participant_id = $2 AND written_on >= $3',
    [...whose, actor.today],
  );
  await tx.query(
    `INSERT INTO recovery_milestones (organization_id, participant_id, unit, count, reached_on, written_on)
     SELECT $1, $2, * FROM unnest($3::text[], $4::integer[], $5::date[], $6::date[])
     ON CONFLICT (organization_id, participant_id, unit, count) DO NOTHING`,
    [
      ...whose,
      milestones.map(({ unit }) => unit),
      milestones.map(({ count }) => count),
      milestones.map(({ on }) => on),
      milestones.map(({ writtenOn }) => writtenOn),
    ],
  );
  await tx.query(
    'UPDATE recovery_day_settings SET written_on = $3 WHERE organization_id = $1 AND participant_id = $2',
    [...whose, actor.today],
  );
}

/** Who congratulated on which milestone, the first first. */
export async function congratulationsOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<(Milestone & { name: string })[]> {
  return tx.query<(Milestone & { name: string })[]>(
    `SELECT c.unit, c.count, a.name FROM congratulations c
       JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.made_by
      WHERE c.organization_id = $1 AND c.participant_id = $2 ORDER BY c.made_at, a.name`,
    [actor.organizationId, participantId],
  );
}

function settingsFrom(row: SettingsRow): DaySettings {
  return {
    isShared: row.is_shared,
    showsCurrentPeriod: row.shows_current_period,
    writtenOn: row.written_on,
    version: row.version,
  };
}
