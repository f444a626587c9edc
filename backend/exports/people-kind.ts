import { type Field, FIELDS } from '../moving-in/reading/fields.js';
import { cursorOver } from './cursor.js';
import { type Batch, EVERYTHING, type ExportKind } from './export-kind.js';

interface Phone {
  value: string;
  mayCall: boolean;
  mayVoicemail: boolean;
  mayText: boolean;
  maySayWho: boolean;
  bestHours: string;
}

type Texts =
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
  | 'coach';
type PersonRow = Record<Texts, string | null> & {
  participant_id: string;
  phones: Phone[] | null;
  agreed_days: number;
};

const yesNo = (is: boolean | undefined): string => (is === undefined ? '' : is ? 'yes' : 'no');
const LANGUAGE_NAMES: Record<string, string> = { en: 'English', es: 'Spanish' };

/** What stands under each header, with which it also comes in. */
const COLUMNS: readonly [
  Field,
  (row: PersonRow, phone?: Phone, other?: Phone) => string | null | undefined,
][] = [
  ['participantId', (row) => row.participant_id],
  ['externalId', (row) => row.number],
  ['name', (row) => row.name],
  ['legalName', (row) => row.legal_name],
  ['bornOn', (row) => row.born_on],
  ['pronouns', (row) => row.pronouns],
  ['language', (row) => LANGUAGE_NAMES[row.language ?? '']],
  ['phone', (_, phone) => phone?.value],
  ['otherPhone', (_, _phone, other) => other?.value],
  ['mayCall', (_, phone) => yesNo(phone?.mayCall)],
  ['mayVoicemail', (_, phone) => yesNo(phone?.mayVoicemail)],
  ['mayText', (_, phone) => yesNo(phone?.mayText)],
  ['maySayWho', (_, phone) => yesNo(phone?.maySayWho)],
  ['bestHours', (_, phone) => phone?.bestHours],
  ['email', (row) => row.email],
  ['address', (row) => row.address],
  ['program', (row) => row.program],
  ['enrolledOn', (row) => row.enrolled_on],
  ['coach', (row) => row.coach],
  ['agreedDays', (row) => String(row.agreed_days)],
];

/** Everybody who is here, with two phones each, in the shape in which they come in: read back, nothing changes. */
export const PEOPLE: ExportKind = {
  roles: ['administrator'],
  settle: () => Promise.resolve(EVERYTHING),
  open: async (tx) => {
    const { rowCount, batches } = await cursorOver<PersonRow>(
      tx,
      'SELECT * FROM people_to_take_out($1, $2)',
      ['00000000-0000-0000-0000-000000000000', 2 ** 31 - 1],
    );
    return { above: [COLUMNS.map(([field]) => FIELDS[field])], rowCount, batches: cells(batches) };
  },
  fileName: () => 'people',
};

async function* cells(batches: AsyncIterable<PersonRow[]>): AsyncGenerator<Batch> {
  for await (const rows of batches)
    yield {
      rows: rows.map((row) => COLUMNS.map(([, cell]) => cell(row, ...(row.phones ?? [])) ?? null)),
      participantIds: rows.map((row) => row.participant_id),
    };
}
