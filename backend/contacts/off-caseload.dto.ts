import { PromiseView } from '../promises/promise.dto.js';
import { Words } from '../http/fields.js';
import { ContactView } from './contact.view.js';

export const FEWEST_LETTERS = 3;

export class NamesAsked {
  /** At least three letters of the preferred or the legal name; case and accents do not matter. */
  @Words(200, FEWEST_LETTERS)
  find!: string;
}

/** Enough to pick the right person, and no more. */
export class NameInProgram {
  participantId!: string;
  preferredName!: string;
  /** Only where the right person can't be told without it; else empty. */
  legalName!: string;
  programName!: string;
}

export class NamesInProgram {
  items!: NameInProgram[];
  /** There are more than are shown: a few more letters find them. */
  isMore!: boolean;
}

/** What the acting coach wrote about people who were not on their caseload, in the last 30 days. */
export class LoggedElsewhere {
  from!: string;
  to!: string;
  /** Newest first; voided ones too. */
  contacts!: ContactView[];
  /** What they promised there and have not kept yet. */
  openPromises!: PromiseView[];
}
