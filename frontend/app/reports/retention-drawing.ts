import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { RetentionCurve } from '../../api/report-contract';

export interface RetentionDrawing {
  /** Paths of SVG, in a picture 100 wide and 100 high. */
  line: string;
  band: string;
  /** The line beside it; empty without one. */
  other: string;
  /** Days to write below, and how far from the left. */
  days: { days: number; x: number }[];
}

/** Days to write below, those asked for most first: where there is no room for all, the others are left out. */
const MARKED = [90, 180, 365, 30, 60, 730, 1095];
/** So far apart that two of them can be read on a phone; of a hundred. */
const APART = 7;

const FIRST = { days: 0, share: 1, low: 1 as number | null, high: 1 as number | null };
type Point = typeof FIRST;

/** From the first day, through each step, to where nobody is followed any longer. */
function pointsOf({ steps, followedDays }: RetentionCurve): Point[] {
  return [FIRST, ...steps, { ...(steps.at(-1) ?? FIRST), days: followedDays }];
}

/**
 * The steps as a line that falls on its days and ends where nobody is followed any longer, and the interval around it;
 * another curve beside it on the same days.
 */
export function retentionDrawing(curve: RetentionCurve, other?: RetentionCurve): RetentionDrawing {
  const end = Math.max(curve.followedDays, other?.followedDays ?? 0, 1);
  const across = scaleLinear([0, end], [0, 100]);
  const up = scaleLinear([0, 1], [100, 0]);
  const points = pointsOf(curve);
  const known = points.filter(({ low, high }) => low !== null && high !== null);
  const stepped = line<Point>(
    ({ days }) => across(days),
    ({ share }) => up(share),
  ).curve(curveStepAfter);
  const banded = area<Point>()
    .x(({ days }) => across(days))
    .y0(({ low }) => up(low ?? 0))
    .y1(({ high }) => up(high ?? 0))
    .curve(curveStepAfter);
  const days = MARKED.filter((day) => day <= end).reduce<number[]>((kept, day) => {
    const isFree = [0, ...kept].every((each) => Math.abs(across(day) - across(each)) > APART);
    return isFree ? [...kept, day] : kept;
  }, []);
  return {
    line: stepped(points) ?? '',
    other: other ? (stepped(pointsOf(other)) ?? '') : '',
    band: known.length > 2 ? (banded(known) ?? '') : '',
    days: days.map((day) => ({ days: day, x: across(day) })),
  };
}
