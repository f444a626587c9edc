import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { ProgramView } from './program.dto.js';
import type { KeptProgram } from './settings.dto.js';

interface ProgramRow {
  id: string;
  name: string;
  closed_on: string | null;
  version: number;
}

/** Every program of the organization, by name, the closed ones last. */
export async function programs(tx: EntityManager, actor: Actor): Promise<ProgramView[]> {
  const rows = await tx.query<ProgramRow[]>(
    'SELECT id, name, closed_on, version FROM programs WHERE organization_id = $1 ORDER BY closed_on IS NOT NULL, name, id',
    [actor.organizationId],
  );
  return rows.map(view);
}

/** The same, with how many are in each now: for an administrator, who reaches everybody. */
export async function keptPrograms(tx: EntityManager, actor: Actor): Promise<KeptProgram[]> {
  const rows = await tx.query<(ProgramRow & { enrolled_count: number })[]>(
    `SELECT id, name, closed_on, version, (
              SELECT count(*)::integer FROM enrollments e
               WHERE e.organization_id = p.organization_id AND e.program_id = p.id AND e.closed_on IS NULL) AS enrolled_count
       FROM programs p WHERE organization_id = $1 ORDER BY closed_on IS NOT NULL, name, id`,
    [actor.organizationId],
  );
  return rows.map((row) => ({ ...view(row), enrolledCount: row.enrolled_count }));
}

/** @throws Problem 404 for a program that is missing, of another organization or not an id. */
export async function programInReach(
  tx: EntityManager,
  actor: Actor,
  programId: string,
): Promise<ProgramView> {
  if (!isId(programId)) throw notFound('program');
  const [row] = await tx.query<ProgramRow[]>(
    'SELECT id, name, closed_on, version FROM programs WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, programId],
  );
  if (!row) throw notFound('program');
  return view(row);
}

const view = ({ id, name, closed_on, version }: ProgramRow): ProgramView => ({
  ...{ programId: id, name, closedOn: closed_on, version },
});
