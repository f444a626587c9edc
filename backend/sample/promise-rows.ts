import { createHash } from 'node:crypto';
import { Chance } from './chance.js';
import type { Life } from './sample-making.js';

const WORDS = [
  'Ask the housing office where the application stands',
  'Bring the bus plan and two day passes',
  'Call ahead so that the clinic expects them on Thursday',
  'Find out which meetings have child care',
  'Send the number of the legal aid clinic',
  'Come along to the first group on Tuesday',
  'Print the résumé and bring three copies',
  'Ask the pantry for their Saturday hours',
  'Look up the form for the replacement ID',
  'Write the letter for the hearing and read it through together',
  'Check whether the library card still works',
  'Ask about the evening shift at the warehouse',
  'Bring a naloxone kit and show how it is used',
  'Find a dentist who takes their insurance',
  'Ask Inez for the list of recovery houses with a free bed',
  'Text on the morning of the interview',
  'Save a seat at the community dinner',
  'Ask the pharmacy whether they deliver',
] as const;

const RELEASE_REASONS = [
  'They took care of it themselves',
  'The office closed; we found another way together',
  'They would rather not for now',
  'It is no longer needed since the move',
] as const;

const NOON = 12 * 60;

/** What a participant's coach promised: a few kept, one released here and there, and some that wait. */
export function addPromises(life: Life): void {
  const { person, participantId, days } = life;
  const { enrolledAgo, closed, reachedAgo } = person.story;
  if (!person.coach || closed || reachedAgo === null) return;
  // a stream of its own, so that what else there is stays as it was
  const chance = new Chance(`promises to ${participantId}`);
  const words = chance.some(WORDS, 6);
  const promised = (madeAgo: number, dueAgo: number, more: { keptAgo?: number; releasedAgo?: number }) => {
    const madeAt = days.at(days.ago(madeAgo), NOON + chance.whole(0, 300)).instant;
    const id = chance.id(madeAt);
    const { keptAgo, releasedAgo } = more;
    const at = (ago: number) => days.at(days.ago(ago), NOON + 360).instant;
    life.rows.add('promises', {
      id,
      participant_id: participantId,
      coach_id: life.coachOn(madeAgo).id,
      words: words.pop() ?? WORDS[0],
      due_on: days.ago(dueAgo),
      made_at: madeAt,
      kept_at: keptAgo === undefined ? null : at(keptAgo),
      kept_on: keptAgo === undefined ? null : days.ago(keptAgo),
      kept_by: keptAgo === undefined ? null : life.coachOn(keptAgo).id,
      released_at: releasedAgo === undefined ? null : at(releasedAgo),
      released_by: releasedAgo === undefined ? null : life.coachOn(releasedAgo).id,
      release_reason: releasedAgo === undefined ? null : chance.pick(RELEASE_REASONS),
      request_hash: `\\x${createHash('sha256').update(id).digest('hex')}`,
      is_off_caseload: false,
    });
  };
  for (let each = chance.whole(0, 2); each > 0; each -= 1) {
    const madeAgo = Math.min(enrolledAgo, chance.whole(8, 45));
    const keptAgo = Math.max(1, madeAgo - chance.whole(1, 7));
    if (keptAgo < madeAgo) promised(madeAgo, keptAgo - chance.whole(-1, 2), { keptAgo });
  }
  if (chance.percent(12) && enrolledAgo > 20) promised(18, 12, { releasedAgo: 11 });
  // some are due on a later day, some today, a few are late
  const madeAgo = Math.min(enrolledAgo, Math.max(reachedAgo, 1));
  if (chance.percent(40)) promised(madeAgo, -chance.pick([1, 1, 2, 2, 4, 6]), {});
  else if (chance.percent(20)) promised(madeAgo, 0, {});
  else if (chance.percent(14) && madeAgo > 2) promised(madeAgo, 1, {});
}
