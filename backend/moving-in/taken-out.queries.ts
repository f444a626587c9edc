import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { type Field, FIELDS } from './reading/fields.js';

export type TakenRow = Partial<Record<Field, string | null>>;

/** Some of a file: its rows, whom they are about, and behind whom the next ones stand. */
export interface TakenPage {
  rows: TakenRow[];
  participantIds: string[];
  last: string | null;
}

interface Phone {
  value: string;
  mayCall: boolean;
  mayVoicemail: boolean;
  mayText: boolean;
  maySayWho: boolean;
  bestHours: string;
}

type PersonRow = Record<
  | 'participant_id'
  | 'name'
  | 'legal_name'
  | 'number'
  | 'born_on'
  | 'pronouns'
  | 'language'
  | 'email'
  | 'address'
  | 'program'
  | 'enrolled_on'
  | 'coach',
  string | null
> & { participant_id: string; phones: Phone[] | null; agreed_days: number };

export const PEOPLE_OUT: readonly Field[] = [
  ...([
    'participantId',
    'externalId',
    'name',
    'legalName',
    'bornOn',
    'pronouns',
    'language',
    'phone',
  ] as const),
  ...([
    'otherPhone',
    'mayCall',
    'mayVoicemail',
    'mayText',
    'maySayWho',
    'bestHours',
    'email',
    'address',
  ] as const),
  ...(['program', 'enrolledOn', 'coach', 'agreedDays'] as const),
];
const CONTACTS_OUT: readonly Field[] = [
  ...([
    'contactId',
    'participantId',
    'externalId',
    'name',
    'occurredOn',
    'occurredTime',
    'way',
    'outcome',
  ] as const),
  ...(['minutes', 'coach'] as const),
];
/** An administrator reads no notes, so a file of theirs has no such columns. */
export const contactsOut = ({ role }: Pick<Actor, 'role'>): readonly Field[] =>
  role === 'supervisor' ? [...CONTACTS_OUT, 'note', 'sharedNote'] : CONTACTS_OUT;

export const headersOf = (fields: readonly Field[]): string[] => fields.map((field) => FIELDS[field]);

const yesNo = (is: boolean | undefined): string => (is === undefined ? '' : is ? 'yes' : 'no');
const LANGUAGE_NAMES: Record<string, string> = { en: 'English', es: 'Spanish' };

export async function peopleAfter(tx: EntityManager, after: string, most: number): Promise<TakenPage> {
  const rows = await tx.query<PersonRow[]>('SELECT * FROM people_to_take_out($1, $2)', [after, most]);
  return pageOf(
    rows,
    rows.map((row) => {
      const [phone, otherPhone] = row.phones ?? [];
      return {
        ...{ participantId: row.participant_id, externalId: row.number, name: row.name, bornOn: row.born_on },
        ...{
          legalName: row.legal_name,
          pronouns: row.pronouns,
          language: LANGUAGE_NAMES[row.language ?? ''],
        },
        ...{ phone: phone?.value, otherPhone: otherPhone?.value, email: row.email, address: row.address },
        ...{ mayCall: yesNo(phone?.mayCall), mayVoicemail: yesNo(phone?.mayVoicemail) },
        ...{
          mayText: yesNo(phone?.mayText),
          maySayWho: yesNo(phone?.maySayWho),
          bestHours: phone?.bestHours,
        },
        ...{ program: row.program, enrolledOn: row.enrolled_on, coach: row.coach },
        agreedDays: String(row.agreed_days),
      };
    }),
    (row) => row.participant_id,
  );
}

interface ContactRow {
  contact_id: string;
  participant_id: string;
  name: string | null;
  number: string | null;
  occurred_on: string;
  occurred_time: string | null;
  way: string | null;
  outcome: string;
  minutes: number | null;
  coach: string;
  note?: string | null;
  shared_note?: string;
}

/** As the supervisor, so it holds what they reach: their team's, with the notes. */
const OF_TEAM = `
  SELECT c.id AS contact_id, c.participant_id, p.preferred_name AS name, NULL AS number, c.occurred_on,
         to_char(c.occurred_time, 'HH24:MI') AS occurred_time, c.way, c.outcome, c.minutes, a.sign_in_name AS coach,
         n.words AS note, c.shared_note
    FROM contacts c
    LEFT JOIN participants p ON p.organization_id = c.organization_id AND p.id = c.participant_id
    JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.coach_id
    LEFT JOIN contact_team_notes n ON n.organization_id = c.organization_id AND n.contact_id = c.id
   WHERE c.organization_id = acting_organization() AND c.id > $1 AND c.voided_at IS NULL
   ORDER BY c.id LIMIT $2`;

export async function contactsAfter(
  tx: EntityManager,
  { role }: Pick<Actor, 'role'>,
  after: string,
  most: number,
): Promise<TakenPage> {
  const statement = role === 'supervisor' ? OF_TEAM : 'SELECT * FROM contacts_to_take_out($1, $2)';
  const rows = await tx.query<ContactRow[]>(statement, [after, most]);
  return pageOf(
    rows,
    rows.map((row) => ({
      ...{
        contactId: row.contact_id,
        participantId: row.participant_id,
        externalId: row.number,
        name: row.name,
      },
      ...{ occurredOn: row.occurred_on, occurredTime: row.occurred_time, way: row.way, outcome: row.outcome },
      ...{ minutes: row.minutes === null ? '' : String(row.minutes), coach: row.coach },
      ...{ note: row.note, sharedNote: row.shared_note },
    })),
    (row) => row.contact_id,
  );
}

function pageOf<Row extends { participant_id: string }>(
  rows: Row[],
  taken: TakenRow[],
  placeOf: (row: Row) => string,
): TakenPage {
  const last = rows.at(-1);
  return {
    rows: taken,
    participantIds: [...new Set(rows.map((row) => row.participant_id))],
    last: last ? placeOf(last) : null,
  };
}
