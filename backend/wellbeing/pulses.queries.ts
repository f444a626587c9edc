import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { PulseView, SharedPulse } from './pulse.dto.js';
import type { Feeling } from './pulses.rules.js';

interface PulseRow {
  id: string;
  week_on: string;
  feeling: Feeling;
  words: string;
  said_at: Date;
  shared_at: Date | null;
  version: number;
}

const OWN = `SELECT id, week_on, feeling, words, said_at, shared_at, version FROM pulses
  WHERE organization_id = $1 AND account_id = $2`;

/** Half a year of what the acting coach said, the latest week first. */
export async function ownPulses(tx: EntityManager, actor: Actor): Promise<PulseView[]> {
  const rows = await tx.query<PulseRow[]>(`${OWN} ORDER BY week_on DESC LIMIT 26`, [
    actor.organizationId,
    actor.accountId,
  ]);
  return rows.map(view);
}

/** One of their own, or undefined. */
export async function ownPulse(tx: EntityManager, actor: Actor, id: string): Promise<PulseView | undefined> {
  const [row] = await tx.query<PulseRow[]>(`${OWN} AND id = $3`, [actor.organizationId, actor.accountId, id]);
  return row && view(row);
}

/** What coaches of the acting supervisor's own team share now, of the last eight weeks. */
export async function sharedPulses(tx: EntityManager, actor: Actor): Promise<SharedPulse[]> {
  const rows = await tx.query<(PulseRow & { account_id: string; name: string })[]>(
    `SELECT p.id, p.week_on, p.feeling, p.words, p.said_at, p.shared_at, p.version, p.account_id, a.name
       FROM pulses p JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.account_id
      WHERE p.organization_id = $1 AND p.week_on > $2::date - 56 ORDER BY p.week_on DESC, lower(a.name), p.id`,
    [actor.organizationId, actor.today],
  );
  return rows.map((row) => ({ ...view(row), coach: { accountId: row.account_id, name: row.name } }));
}

const view = (row: PulseRow): PulseView => ({
  pulseId: row.id,
  weekOn: row.week_on,
  feeling: row.feeling,
  words: row.words,
  saidAt: row.said_at,
  sharedAt: row.shared_at,
  version: row.version,
});
