import { IsIn, IsOptional } from 'class-validator';
import { Words } from '../http/fields.js';

export class LooksAsked {
  @IsOptional()
  @Words(200)
  after?: string;
}

export const LOOKING_ROLES = ['coach', 'supervisor', 'administrator', 'participant'] as const;
export type LookingRole = (typeof LOOKING_ROLES)[number];

/** One person, in one role, on one day. What exactly they opened is not told: it could name what staff keep. */
export class Look {
  /** '' for the app itself. */
  name!: string;
  /** The role they acted in then; `participant` for the app, which made a copy because they asked. */
  @IsIn(LOOKING_ROLES)
  role!: LookingRole;
  /** When they first opened something of the record that day. */
  openedAt!: Date | null;
  /** When the participant's name first stood in a list before them that day. */
  listedAt!: Date | null;
  /** When a copy was first made that day. */
  copiedAt!: Date | null;
}

export class DayOfLooks {
  /** The calendar day in the organization's zone. */
  on!: string;
  /** Who opened the record first, in the order of the day, then whose lists it stood in. */
  looks!: Look[];
}

export class Looks {
  items!: DayOfLooks[];
  next!: string | null;
}
