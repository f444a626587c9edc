import { createHash } from 'node:crypto';
import { Chance } from './chance.js';
import { type Life, staffMember, type StaffMember } from './sample-making.js';

const TEN = 10 * 60;

interface SampleLine {
  section: string;
  /** Of the coach's participants the so-manieth; none: the coach. */
  about?: number;
  sentence: (life: Life | undefined) => string;
  words?: string;
}

const goalOf = (life: Life | undefined): string => `“${life?.goals.at(-1)?.sentence ?? 'Find steady work'}”`;

const HELD: SampleLine[] = [
  {
    section: 'wins',
    about: 0,
    sentence: () => '2 promises kept, the last of them: “Bring the bus plan and two day passes”',
    words: 'They ride the bus alone now. Rosa told them how proud she is; worth telling again.',
  },
  {
    section: 'out of touch',
    about: 1,
    sentence: () => 'Overdue: last reached 9 days ago, tried on 2 days since; agreed on every 7',
    words: 'The day shift ends at three. Try at half past, and by text first.',
  },
  {
    section: 'stalled goals',
    about: 2,
    sentence: (life) => `No movement in five weeks: ${goalOf(life)}`,
    words: 'Ask whether it is still theirs. Letting a goal go is fine.',
  },
  { section: 'load', sentence: () => 'Load 13.5 of 15, with 12 participants' },
];

const TO_SIGN: SampleLine[] = [
  {
    section: 'wins',
    about: 1,
    sentence: (life) => `Goal reached a week ago: ${goalOf(life)}`,
    words: 'A card for the wall. Dev brings it on Friday.',
  },
  {
    section: 'promises broken',
    about: 0,
    sentence: () => 'Promised for last Thursday and still open: “Send the number of the legal aid clinic”',
    words: 'The clinic moved; Dev has the new number now.',
  },
  { section: 'load', sentence: () => 'Load 11 of 15, with 10 participants' },
];

/** Sam's sessions: one with Rosa that both signed, one with Dev that waits for Sam, and Rosa's next one tomorrow. */
export function addSupervision(lives: readonly Life[]): void {
  const [first] = lives;
  if (!first) return;
  const [sam, rosa, dev] = ['sam', 'rosa', 'dev'].map((name) => staffMember(first, name)) as [
    StaffMember,
    StaffMember,
    StaffMember,
  ];
  const held = addHeld(lives, sam, rosa, { ago: 13, minutes: 55, lines: HELD });
  addDecision(first, held, sam, rosa);
  sign(first, held, [rosa, sam]);
  addAddendum(first, held, rosa);
  addPlanned(first, sam, rosa, held.id);
  sign(first, addHeld(lives, sam, dev, { ago: 1, minutes: 45, lines: TO_SIGN }), [dev]);
}

interface Held {
  id: string;
  endedAt: Date;
}

function addHeld(
  lives: readonly Life[],
  sam: StaffMember,
  coach: StaffMember,
  { ago, minutes, lines }: { ago: number; minutes: number; lines: SampleLine[] },
): Held {
  const { rows, days } = lives[0]!;
  const chance = new Chance(`supervision of ${coach.signInName}`);
  const begunAt = days.at(days.ago(ago), TEN).instant;
  const plannedAt = days.at(days.ago(ago + 14), TEN).instant;
  const id = chance.id(plannedAt);
  rows.add('supervision_sessions', {
    ...session(sam, id, { plannedOn: days.ago(ago), plannedAt, endsAt: days.after(begunAt, minutes) }),
    ...{ during: 'empty', begun_at: begunAt, begun_by: sam.id, held_on: days.ago(ago), minutes },
    words: `${coach.name} asked about the training on grief in spring. A good month, and a full one.`,
    ...{ follows_id: null, text_version: 6, words_version: 2, version: 3 },
  });
  rows.add('supervision_session_coaches', { session_id: id, coach_id: coach.id, during: 'empty' });
  const theirs = lives.filter(({ person }) => person.coach === coach.signInName && !person.story.closed);
  lines.forEach(({ section, about, sentence, words }, index) => {
    const life = about === undefined ? undefined : theirs[about];
    const lineId = chance.id(begunAt);
    const ofLine = { session_id: id, coach_id: coach.id };
    rows.add('supervision_lines', {
      ...ofLine,
      ...{ id: lineId, section, position: index + 1, is_about_somebody: life !== undefined },
    });
    rows.add('supervision_line_words', {
      ...ofLine,
      ...{ line_id: lineId, participant_id: life?.participantId ?? null, sentence: sentence(life) },
      ...{ words: words ?? '', version: words ? 2 : 1 },
    });
  });
  return { id, endedAt: days.after(begunAt, minutes) };
}

/** Open still, so it opens the agenda of the next one. */
function addDecision({ rows, days }: Life, { id, endedAt }: Held, sam: StaffMember, rosa: StaffMember): void {
  const decisionId = new Chance(`decision of ${id}`).id(endedAt);
  rows.add('supervision_decisions', {
    ...{ id: decisionId, session_id: id, coach_id: rosa.id, supervisor_id: sam.id, becomes: 'session' },
    words: 'Try the new naloxone kit, and show the others how it opens',
    ...{ due_on: days.ago(1), made_at: endedAt, made_by: sam.id },
    request_hash: `\\x${createHash('sha256').update(decisionId).digest('hex')}`,
  });
}

function addPlanned({ rows, days }: Life, sam: StaffMember, rosa: StaffMember, followsId: string): void {
  const plannedOn = days.ago(-1);
  const start = Temporal.PlainDate.from(plannedOn).toZonedDateTime({
    timeZone: days.timeZone,
    plainTime: '10:00',
  });
  const [startsAt, endsAt] = [0, 60].map((more) => new Date(start.epochMilliseconds + more * 60_000));
  const id = new Chance('supervision to come').id(days.at(days.ago(13), TEN).instant);
  const during = `[${startsAt!.toISOString()},${endsAt!.toISOString()})`;
  rows.add('supervision_sessions', {
    ...session(sam, id, { plannedOn, plannedAt: days.at(days.ago(13), TEN).instant, endsAt: endsAt! }),
    ...{ during, begun_at: null, begun_by: null, held_on: null, minutes: null, words: '' },
    ...{ follows_id: followsId, text_version: 1, words_version: 1, version: 1 },
  });
  rows.add('supervision_session_coaches', { session_id: id, coach_id: rosa.id, during });
}

function session(
  { id: supervisorId }: StaffMember,
  id: string,
  { plannedOn, plannedAt, endsAt }: { plannedOn: string; plannedAt: Date; endsAt: Date },
): Record<string, unknown> {
  return {
    ...{ id, supervisor_id: supervisorId, kind: 'individual', planned_on: plannedOn, planned_time: '10:00' },
    ...{ planned_minutes: 60, ends_at: endsAt, every_days: 14, rhythm_on: plannedOn },
    ...{ planned_at: plannedAt, planned_by: supervisorId },
  };
}

function sign({ rows, days }: Life, { id, endedAt }: Held, by: StaffMember[]): void {
  by.forEach((person, index) =>
    rows.add('supervision_signatures', {
      ...{
        session_id: id,
        account_id: person.id,
        side: person.role,
        signed_at: days.after(endedAt, 5 * index),
      },
    }),
  );
}

function addAddendum({ rows, days }: Life, { id, endedAt }: Held, by: StaffMember): void {
  const addedAt = days.after(endedAt, 26 * 60);
  const addendumId = new Chance(`addendum to ${id}`).id(addedAt);
  rows.add('supervision_addenda', {
    ...{ id: addendumId, session_id: id, account_id: by.id, added_at: addedAt },
    words: 'The grief training is on the second Saturday in May. I have signed up.',
    request_hash: `\\x${createHash('sha256').update(addendumId).digest('hex')}`,
  });
}
