import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { invalid } from '../http/problem.js';
import type { BoardExport } from './board.view.js';
import { boardCsv } from './board-csv.rules.js';
import type { BoardAsked } from './certification.dto.js';
import { certificationsOf, certificationView } from './certifications.queries.js';
import { educationHours, educationNeeds, educationOf, educationView } from './education.queries.js';
import { contactHours, supervisionMinutes } from './hours.queries.js';
import { whoseCertification } from './whose-certification.js';

/** Ten years: longer than any certification runs. */
const MOST_YEARS = 10;

/** What a coach hands to their certifying board, and whoever supervises them for them. */
@Injectable()
export class BoardService {
  constructor(private readonly door: Door) {}

  open(caller: Caller, coachId: string, asked: BoardAsked): Promise<BoardExport> {
    return this.door.asActor(caller, (tx, actor) =>
      boardOf(tx, actor, coachId, asked, 'board-export.opened'),
    );
  }

  csv(caller: Caller, coachId: string, asked: BoardAsked): Promise<string> {
    return this.door.asActor(caller, async (tx, actor) =>
      boardCsv(await boardOf(tx, actor, coachId, asked, 'board-export.downloaded')),
    );
  }
}

async function boardOf(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
  { from, to }: BoardAsked,
  action: string,
): Promise<BoardExport> {
  const { coach } = await whoseCertification(tx, actor, coachId);
  if (to < from) throw invalid('to', 'before-it-begins', 'The period ends on or after its first day.');
  if (to > Temporal.PlainDate.from(from).add({ years: MOST_YEARS }).toString())
    throw invalid('to', 'too-long', `At most ${MOST_YEARS} years fit in one export.`);
  const id = coach.accountId;
  const [rows, entries, needs, supervision, contacts, [organization]] = await Promise.all([
    certificationsOf(tx, actor, [id]),
    educationOf(tx, actor, id),
    educationNeeds(tx, actor),
    supervisionMinutes(tx, id, from, to),
    contactHours(tx, id, from, to),
    tx.query<{ name: string }[]>('SELECT name FROM organizations WHERE id = $1', [actor.organizationId]),
  ]);
  const education = entries
    .filter((each) => each.state === 'confirmed' && from <= each.done_on && each.done_on <= to)
    .reverse();
  actor.record({ action, subjectId: id, why: `${from} to ${to}` });
  return {
    coach,
    organizationName: organization?.name ?? '',
    from,
    to,
    madeOn: actor.today,
    certifications: rows
      .filter((row) => row.first_on <= to && row.last_on >= from)
      .reverse()
      .map((row) => certificationView(row, actor.today, educationHours(entries, needs, row))),
    education: education.map(educationView),
    educationHours: education.reduce((sum, { hours }) => sum + hours, 0),
    supervision,
    contacts,
  };
}
