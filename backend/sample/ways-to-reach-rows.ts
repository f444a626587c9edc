import type { Life } from './sample-making.js';

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

/** Gives a participant their ways to be reached. Numbers are of the range that is kept free for stories. */
export function addWaysToReach({ rows, days, chance, participantId, person }: Life): boolean {
  const at = days.at(days.ago(person.story.enrolledAgo), 600).instant;
  const add = (
    kind: 'phone' | 'email' | 'address',
    value: string,
    safety: Safety,
    until: number | null = null,
  ) =>
    rows.add('ways_to_reach', {
      id: chance.id(at),
      participant_id: participantId,
      kind,
      value,
      ...SAFETY[safety],
      best_hours: kind === 'phone' ? chance.pick(HOURS) : '',
      until_on: until === null ? null : days.ago(-until),
    });
  const number = () => `(555) 555-01${String(chance.whole(0, 99)).padStart(2, '0')}`;

  const first = chance.weighed<Safety>({
    everything: 40,
    'call and message, no name': 25,
    'call, no message': 20,
    'text only': 10,
    'call only': 5,
  });
  add('phone', number(), first);
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
  if (chance.percent(30)) add('address', `${chance.whole(2, 240)} ${chance.pick(STREETS)}`, 'call only');
  return SAFETY[first].may_voicemail;
}
