import type { RetentionCurve, RetentionOfRow } from './report.dto.js';
import type { TableRow } from './report-table.rules.js';
import { forOutside, type Lasted, survivalOf } from './survival.rules.js';

/** The curve of some stays; for outside where it may be drawn, and without what counts a few. */
export function curveOf(lasted: readonly Lasted[], isForOutside: boolean): RetentionCurve {
  const whole = survivalOf(lasted);
  if (isForOutside) {
    const { steps, followedDays } = forOutside(whole, lasted);
    const said = steps.map(({ days, share }) => ({ days, share, low: null, high: null, atRisk: null }));
    return { steps: said, followedDays };
  }
  const steps = whole.steps.map(({ days, share, low, high, atRisk }) => ({ days, share, low, high, atRisk }));
  return { steps, followedDays: whole.stays === 0 ? -1 : whole.followedDays };
}

/** Inside alone: one beside another tells of a few what each hides. Programs and coaches without stays have none. */
export function curvesByRow(rows: readonly TableRow[]): RetentionOfRow[] {
  return rows.flatMap(({ of, id, name, lasted }) =>
    (of === 'program' || of === 'coach') && lasted.length > 0
      ? [{ of, id, name, ...curveOf(lasted, false) }]
      : [],
  );
}
