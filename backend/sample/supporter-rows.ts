import { Chance } from './chance.js';
import { type Life, whoNoted } from './sample-making.js';

const RELATIONS = {
  family: ['mother', 'father', 'sister', 'brother', 'aunt', 'grandmother', 'daughter'],
  other: ['sponsor', 'friend', 'partner', 'doctor', 'case manager', 'probation officer', 'pastor'],
} as const;
const NAMES = [
  'Ruth',
  'Dolores',
  'Big Jim',
  'Aunt Vee',
  'Marguerite',
  'Paul R.',
  'Dr. Osei',
  'Tía Lupe',
  'Ms. Whitfield',
  'Jerome',
  'Annika',
  'Father Tom',
];
const ABOUT = [
  'Whether they are all right, and how to reach them.',
  'Rides to appointments.',
  'Appointments and the medication, nothing else.',
  'Anything, when they cannot be reached for two days.',
  'Housing papers.',
];

/** Whom they have beside them: with a permission to talk that holds, with one that has ended, and with none. */
export function addSupporters(life: Life): void {
  const { rows, days, participantId, person } = life;
  const chance = new Chance(`supporters/${participantId}`);
  if (!chance.percent(65)) return;
  const count = chance.whole(1, 3);
  chance.some(NAMES, count).forEach((name, index) => {
    const ago = Math.min(person.story.enrolledAgo, chance.whole(5, 120));
    const at = days.at(days.ago(ago), 15 * 60).instant;
    const permission = chance.weighed({ holds: 5, ended: 2, none: 2 });
    rows.add('supporters', {
      id: chance.id(at),
      participant_id: participantId,
      name,
      relation: chance.pick(index === 0 ? RELATIONS.family : RELATIONS.other),
      phone: chance.percent(85) ? `(555) 555-01${String(chance.whole(0, 99)).padStart(2, '0')}` : '',
      may_talk: permission !== 'none',
      about: permission === 'none' ? '' : chance.pick(ABOUT),
      until_on:
        permission === 'none'
          ? null
          : days.ago(permission === 'holds' ? -chance.whole(20, 200) : chance.whole(2, 40)),
      changed_by: whoNoted(life, ago),
      changed_at: at,
      version: 1,
    });
  });
}
