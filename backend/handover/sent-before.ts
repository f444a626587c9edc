import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { Problem } from '../http/problem.js';
import type { HandoverView } from './handover.view.js';
import { handoverOfId } from './handovers.queries.js';

/** What the same request made, when it is sent again. @throws Problem 409 for another under its id. */
export async function handoverSentBefore(
  tx: EntityManager,
  actor: Actor,
  handoverId: string,
  hash: Buffer,
): Promise<HandoverView | undefined> {
  const earlier = await handoverOfId(tx, actor, handoverId);
  if (earlier && !earlier.requestHash?.equals(hash))
    throw new Problem(
      409,
      'handover-id-taken',
      'This was sent before in other words. Look at what stands there now, and send it anew.',
    );
  return earlier?.view;
}

export function handoverThereAlready(current: HandoverView, yours: unknown): Problem {
  const who = current.by.name;
  return new Problem(
    409,
    'one-open-handover-at-a-time',
    current.state === 'asked'
      ? `${who} asked for this already. Look at what stands there before you ask again.`
      : `${who} is handing them over to ${current.to?.name ?? 'somebody'} already. Look at what stands there now.`,
    { current, yours },
  );
}
