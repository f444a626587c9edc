import { Chance } from './chance.js';
import type { Life } from './sample-making.js';
import { spanishCheckIns } from './spanish-words.js';

const OLDEST = 39;
/** Said so often of a hundred days. */
const ON_MOST_DAYS = 62;

interface Told {
  /** Struggling now and then before this day, so many days ago; nothing heavy since they were last reached. */
  calmSince: number;
  words: Record<'struggling' | 'getting by' | 'steady' | 'strong', readonly string[]>;
}

const WORDS_OF_THEO: Told['words'] = {
  struggling: ['Payday. Went the long way home.', 'Missed the bus, missed group.'],
  'getting by': ['Tired. Showed up.', 'Long shift, quiet evening.', 'Waiting to hear about the apartment.'],
  steady: ['Group was good.', 'Slept seven hours.', 'Soup with my sister.', 'Fixed the bike.'],
  strong: ['Foreman asked me to train the new guy.', 'Saw my daughter. We laughed.'],
};

const TOLD: Record<string, Told> = {
  Theo: { calmSince: 9, words: WORDS_OF_THEO },
  Mina: { calmSince: 12, words: spanishCheckIns },
};

/**
 * Theo and Mina open the app on most days: their weeks are a picture, and the days told before fall in with it. None is
 * newer than what their stories tell, and none since they were last reached asks for an answer, so that Today and the
 * standings stay as they are.
 */
export function addOwnDays(lives: readonly Life[]): void {
  for (const life of lives) {
    const told = TOLD[life.person.preferredName];
    if (told && life.accountId) addDaysOf(life, life.accountId, told);
  }
}

function addDaysOf(
  { rows, days, participantId, person }: Life,
  accountId: string,
  { calmSince, words }: Told,
): void {
  const chance = new Chance(`own days of ${participantId}`);
  const mine = new Map(
    rows
      .of('check_ins')
      .filter((row) => row['participant_id'] === participantId)
      .map((row) => [String(row['checked_in_on']), row]),
  );
  for (let ago = (person.story.checkedInAgo ?? 1) + 1; ago <= OLDEST; ago += 1) {
    const isCalm = ago <= calmSince;
    // lighter from a heavier start on, with days that differ
    const lightness = 2.4 - (ago / OLDEST) * 2 + chance.pick([-1, -0.4, 0, 0, 0.4, 1]);
    const mood = Math.min(isCalm ? 2 : 3, Math.max(isCalm ? 1 : 0, Math.round(lightness)));
    const cravings = Math.min(isCalm ? 4 : 7, Math.max(2, 6 - mood * 1.5 + chance.whole(-1, 1)));
    const at = days.at(days.ago(ago), chance.whole(18 * 60, 22 * 60)).instant;
    const isSaid = chance.percent(ON_MOST_DAYS);
    const said = (['struggling', 'getting by', 'steady', 'strong'] as const)[mood]!;
    const told = {
      mood: said,
      cravings: chance.percent(85) ? Math.round(cravings) : null,
      sleep: chance.percent(75) ? (mood < 1 ? 'poor' : chance.pick(['fair', 'good'])) : null,
      connection: chance.percent(60) ? (mood < 1 ? 'alone' : chance.pick(['some', 'close'])) : null,
      has_safe_place: chance.percent(50) ? true : null,
      wants_call: false,
      words: chance.percent(35) ? chance.pick(words[said]) : '',
    };
    const known = mine.get(days.ago(ago));
    if (known) Object.assign(known, told);
    else if (isSaid)
      rows.add('check_ins', {
        id: chance.id(at),
        participant_id: participantId,
        checked_in_at: at,
        checked_in_on: days.ago(ago),
        made_by: accountId,
        ...told,
      });
  }
}
