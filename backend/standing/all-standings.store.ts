import type { ClientBase } from 'pg';
import type { EntityManager } from 'typeorm';
import { factsOf, type FactsRow } from './standing.store.js';
import { standingCalendar } from './standing.rules.js';

/** So many enrollments at a time: few trips, and never a whole organization in memory. */
const AT_A_TIME = 2_000;

/**
 * Works the standing of every open enrollment of an organization out anew and stores it, in the caller's transaction:
 * after rows were brought in past the log, or when the rules changed.
 *
 * @param owner a connection that acts as the owner of the tables
 */
export async function storeAllStandings(owner: ClientBase, organizationId: string): Promise<void> {
  await owner.query(`SELECT set_config('app.organization_id', $1, true)`, [organizationId]);
  const { rows } = await owner.query<{ participant_id: string }>(
    `SELECT DISTINCT participant_id FROM enrollments WHERE organization_id = $1 AND closed_on IS NULL`,
    [organizationId],
  );
  const participantIds = rows.map((row) => row.participant_id);
  const query: Query = async (statement, values) => (await owner.query<object>(statement, values)).rows;
  await inPieces(query, participantIds);
}

/** The same for many participants at once, in the transaction of what moved their standings: `recomputeStanding`. */
export async function recomputeStandings(tx: EntityManager, participantIds: string[]): Promise<void> {
  // in one order, so that two who do this wait for one another instead of for each other
  const inOrder = [...participantIds].sort();
  await tx.query('SELECT hold_standing(p.id) FROM unnest($1::uuid[]) AS p (id)', [inOrder]);
  await inPieces((statement, values) => tx.query(statement, values), inOrder);
}

type Query = (statement: string, values: unknown[]) => Promise<unknown[]>;

async function inPieces(query: Query, participantIds: string[]): Promise<void> {
  for (let first = 0; first < participantIds.length; first += AT_A_TIME)
    await storeStandings(query, participantIds.slice(first, first + AT_A_TIME));
}

async function storeStandings(query: Query, participantIds: string[]): Promise<void> {
  // as JSON, whose days are text whatever this connection makes of a date
  const rows = (await query(
    `SELECT to_jsonb(f) AS facts FROM unnest($1::uuid[]) AS p (id), standing_facts(p.id) f`,
    [participantIds],
  )) as { facts: FactsRow }[];
  const stored = rows.map(({ facts }) => {
    const { changesOn, standings, duesOn, reasons } = standingCalendar(factsOf(facts));
    return { ...facts, changes_on: changesOn, standings, dues_on: duesOn, reasons };
  });
  await query(
    `SELECT store_standing(s.enrollment_id, s.last_reached_on, s.attempt_days, s.last_check_in_on, s.changes_on,
                           s.standings, s.dues_on, s.reasons)
       FROM jsonb_to_recordset($1) AS s (enrollment_id uuid, last_reached_on date, attempt_days date[],
              last_check_in_on date, changes_on date[], standings text[], dues_on date[], reasons jsonb)`,
    [JSON.stringify(stored)],
  );
}
