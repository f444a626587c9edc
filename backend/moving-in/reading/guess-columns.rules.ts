import { type Field, FIELDS, FIELDS_OF, type MoveKind, WHY_REFUSED } from './fields.js';
import type { SheetColumn } from './sheet.js';

/** What people head their columns with; our own words for a field are among them, so what went out comes back. */
const HEADERS: Record<Field, string> = {
  name: 'name|full name|participant|participant name|client|client name|person|member|peer|consumer|patient|preferred name|goes by|nombre|nombre completo|name they go by',
  firstName:
    'first|first name|firstname|given name|fname|client first name|participant first name|nombre de pila',
  lastName:
    'last|last name|lastname|surname|family name|lname|client last name|participant last name|apellido|apellidos',
  legalName: 'legal name|name on id|legal',
  externalId:
    'id|client id|participant id|case id|case number|case no|case #|record number|mrn|number|chart|chart number|external id|client number|client #|participant number|old id|unique id|uid',
  participantId: 'number here',
  bornOn: 'dob|d o b|birth date|birthdate|birth day|birthday|date of birth|born|born on|fecha de nacimiento',
  pronouns: 'pronouns|pronoun|pronombres',
  language: 'language|lang|preferred language|primary language|speaks|idioma',
  phone:
    'phone|phone number|telephone|tel|cell|cell phone|mobile|mobile phone|primary phone|phone 1|phone1|contact number|number to call|home phone|teléfono|telefono|celular',
  otherPhone:
    'other phone|phone 2|phone2|second phone|alternate phone|alt phone|secondary phone|work phone|message phone|phone (2)|backup phone',
  email: 'email|e mail|email address|mail|correo',
  address: 'address|street|street address|home address|mailing address|dirección|direccion|location',
  mayCall: 'ok to call|may call|call ok|can call|safe to call',
  mayVoicemail:
    'ok to leave voicemail|voicemail ok|may leave voicemail|ok to leave message|leave message|safe to leave message|vm ok',
  mayText: 'ok to text|may text|text ok|can text|safe to text',
  maySayWho: 'may say who|say who is calling|identify|ok to identify',
  whyNotSafe: 'safety note|why not|contact notes|phone note|phone notes|contact instructions',
  bestHours: 'best time|best times|best time to call|best hours|when to call',
  program: 'program|program name|programme|grant|service|service line|funding|funding source|programa',
  enrolledOn:
    'enrolled|enrolled on|enrollment date|enrolment date|enroll date|intake|intake date|start|start date|started|admission|admission date|admitted|opened|date opened|since|referral date|fecha de ingreso',
  coach:
    'coach|peer|peer coach|recovery coach|assigned to|assigned coach|worker|staff|staff name|counselor|specialist|prs|peer specialist|peer support|logged by|author|provider|by|entered by',
  agreedDays: 'days between contacts|cadence|frequency|contact frequency|every|how often|every days',
  contactId: 'contact number here',
  occurredOn:
    'date|contact date|date of contact|day|service date|date of service|dos|encounter date|visit date|session date|occurred on|fecha',
  occurredTime: 'time|contact time|start time|time of contact|service time|begin time|time in|hora',
  way: 'way|how|type|contact type|method|mode|contact method|mode of contact|channel|service type|encounter type|activity',
  outcome:
    'outcome|result|status|contact outcome|reached|how it went|disposition|contact result|successful|contact made|attended',
  minutes: 'minutes|duration|length|mins|min|time spent|duration minutes|duration min|total minutes',
  note: 'note|notes|comment|comments|narrative|summary|description|progress note|case note|contact note|nota|notas',
  sharedNote: 'shared note|note shared|participant note|note to participant',
};

export interface Guessed {
  field: Field | null;
  /** A person chose this the last time a column had this header. */
  isRemembered: boolean;
}

/**
 * Which column is what, by its header alone: what a person chose last time, else what such a column is mostly called.
 * No field twice: what was remembered goes first, then the leftmost.
 *
 * @param remembered by `headerKey`; null where a person left the column out
 */
export function guessColumns(
  columns: Pick<SheetColumn, 'name'>[],
  kind: MoveKind,
  remembered: ReadonlyMap<string, Field | null>,
): Guessed[] {
  const taken = new Set<Field>();
  const guesses = columns.map(({ name }): Guessed => {
    const field = remembered.get(headerKey(name));
    if (field === undefined || (field && (taken.has(field) || !FIELDS_OF[kind].includes(field))))
      return { field: null, isRemembered: false };
    if (field) taken.add(field);
    return { field, isRemembered: true };
  });
  return guesses.map((guess, i) => {
    if (guess.isRemembered) return guess;
    const field = byHeader(columns[i]!.name, kind, taken);
    if (field) taken.add(field);
    return { field, isRemembered: false };
  });
}

/** Under which a choice is remembered: letters and digits of a header, whatever stands around them. */
export function headerKey(header: string): string {
  return header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#()]+/gu, ' ')
    .trim();
}

function byHeader(header: string, kind: MoveKind, taken: Set<Field>): Field | null {
  const key = headerKey(header);
  if (key === headerKey(WHY_REFUSED)) return null;
  const isCalled = (field: Field): boolean =>
    key === headerKey(FIELDS[field]) || HEADERS[field].split('|').includes(key);
  return FIELDS_OF[kind].find((field) => !taken.has(field) && isCalled(field)) ?? null;
}
