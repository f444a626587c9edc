import { IsIn, IsOptional } from 'class-validator';
import { IsNewId, Words } from '../http/fields.js';

export const LOOKED_HOW = ['in person', 'video'] as const;
export type LookedHow = (typeof LOOKED_HOW)[number];

/** An invitation that nobody has used. */
export class OpenInvitation {
  invitationId!: string;
  madeAt!: Date;
  /** Null when whoever made it is not known. */
  madeByName!: string | null;
  /** From then on neither link nor code works. */
  expiresAt!: Date;
  isExpired!: boolean;
  /** For somebody who had opened their account, and lost what opens it. */
  isReplacement!: boolean;
  @IsIn(LOOKED_HOW)
  lookedHow!: LookedHow | null;
}

/** How a participant gets in, as far as it is their coach's to know: never when they came. */
export class WayIn {
  hasAccount!: boolean;
  /** They also work here and sign in as staff, so there is nothing to invite them to. */
  signsInAsStaff!: boolean;
  /** Null without an account. */
  signInName!: string | null;
  /** A name that nobody here has; null with an account. */
  proposedSignInName!: string | null;
  /** Whether they have opened their account. */
  isOpened!: boolean;
  isDisabled!: boolean;
  /** Whether they may be invited: not after their last stay in a program has ended. */
  isEnrolled!: boolean;
  invitation!: OpenInvitation | null;
}

export class InviteParticipant {
  /** Made by the client. Sent again, it is the same invitation with another link and code. */
  @IsNewId()
  invitationId!: string;

  /** Needed for a participant who has no account. */
  @IsOptional()
  @Words(100)
  signInName?: string;

  /** How the person was looked at; needed when they had opened their account. */
  @IsOptional()
  @IsIn(LOOKED_HOW)
  lookedHow?: LookedHow;
}

/** Link and code are told here and never again. */
export class MadeInvitation {
  wayIn!: WayIn;
  /** The path on this server that opens the account, once. */
  invitationLink!: string;
  /** For typing in at `/open`: `7KQ4M-2XWRT`. */
  code!: string;
  expiresAt!: Date;
  /** What may stand on a card; empty shows nothing. */
  neutralName!: string;
}
