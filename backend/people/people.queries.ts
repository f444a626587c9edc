import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import type { Language, Role } from '../access/roles.js';
import type { PlaceInList } from '../http/place-in-list.js';
import type { Person } from './person.dto.js';

interface PersonRow {
  key: string;
  sorted_by: string;
  account_id: string | null;
  name: string;
  legal_name: string | null;
  sign_in_name: string | null;
  role: Role;
  roles: Role[];
  language: Language;
  is_disabled: boolean;
  is_activated: boolean;
  supervisor_id: string | null;
  supervisor_name: string | null;
  coach_id: string | null;
  coach_name: string | null;
  participant_id: string | null;
  is_enrolled: boolean | null;
  caseload_count: number | null;
  version: number;
}

/**
 * Staff by their accounts, participants by their record: a participant need not have an account. Who works here and is in
 * a program too is one person, by their account.
 */
const PEOPLE = `
  SELECT a.id AS key, a.id AS account_id, a.name, p.legal_name, a.sign_in_name, a.role, ARRAY(
           SELECT r.role FROM account_roles r WHERE r.organization_id = a.organization_id AND r.account_id = a.id
            ORDER BY r.role <> a.role, r.role = 'participant', r.given_at, r.role) AS roles, a.language, a.disabled_at,
         a.activated_at, a.version, CASE WHEN c.is_coaching THEN c.supervisor_id END AS supervisor_id,
         p.primary_coach_id AS coach_id, p.id AS participant_id
    FROM accounts a
    LEFT JOIN coaches c ON c.organization_id = a.organization_id AND c.id = a.id
    LEFT JOIN participants p ON p.organization_id = a.organization_id AND p.account_id = a.id
   WHERE a.organization_id = $1 AND a.role <> 'participant'
  UNION ALL
  SELECT p.id, p.account_id, p.preferred_name, p.legal_name, a.sign_in_name, 'participant', ARRAY['participant'],
         coalesce(a.language, p.language), a.disabled_at, a.activated_at, coalesce(a.version, p.version), NULL,
         p.primary_coach_id, p.id
    FROM participants p LEFT JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.account_id
   WHERE p.organization_id = $1 AND NOT p.is_locked`;

/** Whose enrollment is closed is on nobody's caseload. */
const CASELOAD = `
  SELECT count(*) FROM assignments s
   WHERE s.organization_id = $1 AND s.coach_id = person.account_id AND s.until_on IS NULL AND EXISTS (
     SELECT 1 FROM enrollments e WHERE e.organization_id = $1 AND e.participant_id = s.participant_id AND e.closed_on IS NULL)`;

const SELECT = `
  SELECT person.key, lower(person.name) AS sorted_by, person.account_id, person.name, person.legal_name,
         person.sign_in_name, person.role, person.roles, person.language, person.disabled_at IS NOT NULL AS is_disabled,
         person.activated_at IS NOT NULL AS is_activated, person.version, person.participant_id,
         person.supervisor_id, supervisor.name AS supervisor_name, person.coach_id, coach.name AS coach_name,
         CASE WHEN 'coach' = ANY (person.roles) THEN (${CASELOAD}) END AS caseload_count,
         CASE WHEN person.participant_id IS NOT NULL THEN EXISTS (
           SELECT 1 FROM enrollments e WHERE e.organization_id = $1 AND e.participant_id = person.participant_id
             AND e.closed_on IS NULL) END AS is_enrolled
    FROM (${PEOPLE}) person
    LEFT JOIN accounts supervisor ON supervisor.organization_id = $1 AND supervisor.id = person.supervisor_id
    LEFT JOIN accounts coach ON coach.organization_id = $1 AND coach.id = person.coach_id`;

/** A page of people by name, one more than `limit` so that a next page shows; `find` is any part of a name. */
export async function peoplePage(
  tx: EntityManager,
  actor: Actor,
  asked: { role?: Role; find: string; isWithoutCoach: boolean; after?: PlaceInList; limit: number },
): Promise<{ person: Person; place: PlaceInList }[]> {
  const [name, key] = asked.after ?? [null, null];
  const rows = await tx.query<PersonRow[]>(
    `${SELECT}
     WHERE ($2::text IS NULL OR $2 = ANY (person.roles))
       AND ($3 = '' OR strpos(lower(person.name), lower($3)) > 0 OR strpos(lower(person.legal_name), lower($3)) > 0
            OR strpos(person.sign_in_name, lower($3)) > 0)
       AND ($4::text IS NULL OR (lower(person.name), person.key) > ($4, $5::uuid))
       AND (NOT $7 OR person.coach_id IS NULL AND EXISTS (
             SELECT FROM enrollments e WHERE e.organization_id = $1 AND e.participant_id = person.participant_id
                AND e.closed_on IS NULL))
     ORDER BY lower(person.name), person.key LIMIT $6`,
    [actor.organizationId, asked.role ?? null, asked.find, name, key, asked.limit + 1, asked.isWithoutCoach],
  );
  return rows.map((row) => ({ person: personOf(row), place: [row.sorted_by, row.key] }));
}

/** @throws Problem 404 without such an account */
export async function personNow(tx: EntityManager, actor: Actor, accountId: string): Promise<Person> {
  const [row] = await tx.query<PersonRow[]>(`${SELECT} WHERE person.account_id = $2`, [
    actor.organizationId,
    accountId,
  ]);
  return personOf(found(row, 'account'));
}

/** @throws Problem 404 without such a record */
export async function personOfParticipant(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<Person> {
  const [row] = await tx.query<PersonRow[]>(`${SELECT} WHERE person.participant_id = $2`, [
    actor.organizationId,
    participantId,
  ]);
  return personOf(found(row, 'participant'));
}

function personOf(row: PersonRow): Person {
  return {
    accountId: row.account_id,
    name: row.name,
    legalName: row.legal_name,
    signInName: row.sign_in_name,
    role: row.role,
    roles: row.roles,
    language: row.language,
    isDisabled: row.is_disabled,
    isActivated: row.is_activated,
    supervisor: named(row.supervisor_id, row.supervisor_name),
    coach: named(row.coach_id, row.coach_name),
    participantId: row.participant_id,
    isEnrolled: row.is_enrolled,
    caseloadCount: row.caseload_count,
    version: row.version,
  };
}

function named(accountId: string | null, name: string | null): Person['coach'] {
  return accountId === null ? null : { accountId, name: name ?? '' };
}
