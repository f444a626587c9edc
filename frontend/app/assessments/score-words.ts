import type { Assessment } from '../../api/contract';

const MOST: Record<Assessment['instrument'], number> = { 'barc-10': 60, 'phq-2': 6, 'phq-9': 27 };

/** "41 of 60", or how many were skipped: then there is no score. */
export function scoreWords({ instrument, score, answers }: Assessment): string {
  if (score !== null && score !== undefined) return `${score} of ${MOST[instrument]}`;
  const skipped = answers.filter(({ answer }) => answer === null || answer === undefined).length;
  return `incomplete, ${skipped} skipped, so no score`;
}
