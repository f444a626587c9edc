import { isId } from '../../http/fields.js';
import type { Cell } from './sheet.js';
import { type Typed, refused } from './typed.js';

/** The number under which somebody or something is here, as our own files write it. */
export function numberHereTyped(cell: Cell): Typed<string> {
  const text = cell.text.toLowerCase();
  return isId(text)
    ? { value: text }
    : refused(
        'number-here-not-understood',
        'This is no number of ours. Leave the cell empty for what is not here yet.',
      );
}
