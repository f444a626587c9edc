import { Chance } from './chance.js';
import { type Making, staffMember } from './sample-making.js';

/** Two times away that are to come, so that nobody's day is changed by them: June's next week, and Inez's after it. */
export function addCovers({ rows, days, staff }: Pick<Making, 'rows' | 'days' | 'staff'>): void {
  const chance = new Chance('covers of harbor');
  const add = (
    role: 'coach' | 'supervisor',
    away: string,
    covering: string,
    from: number,
    through: number,
  ): void => {
    const { instant } = days.at(days.ago(2), 10 * 60 + chance.whole(0, 60));
    const { id: awayId } = staffMember({ staff }, away);
    rows.add('covers', {
      id: chance.id(instant),
      role,
      away_id: awayId,
      covering_id: staffMember({ staff }, covering).id,
      from_on: days.ago(-from),
      through_on: days.ago(-through),
      made_by: awayId,
      made_at: instant,
      request_hash: '\\x00',
    });
  };
  add('coach', 'june', 'dev', 6, 10);
  add('supervisor', 'inez', 'sam', 13, 19);
}
