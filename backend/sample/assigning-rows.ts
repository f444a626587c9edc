import type { Language } from '../access/roles.js';
import type { Experience } from '../coaches/experiences.rules.js';
import { DEFAULT_LOAD } from '../coaches/load.rules.js';
import { type Life, staffMember, whoNoted } from './sample-making.js';

interface SaidAbout {
  speaks: Language[];
  alsoSpeaks?: string;
  experiences: Experience[];
  ownWords?: string;
}

/** What the coaches of Harbor chose to say of themself; Tomás said nothing, which is his to do. */
const ABOUTS: Record<string, SaidAbout> = {
  rosa: {
    speaks: ['en', 'es'],
    experiences: ['woman', 'opioids', 'medication', 'parent'],
    ownWords: 'Nine years. I raised two boys through the worst of it, and I still bake on Sundays.',
  },
  dev: {
    speaks: ['en'],
    alsoSpeaks: 'Gujarati',
    experiences: ['man', 'alcohol', 'inside'],
    ownWords: 'Eighteen months upstate taught me patience. Ask me about court days.',
  },
  june: { speaks: ['en'], experiences: ['woman', 'stimulants', 'no home'] },
  keisha: {
    speaks: ['en', 'es'],
    experiences: ['woman', 'LGBTQ', 'loss', 'faith'],
    ownWords: 'I lost my brother in 2019. I walk with people for him, too.',
  },
};

interface SaidWish {
  experiences?: Experience[];
  wished?: Experience[];
  wishWords?: string;
  wishedCoach?: string;
}

/** Wishes by preferred name. */
const WISHES: Record<string, SaidWish> = {
  Theo: { experiences: ['inside', 'parent'], wished: ['inside'], wishWords: 'Someone who was inside.' },
  Mina: { wished: ['woman'], wishWords: 'Una mujer, si se puede.', wishedCoach: 'rosa' },
};

/** What coaches say of themself, and what some participants wish; those without a coach wish in turn. */
export function addAssigning(lives: readonly Life[]): void {
  const [first] = lives;
  if (!first) return;
  const { rows, days } = first;
  // more than the default: Harbor's coaches are used to carrying a lot
  rows.add('load_settings', { capacity: 20, head_count_ceiling: 22, version: 1, ...weightsOfDefault() });
  for (const [signInName, said] of Object.entries(ABOUTS)) {
    const { id } = staffMember(first, signInName);
    rows.add('coach_abouts', {
      id,
      speaks: said.speaks,
      also_speaks: said.alsoSpeaks ?? '',
      experiences: said.experiences,
      own_words: said.ownWords ?? '',
      changed_at: days.at(days.ago(30), 9 * 60).instant,
      version: 1,
    });
  }
  const waiting = lives.filter(({ person: { coach, story } }) => coach === null && !story.closed);
  const inTurn: SaidWish[] = [
    {
      experiences: ['inside', 'opioids'],
      wished: ['inside'],
      wishWords: 'Somebody who gets it, not a lecture.',
    },
    { experiences: ['parent'], wished: ['woman', 'parent'], wishWords: 'A woman, ideally with kids.' },
  ];
  for (const life of lives) {
    const place = waiting.indexOf(life);
    const wish = WISHES[life.person.preferredName] ?? (place === -1 ? undefined : inTurn[place]);
    if (wish) addWish(life, wish);
  }
}

function weightsOfDefault(): Record<string, number> {
  const { weights } = DEFAULT_LOAD;
  return {
    each_weight: weights.each,
    early_window_weight: weights.earlyWindow,
    late_window_weight: weights.lateWindow,
    urgent_note_weight: weights.urgentNote,
    concern_note_weight: weights.concernNote,
    first_days_weight: weights.firstDays,
    long_cadence_relief: weights.longCadence,
    light_weight: weights.light,
    least_weight: weights.least,
  };
}

function addWish(life: Life, { experiences = [], wished = [], wishWords = '', wishedCoach }: SaidWish): void {
  const { rows, days, participantId, person } = life;
  const ago = Math.min(person.story.enrolledAgo, 20);
  rows.add('coach_wishes', {
    participant_id: participantId,
    experiences,
    own_words: '',
    wished,
    wish_words: wishWords,
    wished_coach_id: wishedCoach ? staffMember(life, wishedCoach).id : null,
    noted_by: whoNoted(life, ago),
    noted_at: days.at(days.ago(ago), 10 * 60).instant,
    version: 1,
  });
}
