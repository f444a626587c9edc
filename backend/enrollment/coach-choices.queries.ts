import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { coachesToAssign } from '../coaches/coach-to-assign.js';
import { loadsOf } from '../coaches/load.queries.js';
import type { CoachChoice } from './assignment.dto.js';

/** Every coach who can sign in, by name, with what they carry. */
export async function coachChoices(tx: EntityManager, actor: Actor): Promise<CoachChoice[]> {
  const coaches = await coachesToAssign(tx, actor);
  const loads = await loadsOf(
    tx,
    actor,
    coaches.map(({ accountId }) => accountId),
  );
  return coaches.map(({ accountId, name, supervisor, mayLogThroughOn }) => ({
    accountId,
    name,
    load: loads.get(accountId)!,
    supervisorName: supervisor?.name ?? null,
    mayLog: mayLogThroughOn !== null,
  }));
}
