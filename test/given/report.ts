import type { Client } from '../support/client.js';
import type { Participant } from './participant.js';

export interface ReportAsRead {
  tables: TableAsRead[];
  retention: { steps: { days: number; share: number; atRisk: number | null }[]; followedDays: number };
  retentionBy: { of: string; name: string; steps: { days: number }[] }[];
  givenOut: {
    from: string;
    through: string;
    programName: string | null;
    teamOf: string | null;
    givenOn: string;
    givenBy: string;
  }[];
  heldCount: number | null;
  scope: string;
  timeZone: string;
}

export interface TableAsRead {
  key: string;
  columns: { key: string }[];
  rows: {
    of: string;
    id: string | null;
    name: string;
    cells: { value: number | null; isHidden: boolean }[];
  }[];
  hiddenCount: number;
}

/** A report as a test reads it: `row('contacts', 'Rosa')` has its columns by key; a hidden one is 'hidden'. */
export interface ReportRead {
  body: ReportAsRead;
  row(table: string, name: string): Record<string, number | string | null>;
  names(table: string): string[];
}

export async function reportFor(client: Client, asked = ''): Promise<ReportRead> {
  const { status, body } = await client.get(`/api/reports?${asked}`);
  if (status !== 200) throw new Error(`The report answered ${status}: ${JSON.stringify(body)}`);
  const report = body as ReportAsRead;
  const tableOf = (key: string): TableAsRead => report.tables.find((each) => each.key === key)!;
  return {
    body: report,
    names: (key) => tableOf(key).rows.map(({ name }) => name),
    row: (key, name) => {
      const { columns, rows } = tableOf(key);
      const row = rows.find((each) => each.name === name);
      if (!row) throw new Error(`No row ${name}: ${rows.map((each) => each.name).join()}`);
      return Object.fromEntries(
        columns.map((column, index) => {
          const { value, isHidden } = row.cells[index]!;
          return [column.key, isHidden ? 'hidden' : value];
        }),
      );
    },
  };
}

/** Every column whose rows of a section don't add up to the whole; worked-out ones aside. */
export function whatDoesNotAddUp({ body }: ReportRead): string[] {
  return body.tables.flatMap(({ key, columns, rows }) => {
    const whole = rows.find(({ of }) => of === 'whole')!;
    const counts = columns.filter((column) => 'kind' in column && column.kind === 'count');
    return [...Map.groupBy(rows, ({ of }) => of)].flatMap(([of, section]) =>
      counts.flatMap((column) => {
        const place = columns.indexOf(column);
        const sum = section.reduce((all, row) => all + row.cells[place]!.value!, 0);
        return sum === whole.cells[place]!.value ? [] : [`${key}.${column.key} by ${of}: ${sum}`];
      }),
    );
  });
}

/** Their stay is closed for this reason, with what follows from it; whoever walks with them does so no more. */
export async function closedAs(participant: Participant, closedOn: string, reason: string): Promise<void> {
  const { server, organizationId } = participant.organization;
  const values = [organizationId, participant.enrollmentId];
  await server.database.query(
    'UPDATE enrollments SET closed_on = $3, closing_reason = $4 WHERE organization_id = $1 AND id = $2',
    [...values, closedOn, reason],
  );
  await server.database.query(
    'DELETE FROM standings WHERE organization_id = $1 AND enrollment_id = $2',
    values,
  );
  await server.database.query(
    'UPDATE assignments SET until_on = $3 WHERE organization_id = $1 AND participant_id = $2 AND until_on IS NULL',
    [organizationId, participant.participantId, closedOn],
  );
}
