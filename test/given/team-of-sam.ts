import { v7 as newId } from 'uuid';
import type { Client } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { checkInWith } from './check-in.js';
import { anOrganization, type Organization } from './organization.js';
import { aParticipantOf, type Participant } from './participant.js';
import { aCoach, aSupervisor, type Person } from './staff.js';
import { onVersion } from './words.js';

/** A supervisor with two coaches, one of whom walks with somebody. */
export interface TeamOfSam {
  harbor: Organization;
  sam: Person;
  sams: Client;
  rosa: Person;
  dev: Person;
  theo: Participant;
}

/** Sets the clock to the morning of 10 March 2026. */
export async function theTeamOfSam(server: TestServer): Promise<TeamOfSam> {
  server.clock.set('2026-03-10T16:00:00Z');
  const harbor = await anOrganization(server);
  const sam = await aSupervisor(harbor);
  const rosa = await aCoach(harbor, { supervisor: sam });
  const dev = await aCoach(harbor, { name: 'Dev', supervisor: sam });
  const theo = await aParticipantOf(rosa);
  return { harbor, sam, sams: await server.as(sam), rosa, dev, theo };
}

/** They say themself how they are. */
export async function checkIn(whom: Participant): Promise<void> {
  const { status } = await (await whom.organization.server.as(whom)).post('/api/check-ins', checkInWith());
  if (status !== 201) throw new Error(`Checking in answered ${status}.`);
}

/** The coach promises them a call by that day. */
export async function promised(coach: Person, whom: Participant, dueOn: string): Promise<string> {
  const promiseId = newId();
  const sent = { promiseId, participantId: whom.participantId, words: 'Call them', dueOn };
  const { status } = await (await whom.organization.server.as(coach)).post('/api/promises', sent);
  if (status !== 201) throw new Error(`Promising answered ${status}.`);
  return promiseId;
}

/** They tick a step of theirs, or take the tick back. */
export async function tick(
  whom: Participant,
  stepId: string,
  version: number,
  isDone: boolean,
): Promise<void> {
  const path = `/api/steps/${stepId}/tick`;
  const { status } = await (
    await whom.organization.server.as(whom)
  ).post(path, { isDone }, onVersion(version));
  if (status !== 200) throw new Error(`Ticking answered ${status}.`);
}

/** The row of somebody in the overview of a supervisor, of those with no coach (null), or of the team. */
export async function rowOf(
  supervisor: Person,
  whom: Person | null | 'team',
  period = '',
): Promise<Record<string, unknown>> {
  const { body } = await (await supervisor.organization.server.as(supervisor)).get(`/api/team${period}`);
  if (whom === 'team') return body.totals;
  return body.rows.find(
    (row: { coach: { accountId: string } | null }) => row.coach?.accountId === whom?.accountId,
  );
}
