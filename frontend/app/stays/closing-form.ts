import type { CloseStay, Day, PromiseDecision, ToClose } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { newId } from '../look/new-id';

/** What is said of one promise so far. */
export interface Decided {
  became: PromiseDecision['became'] | '';
  reason: string;
  toId: string;
}

/** What is typed on the page of a closing. */
export interface Typed {
  /** Of what is sent: the same however often it is, another one for other words. */
  closingId: string;
  reason: string;
  closedOn: Day;
  words: string;
  promises: Record<string, Decided>;
}

export const UNDECIDED: Decided = { became: '', reason: '', toId: '' };

export const nothingTyped = (today: Day): Typed => ({
  ...{ closingId: newId(), reason: '', closedOn: today, words: '', promises: {} },
});

/** Why it can't be closed yet, whatever is typed. */
export function whatBlocks(to: ToClose, mayRead: boolean): 'risk notes' | 'promises' | null {
  if (!to.isLast) return null;
  if (to.hasOpenRiskNotes) return 'risk notes';
  return to.hasOpenPromises && !mayRead ? 'promises' : null;
}

/** The promises to decide about, in the order in which they are sent: with a stay that is not the last, none. */
export const promisesOf = (to: ToClose): ToClose['promises'] => (to.isLast ? to.promises : []);

/** What is to be filled in first, as the server would say it; null when it can be sent. */
export function whatIsMissing(typed: Typed, to: ToClose): Problem | null {
  const fields: NonNullable<Problem['fields']> = [];
  const say = (path: string, detail: string): void => void fields.push({ path, code: 'missing', detail });
  promisesOf(to).forEach(({ promiseId, words }, place) => {
    const { became, reason, toId } = typed.promises[promiseId] ?? UNDECIDED;
    const path = `promises.${place}`;
    if (!became) say(path, `Say what becomes of “${words}”.`);
    if (became === 'let go' && !reason.trim()) say(`${path}.reason`, `Say why “${words}” is let go.`);
    if (became === 'handed' && !toId) say(`${path}.toId`, `Choose who takes on “${words}”.`);
  });
  if (!typed.reason) say('reason', 'Choose how it ended.');
  if (!typed.closedOn) say('closedOn', 'Say which day was the last.');
  return fields.length
    ? { status: 422, code: 'input-invalid', title: 'Not closed yet', detail: '', fields }
    : null;
}

/** @param mayRead an administrator reads and sends no words about a person */
export function closingOf(typed: Typed, to: ToClose, mayRead: boolean): CloseStay {
  const { closingId, closedOn, words } = typed;
  const promises = promisesOf(to).map(({ promiseId }): PromiseDecision => {
    const { became, reason, toId } = typed.promises[promiseId] ?? UNDECIDED;
    return {
      promiseId,
      became: became as PromiseDecision['became'],
      ...(became === 'let go' ? { reason: reason.trim() } : {}),
      ...(became === 'handed' ? { toId } : {}),
    };
  });
  return {
    closingId,
    closedOn,
    reason: typed.reason as CloseStay['reason'],
    ...(mayRead && words.trim() ? { words: words.trim() } : {}),
    ...(promises.length ? { promises } : {}),
  };
}
