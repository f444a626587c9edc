import { v7 as newId } from 'uuid';
import { recomputeStanding } from '../../backend/standing/standing.store.js';
import { today, type Organization } from './organization.js';
import { anAccount, type Person } from './staff.js';

/** A participant with an account of their own. */
export interface Participant extends Person {
  participantId: string;
  enrollmentId: string;
}

export interface ParticipantTraits {
  preferredName?: string;
  legalName?: string;
  pronouns?: string;
  language?: 'en' | 'es';
  /** Without it: three days ago, so that they are new and not yet due. */
  enrolledOn?: string;
  agreedCadenceDays?: number;
  programId?: string;
}

/** Enrolled, and assigned to this coach since the day of enrollment. */
export async function aParticipantOf(coach: Person, traits: ParticipantTraits = {}): Promise<Participant> {
  const participant = await insert(coach.organization, traits);
  await assign(participant, coach, traits.enrolledOn ?? today(coach.organization, -3));
  return participant;
}

/** Enrolled, and nobody's yet. */
export async function aParticipantWithoutCoach(
  organization: Organization,
  traits: ParticipantTraits = {},
): Promise<Participant> {
  const participant = await insert(organization, traits);
  await standAnew(participant);
  return participant;
}

/** Their coach from this day on: the primary one, or a second beside them. */
export async function assign(
  participant: Participant,
  coach: Person,
  fromOn: string,
  kind: 'primary' | 'second' = 'primary',
): Promise<void> {
  const { server, organizationId } = participant.organization;
  await server.database.query(
    `INSERT INTO assignments (organization_id, id, participant_id, coach_id, kind, from_on, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [organizationId, newId(), participant.participantId, coach.accountId, kind, fromOn, server.clock.now()],
  );
  await standAnew(participant);
}

/** Another primary coach from today on, whoever it was before. */
export async function reassign(participant: Participant, coach: Person): Promise<void> {
  const { server, organizationId } = participant.organization;
  const day = today(participant.organization);
  await server.database.query(
    `UPDATE assignments SET until_on = $3 WHERE organization_id = $1 AND participant_id = $2 AND until_on IS NULL`,
    [organizationId, participant.participantId, day],
  );
  await assign(participant, coach, day);
}

/** Their stay in the program ends on this day, with what follows from it. */
export async function closeEnrollment(participant: Participant, closedOn: string): Promise<void> {
  const { server, organizationId } = participant.organization;
  const values = [organizationId, participant.enrollmentId];
  await server.database.query(
    `UPDATE enrollments SET closed_on = $3, closing_reason = 'completed' WHERE organization_id = $1 AND id = $2`,
    [...values, closedOn],
  );
  await server.database.query(
    'DELETE FROM standings WHERE organization_id = $1 AND enrollment_id = $2',
    values,
  );
}

/** Works the standing out from what was arranged past the server, as every write of the server does. */
export async function standAnew({ organization, participantId }: Participant): Promise<void> {
  const { database } = organization.server;
  await database.query('BEGIN');
  await database.query(`SELECT set_config('app.organization_id', $1, true)`, [organization.organizationId]);
  // one after the other: this connection is no pipeline
  let before: Promise<unknown> = Promise.resolve();
  const query = (sql: string, values?: unknown[]): Promise<unknown> =>
    (before = before.then(async () => (await database.query(sql, values)).rows));
  await recomputeStanding({ query } as Parameters<typeof recomputeStanding>[0], participantId);
  await database.query('COMMIT');
}

async function insert(organization: Organization, traits: ParticipantTraits): Promise<Participant> {
  const { server, organizationId, programId } = organization;
  const preferredName = traits.preferredName ?? 'Theo';
  const account = await anAccount(organization, 'participant', preferredName);
  const participantId = newId();
  const enrollmentId = newId();
  await server.database.query(
    `INSERT INTO participants (organization_id, id, account_id, preferred_name, legal_name, pronouns, language, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      organizationId,
      participantId,
      account.accountId,
      preferredName,
      traits.legalName ?? '',
      traits.pronouns ?? '',
      traits.language ?? 'en',
      server.clock.now(),
    ],
  );
  await server.database.query(
    `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_days, agreed_cadence_on)
     VALUES ($1, $2, $3, $4, $5, $6, $5)`,
    [
      organizationId,
      enrollmentId,
      participantId,
      traits.programId ?? programId,
      traits.enrolledOn ?? today(organization, -3),
      traits.agreedCadenceDays ?? 7,
    ],
  );
  return { ...account, participantId, enrollmentId };
}
