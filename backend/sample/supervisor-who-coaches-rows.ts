import { Chance } from './chance.js';
import { type Life, staffMember } from './sample-making.js';

/** A supervisor who holds the role of a coach too, certified, second coach of one participant for some weeks now. */
export function addSupervisorsWhoCoach(lives: readonly Life[]): void {
  const chance = new Chance('supervisors who coach');
  for (const member of lives[0]?.staff.values() ?? []) {
    const life = lives.find(({ person }) => person.preferredName === member.alsoCoaches?.besides);
    if (!member.alsoCoaches || !life) continue;
    const { rows, days } = life;
    const since = days.at(days.ago(120), 9 * 60).instant;
    const supervisor = staffMember(life, member.alsoCoaches.supervisor);
    rows.add('account_roles', { account_id: member.id, role: 'coach', given_at: since });
    rows.add('coaches', {
      id: member.id,
      supervisor_id: supervisor.id,
      capacity: null,
      training_supervisor_id: null,
      training_through_on: null,
    });
    rows.add('certifications', {
      id: chance.id(since),
      coach_id: member.id,
      kind: 'CPRS',
      issuer: 'State Certification Board',
      number: 'PR-19902',
      first_on: days.ago(704),
      last_on: days.ago(-25),
    });
    const madeAt = days.at(days.ago(33), 10 * 60).instant;
    rows.add('assignments', {
      id: chance.id(madeAt),
      participant_id: life.participantId,
      coach_id: member.id,
      kind: 'second',
      from_on: days.ago(33),
      until_on: null,
      made_by: supervisor.id,
      made_at: madeAt,
    });
  }
}
