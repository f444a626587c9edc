import { Problem } from './problem.js';

/** What a list is sorted by, of the last row shown: where the next page goes on. */
export type PlaceInList = readonly (string | number)[];

/** A cursor for a list sorted by several columns. One sorted by an instant and an id has its own in page.ts. */
export function cursorAt(place: PlaceInList): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * @param checks one for each column the list is sorted by
 * @throws Problem 422 when the cursor is none of this list's.
 */
export function placeAt(
  cursor: string | undefined,
  checks: ((value: unknown) => boolean)[],
): PlaceInList | undefined {
  if (!cursor) return undefined;
  const place = read(cursor);
  if (
    !Array.isArray(place) ||
    place.length !== checks.length ||
    !checks.every((isRight, index) => isRight(place[index]))
  )
    throw new Problem(422, 'input-invalid', 'This page of the list is not known. Start from the first.', {
      fields: [{ path: 'after', code: 'cursor-unknown', detail: 'This cursor was not made by this list.' }],
    });
  return place as PlaceInList;
}

function read(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Text that PostgreSQL can compare with. */
export function isStorable(value: unknown): boolean {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
}
