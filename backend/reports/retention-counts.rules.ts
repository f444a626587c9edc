import { RETENTION_DAYS } from './survival.rules.js';

/** Stays of one length, at each of the days asked for: still followed, or gone since the one before, or lost since. */
export function retentionCounts(days: number, isLost: boolean, stays: number): Record<string, number> {
  const counts: Record<string, number> = { stays };
  RETENTION_DAYS.forEach((day, index) => {
    const before = RETENTION_DAYS[index - 1] ?? -1;
    if (days >= day) counts[`followed${day}`] = stays;
    else if (days >= before) counts[`gone${day}`] = stays;
    // who leaves on the day itself is still followed on it, and there no more after it
    if (isLost && days <= day && days > before) counts[`lost${day}`] = stays;
  });
  return counts;
}
