import { v7 as newId } from 'uuid';
import type { Answer } from '../support/client.js';
import type { TestServer } from '../support/server.js';
import { today } from './organization.js';
import type { Participant } from './participant.js';
import { aCoach, anAdministrator, type Person } from './staff.js';
import { aTeam, type Team } from './team.js';
import type { Words } from './words.js';

/** What the page sends: completed today, and nothing more, unless a test says so. */
export const closingWith = (
  { organization }: Participant,
  more: Words = {},
): Words & { closingId: string } => ({
  closingId: newId(),
  closedOn: today(organization),
  reason: 'completed',
  ...more,
});

/** This person of the staff closes the participant's stay. */
export async function closesStay(by: Person, participant: Participant, more: Words = {}): Promise<Answer> {
  const client = await by.organization.server.as(by);
  return client.post(`/api/enrollments/${participant.enrollmentId}/closing`, closingWith(participant, more));
}

/** A new stay of somebody who was here before, in their organization's one program. */
export const anotherStay = (
  { organization }: Participant,
  more: Words = {},
): Words & { enrollmentId: string } => ({
  enrollmentId: newId(),
  programId: organization.programId,
  ...more,
});

/** Rosa's team on March 10th, with Theo enrolled since February, Dev who coaches too, and Ada. */
export async function aTeamWithTheo(server: TestServer): Promise<Team & { dev: Person; ada: Person }> {
  server.clock.set('2026-03-10T16:00:00Z');
  const team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  return { ...team, dev, ada: await anAdministrator(team.organization) };
}

/** How many rows of a table are about this participant, and as said. */
export async function countAbout(participant: Participant, table: string, which: string): Promise<number> {
  const { rows } = await participant.organization.server.database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM ${table} WHERE participant_id = $1 AND ${which}`,
    [participant.participantId],
  );
  return rows[0]!.count;
}
