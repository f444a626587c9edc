import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { countOn, type HeldAccount, holdAccount } from '../access/accounts.queries.js';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { addCoach, reportTo, supervisorInReach } from '../coaches/coaches.queries.js';
import { invalid, Problem, stale } from '../http/problem.js';
import type { GiveRole, TakeRole } from './account-roles.dto.js';
import { leave } from './leave.js';
import { personNow } from './people.queries.js';
import type { Person } from './person.dto.js';

/** Which roles an account holds, and whom a coach reports to. Both hold from the next request on. */
@Injectable()
export class AccountRolesService {
  constructor(private readonly door: Door) {}

  /** Given twice is given; a coach who is given the role again reports to whom is said now. */
  give(caller: Caller, accountId: string, version: number, sent: GiveRole): Promise<Person> {
    const { role, supervisorId } = sent;
    const isSo = ({ roles }: Person): boolean => roles.includes(role);
    return this.change(caller, accountId, version, sent, isSo, async (tx, actor, account) => {
      if (supervisorId && role !== 'coach')
        throw invalid('supervisorId', 'only-for-a-coach', 'Only a coach reports to a supervisor.');
      if (supervisorId) await supervisorToReportTo(tx, actor, account, supervisorId);
      await tx.query(
        'INSERT INTO account_roles (organization_id, account_id, role, given_at) VALUES ($1, $2, $3, $4)',
        [actor.organizationId, account.accountId, role, actor.now],
      );
      if (role === 'coach') await addCoach(tx, actor, account.accountId, supervisorId ?? null);
      return { action: 'account.role-given', why: role };
    });
  }

  /** Sessions in that role end; the others go on. Taken twice is taken. */
  take(caller: Caller, accountId: string, version: number, sent: TakeRole): Promise<Person> {
    const { role, ...toWhom } = sent;
    const isSo = ({ roles }: Person): boolean => !roles.includes(role);
    return this.change(caller, accountId, version, sent, isSo, async (tx, actor, account) => {
      await leave(tx, actor, account, [role], { isDisabling: false, ...toWhom });
      await tx.query(
        'DELETE FROM account_roles WHERE organization_id = $1 AND account_id = $2 AND role = $3',
        [actor.organizationId, account.accountId, role],
      );
      return { action: 'account.role-taken', why: role };
    });
  }

  /** @param supervisorId null for nobody */
  reportTo(caller: Caller, accountId: string, version: number, supervisorId: string | null): Promise<Person> {
    const wanted = supervisorId?.toLowerCase() ?? null;
    const isSo = ({ roles, supervisor }: Person): boolean =>
      roles.includes('coach') && (supervisor?.accountId ?? null) === wanted;
    return this.change(caller, accountId, version, { supervisorId }, isSo, async (tx, actor, account) => {
      if (!account.roles.includes('coach'))
        throw new Problem(
          409,
          'not-a-coach',
          `${account.name} does not coach. Only a coach reports to a supervisor.`,
        );
      const name = wanted === null ? '' : await supervisorToReportTo(tx, actor, account, wanted);
      await reportTo(tx, actor, account.accountId, wanted);
      return { action: 'account.reports-to', why: name };
    });
  }

  /** What is so already asks for no version and leaves no line. */
  private change(
    caller: Caller,
    accountId: string,
    version: number,
    yours: object,
    isSo: (person: Person) => boolean,
    change: (
      tx: EntityManager,
      actor: Actor,
      account: HeldAccount,
    ) => Promise<{ action: string; why: string }>,
  ): Promise<Person> {
    return this.door.asActor(caller, async (tx, actor) => {
      const account = await holdAccount(tx, actor, accountId);
      const person = await personNow(tx, actor, account.accountId);
      if (isSo(person)) return person;
      if (account.version !== version) throw stale(person, yours);
      const line = await change(tx, actor, account);
      actor.record({ ...line, subjectId: account.accountId });
      await countOn(tx, actor, account.accountId);
      return personNow(tx, actor, account.accountId);
    });
  }
}

/** @returns their name */
async function supervisorToReportTo(
  tx: EntityManager,
  actor: Actor,
  { accountId }: HeldAccount,
  supervisorId: string,
): Promise<string> {
  if (supervisorId.toLowerCase() === accountId)
    throw invalid('supervisorId', 'themself', 'Nobody reports to themself. Choose another supervisor.');
  return supervisorInReach(tx, actor, supervisorId);
}
