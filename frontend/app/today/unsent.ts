/** Something done with one tap, as it is sent. Kept on this device until the server has it. */
export interface Tap {
  /** Made here: of a contact or a putting away its own id, so that sent twice it is one. */
  id: string;
  kind: 'contact' | 'promise' | 'put away';
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

const PREFIX = 'alongside.unsent-tap.';

const keyOf = (accountId: string, id: string): string => `${PREFIX}${accountId}.${id}`;

export function keepTap(accountId: string, tap: Tap): void {
  try {
    localStorage.setItem(keyOf(accountId, tap.id), JSON.stringify(tap));
  } catch {
    // Storage is full or closed to us: the open page still holds it and goes on sending.
  }
}

export function letGoOfTap(accountId: string, id: string): void {
  localStorage.removeItem(keyOf(accountId, id));
}

/** In the order in which they were made: their ids begin with the time. */
export function unsentTapsOf(accountId: string): Tap[] {
  return keys()
    .filter((key) => key.startsWith(`${PREFIX}${accountId}.`))
    .sort()
    .map((key) => JSON.parse(localStorage.getItem(key) ?? '{}') as Tap);
}

export function forgetUnsentTaps(): void {
  for (const key of keys()) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

function keys(): string[] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
}
