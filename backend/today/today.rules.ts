import { isTimeFor } from '../assessments/barc-rhythm.rules.js';
import { dueDays } from '../standing/cadences.rules.js';
import { dayNumber, dayOf } from '../standing/day-number.js';
import { checkInReasons } from './check-in.rules.js';
import { celebrations, goalCall } from './goal.rules.js';
import { REASON_KINDS, type Reason, type ReasonKind, saidAt, type WindowFact } from './reasons.js';
import { isAtRest } from './resting.rules.js';
import type { TodayFacts } from './today-facts.js';

/**
 * Why someone is on Today: every reason that holds now, the strongest first; none means no card. Arithmetic on facts,
 * nothing is foretold about anybody.
 */
export function reasonsOf(facts: TodayFacts, today: string): Reason[] {
  const { standing, urgentNote, planned } = facts;
  const reasons: Reason[] = checkInReasons(facts);
  if (urgentNote) reasons.push({ kind: 'urgent risk note', riskNote: urgentNote });
  for (const promise of facts.promises)
    if (promise.dueOn <= today) reasons.push({ kind: 'promise due', promise });
  for (const decision of facts.decisions)
    if (decision.dueOn <= today) reasons.push({ kind: 'decided in supervision', decision });
  if (planned && planned.plannedOn < today) reasons.push({ kind: 'planned contact missed', planned });
  if (planned?.plannedOn === today) reasons.push({ kind: 'planned today', planned });

  const window = windowDue(facts, today);
  if (window) reasons.push({ kind: 'window contact due', window });
  // overdue and out of touch are one reason here: of both the card says how long, and what was tried
  else if (standing.is !== 'paused' && standing.dueOn < today) reasons.push({ kind: 'overdue' });
  else if (standing.is !== 'paused' && standing.dueOn === today) reasons.push({ kind: 'due today' });

  const [celebration] = celebrations(facts, today);
  if (celebration) reasons.push({ kind: 'celebrate', celebration });
  const goal = goalCall(facts.goals, today);
  if (goal) reasons.push({ kind: 'goal', goal });
  if (isTimeFor(facts.barc.dueOn, today)) reasons.push({ kind: 'assessment due', assessment: facts.barc });
  return reasons.filter((reason) => !isAtRest(reason, facts, today)).sort(strongestFirst);
}

/**
 * The contact an open window asks for, when its day has come. The standing tells of the earliest due day only, whatever
 * asks for it; here the window's own is wanted, since it comes before "overdue".
 */
function windowDue({ windows, standing }: TodayFacts, today: string): WindowFact | null {
  if (standing.is === 'paused') return null;
  const { enrolledOn, lastReachedOn, agreedDays } = standing;
  const due = windows.flatMap((window) =>
    dueDays({
      ...{ enrolledOn, lastReachedOn, agreedCadence: { days: agreedDays, beganOn: enrolledOn } },
      ...{ earlierCadences: [], attemptDays: [], riskNotes: [], pauses: [], lastCheckInOn: null },
      windows: [{ beganOn: window.beganOn, closedOn: null }],
    })
      .filter(({ kind, dueOn }) => kind === 'window' && dueOn <= dayNumber(today))
      .map(({ days, dueOn }) => ({ ...window, days, dueOn: dayOf(dueOn) })),
  );
  return due.sort((one, other) => compare(one.dueOn, other.dueOn))[0] ?? null;
}

/** One participant with why they are on Today. */
export interface CardInOrder {
  facts: TodayFacts;
  reasons: Reason[];
}

/** The order of the cards: the strongest reason, within one reason who has waited longest, then the name. */
export function byNeed(one: CardInOrder, other: CardInOrder): number {
  const [a, b] = [one.reasons[0]!, other.reasons[0]!];
  return (
    rank(a.kind) - rank(b.kind) ||
    compare(waitingSince(a, one.facts), waitingSince(b, other.facts)) ||
    compare(one.facts.preferredName, other.facts.preferredName) ||
    compare(one.facts.participantId, other.facts.participantId)
  );
}

/** What sorts within one kind, the smallest first. */
function waitingSince(reason: Reason, { standing }: TodayFacts): string {
  switch (reason.kind) {
    case 'urgent risk note':
      return `${reason.riskNote.answer ? 1 : 0} ${reason.riskNote.raisedAt.toISOString()}`;
    case 'asked to be called':
    case 'check-in to answer':
      return saidAt(reason)!.toISOString();
    case 'window contact due':
      return reason.window.dueOn;
    case 'promise due':
      return reason.promise.dueOn;
    case 'decided in supervision':
      return reason.decision.dueOn;
    case 'planned contact missed':
    case 'planned today':
      return `${reason.planned.plannedOn} ${reason.planned.plannedTime ?? '24:00'}`;
    case 'overdue':
      // never reached first, then longest
      return standing.lastReachedOn === null ? `0 ${standing.dueOn}` : `1 ${standing.dueOn}`;
    case 'celebrate':
      return reason.celebration.on;
    case 'goal':
      return reason.goal.on;
    case 'assessment due':
      return reason.assessment.dueOn;
    default:
      return '';
  }
}

const rank = (kind: ReasonKind): number => REASON_KINDS.indexOf(kind);
const strongestFirst = (one: Reason, other: Reason): number => rank(one.kind) - rank(other.kind);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
