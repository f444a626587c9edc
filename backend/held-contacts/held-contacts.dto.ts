import { IsInt, IsOptional } from 'class-validator';
import { ContactView } from '../contacts/contact.view.js';
import { AreSeveral, IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';

export class HeldAsked {
  /** One coach of the team; left out, all of them. */
  @IsOptional()
  @IsReference()
  coachId?: string;
}

export class HeldContact {
  contact!: ContactView;
  /** The certification of the coach that covers its day, as it now is; null when none does. */
  covered!: string | null;
  /** What was asked of the coach about it, and is not answered yet; null when nothing. */
  askedWords!: string | null;
}

export class HeldContacts {
  /** The oldest day first, at most 200. */
  items!: HeldContact[];
  isMore!: boolean;
}

export class ReleaseOne {
  @IsReference()
  contactId!: string;

  /** As it stood on the page. */
  @IsInt({ message: 'This is a whole number.' })
  version!: number;
}

export class ReleaseHeld {
  @AreSeveral(() => ReleaseOne, 200)
  contacts!: ReleaseOne[];

  /** The supervisor's own word for those that no certification covers; without it these stay held. */
  @IsOptional()
  @Words(500)
  reason?: string;
}

export class StillHeld {
  contactId!: string;
  /** Changed since the page was opened; no certification covers it and no reason was given; or no longer held. */
  why!: 'changed' | 'not covered' | 'not held';
  contact!: ContactView;
}

export class Released {
  releasedIds!: string[];
  left!: StillHeld[];
}

export class OwnRelease {
  contactId!: string;
  participantName!: string;
  occurredOn!: string;
  releasedBy!: StaffName;
  releasedAt!: Date;
  /** Empty when it stands on a certification. */
  reason!: string;
}

export class OwnHeld {
  /** Their contacts that are held now. */
  heldCount!: number;
  /** Released since they last looked, the newest first, at most 50. */
  released!: OwnRelease[];
}
