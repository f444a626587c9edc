import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import type { Day } from '../../api/contract';
import { addDays, daysBetween } from './time-words';
import type { TrendSeries } from './trend-series';

/** A picture 100 wide and 100 high, for the page to stretch. */
const WHOLE = 100;
/** So many days beside a lonely one, that it stands in the middle. */
const BESIDE_A_SINGLE_DAY = 3;

/** What stands at one place of the picture; the place counts from the top left, in hundredths. */
export interface Dot {
  on: Day;
  x: number;
  y: number;
}

export interface SeriesDrawing {
  /** Paths of SVG, one for each stretch of days that belong together. */
  lines: string[];
  dots: Dot[];
}

export interface TrendDrawing {
  series: SeriesDrawing[];
  /** Days to write below, and how far from the left. */
  days: { on: Day; x: number }[];
}

export interface Frame {
  min: number;
  max: number;
  /** The first and last day shown; left out, those of the points. */
  fromOn: Day | null;
  untilOn: Day | null;
  /** How many days a line may reach over; across more, there is a gap. */
  bridges: number;
  /** At most so many days are written below. */
  mostDays: number;
}

interface Placed extends Dot {
  at: number;
}

/** Where everything stands. Nothing is drawn for a day of which nothing was said, and no line crosses one. */
export function drawingOf(series: TrendSeries[], frame: Frame): TrendDrawing {
  const said = series.flatMap(({ points }) => points.map(({ on }) => on)).sort();
  let [from, until] = [frame.fromOn ?? said[0], frame.untilOn ?? said.at(-1)];
  if (from === undefined || until === undefined) return { series: series.map(nothing), days: [] };
  if (from === until)
    [from, until] = [addDays(from, -BESIDE_A_SINGLE_DAY), addDays(until, BESIDE_A_SINGLE_DAY)];
  const across = scaleUtc([new Date(from), new Date(until)], [0, WHOLE]);
  const up = scaleLinear([frame.min, frame.max], [WHOLE, 0]).clamp(true);
  const days = across
    .ticks(Math.min(frame.mostDays, daysBetween(from, until)))
    .map((at) => ({ on: at.toISOString().slice(0, 10), x: across(at) }));
  return {
    series: series.map(({ points }) => {
      const stretches: Placed[][] = [];
      let before: Day | null = null;
      for (const { on, value } of [...points].sort((a, b) => (a.on < b.on ? -1 : 1))) {
        const isOutside = on < from || on > until;
        if (value === null || isOutside) {
          before = null;
          continue;
        }
        const place = { on, x: across(new Date(on)), y: up(value), at: Date.parse(on) };
        if (before === on) stretches.at(-1)!.splice(-1, 1, place);
        else if (before !== null && daysBetween(before, on) <= frame.bridges) stretches.at(-1)!.push(place);
        else stretches.push([place]);
        before = on;
      }
      const long = stretches.filter((stretch) => stretch.length > 1);
      return {
        lines: long.map((stretch) => LINE(stretch) ?? ''),
        dots: stretches.flat().map(({ on, x, y }) => ({ on, x, y })),
      };
    }),
    days: someOf(
      days.filter(({ on }, index) => on !== days[index - 1]?.on),
      frame.mostDays,
    ),
  };
}

// this curve never rises above or falls below what was said
const LINE = line<Dot>(
  ({ x }) => x,
  ({ y }) => y,
).curve(curveMonotoneX);

function nothing(): SeriesDrawing {
  return { lines: [], dots: [] };
}

/** At most so many, evenly. */
function someOf<T>(all: T[], most: number): T[] {
  const each = Math.ceil(all.length / most);
  return all.filter((_, index) => index % each === 0);
}
