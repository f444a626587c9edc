import { randomUUID } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { dayIn } from '../../backend/clock/clock.js';
import type { TestServer } from '../support/server.js';

/** An organization of a test's own: nothing that another test does can be seen from here. */
export interface Organization {
  server: TestServer;
  organizationId: string;
  shortName: string;
  timeZone: string;
  /** Its one program, unless a test makes more. */
  programId: string;
}

export interface OrganizationTraits {
  name?: string;
  /** IANA name. */
  timeZone?: string;
  /** What becomes of a log with no certification in force. */
  uncertifiedLogging?: 'refuse' | 'hold';
}

export async function anOrganization(
  server: TestServer,
  traits: OrganizationTraits = {},
): Promise<Organization> {
  const organizationId = newId();
  const shortName = `org-${randomUUID().slice(0, 18)}`;
  const timeZone = traits.timeZone ?? 'America/New_York';
  await server.database.query(
    `INSERT INTO organizations (id, short_name, name, time_zone, phone, crisis_protocol, uncertified_logging, created_at)
     VALUES ($1, $2, $3, $4, '555-0100', 'Stay with them. Call 988 together.', $5, $6)`,
    [
      organizationId,
      shortName,
      traits.name ?? 'Harbor Recovery Community',
      timeZone,
      traits.uncertifiedLogging ?? 'refuse',
      server.clock.now(),
    ],
  );
  const organization = { server, organizationId, shortName, timeZone, programId: '' };
  return { ...organization, programId: await aProgram(organization, 'Recovery Coaching') };
}

/** @returns its id */
export async function aProgram({ server, organizationId }: Organization, name: string): Promise<string> {
  const programId = newId();
  await server.database.query(
    'INSERT INTO programs (organization_id, id, name, created_at) VALUES ($1, $2, $3, $4)',
    [organizationId, programId, name, server.clock.now()],
  );
  return programId;
}

/** The organization's calendar day, so many days from its today: `today(harbor, -3)`. */
export function today({ server, timeZone }: Organization, plusDays = 0): string {
  return Temporal.PlainDate.from(dayIn(timeZone, server.clock.now())).add({ days: plusDays }).toString();
}
