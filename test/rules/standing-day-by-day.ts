import type { StandingFacts } from '../../backend/standing/standing-facts.js';
import type { Standing } from '../../backend/standing/standing.rules.js';

interface Answer {
  standing: Standing;
  /** Null while not yet due: who only looks at days gone by cannot know the due day. */
  dueOn: string | null;
}

const day = (iso: string) => Temporal.PlainDate.from(iso);
const plus = (iso: string, days: number) => day(iso).add({ days }).toString();
const daysBetween = (from: string, to: string) => day(from).until(day(to)).days;

/**
 * The definition of standing, told a second time and naively, to hold the fast one against: it walks through the days
 * one by one as a coach would live them, marks someone due when a cadence in force asks for it, and keeps them due.
 */
export function livedThrough(facts: StandingFacts, through: string): Map<string, Answer> {
  const isReached = facts.lastReachedOn !== null && facts.lastReachedOn >= facts.enrolledOn;
  const since = isReached ? facts.lastReachedOn! : facts.enrolledOn;
  const answers = new Map<string, Answer>();
  let dueOn: string | null = null;

  for (let today = since; today <= through; today = plus(today, 1)) {
    if (isPausedOn(facts, today)) {
      dueOn = null;
      answers.set(today, { standing: 'paused', dueOn: null });
      continue;
    }
    const pauseEndedYesterday = facts.pauses.some(
      (pause) => pause.throughOn >= since && plus(pause.throughOn, 1) === today,
    );
    if (
      dueOn === null &&
      (pauseEndedYesterday || cadencesOn(facts, today).some((days) => daysBetween(since, today) >= days))
    )
      dueOn = today;
    answers.set(today, { standing: standingGiven(facts, { since, isReached, dueOn, today }), dueOn });
  }
  return answers;
}

function standingGiven(
  facts: StandingFacts,
  {
    since,
    isReached,
    dueOn,
    today,
  }: { since: string; isReached: boolean; dueOn: string | null; today: string },
): Standing {
  if (dueOn === null) return isReached ? 'on track' : 'new';
  if (today === dueOn) return 'due';
  const attemptDays = new Set(
    facts.attemptDays.filter(
      (attempt) => attempt <= today && (isReached ? attempt > since : attempt >= since),
    ),
  );
  const cadence = facts.agreedCadence.days;
  const checkedIn = facts.lastCheckInOn;
  const hasCheckedIn = checkedIn !== null && checkedIn <= today && daysBetween(checkedIn, today) <= cadence;
  const isLost = attemptDays.size >= 3 || daysBetween(dueOn, today) >= 2 * cadence;
  return isLost && !hasCheckedIn ? 'out of touch' : 'overdue';
}

/** The days of every cadence in force on a day; one that ends on a day is in force through it. */
function cadencesOn(facts: StandingFacts, today: string): number[] {
  const isInForce = (beganOn: string, endedOn: string | null) =>
    beganOn <= today && (endedOn === null || today <= endedOn);
  const cadences: number[] = [];
  if (isInForce(facts.agreedCadence.beganOn, null)) cadences.push(facts.agreedCadence.days);
  for (const earlier of facts.earlierCadences)
    if (isInForce(earlier.beganOn, earlier.endedOn)) cadences.push(earlier.days);
  for (const window of facts.windows) {
    const age = daysBetween(window.beganOn, today);
    if (isInForce(window.beganOn, window.closedOn) && age <= 90)
      cadences.push(age <= 14 ? 2 : age <= 30 ? 7 : 10);
  }
  for (const note of facts.riskNotes)
    if (isInForce(note.raisedOn, note.resolvedOn) && note.level !== 'watch')
      cadences.push(note.level === 'urgent' ? 1 : 3);
  return cadences;
}

function isPausedOn(facts: StandingFacts, today: string): boolean {
  const isOpen = (beganOn: string, endedOn: string | null) =>
    beganOn <= today && (endedOn === null || today < endedOn);
  const hasUrgent = facts.riskNotes.some(
    (note) => note.level === 'urgent' && isOpen(note.raisedOn, note.resolvedOn),
  );
  const isInFirstDays = facts.windows.some(
    (window) => isOpen(window.beganOn, window.closedOn) && daysBetween(window.beganOn, today) <= 14,
  );
  return facts.pauses.some(
    (pause) =>
      pause.fromOn <= today &&
      today <= pause.throughOn &&
      (pause.reason !== 'wish' || !(hasUrgent || isInFirstDays)),
  );
}
