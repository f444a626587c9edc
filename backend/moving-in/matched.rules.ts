import type { FieldProblem } from '../http/problem.js';
import type { ColumnMatched, MoveColumn, MoveField } from './move.dto.js';
import { type Field, FIELDS, FIELDS_OF, type MoveKind, NEEDED } from './reading/fields.js';

/** What a column of such a file can be, in the order in which it is offered. */
export function fieldsOf(kind: MoveKind): MoveField[] {
  return FIELDS_OF[kind].map((field) => {
    const group = NEEDED[kind].findIndex((each) => each.includes(field));
    return { field, label: FIELDS[field], group: group < 0 ? null : group };
  });
}

/** The columns as a person matched them: what they left out is left out. */
export function matchedColumns(columns: MoveColumn[], matched: ColumnMatched[]): MoveColumn[] {
  const fields = new Map(matched.map(({ index, field }) => [index, field]));
  return columns.map((column) => ({ ...column, field: fields.get(column.index) ?? null }));
}

/** What is wrong with a matching as a whole. */
export function wrongWithMatching(kind: MoveKind, columns: MoveColumn[]): FieldProblem[] {
  const path = 'columns';
  const chosen = columns.flatMap(({ field }) => field ?? []);
  const foreign = chosen.find((field) => !FIELDS_OF[kind].includes(field));
  if (foreign)
    return [{ path, code: 'field-of-another-kind', detail: `Such a file has no "${FIELDS[foreign]}".` }];
  const twice = columns.find(
    ({ field, index }) => field && columns.some((other) => other.index < index && other.field === field),
  );
  if (twice?.field) {
    const first = columns.find(({ field }) => field === twice.field)!;
    const detail = `Both "${first.name}" and "${twice.name}" are "${FIELDS[twice.field]}". Leave one of them out.`;
    return [{ path, code: 'field-twice', detail }];
  }
  return NEEDED[kind]
    .filter((group) => !group.some((field) => chosen.includes(field)))
    .map((group) => ({
      path,
      code: 'field-needed',
      detail: `Say which column is "${FIELDS[group[0] as Field]}".`,
    }));
}
