import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { questionsDueOf } from '../assessments/barc-rhythm.queries.js';
import { ownCall } from '../calls/own-call.queries.js';
import { latestCheckIn } from '../check-ins/check-ins.queries.js';
import { nextContactOf } from '../contacts/planned-contacts.queries.js';
import { goalsOf } from '../goals/goals.queries.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import { ownParticipant } from '../participants/own-participant.queries.js';
import { celebrationsOf } from '../recovery-days/celebrations.queries.js';
import { supportersToCall } from '../recovery-plans/plan-people.queries.js';
import type { Home, OwnStay } from './home.dto.js';
import { celebrationsAt, stepsOfToday } from './home.rules.js';

interface OwnRow {
  id: string;
  preferred_name: string;
  coach_name: string | null;
  organization_name: string;
  phone: string;
  covering_name: string | null;
  assignment_id: string | null;
  new_name: string;
  before_name: string | null;
}

@Injectable()
export class HomeService {
  constructor(private readonly door: Door) {}

  /** The whole page in one answer. */
  open(caller: Caller): Promise<Home> {
    return this.door.asActor(caller, async (tx, actor) => {
      const [row] = await tx.query<OwnRow[]>(
        `SELECT p.id, p.preferred_name, coach.name AS coach_name, o.name AS organization_name, o.phone,
                away.covering_name, fresh.assignment_id, fresh.coach_name AS new_name, fresh.before_name
           FROM participants p
           JOIN organizations o ON o.id = p.organization_id
           LEFT JOIN accounts coach ON coach.organization_id = p.organization_id AND coach.id = p.primary_coach_id
           LEFT JOIN own_coach_meanwhile() away ON true
           LEFT JOIN own_new_coach() fresh ON true
          WHERE p.organization_id = $1 AND p.account_id = $2`,
        [actor.organizationId, actor.accountId],
      );
      const own = found(row, 'participant');
      const [nextContact, goals, questions, checkIn, days, peopleToCall, stays] = await Promise.all([
        nextContactOf(tx, actor, own.id),
        goalsOf(tx, actor, own.id),
        questionsDueOf(tx, actor, own.id),
        latestCheckIn(tx, actor, own.id),
        celebrationsOf(tx, actor, own.id),
        supportersToCall(tx, actor, own.id),
        staysOf(tx, actor, own.id),
      ]);
      const call = await ownCall(tx, actor);
      actor.record({ action: 'home.opened', participantId: own.id });
      return {
        preferredName: own.preferred_name,
        coach:
          own.coach_name === null
            ? null
            : {
                name: own.coach_name,
                ...(own.covering_name !== null && { meanwhileName: own.covering_name }),
              },
        newCoach: own.assignment_id
          ? { assignmentId: own.assignment_id, name: own.new_name, beforeName: own.before_name }
          : null,
        // what was missed is for the coach to settle; a participant is not shown a day gone by
        nextContact: nextContact && !nextContact.isMissed ? nextContact : null,
        call,
        steps: stepsOfToday(goals, actor),
        celebrates: [
          ...days.map(({ what, on, unit, count }) => ({ what, on, words: '', count, ...(unit && { unit }) })),
          ...celebrationsAt(goals, actor),
        ],
        checkedInAt: checkIn?.checkedInOn === actor.today ? checkIn.checkedInAt : null,
        isTimeForQuestions: questions?.isTime ?? false,
        peopleToCall,
        organization: { name: own.organization_name, phone: own.phone },
        stays,
        today: actor.today,
      };
    });
  }

  /** They know who walks with them now; said again it stays said. @throws Problem 404 for what is not theirs. */
  hear(caller: Caller, assignmentId: string): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { participantId } = await ownParticipant(tx, actor);
      const [row] = await tx.query<{ is_theirs: boolean }[]>(
        'SELECT hear_of_new_coach($1, $2) AS is_theirs',
        [isId(assignmentId) ? assignmentId : null, actor.now],
      );
      if (!row?.is_theirs) throw notFound('assignment');
      actor.record({ action: 'new-coach.heard', participantId, subjectId: assignmentId });
    });
  }
}

async function staysOf(tx: EntityManager, actor: Actor, participantId: string): Promise<OwnStay[]> {
  return tx.query<OwnStay[]>(
    `SELECT enrolled_on AS "fromOn", closed_on AS "throughOn" FROM enrollments
      WHERE organization_id = $1 AND participant_id = $2 ORDER BY enrolled_on DESC, closed_on DESC NULLS FIRST, id`,
    [actor.organizationId, participantId],
  );
}
