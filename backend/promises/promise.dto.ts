import { IsIn, IsOptional } from 'class-validator';
import { IsDay, IsNewId, IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { PROMISE_STATES, type PromiseState } from './promises.rules.js';

export const MOST_PROMISE_WORDS = 500;

/** What a coach says they will do, and by when. */
export class PromiseWords {
  @Words(MOST_PROMISE_WORDS, 1)
  words!: string;

  /** The last day on which it is kept in time, today or later. */
  @IsDay()
  dueOn!: string;
}

/** One made in a log form. */
export class NewPromise extends PromiseWords {
  @IsNewId()
  promiseId!: string;
}

export class MakePromise extends NewPromise {
  @IsReference()
  participantId!: string;

  /** The contact it was made in, when it was. */
  @IsOptional()
  @IsReference()
  contactId?: string;
}

export class KeepPromise {
  /** The day it was kept on; left out means today. */
  @IsOptional()
  @IsDay()
  keptOn?: string;
}

export class ReleasePromise {
  @Words(MOST_PROMISE_WORDS, 1)
  reason!: string;
}

export class KeptView {
  on!: string;
  at!: Date;
  by!: StaffName;
}

export class ReleasedView {
  at!: Date;
  by!: StaffName;
  reason!: string;
}

export class PromiseView {
  promiseId!: string;
  participantId!: string;
  /** Empty for a supervisor whose team the participant has left. */
  participantName!: string;
  /** Who promised. */
  coach!: StaffName;
  contactId!: string | null;
  words!: string;
  dueOn!: string;
  madeAt!: Date;
  @IsIn(PROMISE_STATES)
  state!: PromiseState;
  /** Open, and its day has gone by. */
  isLate!: boolean;
  kept!: KeptView | null;
  released!: ReleasedView | null;
  /** Whoever is assigned may keep, release and reopen it. */
  mayKeep!: boolean;
  /** Its words and day: who promised it, and the primary coach. */
  mayChange!: boolean;
  version!: number;
}

export class PromisesOfParticipant {
  today!: string;
  /** The one due first comes first. */
  open!: PromiseView[];
  /** Kept and released ones, the latest first, at most twenty. */
  settled!: PromiseView[];
}
