import { weekOf } from '../wellbeing/pulses.rules.js';
import { Chance } from './chance.js';
import type { SampleDays } from './sample-days.js';
import { type StaffMember, staffMember } from './sample-making.js';
import type { SampleRows } from './sample-rows.js';

const PULSES = [
  {
    weeksAgo: 1,
    feeling: 'stretched',
    words: 'Three hard calls in one afternoon. A walk along the water before going home helped.',
  },
  { weeksAgo: 2, feeling: 'steady', words: 'Lou laughed on the phone. I carried that through the week.' },
  { weeksAgo: 4, feeling: 'worn out', words: '' },
] as const;

/** Whom staff may call for themselves, and what Rosa wrote for herself: the week of today is still hers to say. */
export function addWellbeing(
  rows: SampleRows,
  days: SampleDays,
  staff: ReadonlyMap<string, StaffMember>,
): void {
  const chance = new Chance('wellbeing of harbor');
  rows.add('wellbeing_settings', {
    support_line: 'Support for staff, day and night: 555-0188. What you say stays there.',
    version: 1,
  });
  for (const { weeksAgo, feeling, words } of PULSES) {
    const day = weekOf(days.ago(weeksAgo * 7));
    const { instant } = days.at(day, 17 * 60 + 20);
    rows.add('pulses', {
      id: chance.id(instant),
      account_id: staffMember({ staff }, 'rosa').id,
      week_on: day,
      feeling,
      words,
      said_at: instant,
      shared_at: null,
      version: 1,
    });
  }
}
