import { availableParallelism } from 'node:os';
import type { ExportMeasured } from './exports.js';
import { STREAMS, type StreamsMeasured } from './live-streams.js';
import { MOVED, type MovingInMeasured } from './moving-in.js';
import type { Scenario } from './scenarios.js';

interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
}

export interface Line {
  scenario: Scenario;
  ours: Measured;
  bare: Measured;
  /** Ours on a tenth of the contacts. */
  few: Measured;
}

interface About {
  many: number;
  few: number;
  ours: { now: number; peak: number };
  bare: { now: number; peak: number };
  streams: StreamsMeasured;
  movingIn: MovingInMeasured;
  exports: ExportMeasured[];
  /** Milliseconds of a curve of 10,000 participants, and of a whole report over all days. */
  reports: { curve: number; whole: number };
}

/** Server memory in MB, and how much slower ten times the history may be: the targets. */
const MOST_MEMORY = 250;
const MOST_GROWTH = 1.5;

/** What a thousand open streams may cost in MB, and until when all pages concerned have a note: issue 3's targets. */
const MOST_OF_STREAMS = { megabytes: 150, ms: 2_000 };

/** Rows a second of a file that is brought in, and what it may cost in MB: issue 6's targets. */
const MOVING_IN = { perSecond: 2_000, megabytes: 100 };

/** Rows a second of a year of contacts as a file, and what it may cost in MB: issue 6's targets. */
const EXPORT = { perSecond: 20_000, megabytes: 100 };

/** What a curve of 10,000 participants may take (issue 6), and a report of all there is before its page offers a file. */
const REPORTS = { curve: 1_000, whole: 4_000 };

/** Prints what was measured, and beside each target whether it was reached. */
export function report(
  lines: Line[],
  { many, few, ours, bare, streams, movingIn, exports, reports }: About,
): void {
  const ms = (time: number) => time.toFixed(1);
  console.log(
    `\n${many.toLocaleString('en')} contacts; times in ms; ${availableParallelism()} processors for everything`,
  );
  console.table(
    Object.fromEntries(
      lines.flatMap(({ scenario, ours: one, bare: other, few: small }) =>
        Object.entries({ ours: one, bare: other, [`ours, ${few.toLocaleString('en')}`]: small }).map(
          ([who, it]) => [
            `${scenario.name}: ${who}`,
            { p50: ms(it.p50), p99: ms(it.p99), 'per second': Math.round(it.perSecond) },
          ],
        ),
      ),
    ),
  );
  console.log(
    `memory in MB: ours ${ours.now.toFixed(0)}, at most ${ours.peak.toFixed(0)}; bare ${bare.now.toFixed(0)}`,
  );
  const targets = lines.flatMap(
    ({ scenario: { name, ratio, p99, connections }, ours: one, bare: other, few: small }) => [
      target(`${name}: throughput ours/bare`, one.perSecond / other.perSecond, 'at least', ratio),
      target(`${name}: p99 at ${connections}, ms`, one.p99, 'under', p99),
      target(
        `${name}: slower with ten times the history`,
        small.perSecond / one.perSecond,
        'under',
        MOST_GROWTH,
      ),
    ],
  );
  console.log(
    `${STREAMS} open streams: ${streams.megabytes.toFixed(0)} MB; a note reaches ${streams.concerned} pages in ` +
      `${ms(streams.middleMs)} ms, at most ${ms(streams.slowestMs)}`,
  );
  console.log(
    `moving ${MOVED.toLocaleString('en')} contacts in: read in ${movingIn.sentSeconds.toFixed(1)} s, ` +
      `tried at ${Math.round(movingIn.triedPerSecond)} rows a second`,
  );
  for (const each of exports) {
    console.log(
      `a year of contacts as ${each.format}: ${each.rows.toLocaleString('en')} rows, ${each.megabytesLong.toFixed(0)} MB; ` +
        `from the word to go to the last byte saved, ${Math.round(each.perSecond)} rows a second`,
    );
    targets.push(
      target(`${each.format}: rows written a second`, each.madePerSecond, 'at least', EXPORT.perSecond),
      target(`${each.format}: rows saved a second`, each.savedPerSecond, 'at least', EXPORT.perSecond),
      target(`${each.format}: memory, MB`, each.megabytes, 'under', EXPORT.megabytes),
    );
  }
  targets.push(
    target('a curve of 10,000 participants, ms', reports.curve, 'under', REPORTS.curve),
    target('a report of all days, ms', reports.whole, 'under', REPORTS.whole),
    target('moving in: rows a second', movingIn.movedPerSecond, 'at least', MOVING_IN.perSecond),
    target('moving in: memory, MB', movingIn.megabytes, 'under', MOVING_IN.megabytes),
    target('server memory at most, MB', ours.peak, 'under', MOST_MEMORY),
    target(`memory of ${STREAMS} open streams, MB`, streams.megabytes, 'under', MOST_OF_STREAMS.megabytes),
    target('a note on all pages concerned, ms', streams.slowestMs, 'under', MOST_OF_STREAMS.ms),
  );
  console.log('\ntargets');
  console.table(Object.fromEntries(targets));
}

function target(what: string, measured: number, must: 'at least' | 'under', limit: number): [string, object] {
  const isReached = must === 'at least' ? measured >= limit : measured < limit;
  return [
    what,
    { measured: Number(measured.toFixed(2)), target: `${must} ${limit}`, reached: isReached ? 'yes' : 'NO' },
  ];
}
