import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found, keeping } from '../access/door.js';
import type { Language } from '../access/roles.js';
import { readersNow } from '../risk/readers.js';
import type { SendAnswers } from './assessment.dto.js';
import type { HelpFirst, OwnAssessmentSent, OwnQuestions } from './assessment.view.js';
import { instrumentsIn, ownViews } from './assessments-shown.js';
import { assessmentsOf } from './assessments.queries.js';
import { asksForHelp } from './assessments.rules.js';
import { questionsDueOf } from './barc-rhythm.queries.js';
import { takeAssessment } from './take-assessment.js';

interface OwnRow {
  id: string;
  organization_name: string;
  phone: string;
  coach_name: string | null;
}

/** A participant's own questions: what they answered and how it changed. Nothing that staff keep to themselves. */
@Injectable()
export class OwnAssessmentsService {
  constructor(private readonly door: Door) {}

  open(caller: Caller, language: Language): Promise<OwnQuestions> {
    return this.door.asActor(caller, async (tx, actor) => {
      const own = await ownRecord(tx, actor);
      const [rows, due] = await Promise.all([
        assessmentsOf(tx, actor, own.id),
        questionsDueOf(tx, actor, own.id),
      ]);
      actor.record({ action: 'assessments.opened', participantId: own.id });
      return {
        instruments: instrumentsIn(language),
        barcDueOn: due?.dueOn ?? null,
        isTimeForBarc: due?.isTime ?? false,
        taken: ownViews(rows),
        help: await helpFirst(tx, actor, own),
        today: actor.today,
      };
    });
  }

  send(caller: Caller, sent: SendAnswers): Promise<OwnAssessmentSent> {
    return this.door.asActor(caller, async (tx, actor) => {
      const own = await ownRecord(tx, actor);
      const stored = await takeAssessment(tx, actor, own.id, sent, { mode: 'self' });
      const views = ownViews(await assessmentsOf(tx, actor, own.id));
      return {
        assessment: views.find((view) => view.assessmentId === stored.id) ?? ownViews([stored])[0]!,
        isTold: asksForHelp(stored.instrument, stored.answers),
        help: await helpFirst(tx, actor, own),
      };
    });
  }
}

async function ownRecord(tx: EntityManager, actor: Actor): Promise<OwnRow> {
  const [row] = await tx.query<OwnRow[]>(
    `SELECT p.id, o.name AS organization_name, o.phone, coach.name AS coach_name
       FROM participants p
       JOIN organizations o ON o.id = p.organization_id
       LEFT JOIN accounts coach ON coach.organization_id = p.organization_id AND coach.id = p.primary_coach_id
      WHERE p.organization_id = $1 AND p.account_id = $2`,
    [actor.organizationId, actor.accountId],
  );
  return found(row, 'participant');
}

/** When somebody can read what is sent. Who that is, and that it is a risk note, is not theirs to read. */
async function helpFirst(tx: EntityManager, actor: Actor, own: OwnRow): Promise<HelpFirst> {
  const { nobodyBefore } = await keeping(tx, actor, () => readersNow(tx, actor, own.id));
  return {
    organizationName: own.organization_name,
    phone: own.phone,
    coachName: own.coach_name,
    canBeReadNow: nobodyBefore === null,
    nobodyBefore,
  };
}
