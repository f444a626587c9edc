import { createHash } from 'node:crypto';
import { Chance } from './chance.js';
import { type Life, staffMember } from './sample-making.js';

/** Two days on which a coach wrote about somebody who was not theirs: one stood in, to the other somebody walked in. */
export function addStandIns(lives: readonly Life[]): void {
  const chance = new Chance('stand-ins of harbor');
  const ofCoach = (signInName: string) =>
    lives.filter(
      ({ person: { coach, story } }) =>
        coach === signInName &&
        story.reachedAgo !== null &&
        story.reachedAgo < 12 &&
        story.enrolledAgo > 60 &&
        !story.secondCoach &&
        !story.movedFrom &&
        !story.closed,
    );
  addStandIn(chance, ofCoach('dev')[0], 'rosa', {
    place: 'office',
    shared:
      'Walked in while Dev was out. We looked at the letter from the housing office together over coffee.',
    team: 'Calm, only worried about the date in the letter. I told them that Dev calls tomorrow.',
  });
  addStandIn(chance, ofCoach('rosa')[0], 'dev', {
    place: 'community',
    shared:
      'Rosa was at the hospital with someone, so I came along to the job center. The form is handed in.',
    team: '',
  });
}

function addStandIn(
  chance: Chance,
  life: Life | undefined,
  signInName: string,
  said: { place: string; shared: string; team: string },
): void {
  if (!life) return;
  const { rows, days, participantId, stays, person } = life;
  const coach = staffMember(life, signInName);
  // before the last contact, so that the standing told stays as it is
  const ago = (person.story.reachedAgo ?? 0) + 2;
  const day = days.ago(ago);
  const certification = coach.certificationSpans.find(
    ({ firstOn, lastOn }) => firstOn <= day && day <= lastOn,
  );
  const stay = stays.find(({ fromAgo, untilAgo }) => ago <= fromAgo && ago >= untilAgo);
  if (!certification || !stay) return;
  const { instant, time } = days.at(day, 14 * 60 + chance.whole(0, 90));
  const id = chance.id(instant);
  rows.add('contacts', {
    id,
    participant_id: participantId,
    enrollment_id: stay.enrollmentId,
    coach_id: coach.id,
    occurred_on: day,
    occurred_time: time,
    happened_at: instant,
    recorded_at: days.after(instant, 20),
    outcome: 'reached',
    started_by: 'participant',
    way: 'in person',
    place: said.place,
    minutes: 25,
    dimensions: ['Home'],
    shared_note: said.shared,
    certification_id: certification.id,
    training_supervisor_id: null,
    is_held: false,
    is_off_caseload: true,
    request_hash: `\\x${createHash('sha256').update(id).digest('hex')}`,
    version: 1,
    voided_at: null,
    voided_by: null,
    void_reason: null,
  });
  if (said.team)
    rows.add('contact_team_notes', { contact_id: id, participant_id: participantId, words: said.team });
}
