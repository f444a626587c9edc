import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { isId } from '../http/fields.js';
import { invalid, notFound, stale } from '../http/problem.js';
import type { CoachLimits, SetCoachLimits } from './coach-limits.dto.js';
import { loadSettings, loadsOf } from './load.queries.js';

/** What one coach is meant to carry, where it is not what holds for everybody: their supervisor's and administrators' to say. */
@Injectable()
export class CoachLimitsService {
  constructor(private readonly door: Door) {}

  look(caller: Caller, coachId: string): Promise<CoachLimits> {
    return this.door.asActor(caller, (tx, actor) => limitsInReach(tx, actor, coachId));
  }

  /** @throws Problem 412 when somebody set them meanwhile; 422 for a supervisor who lifts the organization's ceiling. */
  set(caller: Caller, coachId: string, version: number, asked: SetCoachLimits): Promise<CoachLimits> {
    return this.door.asActor(caller, async (tx, actor) => {
      const before = await limitsInReach(tx, actor, coachId);
      refuseLifting(before, asked, actor);
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE coaches SET capacity = $4, head_count_ceiling = $5, load_version = load_version + 1
          WHERE organization_id = $1 AND id = $2 AND load_version = $3`,
        [actor.organizationId, coachId, version, asked.capacity ?? null, asked.headCountCeiling ?? null],
      );
      if (count !== 1) throw stale(await limitsInReach(tx, actor, coachId), asked);
      actor.record({ action: 'coach-limits.set', subjectId: coachId });
      return limitsInReach(tx, actor, coachId);
    });
  }
}

/** The ceiling for everybody is a payer's or a state's: a supervisor keeps below it. */
function refuseLifting(
  { headCountCeiling: own, forAll }: CoachLimits,
  { headCountCeiling: asked }: SetCoachLimits,
  { role }: Actor,
): void {
  const ceiling = forAll.headCountCeiling;
  if (role === 'administrator' || ceiling === null || !asked || asked <= ceiling || asked === own) return;
  throw invalid(
    'headCountCeiling',
    'above-the-organizations',
    `A coach may have ${ceiling} people at most here. Ask an administrator to lift that for one coach.`,
  );
}

interface LimitsRow {
  id: string;
  name: string;
  capacity: number | null;
  head_count_ceiling: number | null;
  load_version: number;
}

/** @throws Problem 404, the same for missing, no longer coaching, out of reach and malformed. */
async function limitsInReach(tx: EntityManager, actor: Actor, coachId: string): Promise<CoachLimits> {
  if (!isId(coachId)) throw notFound('coach');
  const [row] = await tx.query<LimitsRow[]>(
    `SELECT c.id, a.name, c.capacity, c.head_count_ceiling, c.load_version FROM coaches c
       JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
      WHERE c.organization_id = $1 AND c.id = $2 AND c.is_coaching AND ($3 OR c.supervisor_id = ANY ($4::uuid[]))`,
    [actor.organizationId, coachId, actor.role === 'administrator', actor.actingFor],
  );
  if (!row) throw notFound('coach');
  const [{ capacity, headCountCeiling }, loads] = await Promise.all([
    loadSettings(tx, actor),
    loadsOf(tx, actor, [coachId]),
  ]);
  return {
    coachId: row.id,
    name: row.name,
    capacity: row.capacity,
    headCountCeiling: row.head_count_ceiling,
    forAll: { capacity, headCountCeiling },
    load: loads.get(coachId)!,
    version: row.load_version,
  };
}
