import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { nextContactOf } from '../contacts/planned-contacts.queries.js';
import { deathOf } from '../enrollment/deaths.queries.js';
import { goalsInMovement } from '../goals/goals-in-full.queries.js';
import { pageOf, placeOf } from '../http/page.js';
import { participantInReach } from '../participants/participants.queries.js';
import { supportersOf } from '../participants/supporters.queries.js';
import { waysToReach } from '../participants/ways-to-reach.queries.js';
import { planInBrief } from '../recovery-plans/read-plan.js';
import { openRiskNotesOf } from '../risk/risk-notes.queries.js';
import { pausesOf } from '../windows/pauses.queries.js';
import { openWindowsOf } from '../windows/windows.queries.js';
import { enrollmentsOf } from './enrollments.queries.js';
import type { ParticipantPage } from './participant-page.dto.js';
import type { Timeline, TimelineAsked } from './timeline.dto.js';
import { happeningsOf, timelineItems } from './timeline.queries.js';

const PAGE = 20;

@Injectable()
export class ParticipantsService {
  constructor(private readonly door: Door) {}

  /** The top of a participant's page. Opening it is one line in the trail. */
  open(caller: Caller, id: string): Promise<ParticipantPage> {
    return this.door.asActor(caller, async (tx, actor) => {
      const participant = await participantInReach(tx, actor, id);
      const [
        enrollments,
        ways,
        supporters,
        goals,
        openRiskNotes,
        nextContact,
        windows,
        pauses,
        recoveryPlan,
        death = null,
      ] = await Promise.all([
        enrollmentsOf(tx, actor, id),
        waysToReach(tx, actor, id),
        supportersOf(tx, actor, id),
        goalsInMovement(tx, actor, id),
        openRiskNotesOf(tx, actor, id),
        nextContactOf(tx, actor, id),
        openWindowsOf(tx, actor, [id]),
        pausesOf(tx, actor, id),
        planInBrief(tx, actor, id),
        deathOf(tx, actor, id),
      ]);
      actor.record({ action: 'participant.opened', participantId: id });
      return {
        ...participant,
        enrollments,
        waysToReach: ways,
        supporters,
        goals,
        openRiskNotes,
        nextContact,
        windows,
        pauses,
        recoveryPlan,
        death,
      };
    });
  }

  /** What happened, newest first, by pages. */
  timeline(caller: Caller, id: string, { after, limit = PAGE }: TimelineAsked): Promise<Timeline> {
    return this.door.asActor(caller, async (tx, actor) => {
      const [, happenings] = await Promise.all([
        participantInReach(tx, actor, id),
        happeningsOf(tx, actor, id, placeOf(after), limit + 1),
      ]);
      const page = pageOf(happenings, limit, (each) => each);
      actor.record({ action: 'participant.timeline-opened', participantId: id });
      return { items: await timelineItems(tx, actor, page.items), next: page.next };
    });
  }
}
