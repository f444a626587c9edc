import type { CoveredPerson } from '../cover/cover.dto.js';
import { goalInFocus } from './goal.rules.js';
import { isAway } from './put-away.rules.js';
import type { PutAwayView } from './put-away.dto.js';
import { byNeed, reasonsOf } from './today.rules.js';
import type { AgendaItem, ComingUp, DoneToday, Today, TodayCard } from './today.dto.js';
import type { TodayPersonWithFacts } from './today-facts.queries.js';
import type { Reason } from './reasons.js';

/** So many days to come are named where nothing is left for today. */
const COMING_UP = 5;

/**
 * The whole page, from the facts of the caseload.
 *
 * @param covered for whom the coach stands today, by account
 */
export function todayView(
  people: TodayPersonWithFacts[],
  putAways: Map<string, PutAwayView>,
  done: DoneToday[],
  today: string,
  covered: ReadonlyMap<string, CoveredPerson> = new Map(),
): Today {
  const asking = people
    .map((facts) => ({ facts, reasons: reasonsOf(facts, today) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(byNeed);
  const shown: TodayCard[] = [];
  const putAway: Today['putAway'] = [];
  for (const { facts, reasons } of asking) {
    const word = putAways.get(facts.participantId);
    if (word && isAway(word, reasons, today)) putAway.push({ ...word, preferredName: facts.preferredName });
    else shown.push(cardOf(facts, reasons, today, covered.get(facts.coachId)));
  }
  return {
    today,
    cards: shown,
    agenda: agendaOf(people, today),
    comingUp: comingUp(people, today),
    putAway,
    doneToday: done,
    caseloadCount: people.filter(({ coachId }) => !covered.has(coachId)).length,
  };
}

function cardOf(
  facts: TodayPersonWithFacts,
  reasons: Reason[],
  today: string,
  coverFor?: CoveredPerson,
): TodayCard {
  const { latestContact, planned } = facts;
  const focus = goalInFocus(facts.goals);
  const isTried = latestContact?.occurredOn === today && latestContact.outcome !== 'reached';
  return {
    participantId: facts.participantId,
    preferredName: facts.preferredName,
    pronouns: facts.pronouns,
    isPrimary: facts.isPrimary,
    standing: facts.standing,
    reasons,
    numbers: facts.numbers,
    lastNote: facts.lastNote,
    triedToday: isTried ? latestContact.outcome : null,
    openPromises: facts.promises,
    goalInFocus: focus && { goalId: focus.goalId, sentence: focus.sentence, nextStep: focus.nextStep },
    nextContact: planned && planned.plannedOn >= today ? planned : null,
    ...(coverFor && { coverFor }),
  };
}

/** What is planned for today, by time; what has no time stands last. */
function agendaOf(people: TodayPersonWithFacts[], today: string): AgendaItem[] {
  return people
    .flatMap(({ participantId, preferredName, planned }) =>
      planned?.plannedOn === today ? [{ participantId, preferredName, planned }] : [],
    )
    .sort(
      (one, other) =>
        compare(one.planned.plannedTime ?? '24:00', other.planned.plannedTime ?? '24:00') ||
        compare(one.preferredName, other.preferredName),
    );
}

/** The nearest days on which somebody is planned or due; whoever has both, by the earlier one. */
function comingUp(people: TodayPersonWithFacts[], today: string): ComingUp[] {
  return people
    .flatMap(({ participantId, preferredName, planned, standing }): ComingUp[] => {
      const who = { participantId, preferredName };
      const next = planned && planned.plannedOn > today ? planned : null;
      if (next && (next.plannedOn <= standing.dueOn || standing.dueOn <= today))
        return [{ ...who, kind: 'planned', on: next.plannedOn, time: next.plannedTime }];
      return standing.dueOn > today ? [{ ...who, kind: 'due', on: standing.dueOn, time: null }] : [];
    })
    .sort(
      (one, other) =>
        compare(one.on, other.on) ||
        compare(one.time ?? '24:00', other.time ?? '24:00') ||
        compare(one.preferredName, other.preferredName),
    )
    .slice(0, COMING_UP);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
