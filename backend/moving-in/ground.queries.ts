import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { CertificationSpan } from '../coaches/certification.rules.js';
import { loadsOf } from '../coaches/load.queries.js';
import { CoachesHere, type Ground } from './ground.js';
import { dialKey, PeopleHere, type Stay, wayKey } from './people-here.js';

interface PersonRow {
  id: string;
  account_id: string | null;
  preferred_name: string;
  legal_name: string;
  born_on: string | null;
  numbers: string[] | null;
  ways: { kind: string; value: string }[] | null;
  primary_coach_id: string | null;
  stays: Stay[] | null;
}

interface CoachRow {
  id: string;
  name: string;
  sign_in_name: string;
  is_gone: boolean;
  training_supervisor_id: string | null;
  training_through_on: string | null;
  certifications: CertificationSpan[] | null;
}

/** Who and what is here at this moment, as far as rows are held against it: one trip for each kind of thing. */
export async function groundOf(tx: EntityManager, actor: Actor): Promise<Ground> {
  const [people, coaches, programs, [organization]] = await Promise.all([
    tx.query<PersonRow[]>('SELECT * FROM people_to_match()'),
    tx.query<CoachRow[]>(
      `SELECT c.id, a.name, a.sign_in_name, a.disabled_at IS NOT NULL OR NOT c.is_coaching AS is_gone,
              c.training_supervisor_id, c.training_through_on,
              (SELECT jsonb_agg(jsonb_build_object('id', t.id, 'firstOn', t.first_on, 'lastOn', t.last_on))
                 FROM certifications t WHERE t.organization_id = c.organization_id AND t.coach_id = c.id) AS certifications
         FROM coaches c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
        WHERE c.organization_id = $1 ORDER BY c.id`,
      [actor.organizationId],
    ),
    tx.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM programs WHERE organization_id = $1 ORDER BY name, id',
      [actor.organizationId],
    ),
    tx.query<{ uncertified_logging: Ground['uncertifiedLogging'] }[]>(
      'SELECT uncertified_logging FROM organizations WHERE id = $1',
      [actor.organizationId],
    ),
  ]);
  const { timeZone, now, today, accountId } = actor;
  return {
    ...{ timeZone, now, today, accountId, programs },
    uncertifiedLogging: organization?.uncertified_logging ?? 'refuse',
    people: peopleOf(people),
    coaches: new CoachesHere(
      coaches.map((row) => ({
        ...{ id: row.id, name: row.name, signInName: row.sign_in_name, isGone: row.is_gone },
        trainingSupervisorId: row.training_supervisor_id,
        trainingThroughOn: row.training_through_on,
        certifications: row.certifications ?? [],
      })),
    ),
    loads: await loadsOf(
      tx,
      actor,
      coaches.map(({ id }) => id),
    ),
  };
}

function peopleOf(rows: PersonRow[]): PeopleHere {
  const people = new PeopleHere();
  for (const row of rows) {
    const ways = row.ways ?? [];
    people.add({
      ...{ id: row.id, accountId: row.account_id, name: row.preferred_name, legalName: row.legal_name },
      ...{ bornOn: row.born_on, numbers: row.numbers ?? [], stays: row.stays ?? [], row: null },
      coachId: row.primary_coach_id,
      phones: ways.filter(({ kind }) => kind === 'phone').map(({ value }) => dialKey(value)),
      ways: new Set(ways.map(({ kind, value }) => wayKey(kind, value))),
    });
  }
  return people;
}
