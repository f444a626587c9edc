import type { EntityManager } from 'typeorm';
import type { DeliveryView, MessageView } from './delivery.view.js';

interface Row {
  subject_id: string;
  kind: string;
  step: string;
  account_id: string;
  name: string;
  made_at: Date;
  way: DeliveryView['way'] | null;
  state: DeliveryView['state'];
  settled_at: Date | null;
  next_try_at: Date;
  problem: string;
  message_id: string;
}

const MESSAGES = (which: string): string => `
  SELECT m.id AS message_id, m.subject_id, m.kind, m.step, m.account_id, a.name, m.made_at,
         d.way, d.state, d.settled_at, d.next_try_at, d.problem
    FROM messages m
    JOIN accounts a ON a.organization_id = m.organization_id AND a.id = m.account_id
    LEFT JOIN message_deliveries d ON d.organization_id = m.organization_id AND d.message_id = m.id
   WHERE m.organization_id = acting_organization() AND ${which} = ANY ($1)
   ORDER BY m.made_at, m.id, d.way, d.id`;

/**
 * Who of the staff was told about these (of a risk note, its id), oldest first, and by which ways it arrived. Whoever
 * asks has looked at reach: this reads for any id of the organization.
 */
export async function deliveriesOf(tx: EntityManager, subjectIds: string[]): Promise<MessageView[]> {
  return messagesOf(await tx.query<Row[]>(MESSAGES('m.subject_id'), [subjectIds]));
}

/** The same by the ids of the messages themselves. */
export async function deliveriesOfMessages(tx: EntityManager, messageIds: string[]): Promise<MessageView[]> {
  return messagesOf(await tx.query<Row[]>(MESSAGES('m.id'), [messageIds]));
}

function messagesOf(rows: Row[]): MessageView[] {
  const messages = new Map<string, MessageView>();
  for (const row of rows) {
    const message = messages.get(row.message_id) ?? messageOf(row);
    messages.set(row.message_id, message);
    if (row.way) message.deliveries.push(deliveryOf(row, row.way));
  }
  return [...messages.values()];
}

function messageOf(row: Row): MessageView {
  return {
    messageId: row.message_id,
    subjectId: row.subject_id,
    kind: row.kind,
    step: row.step,
    accountId: row.account_id,
    name: row.name,
    toldAt: row.made_at,
    deliveries: [],
  };
}

function deliveryOf(row: Row, way: DeliveryView['way']): DeliveryView {
  return {
    way,
    state: row.state,
    settledAt: row.settled_at,
    nextTryAt: row.state === 'waiting' ? row.next_try_at : null,
    problem: row.problem,
  };
}
