import { IsIn, IsOptional } from 'class-validator';
import { type Role, ROLES } from '../access/roles.js';
import { IsReference, Words } from '../http/fields.js';
import type { StaffName } from '../participants/participant.dto.js';
import { STAFF_ROLES } from './person.dto.js';

export class GiveRole {
  /** Being a participant is no role one is given: it comes with being enrolled. */
  @IsIn(STAFF_ROLES)
  role!: (typeof STAFF_ROLES)[number];

  /** Whom a coach reports to; without it nobody for now. */
  @IsOptional()
  @IsReference()
  supervisorId?: string;
}

export class Disabling {
  /** The supervisor to whom team, call, unanswered risk notes and covers of a supervisor go. */
  @IsOptional()
  @IsReference()
  takenOverBy?: string;

  /**
   * The coach who covers instead of a coach who covers; null for nobody, which those who relied on it are told. Left
   * out it is asked for.
   */
  @IsOptional()
  @IsReference()
  coveredInsteadBy?: string | null;
}

export class TakeRole extends Disabling {
  @IsIn(STAFF_ROLES)
  role!: (typeof STAFF_ROLES)[number];
}

export class ReportTo {
  /** Null for nobody. */
  @IsOptional()
  @IsReference()
  supervisorId!: string | null;
}

export const ACCOUNT_ACTIONS = [
  'account.invited',
  'account.disabled',
  'account.enabled',
  'account.role-given',
  'account.role-taken',
  'account.reports-to',
  'account.team-taken-over',
  'account.covers-taken-over',
] as const;

/** One thing that was done to an account. */
export class AccountChange {
  at!: Date;
  @IsIn(ACCOUNT_ACTIONS)
  action!: (typeof ACCOUNT_ACTIONS)[number];
  /** The role given or taken, or the name of whoever it went to; empty where the action says it all. */
  what!: string;
  by!: StaffName;
  /** What they acted in. */
  @IsIn(ROLES)
  byRole!: Role;
}

export class AccountHistory {
  /** The newest first. */
  items!: AccountChange[];
  next!: string | null;
}

export class HistoryAsked {
  @IsOptional()
  @Words(20)
  after?: string;
}
