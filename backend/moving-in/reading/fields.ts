export const MOVE_KINDS = ['people', 'contacts'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** What a column of a file can be. */
export const FIELDS = {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  legalName: 'Legal name, where it differs',
  externalId: 'Their number in the old system',
  participantId: 'Their number here',
  bornOn: 'Birth day',
  pronouns: 'Pronouns',
  language: 'Language',
  phone: 'Phone',
  otherPhone: 'Another phone',
  email: 'E-mail',
  address: 'Address',
  mayCall: 'Safe to call',
  mayVoicemail: 'Safe to leave a voicemail',
  mayText: 'Safe to text',
  maySayWho: 'May say who is calling',
  whyNotSafe: 'Why not safe',
  bestHours: 'Best hours',
  program: 'Program',
  enrolledOn: 'Enrolled on',
  coach: 'Coach',
  agreedDays: 'Days between contacts',
  contactId: 'Number of the contact here',
  occurredOn: 'Day of the contact',
  occurredTime: 'Time',
  way: 'How (call, text, visit …)',
  outcome: 'How it went (reached, no answer …)',
  minutes: 'Minutes',
  note: 'Note for the team',
  sharedNote: 'Note they may read',
} as const;
export type Field = keyof typeof FIELDS;

/** Those of a kind of file, in the order in which they are offered. */
export const FIELDS_OF: Record<MoveKind, readonly Field[]> = {
  people: [
    'name',
    'firstName',
    'lastName',
    'legalName',
    'externalId',
    'participantId',
    'bornOn',
    'pronouns',
    'language',
    'phone',
    'otherPhone',
    'email',
    'address',
    'mayCall',
    'mayVoicemail',
    'mayText',
    'maySayWho',
    'whyNotSafe',
    'bestHours',
    'program',
    'enrolledOn',
    'coach',
    'agreedDays',
  ],
  contacts: [
    'externalId',
    'participantId',
    'name',
    'firstName',
    'lastName',
    'bornOn',
    'phone',
    'contactId',
    'occurredOn',
    'occurredTime',
    'way',
    'outcome',
    'minutes',
    'note',
    'sharedNote',
    'coach',
  ],
};

/** One of each group must be matched, or nothing can be brought in. */
export const NEEDED: Record<MoveKind, readonly (readonly Field[])[]> = {
  people: [['name', 'firstName', 'lastName'], ['enrolledOn']],
  contacts: [
    ['externalId', 'participantId', 'name', 'firstName', 'lastName'],
    ['occurredOn'],
    ['outcome'],
    ['coach'],
  ],
};

export const DAY_FIELDS: readonly Field[] = ['bornOn', 'enrolledOn', 'occurredOn'];

/** The header under which the reasons stand in a file of refused rows; such a column is left out when it comes back. */
export const WHY_REFUSED = 'Why it was refused';
