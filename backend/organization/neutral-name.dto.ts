import { Words } from '../http/fields.js';

/** What stands on cards, at the door and behind links, where others may read along; empty shows nothing. */
export class NeutralName {
  neutralName!: string;
}

export class SetNeutralName {
  @Words(60)
  neutralName!: string;

  /** What it was when the page was opened, so that nobody overwrites what another just set. */
  @Words(60)
  before!: string;
}
