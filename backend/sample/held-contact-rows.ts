import { createHash } from 'node:crypto';
import { Chance } from './chance.js';
import { type Life, staffMember } from './sample-making.js';

/** One contact of Tomás since his certification lapsed, from the days when such contacts were held: it waits for Inez. */
export function addHeldContact(lives: readonly Life[]): void {
  const life = lives.find(
    ({ person: { coach, story } }) =>
      coach === 'tomas' &&
      story.reachedAgo !== null &&
      story.reachedAgo < 6 &&
      story.enrolledAgo > 60 &&
      !story.movedFrom &&
      !story.closed,
  );
  if (!life) return;
  const { rows, days, participantId, stays, person } = life;
  // before the last contact, so that the standing told stays as it is
  const ago = person.story.reachedAgo! + 2;
  const stay = stays.find(({ fromAgo, untilAgo }) => ago <= fromAgo && ago >= untilAgo);
  if (!stay) return;
  const { instant, time } = days.at(days.ago(ago), 15 * 60);
  const id = new Chance('held contact of harbor').id(instant);
  rows.add('contacts', {
    id,
    participant_id: participantId,
    enrollment_id: stay.enrollmentId,
    coach_id: staffMember(life, 'tomas').id,
    occurred_on: days.ago(ago),
    occurred_time: time,
    happened_at: instant,
    recorded_at: days.after(instant, 30),
    outcome: 'reached',
    started_by: 'coach',
    way: 'in person',
    place: 'community',
    minutes: 35,
    dimensions: ['Community'],
    shared_note: 'Walked to the evening meeting together and talked on the way back.',
    certification_id: null,
    training_supervisor_id: null,
    is_held: true,
    is_off_caseload: false,
    request_hash: `\\x${createHash('sha256').update(id).digest('hex')}`,
    version: 1,
    voided_at: null,
    voided_by: null,
    void_reason: null,
  });
}
