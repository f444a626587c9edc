import type { Life } from './sample-making.js';
import { spanishCheckIns } from './spanish-words.js';

const MOODS = ['struggling', 'getting by', 'steady', 'strong'] as const;

const WORDS = {
  struggling: [
    'Rough night.',
    'Argued with my sister again.',
    'I do not want to talk yet but I am here.',
    'Everything is loud.',
    '',
  ],
  'getting by': [
    'Okay. Ate something.',
    'Went to work, came home, that is all.',
    'Waiting on the letter.',
    '',
    '',
  ],
  steady: ['Slept. Walked. Good.', 'Cooked for the house.', 'Boring in the best way.', '', ''],
  strong: [
    'Ninety days!',
    'My kid called ME.',
    'Got the key to the new place.',
    'I helped somebody today 🙂',
    '',
  ],
} as const;

/** How a participant said they were, every week or two, up to the last time the story tells. */
export function addCheckIns({
  rows,
  days,
  chance,
  person,
  participantId,
  accountId,
  stays,
  coachOn,
}: Life): void {
  const { checkedInAgo, reachedAgo, closed } = person.story;
  if (checkedInAgo === undefined || reachedAgo === null || closed) return;
  const words = person.language === 'es' ? spanishCheckIns : WORDS;
  // moods wander, they do not jump
  let mood = chance.whole(0, 3);
  let cravings = chance.whole(1, 6);
  const since = Math.min(stays.at(-1)!.fromAgo, 400);
  for (let ago = checkedInAgo; ago < since; ago += chance.whole(5, 16)) {
    mood = Math.min(3, Math.max(0, mood + chance.whole(-1, 1)));
    cravings = Math.min(9, Math.max(0, cravings + chance.whole(-2, 2)));
    const at = days.at(days.ago(ago), chance.whole(8 * 60, 21 * 60)).instant;
    const isOwn = accountId !== null && chance.percent(70);
    const said = MOODS[mood]!;
    rows.add('check_ins', {
      id: chance.id(at),
      participant_id: participantId,
      checked_in_at: at,
      checked_in_on: days.ago(ago),
      mood: said,
      cravings: chance.percent(90) ? cravings : null,
      sleep: chance.percent(80) ? chance.pick(['poor', 'fair', 'good']) : null,
      connection: chance.percent(80) ? chance.pick(['alone', 'some', 'close']) : null,
      has_safe_place: chance.percent(85) ? chance.percent(92) : null,
      wants_call: said === 'struggling' && chance.percent(40),
      words: chance.pick(words[said]),
      made_by: isOwn ? accountId : coachOn(ago).id,
    });
  }
}
