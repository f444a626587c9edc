import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { neutralNameOf } from '../organization/neutral-name.queries.js';
import { programInReach } from '../organization/programs.queries.js';
import type { Report, ReportAsked, RetentionCurve } from './report.dto.js';
import { reportFacts, reportNames } from './report.queries.js';
import { reportPeriod } from './report-period.rules.js';
import { rowsOf } from './report-table.rules.js';
import { type FileOfTable, fileOfTable, isFormat } from './report-files.js';
import { forOutside, type Lasted, survivalOf } from './survival.rules.js';
import { BARC, CONTACTS, ENGAGEMENT, PROMISES, RETENTION, RISK_NOTES, STANDING } from './table-shapes.js';
import { shownInside, shownOutside } from './tables-hidden.rules.js';

/** Stays begun in the period stand in both. */
const SAME = [
  {
    one: { table: RETENTION.key, column: 'stays' },
    other: { table: ENGAGEMENT.key, column: 'begun' },
  },
];

@Injectable()
export class ReportsService {
  constructor(private readonly door: Door) {}

  /**
   * What happened in a period, in numbers alone, so the trail names nobody.
   *
   * @throws Problem 404 for a program out of reach, 422 for half a period or one that ends before it begins
   */
  report(caller: Caller, asked: ReportAsked): Promise<Report> {
    return this.door.asActor(caller, async (tx, actor) => {
      const report = await reportOf(tx, actor, asked);
      actor.record({ action: 'report.opened' });
      return report;
    });
  }

  /**
   * One of its tables as a file, hidden as on the screen.
   *
   * @throws Problem 404 for a table or a format that there is not
   */
  file(caller: Caller, asked: ReportAsked, key: string, format: string): Promise<FileOfTable> {
    return this.door.asActor(caller, async (tx, actor) => {
      const report = await reportOf(tx, actor, asked);
      const table = found(
        report.tables.find((each) => each.key === key),
        'report-table',
      );
      const name = await neutralNameOf(tx, actor);
      actor.record({ action: 'report.downloaded' });
      return fileOfTable(report, table, name, found(isFormat(format) ? format : null, 'report-format'));
    });
  }
}

async function reportOf(tx: EntityManager, actor: Actor, asked: ReportAsked): Promise<Report> {
  const program = asked.programId ? await programInReach(tx, actor, asked.programId) : null;
  const period = reportPeriod(asked, actor.today);
  const isForOutside = asked.isForOutside === 'true';
  const [facts, names] = await Promise.all([reportFacts(tx, actor, period), reportNames(tx, actor)]);
  const counted = [
    { shape: ENGAGEMENT, facts: facts.engagement },
    // of today, so of no period that is reported on
    ...(isForOutside ? [] : [{ shape: STANDING, facts: facts.standing }]),
    { shape: CONTACTS, facts: facts.contacts },
    { shape: RETENTION, facts: facts.retention },
    { shape: BARC, facts: facts.barc },
    { shape: RISK_NOTES, facts: facts.riskNotes },
    { shape: PROMISES, facts: facts.promises },
  ].map(({ shape, facts: its }) => ({ shape, rows: rowsOf(its, shape, names, program?.programId) }));
  const lasted = counted.find(({ shape }) => shape === RETENTION)!.rows[0]!.lasted;
  return {
    today: actor.today,
    ...period,
    program,
    scope: actor.role === 'administrator' ? 'organization' : 'team',
    isForOutside,
    tables: isForOutside ? shownOutside(counted, SAME) : shownInside(counted),
    retention: curveOf(lasted, isForOutside),
  };
}

function curveOf(lasted: Lasted[], isForOutside: boolean): RetentionCurve {
  const whole = survivalOf(lasted);
  if (isForOutside) {
    const { steps, followedDays } = forOutside(whole, lasted);
    const said = steps.map(({ days, share }) => ({ days, share, low: null, high: null, atRisk: null }));
    return { steps: said, followedDays };
  }
  const steps = whole.steps.map(({ days, share, low, high, atRisk }) => ({ days, share, low, high, atRisk }));
  return { steps, followedDays: whole.stays === 0 ? -1 : whole.followedDays };
}
