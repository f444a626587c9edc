import type { TestServer } from '../support/server.js';
import { anOrganization, type Organization, type OrganizationTraits } from './organization.js';
import { aParticipantOf, type Participant, type ParticipantTraits } from './participant.js';
import { aCoach, aSupervisor, type CoachTraits, type Person } from './staff.js';

export interface Team {
  organization: Organization;
  /** The supervisor. */
  sam: Person;
  /** A coach of Sam's, certified. */
  rosa: Person;
  /** Rosa's participant. */
  theo: Participant;
}

/** The people most tests begin with, in an organization of their own. */
export async function aTeam(
  server: TestServer,
  traits: { organization?: OrganizationTraits; rosa?: CoachTraits; theo?: ParticipantTraits } = {},
): Promise<Team> {
  const organization = await anOrganization(server, traits.organization);
  const sam = await aSupervisor(organization);
  const rosa = await aCoach(organization, { supervisor: sam, ...traits.rosa });
  return { organization, sam, rosa, theo: await aParticipantOf(rosa, traits.theo) };
}
