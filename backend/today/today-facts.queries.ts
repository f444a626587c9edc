import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { numbersOf, openWindows, promisedAndDecided } from './beside.queries.js';
import { goalsOnTheWay } from './goals-on-the-way.queries.js';
import { checkInsSinceReached, latelyOf } from './happened.queries.js';
import type { LastNote, NumberNow } from './today.dto.js';
import type { TodayFacts } from './today-facts.js';
import { todayPeople } from './today.queries.js';

/** The facts of one participant, and what a card shows beside its reasons. */
export interface TodayPersonWithFacts extends TodayFacts {
  coachId: string;
  pronouns: string;
  isPrimary: boolean;
  numbers: NumberNow[];
  lastNote: LastNote | null;
}

/**
 * Everything Today rests on, of the acting coach's caseload or of one participant on it: a fixed number of statements
 * that leave together, whatever the caseload. Each stops at the first rows of an index, whatever the history.
 */
export async function todayFacts(
  tx: EntityManager,
  actor: Actor,
  participantId: string | null = null,
): Promise<TodayPersonWithFacts[]> {
  const [people, lately, checkIns, goals, windows, numbers, promises] = await Promise.all([
    todayPeople(tx, actor, participantId),
    latelyOf(tx, actor, participantId),
    checkInsSinceReached(tx, actor, participantId),
    goalsOnTheWay(tx, actor, participantId),
    openWindows(tx, actor, participantId),
    numbersOf(tx, actor, participantId),
    promisedAndDecided(tx, actor, participantId),
  ]);
  return people.map((person) => {
    const last = lately.get(person.participantId);
    return {
      ...person,
      latestContact: last?.latestContact ?? null,
      lastReachedAt: last?.lastReachedAt ?? null,
      lastReachedWrittenAt: last?.lastReachedWrittenAt ?? null,
      lastNote: last?.lastNote ?? null,
      checkIns: checkIns.get(person.participantId) ?? [],
      goals: goals.get(person.participantId) ?? [],
      windows: windows.get(person.participantId) ?? [],
      ...(promises.get(person.participantId) ?? { promises: [], decisions: [] }),
      numbers: numbers.get(person.participantId) ?? [],
    };
  });
}
