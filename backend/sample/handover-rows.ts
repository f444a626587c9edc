import { acceptBy } from '../handover/handover.rules.js';
import { DEFAULT_HOURS } from '../risk/working-hours.rules.js';
import { Chance } from './chance.js';
import { type Life, staffMember } from './sample-making.js';

/** Somebody whom June helped with and was handed yesterday: she has not read the page yet. */
export function addHandovers(lives: readonly Life[]): void {
  const life = lives.find(({ person }) => person.preferredName === 'Biscuit');
  if (!life) return;
  const { rows, days, participantId } = life;
  // a stream of its own, so that what else there is stays as it was
  const chance = new Chance('handovers of harbor');
  const [dev, june, sam] = ['dev', 'june', 'sam'].map((name) => staffMember(life, name));
  const madeAt = days.at(days.ago(1), 15 * 60 + 10).instant;
  const now = rows.of('assignments').find((row) => row['participant_id'] === participantId)!;
  const before = { ...now, until_on: days.ago(1) };
  rows.add('assignments', { ...before, id: chance.id(madeAt), coach_id: dev!.id });
  rows.add('assignments', { ...before, id: chance.id(madeAt), coach_id: june!.id, kind: 'second' });
  Object.assign(now, { from_on: days.ago(1), made_by: sam!.id, made_at: madeAt });
  rows.add('handovers', {
    id: chance.id(madeAt),
    participant_id: participantId,
    from_id: dev!.id,
    to_id: june!.id,
    line:
      'He answers to Biscuit and to nothing else. Mornings are hard since the shelter moved; after three he is all ' +
      'there. If he goes quiet, ask about the dog.',
    line_by: dev!.id,
    line_at: madeAt,
    made_by: sam!.id,
    made_at: madeAt,
    accept_by: acceptBy(madeAt, { timeZone: days.timeZone, hours: DEFAULT_HOURS, holidays: new Set() }),
    was_second: true,
  });
}
