import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';
import type { CheckInView } from '../check-ins/check-in.view.js';
import { checkInOfContact } from '../check-ins/check-ins-of-contact.queries.js';
import { makeCheckIn } from '../check-ins/make-check-in.js';
import { makePromise } from '../promises/make-promise.js';
import { holdStanding, recomputeStanding } from '../standing/standing.store.js';
import type { ContactView } from './contact.view.js';
import type { Way } from './contacts.rules.js';
import { planNextContact } from './planned-contacts.queries.js';
import { whyNoPlan } from './planned-contacts.rules.js';

/** What was planned, promised and said in the form of a contact, and still stands. */
export interface MadeWith {
  plan: { planned_on: string; planned_time: string | null; way: Way | null } | undefined;
  promises: { words: string; due_on: string }[];
  checkIn: CheckInView | undefined;
}

export async function madeWith(tx: EntityManager, actor: Actor, contactId: string): Promise<MadeWith> {
  const values = [actor.organizationId, contactId];
  const [[plan], promises, checkIn] = await Promise.all([
    tx.query<NonNullable<MadeWith['plan']>[]>(
      `SELECT planned_on, to_char(planned_time, 'HH24:MI') AS planned_time, way FROM planned_contacts
        WHERE organization_id = $1 AND contact_id = $2 AND replaced_at IS NULL`,
      values,
    ),
    tx.query<MadeWith['promises']>(
      `SELECT words, due_on FROM promises
        WHERE organization_id = $1 AND contact_id = $2 AND kept_at IS NULL AND released_at IS NULL ORDER BY id`,
      values,
    ),
    checkInOfContact(tx, actor, contactId),
  ]);
  return { plan, promises, checkIn };
}

/** The same again for the person a contact really was with. A promise whose day went by meanwhile is due today. */
export async function makeAgain(
  tx: EntityManager,
  actor: Actor,
  { contactId, participantId }: ContactView,
  { plan, promises, checkIn }: MadeWith,
): Promise<void> {
  const next = plan && { plannedOn: plan.planned_on, plannedTime: plan.planned_time ?? undefined };
  if (plan && next && !whyNoPlan(next, actor.today, actor.timeZone)) {
    await holdStanding(tx, participantId);
    await planNextContact(tx, actor, participantId, { ...next, way: plan.way ?? undefined }, { contactId });
  }
  for (const { words, due_on: dueOn } of promises)
    await makePromise(
      tx,
      actor,
      participantId,
      { promiseId: newId(), words, dueOn: dueOn < actor.today ? actor.today : dueOn },
      contactId,
    );
  if (checkIn) {
    const { mood, cravings, sleep, connection, hasSafePlace, words } = checkIn;
    const said = { checkInId: newId(), mood, cravings, sleep, connection, hasSafePlace, words };
    const saidIn = { contactId, happenedAt: checkIn.checkedInAt, occurredOn: checkIn.checkedInOn };
    await makeCheckIn(tx, actor, participantId, said, saidIn);
    await recomputeStanding(tx, participantId);
  }
}
