import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { LINE_PARTS, type LinePart, PLAN_PARTS } from './plan-parts.js';
import { changeOf, latestOf, newestParts, type PartRow } from './plan-parts.queries.js';
import { peopleNow, peopleThen, supporterChoices } from './plan-people.queries.js';
import type {
  PlanInBrief,
  PlanPart,
  PlanPeople,
  PlanPerson,
  RecoveryPlan,
  RecoveryPlanThen,
} from './recovery-plan.view.js';
import { type Planner, plannerInReach } from './whose-plan.js';

/** The plan as it is now. */
export async function planNow(tx: EntityManager, actor: Actor, planner: Planner): Promise<RecoveryPlan> {
  const { participantId } = planner;
  const [parts, people, supporters] = await Promise.all([
    newestParts(tx, actor, participantId),
    peopleNow(tx, actor, participantId),
    supporterChoices(tx, actor, participantId),
  ]);
  return { ...put(parts, people, actor, planner), supporters };
}

/** The plan as it stood after one change. @throws Problem 404 when there was no such change. */
export async function planThen(
  tx: EntityManager,
  actor: Actor,
  planner: Planner,
  version: number,
): Promise<RecoveryPlanThen> {
  const parts = await newestParts(tx, actor, planner.participantId, version);
  found(latestOf(parts)?.version === version ? true : null, 'plan-version');
  const named = parts.find(({ part }) => part === 'people')?.version ?? 0;
  return put(parts, await peopleThen(tx, actor, planner.participantId, named), actor, planner);
}

/** What stands of the plan on the participant's page. */
export async function planInBrief(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<PlanInBrief> {
  const [parts, people, planner] = await Promise.all([
    newestParts(tx, actor, participantId),
    peopleNow(tx, actor, participantId),
    plannerInReach(tx, actor, participantId),
  ]);
  const latest = latestOf(parts);
  return {
    filledParts: PLAN_PARTS.filter((name) =>
      name === 'people' ? people.length > 0 : parts.some(({ part, lines }) => part === name && lines.length),
    ),
    people: people.map(({ name, relation }) => [name, relation].filter(Boolean).join(', ')),
    change: latest ? changeOf(latest, actor, planner) : null,
  };
}

export function partOf(part: LinePart, row: PartRow | undefined, actor: Actor, planner: Planner): PlanPart {
  return {
    part,
    lines: row?.lines ?? [],
    version: row?.version ?? 0,
    change: row ? changeOf(row, actor, planner) : null,
  };
}

export function peopleOf(
  people: PlanPerson[],
  row: PartRow | undefined,
  actor: Actor,
  planner: Planner,
): PlanPeople {
  return { people, version: row?.version ?? 0, change: row ? changeOf(row, actor, planner) : null };
}

function put(rows: PartRow[], people: PlanPerson[], actor: Actor, planner: Planner): RecoveryPlanThen {
  const latest = latestOf(rows);
  const rowOf = (name: string): PartRow | undefined => rows.find(({ part }) => part === name);
  return {
    preferredName: planner.preferredName,
    version: latest?.version ?? 0,
    change: latest ? changeOf(latest, actor, planner) : null,
    parts: LINE_PARTS.map((part) => partOf(part, rowOf(part), actor, planner)),
    people: peopleOf(people, rowOf('people'), actor, planner),
  };
}
