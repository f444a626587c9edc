import { randomUUID } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Role } from '../../backend/access/roles.js';
import type { SignedIn } from '../support/server.js';
import { today, type Organization } from './organization.js';

/** Someone with an open account; `server.as(rosa)` signs them in. */
export interface Person extends SignedIn {
  organization: Organization;
  name: string;
  signInName: string;
}

export interface CoachTraits {
  name?: string;
  supervisor?: Person;
  /** First and last day in force; null for none. Without it: two years back to one year on. */
  certification?: { firstOn: string; lastOn: string } | null;
  /** Logs under this supervisor through this day, without a certification. */
  training?: { supervisor: Person; throughOn: string };
  /** Without it the organization's holds. */
  capacity?: number;
}

export async function aCoach(organization: Organization, traits: CoachTraits = {}): Promise<Person> {
  const coach = await anAccount(organization, 'coach', traits.name ?? 'Rosa');
  const { server, organizationId } = organization;
  await server.database.query(
    `INSERT INTO coaches (organization_id, id, supervisor_id, capacity, training_supervisor_id, training_through_on)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      organizationId,
      coach.accountId,
      traits.supervisor?.accountId,
      traits.capacity ?? null,
      traits.training?.supervisor.accountId,
      traits.training?.throughOn,
    ],
  );
  const { certification = { firstOn: today(organization, -730), lastOn: today(organization, 365) } } = traits;
  if (certification) await aCertification(coach, certification);
  return coach;
}

/** @returns its id */
export async function aCertification(
  { organization: { server, organizationId }, accountId }: Person,
  { firstOn, lastOn }: { firstOn: string; lastOn: string },
): Promise<string> {
  const certificationId = newId();
  await server.database.query(
    `INSERT INTO certifications (organization_id, id, coach_id, kind, issuer, number, first_on, last_on)
     VALUES ($1, $2, $3, 'CPRS', 'State Board', $4, $5, $6)`,
    [organizationId, certificationId, accountId, randomUUID().slice(0, 8), firstOn, lastOn],
  );
  return certificationId;
}

export function aSupervisor(organization: Organization, { name = 'Sam' } = {}): Promise<Person> {
  return anAccount(organization, 'supervisor', name);
}

export function anAdministrator(organization: Organization, { name = 'Ada' } = {}): Promise<Person> {
  return anAccount(organization, 'administrator', name);
}

/** An open account; its password is no one's, see `server.as`. */
export async function anAccount(organization: Organization, role: Role, name: string): Promise<Person> {
  const { server, organizationId } = organization;
  const accountId = newId();
  const signInName = `${name.toLowerCase().replace(/\W/g, '')}-${randomUUID().slice(0, 8)}`;
  await server.database.query(
    `INSERT INTO accounts (organization_id, id, role, sign_in_name, name, activated_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [organizationId, accountId, role, signInName, name, server.clock.now()],
  );
  return { organization, organizationId, accountId, name, signInName };
}
