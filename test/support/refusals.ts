import type { Answer } from './client.js';

/** Ids that name nothing: one that nobody has, and what is no id at all. */
export const NO_ID = [
  '01900000-0000-7000-8000-000000000000',
  'no-id',
  '1',
  'null',
  '%00',
  "'; DROP TABLE accounts; --",
];

/** `path code` for each field of a refused input, in order of the paths. */
export function fieldsOf({ body }: Answer): string[] {
  const { fields } = body as { fields?: { path: string; code: string }[] };
  return (fields ?? []).map(({ path, code }) => `${path} ${code}`).sort();
}
