import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { readPhone } from '../participants/phone.rules.js';
import type { PersonToCall, PlanPerson, SupporterChoice } from './recovery-plan.view.js';

interface PersonRow {
  supporter_id: string | null;
  name: string;
  relation: string;
  phone: string;
}

const NEWEST = `(SELECT max(v.version) FROM recovery_plan_versions v
  WHERE v.organization_id = $1 AND v.participant_id = $2 AND v.part = 'people')`;

/** The people of the plan now: a supporter by what is known of them today, and none who is a supporter no longer. */
export async function peopleNow(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<PlanPerson[]> {
  const rows = await tx.query<PersonRow[]>(
    `SELECT p.supporter_id, coalesce(s.name, p.name) AS name, coalesce(s.relation, p.relation) AS relation,
            coalesce(s.phone, p.phone) AS phone
       FROM recovery_plan_people p
       LEFT JOIN supporters s ON s.organization_id = p.organization_id AND s.id = p.supporter_id
      WHERE p.organization_id = $1 AND p.participant_id = $2 AND p.version = ${NEWEST} AND s.no_longer_at IS NULL
      ORDER BY p.position`,
    [actor.organizationId, participantId],
  );
  return rows.map((row) => personOf(row, actor));
}

/** The people as one version named them. */
export async function peopleThen(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  version: number,
): Promise<PlanPerson[]> {
  const rows = await tx.query<PersonRow[]>(
    `SELECT supporter_id, name, relation, phone FROM recovery_plan_people
      WHERE organization_id = $1 AND participant_id = $2 AND version = $3 ORDER BY position`,
    [actor.organizationId, participantId, version],
  );
  return rows.map((row) => personOf(row, actor));
}

/** Their supporters, as far as a participant may read them: who, and the number. */
export function supporterChoices(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<SupporterChoice[]> {
  return tx.query<SupporterChoice[]>(
    `SELECT id AS "supporterId", name, relation, phone FROM supporters
      WHERE organization_id = $1 AND participant_id = $2 AND no_longer_at IS NULL ORDER BY lower(name), id`,
    [actor.organizationId, participantId],
  );
}

/** The people of the plan whom the participant can call, first to last. Nobody without a number that can be dialled. */
export async function supportersToCall(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<PersonToCall[]> {
  const people = await peopleNow(tx, actor, participantId);
  return people.flatMap(({ name, relation, phone }) => {
    const dial = dialled(phone);
    return dial ? [{ name, relation, dial }] : [];
  });
}

/** To call them is the participant's; staff talk only with supporters, and only by permission. */
function personOf({ supporter_id, name, relation, phone }: PersonRow, actor: Actor): PlanPerson {
  const dial = actor.role === 'participant' ? dialled(phone) : null;
  return { supporterId: supporter_id, name, relation, phone, dial };
}

/** What a phone dials for a number as typed, null where it cannot be. */
function dialled(typed: string): string | null {
  const read = readPhone(typed);
  return 'dial' in read ? read.dial : null;
}
