import { v7 as newId } from 'uuid';
import type { Words } from './words.js';

/** What the form of a goal sends, unless a test says more. */
export function goalWith(more: Words = {}): Words & { goalId: string } {
  return { goalId: newId(), sentence: 'Find a place of my own', dimension: 'Home', ...more };
}

/** The words of a goal as an edit sends them. */
export function goalWords(more: Words = {}): Words {
  return { sentence: 'Find a place of my own', dimension: 'Home', ...more };
}
