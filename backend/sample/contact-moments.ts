import type { Chance } from './chance.js';
import type { Story } from './story.js';

/** One contact, so many days ago. */
export interface Moment {
  ago: number;
  isReached: boolean;
  isVoided?: true;
}

/**
 * When a participant was reached and when tried: about as often as agreed, with the attempts and the gaps of real
 * weeks, up to the last reached day and the attempts since that the story tells. The oldest comes first.
 */
export function momentsOf(story: Story, chance: Chance): Moment[] {
  const { earlierStay, enrolledAgo, reachedAgo, attemptsAgo = [], voidedAgo = [] } = story;
  const moments: Moment[] = [];
  if (earlierStay) moments.push(...stay(story, earlierStay.enrolledAgo, earlierStay.closedAgo + 6, chance));
  if (reachedAgo !== null) {
    moments.push(...stay(story, enrolledAgo, reachedAgo, chance), { ago: reachedAgo, isReached: true });
    for (const { ago } of story.riskNotes ?? []) if (ago > reachedAgo) moments.push({ ago, isReached: true });
  }
  for (const ago of attemptsAgo) moments.push({ ago, isReached: false });
  for (const ago of voidedAgo) moments.push({ ago, isReached: true, isVoided: true });
  return moments.sort((one, other) => other.ago - one.ago);
}

/** The weeks of one stay, from its first day to just before the last contact in it. */
function stay(story: Story, fromAgo: number, lastAgo: number, chance: Chance): Moment[] {
  const { cadence = 7 } = story;
  const moments: Moment[] = [];
  let ago = fromAgo - chance.whole(0, 2);
  while (ago > lastAgo) {
    moments.push({ ago, isReached: true });
    if (chance.percent(4)) moments.push({ ago, isReached: true });
    const gap = Math.max(1, Math.round(cadence * (0.4 + chance.next() * 0.8)));
    for (const tried of [ago - Math.ceil(gap / 3), ago - Math.ceil((2 * gap) / 3)])
      if (tried > lastAgo && tried > ago - gap && chance.percent(19))
        moments.push({ ago: tried, isReached: false });
    // now and then a logged contact was not what it seemed
    if (chance.percent(0.8)) moments.push({ ago, isReached: true, isVoided: true });
    ago -= gap + (chance.percent(3) ? cadence : 0);
  }
  return moments;
}
