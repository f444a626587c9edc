import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  addAccount,
  endSessionsOf,
  endStaffSessionsOf,
  holdAccount,
  setDisabled,
} from '../access/accounts.queries.js';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { invite } from '../access/invite.js';
import { addCertification, addCoach, supervisorInReach } from '../coaches/coaches.queries.js';
import { bringBack, coversEndedByDisabling } from '../cover/leaving-covers.js';
import { invalid, Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { Disabling } from './account-roles.dto.js';
import { leave } from './leave.js';
import { personNow } from './people.queries.js';
import type { AddedPerson, AddPerson, NewLink, Person } from './person.dto.js';

@Injectable()
export class AccountsService {
  constructor(private readonly door: Door) {}

  /** Adds a member of staff. Sent again, it is the same person with a new link; the link before stops working. */
  add(caller: Caller, sent: AddPerson): Promise<AddedPerson> {
    return this.door.asActor(caller, async (tx, actor) => {
      refuseWhatOnlyACoachHas(sent);
      const { accountId, role, name, signInName, language, supervisorId, certification } = sent;
      if (supervisorId !== undefined && supervisorId !== null)
        await supervisorInReach(tx, actor, supervisorId);
      const isNew = await addAccount(tx, actor, {
        accountId,
        role,
        name,
        signInName,
        language: language ?? 'en',
        requestHash: requestHash(sent),
      });
      if (isNew && role === 'coach') await addCoach(tx, actor, accountId, supervisorId ?? null);
      if (isNew && certification) await addCertification(tx, actor, accountId, certification);
      const link = await invite(tx, actor, accountId, actor.accountId);
      actor.record({ action: 'account.invited', subjectId: accountId });
      return { person: await personNow(tx, actor, accountId), ...link };
    });
  }

  /**
   * A new link for somebody who lost theirs, or for staff who lost their password. The link before stops working. A
   * participant who had opened their account is invited anew by their coach, after a look at them.
   */
  inviteAgain(caller: Caller, accountId: string): Promise<NewLink> {
    return this.door.asActor(caller, async (tx, actor) => {
      const account = await holdAccount(tx, actor, accountId);
      if (account.isDisabled)
        throw new Problem(
          409,
          'account-disabled',
          'This account is disabled. Enable it first, then make a link.',
        );
      if (account.role === 'participant' && account.isOpened)
        throw new Problem(
          409,
          'replaced-by-their-coach',
          'They have opened their account. If they lost what opens it, their coach looks at them and invites them anew.',
        );
      const link = await invite(tx, actor, account.accountId, actor.accountId);
      actor.record({ action: 'account.invited', ...(await whose(tx, actor, account.accountId)) });
      return link;
    });
  }

  /**
   * Their sessions end at once. Whom a disabled coach walked with stays assigned until somebody assigns them anew; what
   * was a supervisor's goes to whoever takes over, and so does what they cover.
   *
   * @throws Problem 409 when something would be left with nobody
   */
  disable(caller: Caller, accountId: string, version: number, sent: Disabling): Promise<Person> {
    return this.set(caller, accountId, version, true, sent);
  }

  /** Undone within a day, who covered for them goes on, where nobody else does by now. */
  enable(caller: Caller, accountId: string, version: number): Promise<Person> {
    return this.set(caller, accountId, version, false);
  }

  private set(
    caller: Caller,
    accountId: string,
    version: number,
    isDisabled: boolean,
    toWhom: Disabling = {},
  ): Promise<Person> {
    return this.door.asActor(caller, async (tx, actor) => {
      const account = await holdAccount(tx, actor, accountId);
      if (account.isDisabled === isDisabled) return personNow(tx, actor, account.accountId);
      if (account.version !== version)
        throw stale(await personNow(tx, actor, account.accountId), { isDisabled });
      const covers = isDisabled ? [] : await coversEndedByDisabling(tx, actor, account.accountId);
      if (isDisabled) await leave(tx, actor, account, account.roles, { isDisabling: true, ...toWhom });
      await setDisabled(tx, actor, account.accountId, isDisabled ? actor.now : null);
      await bringBack(tx, actor, covers);
      // a participant's stay as they are, opening nothing, so that an open page can be told kindly why
      await (isDisabled ? endStaffSessionsOf : endSessionsOf)(tx, actor, account.accountId);
      actor.record({
        action: isDisabled ? 'account.disabled' : 'account.enabled',
        ...(await whose(tx, actor, account.accountId)),
      });
      return personNow(tx, actor, account.accountId);
    });
  }
}

function refuseWhatOnlyACoachHas({ role, supervisorId, certification }: AddPerson): void {
  if (certification && certification.lastOn < certification.firstOn)
    throw invalid(
      'certification.lastOn',
      'before-its-first-day',
      'A certification ends on or after its first day.',
    );
  if (role === 'coach') return;
  if (supervisorId)
    throw invalid('supervisorId', 'only-for-a-coach', 'Only a coach reports to a supervisor.');
  if (certification)
    throw invalid('certification', 'only-for-a-coach', 'Only a coach works under a certification.');
}

/** The account of somebody who is a participant alone is part of their record, so the trail names them. */
async function whose(
  tx: EntityManager,
  actor: Actor,
  accountId: string,
): Promise<{ subjectId: string; participantId: string | null }> {
  const { participantId, role } = await personNow(tx, actor, accountId);
  return { subjectId: accountId, participantId: role === 'participant' ? participantId : null };
}
