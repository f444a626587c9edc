import { isId } from './fields.js';
import { Problem } from './problem.js';

/** The place in a list sorted by an instant and an id, newest first. */
export interface Place {
  at: Date;
  id: string;
}

/** Before whatever there is: where a list begins. */
export const FIRST_PLACE: Place = {
  at: new Date('9999-12-31T00:00:00Z'),
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

const CURSOR = /^(\d{1,15})_(.*)$/;

export function cursorOf(place: Place): string {
  return Buffer.from(`${place.at.getTime()}_${place.id}`).toString('base64url');
}

/** @throws Problem 422 when the cursor is none of ours. */
export function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const parts = CURSOR.exec(Buffer.from(cursor, 'base64url').toString());
  if (!parts?.[1] || !isId(parts[2]))
    throw new Problem(422, 'input-invalid', 'This page of the list is not known. Start from the first.', {
      fields: [{ path: 'after', code: 'cursor-unknown', detail: 'This cursor was not made by this list.' }],
    });
  return { at: new Date(Number(parts[1])), id: parts[2] };
}

/** One more than asked for was read: whether there is a next page, and from where. */
export function pageOf<T>(
  rows: T[],
  limit: number,
  placeOfRow: (row: T) => Place,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorOf(placeOfRow(last)) : null };
}
