import type { Life, SampleGoal, StaffMember } from './sample-making.js';

export const VOID_REASONS = [
  'Logged for the wrong person.',
  'Logged twice, once from the phone.',
  'This was a message nobody answered, not a contact.',
  'Meant for the day before; logged again there.',
] as const;

const ADDENDA = [
  { words: 'Since then: the letter came, and it is a yes.', isShared: true },
  { words: 'The appointment was moved by the clinic, not by the participant.', isShared: true },
  {
    words: 'Read again with the participant, who asked to add: "I was already outside when he came."',
    isShared: true,
  },
  {
    words: 'For the next coach: the friend mentioned here is the one who also picks up the keys.',
    isShared: false,
  },
  { words: 'Checked with the pharmacy afterwards. Their mistake, they apologized.', isShared: false },
];

interface ContactSaid {
  id: string;
  participant_id: string;
  occurred_on: string;
  occurred_time: string | null;
  recorded_at: Date;
  outcome: string;
  started_by: string;
  way: string;
  place: string | null;
  minutes: number | null;
  dimensions: string[];
  shared_note: string;
  version: number;
}

/** Keeps what a contact said first, without its last sentence and its minutes; the row says it now in full. */
export function amended(
  { rows, days, chance, participantId }: Life,
  row: ContactSaid,
  program: { id: string; name: string },
  coach: StaffMember,
  goals: readonly SampleGoal[],
  teamNote: string,
): void {
  const first = row.shared_note
    .split(/(?<=[.!?"]) /)
    .slice(0, -1)
    .join(' ');
  rows.add('contact_versions', {
    contact_id: row.id,
    version: 1,
    participant_id: participantId,
    // the names that an amendment in the app keeps them under
    fields: {
      occurredOn: row.occurred_on,
      occurredTime: row.occurred_time,
      outcome: row.outcome,
      startedBy: row.started_by,
      way: row.way,
      place: row.place,
      minutes: null,
      programId: program.id,
      programName: program.name,
      dimensions: row.dimensions,
      goals: goals.map(({ id, sentence }) => ({ goalId: id, sentence })),
      sharedNote: first,
      teamNote,
    },
    made_by: coach.id,
    replaced_at: days.after(row.recorded_at, chance.whole(5, 600)),
  });
  row.version = 2;
}

export function addAddendum(
  { rows, days, chance, participantId }: Life,
  contactId: string,
  ago: number,
  author: StaffMember,
): void {
  const addedAt = days.at(
    days.ago(Math.max(0, ago - chance.whole(2, 5))),
    chance.whole(9 * 60, 17 * 60),
  ).instant;
  const { words, isShared } = chance.pick(ADDENDA);
  rows.add('contact_addenda', {
    id: chance.id(addedAt),
    contact_id: contactId,
    participant_id: participantId,
    author_id: author.id,
    words,
    is_shared: isShared,
    added_at: addedAt,
  });
}
