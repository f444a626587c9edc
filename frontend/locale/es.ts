import { esFirst } from './es-first.js';
import { esRest } from './es-rest.js';

/** Every word of the pages that a participant can meet, in Spanish. */
export const es: Record<string, string> = { ...esFirst, ...esRest };

export { problemsInSpanish } from './es-rest.js';
