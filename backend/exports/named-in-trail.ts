import type { Actor } from '../access/door.js';

/** How many people one line of the trail names. */
const NAMED_AT_ONCE = 2_000;

/** Says whom a file tells of, in as many lines as it takes; one of numbers alone tells of nobody. */
export function nameInTrail(actor: Actor, action: string, exportId: string, people: string[]): void {
  if (people.length === 0) actor.record({ action, subjectId: exportId });
  for (let from = 0; from < people.length; from += NAMED_AT_ONCE)
    actor.record({ action, subjectId: exportId, participantIds: people.slice(from, from + NAMED_AT_ONCE) });
}
