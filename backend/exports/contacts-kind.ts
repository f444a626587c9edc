import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { type Field, FIELDS } from '../moving-in/reading/fields.js';
import { reportPeriod } from '../reports/report-period.rules.js';
import { cursorOver } from './cursor.js';
import { type Batch, EVERYTHING, type ExportKind } from './export-kind.js';

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '9999-12-31';

/** The columns of the statements, in their order, under the headers with which they come in. */
const COLUMNS = {
  contact_id: 'contactId',
  participant_id: 'participantId',
  number: 'externalId',
  name: 'name',
  occurred_on: 'occurredOn',
  occurred_time: 'occurredTime',
  way: 'way',
  outcome: 'outcome',
  minutes: 'minutes',
  coach: 'coach',
} as const satisfies Record<string, Field>;
const WITH_NOTES = { ...COLUMNS, note: 'note', shared_note: 'sharedNote' } as const satisfies Record<
  string,
  Field
>;

type ContactRow = Record<keyof typeof WITH_NOTES, string | number | null> & { participant_id: string };

/** As the supervisor, so it holds what they reach: their team's, with the notes. */
const OF_TEAM = `
  SELECT c.participant_id, c.id AS contact_id, p.preferred_name AS name, NULL AS number, c.occurred_on,
         to_char(c.occurred_time, 'HH24:MI') AS occurred_time, c.way, c.outcome, c.minutes, a.sign_in_name AS coach,
         n.words AS note, c.shared_note
    FROM contacts c
    LEFT JOIN participants p ON p.organization_id = c.organization_id AND p.id = c.participant_id
    JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.coach_id
    LEFT JOIN contact_team_notes n ON n.organization_id = c.organization_id AND n.contact_id = c.id
   WHERE c.organization_id = acting_organization() AND c.occurred_on BETWEEN $1 AND $2 AND c.voided_at IS NULL
   ORDER BY c.happened_at, c.id`;

/** Past the policies, without a word of what was said: an administrator reads no notes. */
const OF_ORGANIZATION = 'SELECT * FROM contacts_to_export($1, $2)';

/**
 * Contacts in the shape in which they come in: read back, such a file changes nothing. An administrator's are all there
 * are, without notes; a supervisor's those of their team, with them.
 */
export const CONTACTS: ExportKind = {
  roles: ['administrator', 'supervisor'],
  settle: (_tx, { today }, asked) =>
    Promise.resolve(
      asked.from || asked.through
        ? { ...EVERYTHING, ...reportPeriod({ from: asked.from!, through: asked.through! }, today) }
        : EVERYTHING,
    ),
  open: async (tx: EntityManager, { role }: Actor, { from, through }) => {
    const columns = role === 'supervisor' ? WITH_NOTES : COLUMNS;
    const names = Object.keys(columns) as (keyof ContactRow)[];
    const statement = role === 'supervisor' ? OF_TEAM : OF_ORGANIZATION;
    const { rowCount, batches } = await cursorOver<ContactRow>(tx, statement, [
      from ?? FIRST_DAY,
      through ?? LAST_DAY,
    ]);
    return {
      above: [Object.values(columns).map((field) => FIELDS[field])],
      rowCount,
      batches: cells(batches, names),
    };
  },
  fileName: ({ from, through }) => (from ? `contacts-${from}-through-${through}` : 'contacts'),
};

async function* cells(
  batches: AsyncIterable<ContactRow[]>,
  names: readonly (keyof ContactRow)[],
): AsyncGenerator<Batch> {
  for await (const rows of batches)
    yield {
      rows: rows.map((row) => names.map((name) => row[name])),
      participantIds: new Set(rows.map((row) => row.participant_id)),
    };
}
