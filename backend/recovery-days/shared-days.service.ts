import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { invalid, notFound, Problem, stale } from '../http/problem.js';
import { participantInReach } from '../participants/participants.queries.js';
import { birthdayOf, writeBirthday } from './birthdays.queries.js';
import { isSame } from './milestones.rules.js';
import { wrongBirthday } from './period.rules.js';
import { sharedDays } from './shared-days.queries.js';
import type { Congratulate, GiveBirthday, RecoveryDaysOfParticipant } from './shared-days.dto.js';

/** Recovery days as those see them with whom they are shared. Whether they are, the database decides. */
@Injectable()
export class SharedDaysService {
  constructor(private readonly door: Door) {}

  open(caller: Caller, participantId: string): Promise<RecoveryDaysOfParticipant> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      const view = await viewOf(tx, actor, participantId);
      if (view.shared) actor.record({ action: 'recovery-days.opened', participantId });
      return view;
    });
  }

  /**
   * Says well done to a milestone, once for each person; they see by whom.
   *
   * @throws Problem 404 out of reach, and for a milestone that is not reached or not shared
   */
  congratulate(
    caller: Caller,
    participantId: string,
    asked: Congratulate,
    isTakenBack: boolean,
  ): Promise<RecoveryDaysOfParticipant> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      const shared = await sharedDays(tx, actor, participantId);
      if (!shared?.milestones.some((each) => isSame(each, asked))) throw notFound('milestone');
      const values = [actor.organizationId, participantId, asked.unit, asked.count, actor.accountId];
      await tx.query(
        isTakenBack
          ? `DELETE FROM congratulations WHERE organization_id = $1 AND participant_id = $2 AND unit = $3 AND count = $4
               AND made_by = $5`
          : `INSERT INTO congratulations (organization_id, participant_id, unit, count, made_by, made_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
        isTakenBack ? values : [...values, actor.now],
      );
      const action = isTakenBack ? 'congratulation.taken-back' : 'participant.congratulated';
      actor.record({ action, participantId });
      return viewOf(tx, actor, participantId);
    });
  }

  /**
   * Notes the birthday that the participant told. They see it, and may take it back or keep it to themselves.
   *
   * @throws Problem 404; 412 with both; 409 where they keep one to themselves; 422 a day nobody can be born on
   */
  giveBirthday(
    caller: Caller,
    participantId: string,
    version: number,
    { bornOn }: GiveBirthday,
  ): Promise<RecoveryDaysOfParticipant> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      const now = await birthdayOf(tx, actor, participantId);
      if (now.bornOn === bornOn) return viewOf(tx, actor, participantId);
      if (now.version !== version) throw stale(now, { bornOn });
      const wrong = wrongBirthday(bornOn, actor.today, null);
      if (wrong) throw invalid('bornOn', wrong.code, wrong.words);
      if (!(await writeBirthday(tx, actor, participantId, version, { bornOn, isShared: true })))
        throw new Problem(
          409,
          'birthday-is-theirs-to-share',
          'They gave their birthday themselves. They can share it from their own page.',
        );
      actor.record({ action: 'birthday.given', participantId });
      return viewOf(tx, actor, participantId);
    });
  }
}

async function viewOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<RecoveryDaysOfParticipant> {
  const [shared, { bornOn, version }] = await Promise.all([
    sharedDays(tx, actor, participantId),
    birthdayOf(tx, actor, participantId),
  ]);
  return { today: actor.today, shared, birthday: bornOn === null ? null : { bornOn, version } };
}
