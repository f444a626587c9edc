import type { Role } from '../../backend/access/roles.js';
import type { Client } from '../support/client.js';
import { aParticipantOf, aParticipantWithoutCoach, standAnew, type Participant } from './participant.js';
import type { Person } from './staff.js';

/** The account holds this role too; a coach also gets what only a coach has. */
export async function alsoHolds(
  person: Person,
  role: Role,
  { supervisor }: { supervisor?: Person } = {},
): Promise<void> {
  const { server, organizationId } = person.organization;
  await server.database.query(
    'INSERT INTO account_roles (organization_id, account_id, role, given_at) VALUES ($1, $2, $3, $4)',
    [organizationId, person.accountId, role, server.clock.now()],
  );
  if (role === 'coach')
    await server.database.query(
      'INSERT INTO coaches (organization_id, id, supervisor_id) VALUES ($1, $2, $3)',
      [organizationId, person.accountId, supervisor?.accountId],
    );
}

export async function noLongerHolds(person: Person, role: Role): Promise<void> {
  const { server, organizationId } = person.organization;
  await server.database.query(
    'DELETE FROM account_roles WHERE organization_id = $1 AND account_id = $2 AND role = $3',
    [organizationId, person.accountId, role],
  );
}

/** This member of staff is in the program themself, with this coach or nobody yet. */
export async function inTheProgram(person: Person, coach: Person | null): Promise<Participant> {
  const { server } = person.organization;
  const traits = { preferredName: person.name };
  const record = await (coach
    ? aParticipantOf(coach, traits)
    : aParticipantWithoutCoach(person.organization, traits));
  await server.database.query('UPDATE participants SET account_id = $2 WHERE id = $1', [
    record.participantId,
    person.accountId,
  ]);
  await standAnew(record);
  return { ...record, accountId: person.accountId, name: person.name, signInName: person.signInName };
}

/** Signed in, and acting in this role of theirs. */
export async function actingAs(person: Person, role: Role): Promise<Client> {
  const client = await person.organization.server.as(person);
  const { status } = await client.post('/api/me/role', { role });
  if (status !== 200) throw new Error(`${person.name} can't act as ${role}: ${status}.`);
  return client;
}
