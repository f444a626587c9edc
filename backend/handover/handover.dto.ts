import { IsOptional } from 'class-validator';
import { IsNewId, IsReference, Words } from '../http/fields.js';

const MOST_LINE = 2000;

/** A coach asks the supervisor to hand one of theirs over. */
export class AskHandover {
  /** Made by the client, so that what is sent twice is asked once. */
  @IsNewId()
  handoverId!: string;

  @IsReference()
  participantId!: string;

  /** Whom the coach thinks of; the supervisor decides. */
  @IsOptional()
  @IsReference()
  toId?: string;

  /** What a good colleague would say to the next one. */
  @Words(MOST_LINE)
  line!: string;
}

export class MakeHandover {
  @IsNewId()
  handoverId!: string;

  @IsReference()
  participantId!: string;

  /** The next coach. */
  @IsReference()
  toId!: string;

  /** Whom the supervisor saw with them, null for nobody. Somebody else by now is refused and shown. */
  @IsOptional()
  @IsReference()
  insteadOf?: string | null;

  /** Left out: the line of the coach who asked, if there is one. */
  @IsOptional()
  @Words(MOST_LINE)
  line?: string;

  /** Why all the same, where the next coach is full. */
  @IsOptional()
  @Words(500)
  reason?: string;
}

export class WriteLine {
  @Words(MOST_LINE)
  line!: string;
}

export class DeclineHandover {
  /** Why they cannot, for the supervisor. */
  @Words(500, 1)
  words!: string;
}

export class EndHandover {
  @IsOptional()
  @Words(500)
  reason?: string;
}

export class GiveWords {
  /** One of the coach's own drafts about this participant. */
  @IsReference()
  draftId!: string;
}
