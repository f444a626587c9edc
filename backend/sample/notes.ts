import type { Outcome, Way } from '../contacts/contacts.rules.js';
import type { Chance } from './chance.js';
import type { Theme, ThemeName } from './theme.js';
import { themes } from './themes.js';

const FIRST: Record<Way, readonly string[]> = {
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
  'in person': [
    'Met at the diner.',
    'Came in with coffee for both of us.',
    'Met where the bus stops and walked.',
    'Visit as planned.',
    'Sat on the steps, it was warm enough.',
    'Met in the small room.',
  ],
  group: [
    'In group tonight.',
    'Came to group early and helped with chairs.',
    'Group was full.',
    'Stayed after group to talk.',
  ],
  email: ['Wrote by e-mail, and got an answer the same day.', 'A long e-mail came; answered each point.'],
};

const LAST = [
  'Next: {day}.',
  'We talk again {day}.',
  'Agreed that a text is enough until {day}.',
  'Wants to keep the same day next week.',
  'I bring the forms {day}.',
  'Asked me to be reminded {day}.',
  'Feels fine with the pace we have.',
  'Left in a better mood than on arrival, both of us.',
  'One thing to try until {day}, written on the card.',
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

const TEAM = [
  'Sounded tired, still made plans.',
  'Quieter than last time. I would like someone to look in if I am away.',
  'Best reached before the shift, around eight.',
  'Asked whether Sam could come along once.',
  'Would rather hear "we can look at it" than "you should". Good reminder for all of us.',
  'Lighter than I have seen all season.',
  'Ride shared with another participant is fine, asked and agreed.',
];

const UNANSWERED: Record<Exclude<Outcome, 'reached'>, readonly string[]> = {
  'no answer': [
    '',
    '',
    '',
    'Rang out. Will try in the evening.',
    'No answer twice, ten minutes apart.',
    'Text shows as read, no answer yet.',
    'Knocked; the light was on. Left it at that.',
  ],
  'left message': [
    '',
    'Left the short message we agreed on, first name only.',
    'Message: nothing urgent, call when it suits.',
    'Left a message with the hours I am free.',
  ],
  'no-show': [
    '',
    'Waited twenty minutes at the diner. Sent a kind text.',
    'Not there; the bus line was down today, so that may be all it was.',
    'Did not come. Slot stays open tomorrow.',
  ],
  'wrong number': [
    'Somebody else has this number now. Need a new one.',
    'Number is out of service. Asking at the front desk for another way.',
  ],
};

/** Writes notes that stay with what a person's life is about and do not say the same thing twice in a row. */
export class NoteWriter {
  private readonly said: string[] = [];

  constructor(
    private readonly chance: Chance,
    private readonly themeNames: readonly ThemeName[],
  ) {}

  /** What was talked about, for the participant to read too, and the matter it was about. */
  shared(way: Way): { words: string; theme: Theme } {
    const theme = themes[this.chance.pick(this.themeNames)];
    const parts = [
      ...(this.chance.percent(45) ? [this.unsaid(FIRST[way])] : []),
      this.fill(this.unsaid(theme.shared), theme),
      ...(this.chance.percent(40) ? [this.unsaid(LAST).replace('{day}', this.chance.pick(DAYS))] : []),
    ];
    return { words: parts.join(' '), theme };
  }

  /** What stays with the team. */
  team(theme: Theme): string {
    return this.fill(this.unsaid(this.chance.percent(65) ? theme.team : TEAM), theme);
  }

  unanswered(outcome: Exclude<Outcome, 'reached'>): string {
    return this.chance.pick(UNANSWERED[outcome]);
  }

  private unsaid(sentences: readonly string[]): string {
    const fresh = sentences.filter((each) => !this.said.includes(each));
    const sentence = this.chance.pick(fresh.length > 0 ? fresh : sentences);
    this.said.push(sentence);
    if (this.said.length > 24) this.said.shift();
    return sentence;
  }

  private fill(sentence: string, { words }: Theme): string {
    const filled = sentence.replace(/\{(\w+)\}/g, (_, name: string) => this.chance.pick(words[name]!));
    // a word from a list may have come to stand first
    return filled.replace(
      /(^|[.!?] )(\p{Ll})/gu,
      (_, end: string, letter: string) => end + letter.toUpperCase(),
    );
  }
}
