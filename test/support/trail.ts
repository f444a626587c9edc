import type { Person } from '../given/staff.js';

export interface TrailRow {
  action: string;
  role: string;
  outcome: 'done' | 'refused';
  problem: string | null;
  participant_id: string | null;
  participant_ids: string[] | null;
  subject_id: string | null;
}

/** What somebody left in the trail, the first first. */
export async function trailOf({ organization, accountId }: Person): Promise<TrailRow[]> {
  const { rows } = await organization.server.database.query<TrailRow>(
    `SELECT action, role, outcome, problem, participant_id, participant_ids, subject_id
       FROM trail WHERE organization_id = $1 AND account_id = $2 ORDER BY id`,
    [organization.organizationId, accountId],
  );
  return rows;
}

/** The last thing somebody left in the trail. */
export async function lastInTrailOf(person: Person): Promise<TrailRow | undefined> {
  return (await trailOf(person)).at(-1);
}
