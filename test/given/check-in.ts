import { v7 as newId } from 'uuid';
import type { Words } from './words.js';

/** What the page of a check-in sends: a mood, and nothing else, unless a test says more. */
export function checkInWith(more: Words = {}): Words & { checkInId: string } {
  return { checkInId: newId(), mood: 'steady', ...more };
}
