import { KeptOnDevice } from '../session/kept-on-device';

/** Something done with one tap, as it is sent. Kept on this device until the server has it. */
export interface Tap {
  /** Made here: of a contact or a putting away its own id, so that sent twice it is one. */
  id: string;
  kind: 'contact' | 'promise' | 'decision' | 'put away';
  participantId: string;
  preferredName: string;
  /** What was done, for the notice: "Reached". */
  words: string;
  path: string;
  body: Record<string, unknown>;
  /** Of what is changed by it, the version that was seen. */
  version?: number;
  /** Of a contact: the local day and time of the tap, said when it is sent later. */
  when?: { occurredOn: string; occurredTime: string };
}

const kept = new KeptOnDevice<Tap>('alongside.unsent-tap.');

export function keepTap(accountId: string, tap: Tap): void {
  kept.keep(`${accountId}.${tap.id}`, tap);
}

export function letGoOfTap(accountId: string, id: string): void {
  kept.letGo(`${accountId}.${id}`);
}

/** In the order in which they were made: their ids begin with the time. */
export function unsentTapsOf(accountId: string): Tap[] {
  return kept.of(`${accountId}.`);
}
