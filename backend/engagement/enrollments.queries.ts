import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { type StandingRow, standingColumns, standingView } from '../standing/standing.view.js';
import type { EnrollmentView } from './participant-page.dto.js';

interface EnrollmentRow extends StandingRow {
  id: string;
  program_id: string;
  program_name: string;
  closed_on: string | null;
  version: number;
}

/** A participant's stays, the open ones first, each with its standing today. */
export async function enrollmentsOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<EnrollmentView[]> {
  const rows = await tx.query<EnrollmentRow[]>(
    `SELECT e.id, e.program_id, pr.name AS program_name, e.closed_on, e.version, ${standingColumns('$3')}
       FROM enrollments e
       JOIN programs pr ON pr.organization_id = e.organization_id AND pr.id = e.program_id
       LEFT JOIN standings s ON s.organization_id = e.organization_id AND s.enrollment_id = e.id
      WHERE e.organization_id = $1 AND e.participant_id = $2
      ORDER BY (e.closed_on IS NOT NULL), e.enrolled_on DESC, e.id`,
    [actor.organizationId, participantId, actor.today],
  );
  return rows.map((row) => ({
    enrollmentId: row.id,
    programId: row.program_id,
    programName: row.program_name,
    enrolledOn: row.enrolled_on,
    closedOn: row.closed_on,
    agreedCadenceDays: row.agreed_cadence_days,
    version: row.version,
    standing: row.standing ? standingView(row) : null,
  }));
}
