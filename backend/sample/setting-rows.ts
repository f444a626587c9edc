import { Chance } from './chance.js';
import type { SampleDays } from './sample-days.js';
import { type StaffMember, staffMember } from './sample-making.js';
import type { SampleRows } from './sample-rows.js';

/** What Ada set, as it stands now or stood in between, with how many days ago. */
const CHANGES: { subject: string; setting: string; before: unknown; after: unknown; daysAgo: number }[] = [
  { subject: 'organizations', setting: 'neutral_name', before: '', after: 'Harbor', daysAgo: 402 },
  { subject: 'load_settings', setting: 'capacity', before: 15, after: 20, daysAgo: 118 },
  { subject: 'load_settings', setting: 'head_count_ceiling', before: null, after: 22, daysAgo: 118 },
  {
    subject: 'organizations',
    setting: 'crisis_protocol',
    before: 'Stay with the person. Call 988.',
    after: null,
    daysAgo: 61,
  },
  { subject: 'answering_settings', setting: 'concern_working_days', before: 2, after: 1, daysAgo: 47 },
  { subject: 'answering_settings', setting: 'on_call_id', before: 'sam', after: 'inez', daysAgo: 12 },
  {
    subject: 'wellbeing_settings',
    setting: 'support_line',
    before: '',
    after: 'Support for staff, day and night: 555-0188. What you say stays there.',
    daysAgo: 3,
  },
];

/** Who changed which setting: what stands now was set by somebody, some day. */
export function addSettingChanges(
  rows: SampleRows,
  days: SampleDays,
  staff: ReadonlyMap<string, StaffMember>,
  crisisProtocol: string,
): void {
  const chance = new Chance('settings of harbor');
  const said = (setting: string, value: unknown): unknown =>
    setting === 'on_call_id'
      ? staffMember({ staff }, String(value)).id
      : setting === 'crisis_protocol'
        ? (value ?? crisisProtocol)
        : value;
  for (const { subject, setting, before, after, daysAgo } of CHANGES) {
    const day = days.ago(daysAgo);
    const { instant } = days.at(day, 10 * 60 + 40);
    rows.add('setting_changes', {
      id: chance.id(instant),
      subject,
      setting,
      before: said(setting, before),
      after: said(setting, after),
      changed_by: staffMember({ staff }, 'ada').id,
      changed_at: instant,
      effective_on: day,
    });
  }
}
