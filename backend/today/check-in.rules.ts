import type { CallFact, CheckInFact, Reason } from './reasons.js';
import type { TodayFacts } from './today-facts.js';

/** A check-in deserves an answer from here on (domain.md 2; the numbers are ours). */
const STRONG_CRAVINGS = 8;
const CRAVINGS_UP_BY = 3;
const MINUTE = 60_000;

/** Whether a check-in deserves an answer: arithmetic on what was said, nothing is foretold. */
export function deservesAnswer({ mood, cravings, cravingsBefore }: CheckInFact): boolean {
  return (
    mood === 'struggling' ||
    (cravings !== null && cravings >= STRONG_CRAVINGS) ||
    (cravings !== null && cravingsBefore !== null && cravings - cravingsBefore >= CRAVINGS_UP_BY)
  );
}

/**
 * What a participant said of themself that nobody has answered: a reached contact since clears it, a better check-in
 * does not. Of several the newest is shown, of calls asked for too, whichever way they asked.
 */
export function checkInReasons({ callAsked, checkIns, ...facts }: TodayFacts): Reason[] {
  const since = checkIns.filter((checkIn) => !isAnswered(checkIn, facts));
  const asking = since.find(({ wantsCall }) => wantsCall);
  const deserving = since.find(deservesAnswer);
  return [
    ...askedToBeCalled(callAsked, asking),
    ...(deserving ? [{ kind: 'check-in to answer', checkIn: deserving } as const] : []),
  ];
}

/**
 * As with calls asked for: a contact's time is known to the minute, so one of the minute in which they checked in counts
 * when it was written down after they did.
 */
function isAnswered(
  { checkedInAt }: CheckInFact,
  { lastReachedAt, lastReachedWrittenAt }: Pick<TodayFacts, 'lastReachedAt' | 'lastReachedWrittenAt'>,
): boolean {
  if (lastReachedAt === null || lastReachedWrittenAt === null) return false;
  const minute = Math.floor(checkedInAt.getTime() / MINUTE) * MINUTE;
  return lastReachedAt.getTime() >= minute && lastReachedWrittenAt > checkedInAt;
}

function askedToBeCalled(call: CallFact | null, checkIn: CheckInFact | undefined): Reason[] {
  if (call && !(checkIn && checkIn.checkedInAt > call.askedAt)) return [{ kind: 'asked to be called', call }];
  return checkIn ? [{ kind: 'asked to be called', checkIn }] : [];
}
