import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { RetentionCurve } from '../../api/report-contract';

export interface RetentionDrawing {
  /** Paths of SVG, in a picture 100 wide and 100 high. */
  line: string;
  band: string;
  /** Days to write below, and how far from the left. */
  days: { days: number; x: number }[];
}

const MARKED = [30, 60, 90, 180, 365, 730, 1095];

/** The steps as a line that falls on its days and ends where nobody is followed any longer, and the interval around it. */
export function retentionDrawing({ steps, followedDays }: RetentionCurve): RetentionDrawing {
  const end = Math.max(followedDays, 1);
  const across = scaleLinear([0, end], [0, 100]);
  const up = scaleLinear([0, 1], [100, 0]);
  const first = { days: 0, share: 1, low: 1 as number | null, high: 1 as number | null };
  const last = steps.at(-1) ?? first;
  const points = [first, ...steps, { ...last, days: followedDays }];
  const known = points.filter(({ low, high }) => low !== null && high !== null);
  const stepped = line<(typeof points)[number]>(
    ({ days }) => across(days),
    ({ share }) => up(share),
  ).curve(curveStepAfter);
  const banded = area<(typeof points)[number]>()
    .x(({ days }) => across(days))
    .y0(({ low }) => up(low ?? 0))
    .y1(({ high }) => up(high ?? 0))
    .curve(curveStepAfter);
  const isWide = (days: number, index: number, all: number[]): boolean =>
    across(days) - (index === 0 ? 0 : across(all[index - 1]!)) > 7;
  return {
    line: stepped(points) ?? '',
    band: known.length > 2 ? (banded(known) ?? '') : '',
    days: MARKED.filter((days) => days <= end)
      .filter(isWide)
      .map((days) => ({ days, x: across(days) })),
  };
}
