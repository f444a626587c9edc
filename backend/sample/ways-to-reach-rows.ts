import { Chance } from './chance.js';
import { type Life, whoNoted } from './sample-making.js';

const HOURS = [
  '',
  'after 4 pm',
  'mornings before 10',
  'weekdays at lunch',
  'not on Sundays',
  'evenings, text first',
  'between shifts: 2 to 3 pm',
];
const STREETS = ['Cooper Street', 'Dock Road', 'Lighthouse Lane', 'Mill Street', 'Ferry Terrace'];

/** What is safe to do with a number, from everything to nothing but a text. */
const SAFETY = {
  everything: { may_call: true, may_voicemail: true, may_text: true, may_say_who: true },
  'call, no message': { may_call: true, may_voicemail: false, may_text: true, may_say_who: false },
  'call and message, no name': { may_call: true, may_voicemail: true, may_text: true, may_say_who: false },
  'text only': { may_call: false, may_voicemail: false, may_text: true, may_say_who: false },
  'call only': { may_call: true, may_voicemail: false, may_text: false, may_say_who: true },
  nothing: { may_call: false, may_voicemail: false, may_text: false, may_say_who: false },
} as const;
type Safety = keyof typeof SAFETY;

const WHY_NOT = {
  phone: [
    'others read this phone',
    'shared with family',
    'the number of the shelter’s desk',
    'checked by a partner',
  ],
  email: ['a brother knows the password', 'an address from the job'],
  address: ['the landlord asks questions'],
} as const;

/** Who has one phone with somebody else: two people with one number are found as possibly one. */
const SHARES_PHONE_OF: Record<string, string> = { Hank: 'Nell' };

/** Numbers that are somebody's already, by their preferred name where it is the first one of theirs. */
class NumbersGiven {
  private readonly given = new Set<string>();
  private readonly firsts = new Map<string, string>();

  /** Of the range that is kept free for stories; in the next area where somebody has it. @param ending 0 to 99 */
  one(ending: number): string {
    for (let area = 555; ; area += 1) {
      const value = `(${area}) 555-01${String(ending).padStart(2, '0')}`;
      if (this.given.has(value)) continue;
      this.given.add(value);
      return value;
    }
  }

  first(preferredName: string, ending: number): string {
    const value = this.firsts.get(SHARES_PHONE_OF[preferredName] ?? '') ?? this.one(ending);
    this.firsts.set(preferredName, value);
    return value;
  }
}
const GIVEN = new WeakMap<Life['rows'], NumbersGiven>();

/** Gives a participant their ways to be reached. */
export function addWaysToReach(life: Life): boolean {
  const { rows, days, chance, participantId, person } = life;
  // a stream of its own, so that what came later to the sample leaves the rest as it was
  const more = new Chance(`safe reach/${participantId}`);
  const at = days.at(days.ago(person.story.enrolledAgo), 600).instant;
  const add = (
    kind: 'phone' | 'email' | 'address',
    value: string,
    safety: Safety,
    until: number | null = null,
  ) => {
    const { may_call, may_text } = SAFETY[safety];
    const isUnsafe = kind === 'phone' ? !(may_call && may_text) : safety === 'nothing';
    rows.add('ways_to_reach', {
      id: chance.id(at),
      participant_id: participantId,
      kind,
      value,
      ...SAFETY[safety],
      best_hours: kind === 'phone' ? chance.pick(HOURS) : '',
      until_on: until === null ? null : days.ago(-until),
      why_not: isUnsafe && more.percent(70) ? more.pick(WHY_NOT[kind]) : '',
      changed_by: whoNoted(life, person.story.enrolledAgo),
      changed_at: at,
    });
  };
  const given = GIVEN.get(rows) ?? new NumbersGiven();
  GIVEN.set(rows, given);
  const number = () => given.one(chance.whole(0, 99));

  const first = chance.weighed<Safety>({
    everything: 40,
    'call and message, no name': 25,
    'call, no message': 20,
    'text only': 10,
    'call only': 5,
  });
  add('phone', given.first(person.preferredName, chance.whole(0, 99)), first);
  // a borrowed phone, good for a while
  if (chance.percent(18)) add('phone', number(), 'call, no message', chance.whole(5, 40));
  if (chance.percent(10)) add('phone', number(), 'nothing');
  if (chance.percent(25)) {
    const name =
      person.preferredName
        .normalize('NFD')
        .replace(/[^A-Za-z]/g, '')
        .toLowerCase() || 'friend';
    add(
      'email',
      `${name}.${chance.whole(10, 99)}@mail.example`,
      chance.percent(50) ? 'text only' : 'nothing',
    );
  }
  // another one, whose time has gone by: it is asked again
  if (more.percent(15)) {
    const value = given.one(more.whole(0, 99));
    const id = more.id(at);
    const said = { changed_by: whoNoted(life, person.story.enrolledAgo), changed_at: at };
    rows.add('ways_to_reach', {
      id,
      participant_id: participantId,
      kind: 'phone',
      value,
      ...SAFETY.everything,
      best_hours: '',
      until_on: days.ago(more.whole(1, 25)),
      why_not: '',
      ...said,
    });
  }
  if (chance.percent(30)) add('address', `${chance.whole(2, 240)} ${chance.pick(STREETS)}`, 'call only');
  return SAFETY[first].may_voicemail;
}
