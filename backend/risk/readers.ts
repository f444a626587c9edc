import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { answerBy } from './answering-clock.rules.js';
import { answeringTerms, circleOf, supervisionEnds } from './answering.store.js';
import { whomToTell } from './escalation.rules.js';
import type { Readers } from './risk-note.dto.js';
import { isOpenAt, nextOpening } from './working-hours.rules.js';

/** Who would hear at once of an urgent note raised now, and whether any of them can be reached before work begins. */
export async function readersNow(tx: EntityManager, actor: Actor, participantId: string): Promise<Readers> {
  const [terms, circle, endsOf] = await Promise.all([
    answeringTerms(tx),
    circleOf(tx, participantId, actor.accountId),
    supervisionEnds(tx, [participantId]),
  ]);
  const isOpen = isOpenAt(terms, actor.now);
  // who is away hears of it, but is not whom it waits for
  const told = whomToTell(1, circle, new Set(), !isOpen).told.filter(
    ({ as }) => as !== 'own supervisor' || circle.coveringIds.length === 0,
  );
  const accountIds = told.map(({ accountId }) => accountId);
  const [names, [reach]] = await Promise.all([
    tx.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM accounts WHERE organization_id = $1 AND id = ANY ($2) ORDER BY lower(name), id',
      [actor.organizationId, accountIds],
    ),
    tx.query<{ may: boolean }[]>('SELECT may_be_reached_at_night($1) AS may', [accountIds]),
  ]);
  return {
    told: names.map(({ id, name }) => ({ accountId: id, name })),
    answerBy: {
      urgent: answerBy('urgent', actor.now, terms),
      concern: answerBy('concern', actor.now, terms),
      watch: answerBy('watch', actor.now, terms, endsOf(participantId)),
    },
    isOpen,
    nobodyBefore: isOpen || reach?.may ? null : nextOpening(terms, actor.now),
  };
}
