import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { type CertificationSpan, type LoggedUnder, loggedUnder } from '../coaches/certification.rules.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';

interface Enrollment {
  id: string;
  programId: string;
  programName: string;
}

/** What a contact stands on: an open enrollment, and the right to log on its day. */
export interface GroundForLogging {
  enrollment: Enrollment | null;
  under: LoggedUnder | null;
  uncertifiedLogging: 'refuse' | 'hold';
}

interface GroundRow {
  enrollment: Enrollment | null;
  certifications: CertificationSpan[] | null;
  training_supervisor_id: string | null;
  training_through_on: string | null;
  uncertified_logging: 'refuse' | 'hold';
  is_program_known: boolean;
}

const ON_CASELOAD = `
  (SELECT jsonb_build_object('id', e.id, 'programId', r.id, 'programName', r.name) FROM enrollments e
     JOIN programs r ON r.organization_id = e.organization_id AND r.id = e.program_id
    WHERE e.organization_id = $1 AND e.participant_id = $2 AND e.closed_on IS NULL
      AND ($3::uuid IS NULL OR e.program_id = $3)
    ORDER BY e.enrolled_on, e.id LIMIT 1)`;
const OFF_CASELOAD = `
  (SELECT jsonb_build_object('id', e.id, 'programId', e.program_id, 'programName', e.program_name)
     FROM enrollment_off_caseload($2, $5, $3) e)`;

/**
 * @param programId the program said, or undefined for the earliest the participant is in
 * @param offCaseload the contact that is written about somebody who is not the coach's now, whose stay the coach can't read
 * @param day the local day of the contact: the certification in force on that day counts, not today's
 * @throws Problem 404 for a program that is not the organization's.
 */
export async function groundForLogging(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  programId: string | undefined,
  day: string,
  offCaseload: string | null = null,
): Promise<GroundForLogging> {
  if (programId !== undefined && !isId(programId)) throw notFound('program');
  const [row] = await tx.query<GroundRow[]>(
    `SELECT o.uncertified_logging, k.training_supervisor_id, k.training_through_on,
            $3::uuid IS NULL OR EXISTS (SELECT 1 FROM programs r WHERE r.organization_id = $1 AND r.id = $3) AS is_program_known,
            ${offCaseload ? OFF_CASELOAD : ON_CASELOAD} AS enrollment,
            (SELECT jsonb_agg(jsonb_build_object('id', t.id, 'firstOn', t.first_on, 'lastOn', t.last_on))
               FROM certifications t WHERE t.organization_id = $1 AND t.coach_id = $4) AS certifications
       FROM organizations o
       LEFT JOIN coaches k ON k.organization_id = o.id AND k.id = $4
      WHERE o.id = $1`,
    [
      actor.organizationId,
      participantId,
      programId ?? null,
      actor.accountId,
      ...(offCaseload ? [offCaseload] : []),
    ],
  );
  if (!row?.is_program_known) throw notFound('program');
  const training = {
    trainingSupervisorId: row.training_supervisor_id,
    trainingThroughOn: row.training_through_on,
  };
  return {
    enrollment: row.enrollment,
    under: loggedUnder(row.certifications ?? [], training, day),
    uncertifiedLogging: row.uncertified_logging,
  };
}

/** What a contact of one's own stands on as it is: another's word, or held until one is given. */
export async function groundOfContact(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
): Promise<Pick<GroundForLogging, 'under' | 'uncertifiedLogging'>> {
  const [row] = await tx.query<{ certification_id: string | null; training_supervisor_id: string | null }[]>(
    `SELECT certification_id, training_supervisor_id FROM contacts WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, contactId],
  );
  const { certification_id: certificationId, training_supervisor_id: trainingSupervisorId } = row ?? {};
  const under = certificationId
    ? { certificationId, trainingSupervisorId: null }
    : trainingSupervisorId
      ? { certificationId: null, trainingSupervisorId }
      : null;
  return { under, uncertifiedLogging: 'hold' };
}

export interface GrantedContact {
  enrollment: Enrollment;
  certificationId: string | null;
  trainingSupervisorId: string | null;
  isHeld: boolean;
}

/**
 * Whether a contact may be logged on this ground (domain rule 6): with a certification in force, or in training under
 * a supervisor, or held for the supervisor where the organization so decided; else refused, with what to do.
 *
 * @throws Problem 409 when the enrollment is closed.
 */
export function grantedContact(
  ground: GroundForLogging,
  name: string,
): GrantedContact | { refused: Problem } {
  const { enrollment, under, uncertifiedLogging } = ground;
  if (!enrollment)
    throw new Problem(
      409,
      'enrollment-closed',
      `${name} is not enrolled now, so nothing can be logged. Your draft is kept.`,
    );
  if (!under && uncertifiedLogging === 'refuse')
    return {
      refused: new Problem(
        422,
        'certification-missing',
        'You had no certification in force on that day, so this contact can’t be logged. Your draft is kept. ' +
          'Ask your administrator to enter or renew your certification, then send it again.',
      ),
    };
  const { certificationId = null, trainingSupervisorId = null } = under ?? {};
  return { enrollment, certificationId, trainingSupervisorId, isHeld: !under };
}
