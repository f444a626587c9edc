import { invalid } from '../http/problem.js';

/** From a day through a day, both counted; civil days in the organization's zone. */
export interface ReportPeriod {
  from: string;
  through: string;
}

/**
 * The period that is asked for; left out, this month through today. Any two days will do, a hundred years apart too.
 *
 * @throws Problem 422 with half a period, or one that ends before it begins
 */
export function reportPeriod(
  { from, through }: { from?: string; through?: string },
  today: string,
): ReportPeriod {
  if (!from && !through) return { from: `${today.slice(0, 7)}-01`, through: today };
  if (!from) throw invalid('from', 'first-day-missing', 'Choose the first day too.');
  if (!through) throw invalid('through', 'last-day-missing', 'Choose the last day too.');
  if (from > through)
    throw invalid('through', 'ends-before-it-begins', 'The last day comes before the first.');
  return { from, through };
}
