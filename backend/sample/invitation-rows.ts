import { createHash } from 'node:crypto';
import { Chance } from './chance.js';
import type { Life } from './sample-making.js';

const DAY_MINUTES = 24 * 60;

/** Whoever was given a card the day before yesterday and has not used it. What was on it, nobody knows. */
export function addInvitations(lives: readonly Life[]): void {
  for (const { rows, days, participantId, accountId, person, coachOn } of lives) {
    if (!accountId || person.account !== 'invited' || person.story.closed) continue;
    const chance = new Chance(`invitation/${participantId}`);
    const madeAt = days.at(days.ago(2), 15 * 60 + 20).instant;
    const unknown = (): string => `\\x${createHash('sha256').update(chance.id(madeAt)).digest('hex')}`;
    rows.add('invitations', {
      id: chance.id(madeAt),
      account_id: accountId,
      token_hash: unknown(),
      code_hash: unknown(),
      made_by: coachOn(2).id,
      made_at: madeAt,
      expires_at: days.after(madeAt, 7 * DAY_MINUTES),
    });
  }
}
