import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { neutralNameOf } from '../organization/neutral-name.queries.js';
import { programInReach } from '../organization/programs.queries.js';
import { type ForOutside, keepGivenOut, othersGivenOut } from './given-out.queries.js';
import type { GivingOut, Report, ReportAsked } from './report.dto.js';
import { reportFacts, reportNames } from './report.queries.js';
import { reportPeriod } from './report-period.rules.js';
import { rowsOf, type TableShape } from './report-table.rules.js';
import { type FileOfTable, fileOfTable, isFormat } from './report-files.js';
import { curveOf, curvesByRow } from './retention-curves.js';
import { ENGAGEMENT, RETENTION, STANDING } from './stay-shapes.js';
import { shownInside, shownOutside } from './tables-hidden.rules.js';
import { BARC, CONTACTS, PROMISES, RISK_NOTES } from './work-shapes.js';

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
   * One of its tables as a file, hidden as on the screen. One for outside is kept among those given out.
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
      const file = await fileOfTable(
        ...([report, table, name] as const),
        found(isFormat(format) ? format : null, 'report-format'),
      );
      if (report.isForOutside)
        await keepGivenOut(tx, actor, { ...report, programId: asked.programId ?? null });
      actor.record({ action: 'report.downloaded' });
      return file;
    });
  }

  /**
   * A report for outside goes to paper.
   *
   * @throws Problem 404 for a program out of reach, 422 for a period that ends before it begins
   */
  print(caller: Caller, asked: GivingOut): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      await keepGivenOut(tx, actor, await whatIsAsked(tx, actor, asked));
      actor.record({ action: 'report.printed' });
    });
  }
}

/** Nearly everything about the few people of one coach is small, and hiding it would hide their program's numbers too. */
function withoutCoaches(shape: TableShape): TableShape {
  return { ...shape, sections: shape.sections.filter((section) => section !== 'coach') };
}

async function whatIsAsked(
  tx: EntityManager,
  actor: Actor,
  asked: ReportAsked,
): Promise<ForOutside & Pick<Report, 'program'>> {
  const program = asked.programId ? await programInReach(tx, actor, asked.programId) : null;
  return { ...reportPeriod(asked, actor.today), program, programId: program?.programId ?? null };
}

/** The report itself, for whoever reads it: a page, a file. It leaves no line in the trail. */
export async function reportOf(tx: EntityManager, actor: Actor, asked: ReportAsked): Promise<Report> {
  const { program, programId, ...period } = await whatIsAsked(tx, actor, asked);
  const isForOutside = asked.isForOutside === 'true';
  const [facts, names, givenOut] = await Promise.all([
    reportFacts(tx, actor, period),
    reportNames(tx, actor),
    isForOutside ? othersGivenOut(tx, actor, { ...period, programId }) : [],
  ]);
  const counted = [
    { shape: ENGAGEMENT, facts: facts.engagement },
    // of today, so of no period that is reported on
    ...(isForOutside ? [] : [{ shape: STANDING, facts: facts.standing }]),
    { shape: CONTACTS, facts: facts.contacts },
    { shape: RETENTION, facts: facts.retention },
    { shape: BARC, facts: facts.barc },
    { shape: RISK_NOTES, facts: facts.riskNotes },
    { shape: PROMISES, facts: facts.promises },
  ].map(({ shape, facts: its }) => {
    const asked = isForOutside ? withoutCoaches(shape) : shape;
    return { shape: asked, rows: rowsOf(its, asked, names, programId ?? undefined) };
  });
  const stays = counted.find(({ shape }) => shape.key === RETENTION.key)!.rows;
  const held = facts.held.filter((each) => programId === null || each.programId === programId);
  return {
    ...{ today: actor.today, timeZone: actor.timeZone, ...period, program, isForOutside, givenOut },
    scope: actor.role === 'administrator' ? 'organization' : 'team',
    tables: isForOutside ? shownOutside(counted, SAME) : shownInside(counted),
    retention: curveOf(stays[0]!.lasted, isForOutside),
    retentionBy: isForOutside ? [] : curvesByRow(stays),
    heldCount: isForOutside ? null : held.reduce((sum, each) => sum + each.held, 0),
  };
}
