import { createHash } from 'node:crypto';
import { loggedUnder } from '../coaches/certification.rules.js';
import type { Outcome, Place, Way } from '../contacts/contacts.rules.js';
import { type Moment, momentsOf } from './contact-moments.js';
import { addAddendum, amended, VOID_REASONS } from './contact-changes.js';
import { NoteWriter } from './notes.js';
import { type Life, type StaffMember, staffMember } from './sample-making.js';

const PLACES: Partial<Record<Way, readonly (Place | null)[]>> = {
  'in person': ['office', 'home', 'community', 'community', 'street', 'treatment', 'office'],
  video: ['online'],
  group: ['office', 'community'],
  phone: [null, null, null, 'home'],
};
const MINUTES: Partial<Record<Way, [number, number]>> = {
  phone: [1, 8],
  video: [4, 9],
  'in person': [4, 18],
  group: [12, 18],
};

/** Logs every contact of a participant, with its notes, goals, late entries, amendments and voids. */
export function addContacts(life: Life): void {
  const writer = new NoteWriter(life.chance, life.person.themes);
  for (const moment of momentsOf(life.person.story, life.chance)) addContact(life, moment, writer);
}

function addContact(life: Life, moment: Moment, writer: NoteWriter): void {
  const { rows, days, chance, person, participantId } = life;
  const { ago, isReached } = moment;
  const stay = life.stays.find(({ fromAgo, untilAgo }) => ago <= fromAgo && ago >= untilAgo);
  if (!stay) return;
  const day = days.ago(ago);
  const way = isReached ? wayOf(life) : chance.weighed<Way>({ phone: 60, text: 25, 'in person': 15 });
  const outcome = isReached ? 'reached' : attemptBy(way, life);
  const { instant, time } = days.at(day, way === 'group' ? 18 * 60 : chance.whole(8 * 60, 19 * 60));
  const isTimed = chance.percent(92);
  const recordedAt = days.after(
    instant,
    chance.percent(4) ? chance.whole(1_500, 4_500) : chance.whole(2, 150),
  );
  const id = chance.id(recordedAt);
  const { coach, under } = whoLogged(life, ago);
  const place = isReached ? placeOf(life, way, ago) : null;
  const { words, theme } = isReached
    ? writer.shared(way, place)
    : { words: writer.unanswered(outcome, way), theme: null };
  const isNoted = chance.percent(90);
  const minutes = MINUTES[way];
  const goals = life.goals.filter(({ madeAgo }) => isReached && madeAgo >= ago && chance.percent(16));
  const row = {
    id,
    participant_id: participantId,
    enrollment_id: stay.enrollmentId,
    coach_id: coach.id,
    occurred_on: day,
    occurred_time: isTimed ? time : null,
    happened_at: isTimed ? instant : days.at(day, 24 * 60 - 1).instant,
    recorded_at: recordedAt,
    outcome,
    started_by: isReached && chance.percent(22) ? 'participant' : 'coach',
    way,
    place,
    minutes: isReached && minutes && chance.percent(86) ? chance.whole(...minutes) * 5 : null,
    dimensions: theme && chance.percent(82) ? [theme.dimension] : [],
    shared_note: isNoted ? words : '',
    certification_id: under.certificationId,
    training_supervisor_id: under.trainingSupervisorId,
    is_held: false,
    is_off_caseload: false,
    request_hash: `\\x${createHash('sha256').update(id).digest('hex')}`,
    version: 1,
    voided_at: null as Date | null,
    voided_by: null as string | null,
    void_reason: null as string | null,
  };
  const team = theme && chance.percent(person.story.riskNotes ? 45 : 24) ? writer.team(theme) : '';
  if (moment.isVoided)
    Object.assign(row, {
      voided_at: days.after(recordedAt, chance.whole(20, 2_000)),
      voided_by: chance.percent(80) ? coach.id : staffMember(life, coach.supervisor!).id,
      void_reason: chance.pick(VOID_REASONS),
      version: 2,
    });
  else if (isReached && isNoted && chance.percent(2.5)) amended(life, row, stay.program, coach, goals, team);
  rows.add('contacts', row);
  if (team) rows.add('contact_team_notes', { contact_id: id, participant_id: participantId, words: team });
  for (const goal of goals)
    rows.add('contact_goals', { contact_id: id, goal_id: goal.id, participant_id: participantId });
  if (isReached && ago > 3 && chance.percent(2)) addAddendum(life, id, ago, coach);
}

function wayOf({ chance, person }: Life): Way {
  if (person.likes && chance.percent(60)) return person.likes;
  const group = person.themes.includes('meetings') ? 22 : 4;
  return chance.weighed<Way>({ phone: 36, text: 20, 'in person': 32, video: 5, email: 2, group });
}

/** What came of trying; a message is left only where that is safe. */
function attemptBy(way: Way, { chance, mayLeaveMessage }: Life): Exclude<Outcome, 'reached'> {
  if (way === 'text') return 'no answer';
  if (way === 'in person') return chance.percent(80) ? 'no-show' : 'no answer';
  return chance.weighed({ 'no answer': 55, 'left message': mayLeaveMessage ? 40 : 0, 'wrong number': 2 });
}

function placeOf({ chance, person }: Life, way: Way, ago: number): Place | null {
  const away = person.story.pauses?.find(
    ({ fromAgo, throughAgo }) => ago <= fromAgo && ago >= throughAgo,
  )?.reason;
  if (way === 'in person' && (away === 'jail' || away === 'hospital')) return away;
  if (way === 'in person' && chance.percent(1.5)) return 'emergency room';
  return chance.pick(PLACES[way] ?? [null]);
}

/** The coach of that day; where their certification had lapsed, the second one. */
function whoLogged(
  life: Life,
  ago: number,
): { coach: StaffMember; under: NonNullable<ReturnType<typeof loggedUnder>> } {
  const { days, person } = life;
  const own = life.coachOn(ago);
  const others = person.story.secondCoach ? [staffMember(life, person.story.secondCoach)] : [];
  // a second coach has some of the contacts in any case
  const asked =
    others.length > 0 && ago < 40 && life.chance.percent(25) ? [...others, own] : [own, ...others];
  for (const coach of asked) {
    const training = {
      trainingSupervisorId: coach.training ? staffMember(life, coach.training.supervisor).id : null,
      trainingThroughOn: coach.training ? days.ago(coach.training.throughAgo) : null,
    };
    const under = loggedUnder(coach.certificationSpans, training, days.ago(ago));
    if (under) return { coach, under };
  }
  throw new Error(`Nobody could log a contact with ${person.preferredName} ${ago} days ago.`);
}
