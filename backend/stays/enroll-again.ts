import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { assign, mayMove } from '../enrollment/assign.js';
import { invalid, notFound, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { programInReach } from '../organization/programs.queries.js';
import { DEFAULT_CADENCE_DAYS } from '../standing/cadences.rules.js';
import { recomputeStanding } from '../standing/standing.store.js';
import { wrongWithNewStay } from './closing.rules.js';
import type { EnrollAgain, StayBegun } from './stay.dto.js';
import { staysOf } from './stays.queries.js';

/**
 * A new stay of somebody who was here before, with a coach from today on if one is chosen. Everything that was stays
 * theirs; contacts from before count for nothing in the new stay's standing. Sent again, it is one stay.
 *
 * @throws Problem 404 for a participant, program or coach out of reach; 422 for the day; 409 while they are in this
 * program, after a death, or when the coach cannot take them (`assign` says why).
 */
export async function enrollAgain(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  sent: EnrollAgain,
): Promise<StayBegun> {
  const hash = requestHash({ ...sent, participantId });
  const enrolledOn = sent.enrolledOn ?? actor.today;
  const again = await sentBefore(tx, sent, hash);
  if (!again && !(await mayMove(tx, actor, participantId))) throw notFound('participant');
  const { programId, name: programName } = await programInReach(tx, actor, sent.programId);
  const begun = { participantId, enrollmentId: sent.enrollmentId, programName, enrolledOn };
  if (again) return { ...begun, enrolledOn: again };
  const stays = (await staysOf(tx, actor, participantId)).filter((stay) => stay.programId === programId);
  const lastClosedOn = stays.map(({ closedOn }) => closedOn).reduce(later, null);
  const wrong = wrongWithNewStay(enrolledOn, actor.today, lastClosedOn);
  if (wrong) throw invalid('enrolledOn', wrong.code, wrong.detail);
  await tx.query(
    `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_days,
       agreed_cadence_on, made_by, made_at, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $5, $7, $8, $9)`,
    [
      ...[actor.organizationId, sent.enrollmentId, participantId, programId, enrolledOn],
      ...[sent.agreedCadenceDays ?? DEFAULT_CADENCE_DAYS, actor.accountId, actor.now, hash],
    ],
  );
  await recomputeStanding(tx, participantId);
  actor.record({ action: 'participant.enrolled-again', participantId, subjectId: sent.enrollmentId });
  if (sent.coachId)
    await assign(tx, actor, {
      ...{ participantId, kind: 'primary', coachId: sent.coachId, reason: sent.coachReason },
    });
  return begun;
}

const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

/** @returns the day on which it began, when this very request was carried out. @throws Problem 409 when the id says something else. */
async function sentBefore(
  tx: EntityManager,
  { enrollmentId }: EnrollAgain,
  hash: Buffer,
): Promise<string | undefined> {
  const [row] = await tx.query<{ enrolled_on: string; request_hash: Buffer | null }[]>(
    'SELECT enrolled_on, request_hash FROM own_stay_begun($1)',
    [enrollmentId],
  );
  if (!row) return undefined;
  if (!row.request_hash?.equals(hash))
    throw new Problem(
      409,
      'enrollment-id-taken',
      'This id already stands for another stay. Reload the page.',
    );
  return row.enrolled_on;
}
