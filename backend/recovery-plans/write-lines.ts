import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { notFound, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { LINE_PARTS } from './plan-parts.js';
import { newestPart } from './plan-parts.queries.js';
import { partOf } from './read-plan.js';
import type { PlanLines } from './recovery-plan.dto.js';
import { isSame } from './recovery-plan.rules.js';
import type { PlanPart } from './recovery-plan.view.js';
import type { Planner } from './whose-plan.js';
import { addVersion, holdPart, isMadeAlready, refuseTogetherAlone } from './write-plan.js';

/**
 * Writes one part of the plan anew, whole. What it said before stays readable as a version; what is already so stays so.
 * @throws Problem 404 for no such part; 409 the id is another change's; 412 with both when stale; 422.
 */
export async function writeLines(
  tx: EntityManager,
  actor: Actor,
  planner: Planner,
  name: string,
  version: number,
  asked: PlanLines,
): Promise<PlanPart> {
  const part = LINE_PARTS.find((each) => each === name);
  if (!part) throw notFound('plan-part');
  refuseTogetherAlone(actor, asked);
  const { participantId } = planner;
  const lines = asked.lines.map(({ words }) => words);
  const hash = requestHash({ ...asked, part });
  const { held, planVersion } = await holdPart(tx, actor, participantId, part);
  const isMade = await isMadeAlready(tx, actor, participantId, asked.changeId, hash);
  if (isMade || isSame(held?.lines ?? [], lines)) return partOf(part, held, actor, planner);
  if ((held?.version ?? 0) !== version) throw stale(partOf(part, held, actor, planner), { part, lines });
  await addVersion(tx, actor, participantId, planVersion, part, lines, { ...asked, hash });
  return partOf(part, await newestPart(tx, actor, participantId, part), actor, planner);
}
