import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { deliveriesOfMessages } from './deliveries.queries.js';
import { Mail } from './mail.js';
import type { UndeliveredList } from './undelivered.dto.js';

const SHOWN_DAYS = 7;
const MOST_SHOWN = 100;

/** Tried and not arrived, or nowhere to go; what was withdrawn meanwhile need not arrive any more. */
const UNDELIVERED = `
  SELECT m.id FROM messages m
   WHERE m.made_at > $1 AND m.withdrawn_at IS NULL AND m.kind NOT IN ('test', 'mail code')
     AND (EXISTS (SELECT 1 FROM message_deliveries d
                   WHERE d.organization_id = m.organization_id AND d.message_id = m.id
                     AND (d.state = 'given up' OR d.state = 'waiting' AND (d.problem <> '' OR d.attempt_count > 1)))
          OR NOT EXISTS (SELECT 1 FROM message_deliveries d
                          WHERE d.organization_id = m.organization_id AND d.message_id = m.id))
   ORDER BY m.made_at DESC LIMIT ${MOST_SHOWN}`;

/** What could not be delivered, for the administrator, who learns who was not reached and not why it mattered. */
@Injectable()
export class UndeliveredService {
  constructor(
    private readonly door: Door,
    private readonly mail: Mail,
  ) {}

  list(caller: Caller): Promise<UndeliveredList> {
    return this.door.asActor(caller, (tx, actor) => this.listAs(tx, actor));
  }

  /** Has what waits for its next try tried at once; what is on its way just now is left alone. */
  tryNow(caller: Caller): Promise<UndeliveredList> {
    return this.door.asActor(caller, async (tx, actor) => {
      await tx.query(
        `UPDATE message_deliveries SET next_try_at = $2
          WHERE organization_id = $1 AND state = 'waiting' AND problem <> '' AND next_try_at > $2`,
        [actor.organizationId, actor.now],
      );
      await tx.query(`SELECT pg_notify('alongside_jobs', $1)`, ['messages']);
      return this.listAs(tx, actor);
    });
  }

  private async listAs(tx: EntityManager, { now }: Actor): Promise<UndeliveredList> {
    const since = new Date(now.getTime() - SHOWN_DAYS * 24 * 60 * 60_000);
    const rows = await tx.query<{ id: string }[]>(UNDELIVERED, [since]);
    const messages = await deliveriesOfMessages(
      tx,
      rows.map(({ id }) => id),
    );
    return {
      items: messages
        .reverse()
        .map(({ messageId, name, toldAt, deliveries }) => ({ messageId, name, toldAt, deliveries })),
      isMailSetUp: this.mail.isSetUp,
    };
  }
}
