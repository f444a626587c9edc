import type { Outcome, Place, Way } from '../contacts/contacts.rules.js';
import type { Chance } from './chance.js';
import type { Theme, ThemeName } from './theme.js';
import { themes } from './themes.js';

const FIRST: Record<Exclude<Way, 'in person'>, readonly string[]> = {
  phone: [
    'Good call.',
    'Short call between two errands.',
    'Called back within the hour.',
    'Long call, mostly listening.',
    'Spoke while walking home.',
    'Picked up on the first ring.',
  ],
  text: [
    'A few messages back and forth.',
    'Answered by text, a photo included.',
    'Wrote first, before I did.',
    'Text only today, and that was fine.',
  ],
  video: [
    'Video from the library booth.',
    'Picture froze twice; finished by voice.',
    'Video call, the dog joined.',
  ],
  group: [
    'In group tonight.',
    'Came to group early and helped with chairs.',
    'Group was full.',
    'Stayed after group to talk.',
  ],
  email: ['Wrote by e-mail, and got an answer the same day.', 'A long e-mail came; answered each point.'],
};

const FIRST_AT: Partial<Record<Place, readonly string[]>> = {
  office: [
    'Came in with coffee for both of us.',
    'Met in the small room.',
    'Dropped in without a time, which is welcome.',
  ],
  home: ['Visit as planned.', 'Sat on the steps, it was warm enough.', 'Kitchen table again.'],
  community: [
    'Met at the diner.',
    'Met where the bus stops and walked.',
    'Library, the table by the window.',
  ],
  street: ['Ran into each other on Mill Street and took the time.', 'Met at the usual corner.'],
  treatment: ['Visit at the day program.', 'Met in the courtyard at the day program.'],
};

/** Met somewhere that was the whole matter of the day. */
const AWAY: Partial<Record<Place, readonly string[]>> = {
  'emergency room': [
    'Sat together in the emergency room until the X-ray was back: a sprain, nothing broken.',
    'Went along to the emergency room, held the coat and the phone. Home by midnight.',
  ],
  hospital: [
    'Visit on the ward. Brought socks and the charger.',
    'Visit on the ward; the discharge nurse knows us now.',
  ],
  jail: [
    'Visit through the glass, forty minutes. Wants the book back when it is over.',
    'Visit at county. Spoke about the first three days out and who drives.',
  ],
};

const LAST = [
  'Next: {day}.',
  'We talk again {day}.',
  'A text is enough until then.',
  'Wants to keep the same day next week.',
  'I bring the forms {day}.',
  'Asked to be reminded {day}.',
  'Feels fine with the pace we have.',
  'Left in a better mood than on arrival, both of us.',
  'One thing to try until we speak {day}, written on the card.',
];
const DAYS = [
  'on Monday',
  'on Tuesday',
  'midweek',
  'on Thursday',
  'on Friday',
  'after the weekend',
  'early next week',
];

/** What does not change from week to week; of the words of such a name one person has few. */
const LASTING: Readonly<Record<string, number>> = {
  job: 1,
  boss: 1,
  subject: 1,
  medicine: 1,
  person: 1,
  part: 1,
  skill: 1,
  relative: 2,
  officer: 1,
};

const TEAM = [
  'Sounded tired, still made plans.',
  'Quieter than last time. I would like someone to look in if I am away.',
  'Best reached before the shift, around eight.',
  'Asked whether Sam could come along once.',
  'Would rather hear "we can look at it" than "you should". Good reminder for all of us.',
  'Lighter than I have seen all season.',
  'Ride shared with another participant is fine, asked and agreed.',
];

const UNANSWERED: Partial<Record<`${Outcome}, ${Way}`, readonly string[]>> = {
  'no answer, phone': [
    '',
    '',
    'Rang out. Will try in the evening.',
    'No answer twice, ten minutes apart.',
    'Straight to voicemail; left none.',
  ],
  'no answer, text': ['', '', 'Text shows as read, no answer yet.', 'Sent a hello, nothing more.'],
  'no answer, in person': [
    'Knocked; the light was on. Left it at that.',
    'Nobody home. Left our card without a logo.',
  ],
  'left message, phone': [
    '',
    'Left the short message we agreed on, first name only.',
    'Message: nothing urgent, call when it suits.',
    'Left a message with the hours I am free.',
  ],
  'no-show, in person': [
    '',
    'Waited twenty minutes at the diner. Sent a kind text.',
    'Not there; the bus line was down today, so that may be all it was.',
    'Did not come. Slot stays open tomorrow.',
  ],
  'wrong number, phone': [
    'Somebody else has this number now. Need a new one.',
    'Number is out of service. Asking at the front desk for another way.',
  ],
};

/** Writes notes that stay with what a person's life is about and do not say the same thing twice in a row. */
export class NoteWriter {
  private readonly themes: readonly Theme[];
  /** The latest last. */
  private said: string[] = [];

  constructor(
    private readonly chance: Chance,
    themeNames: readonly ThemeName[],
  ) {
    this.themes = themeNames.map((name) => ({ ...themes[name], words: this.wordsOfOne(themes[name]) }));
  }

  /** What was talked about or done, for the participant to read too, and the matter it was about. */
  shared(way: Way, place: Place | null): { words: string; theme: Theme } {
    const theme = this.chance.pick(this.themes);
    const away = AWAY[place ?? 'online'];
    if (away) return { words: this.unsaid(away), theme };
    const first = way === 'in person' ? FIRST_AT[place ?? 'community'] : FIRST[way];
    const isTogether = way === 'in person' && this.chance.percent(60);
    const parts = [
      ...(first && this.chance.percent(45) ? [this.unsaid(first)] : []),
      fill(this.unsaid(isTogether ? theme.together : theme.talked), theme.words, this.chance),
      ...(this.chance.percent(40) ? [this.unsaid(LAST).replace('{day}', this.chance.pick(DAYS))] : []),
    ];
    return { words: parts.join(' '), theme };
  }

  /** What stays with the team. */
  team(theme: Theme): string {
    return fill(this.unsaid(this.chance.percent(65) ? theme.team : TEAM), theme.words, this.chance);
  }

  unanswered(outcome: Outcome, way: Way): string {
    return this.chance.pick(UNANSWERED[`${outcome}, ${way}`] ?? ['']);
  }

  private wordsOfOne({ words }: Theme): Theme['words'] {
    return Object.fromEntries(
      Object.entries(words).map(([name, list]) => [
        name,
        this.chance.some(list, LASTING[name] ?? list.length),
      ]),
    );
  }

  /** One of those that were said longest ago, or never. */
  private unsaid(sentences: readonly string[]): string {
    const latest = (sentence: string) => this.said.indexOf(sentence);
    const oldest = [...sentences].sort((one, other) => latest(one) - latest(other));
    const sentence = this.chance.pick(oldest.slice(0, Math.ceil(oldest.length / 2)));
    this.said = [...this.said.filter((each) => each !== sentence), sentence];
    return sentence;
  }
}

function fill(sentence: string, words: Theme['words'], chance: Chance): string {
  const filled = sentence.replace(/\{(\w+)\}/g, (_, name: string) => chance.pick(words[name]!));
  // a word from a list may have come to stand first
  return filled.replace(
    /(^|[.!?] )(\p{Ll})/gu,
    (_, end: string, letter: string) => end + letter.toUpperCase(),
  );
}
