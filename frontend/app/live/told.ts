/** What one tab hears of the stream, from the server or from the tab that holds it. */
export type Told =
  /** Something about this participant; null: about anyone, much was missed. */
  | { is: 'changed'; participantId: string | null; cursor: string }
  /** The stream is open, and all that was missed has been told. */
  | { is: 'live'; cursor: string }
  /** The stream is still there. */
  | { is: 'here' }
  /** The stream is not there, and is tried again. */
  | { is: 'lost' }
  /** The session has ended. */
  | { is: 'over' };
