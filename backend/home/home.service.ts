import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door, found } from '../access/door.js';
import { questionsDueOf } from '../assessments/barc-rhythm.queries.js';
import { ownCall } from '../calls/own-call.queries.js';
import { latestCheckIn } from '../check-ins/check-ins.queries.js';
import { nextContactOf } from '../contacts/planned-contacts.queries.js';
import { goalsOf } from '../goals/goals.queries.js';
import { celebrationsOf } from '../recovery-days/celebrations.queries.js';
import { supportersToCall } from '../recovery-plans/plan-people.queries.js';
import type { Home } from './home.dto.js';
import { celebrationsAt, stepsOfToday } from './home.rules.js';

interface OwnRow {
  id: string;
  preferred_name: string;
  coach_name: string | null;
  organization_name: string;
  phone: string;
  covering_name: string | null;
}

@Injectable()
export class HomeService {
  constructor(private readonly door: Door) {}

  /** The whole page in one answer. */
  open(caller: Caller): Promise<Home> {
    return this.door.asActor(caller, async (tx, actor) => {
      const [row] = await tx.query<OwnRow[]>(
        `SELECT p.id, p.preferred_name, coach.name AS coach_name, o.name AS organization_name, o.phone,
                away.covering_name
           FROM participants p
           JOIN organizations o ON o.id = p.organization_id
           LEFT JOIN accounts coach ON coach.organization_id = p.organization_id AND coach.id = p.primary_coach_id
           LEFT JOIN own_coach_meanwhile() away ON true
          WHERE p.organization_id = $1 AND p.account_id = $2`,
        [actor.organizationId, actor.accountId],
      );
      const own = found(row, 'participant');
      const [nextContact, goals, questions, checkIn, days, peopleToCall] = await Promise.all([
        nextContactOf(tx, actor, own.id),
        goalsOf(tx, actor, own.id),
        questionsDueOf(tx, actor, own.id),
        latestCheckIn(tx, actor, own.id),
        celebrationsOf(tx, actor, own.id),
        supportersToCall(tx, actor, own.id),
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
        today: actor.today,
      };
    });
  }
}
