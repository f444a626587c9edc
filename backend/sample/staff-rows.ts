import type { Chance } from './chance.js';
import type { SampleStaff } from './harbor-staff.js';
import type { SampleDays } from './sample-days.js';
import type { StaffMember } from './sample-making.js';
import type { SampleRows } from './sample-rows.js';

/** Makes the accounts of those who work here, by sign-in name; coaches with their team and certifications. */
export function addStaff(
  rows: SampleRows,
  days: SampleDays,
  chance: Chance,
  staff: readonly SampleStaff[],
): ReadonlyMap<string, StaffMember> {
  const members = new Map<string, StaffMember>();
  for (const each of staff) {
    const since = days.at(days.ago(each.sinceAgo), 9 * 60).instant;
    const member: StaffMember = {
      ...each,
      id: chance.id(since),
      certificationSpans: (each.certifications ?? []).map(({ firstAgo, lastAgo }) => ({
        id: chance.id(since),
        firstOn: days.ago(firstAgo),
        lastOn: days.ago(lastAgo),
      })),
    };
    members.set(each.signInName, member);
    rows.add('accounts', {
      id: member.id,
      role: each.role,
      sign_in_name: each.signInName,
      name: each.name,
      language: 'en',
      activated_at: since,
      disabled_at: null,
      created_at: since,
      version: 1,
    });
    if (each.role === 'coach') addCoach(rows, days, member, members);
  }
  return members;
}

function addCoach(
  rows: SampleRows,
  days: SampleDays,
  member: StaffMember,
  members: ReadonlyMap<string, StaffMember>,
): void {
  const { training } = member;
  rows.add('coaches', {
    id: member.id,
    supervisor_id: members.get(member.supervisor ?? '')?.id ?? null,
    capacity: training ? 10 : null,
    training_supervisor_id: training ? members.get(training.supervisor)!.id : null,
    training_through_on: training ? days.ago(training.throughAgo) : null,
  });
  for (const [index, { kind, issuer, number }] of (member.certifications ?? []).entries()) {
    const { id, firstOn, lastOn } = member.certificationSpans[index]!;
    rows.add('certifications', {
      id,
      coach_id: member.id,
      kind,
      issuer,
      number,
      first_on: firstOn,
      last_on: lastOn,
    });
  }
}
