import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { participantInReach } from '../participants/participants.queries.js';
import type { SendAnswersTogether } from './assessment.dto.js';
import type { Assessments, AssessmentView } from './assessment.view.js';
import { instrumentsIn, staffViews } from './assessments-shown.js';
import { assessmentsOf, notesRaisedBy } from './assessments.queries.js';
import { questionsDueOf } from './barc-rhythm.queries.js';
import { takeAssessment } from './take-assessment.js';

@Injectable()
export class AssessmentsService {
  constructor(private readonly door: Door) {}

  open(caller: Caller, participantId: string): Promise<Assessments> {
    return this.door.asActor(caller, async (tx, actor) => {
      const participant = await participantInReach(tx, actor, participantId);
      const [taken, due, [organization]] = await Promise.all([
        viewsOf(tx, actor, participantId),
        questionsDueOf(tx, actor, participantId),
        tx.query<[{ phone: string; crisis_protocol: string }]>(
          'SELECT phone, crisis_protocol FROM organizations WHERE id = $1',
          [actor.organizationId],
        ),
      ]);
      actor.record({ action: 'assessments.opened', participantId });
      return {
        participantId,
        preferredName: participant.preferredName,
        participantLanguage: participant.language,
        instruments: instrumentsIn(participant.language),
        barcDueOn: due?.dueOn ?? null,
        isTimeForBarc: due?.isTime ?? false,
        taken,
        crisisProtocol: organization.crisis_protocol,
        phone: organization.phone,
        today: actor.today,
      };
    });
  }

  take(
    caller: Caller,
    { participantId, whatWasDone, ...sent }: SendAnswersTogether,
  ): Promise<AssessmentView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const participant = await participantInReach(tx, actor, participantId);
      const id = participant.participantId;
      const stored = await takeAssessment(tx, actor, id, sent, { mode: 'with coach', whatWasDone });
      const views = await viewsOf(tx, actor, id);
      return (
        views.find((view) => view.assessmentId === stored.id) ??
        staffViews([stored], new Map<string, string>())[0]!
      );
    });
  }
}

async function viewsOf(tx: EntityManager, actor: Actor, participantId: string): Promise<AssessmentView[]> {
  const [rows, notes] = await Promise.all([
    assessmentsOf(tx, actor, participantId),
    notesRaisedBy(tx, actor, participantId),
  ]);
  return staffViews(rows, notes);
}
