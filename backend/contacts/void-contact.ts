import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { takeBackCheckInsOfVoided } from '../check-ins/check-ins-of-contact.queries.js';
import { Problem, stale } from '../http/problem.js';
import { participantInReach } from '../participants/participants.queries.js';
import { releasePromisesOfVoided } from '../promises/promises-of-contact.queries.js';
import { recomputeStanding } from '../standing/standing.store.js';
import type { LogContact, WrongPerson } from './contact.dto.js';
import type { ContactView } from './contact.view.js';
import { contactInReach } from './contacts.queries.js';
import { makeAgain, madeWith } from './made-with-contact.queries.js';
import { alreadyLogged, logContact } from './log-contact.js';
import { settlePlannedContacts } from './planned-contacts.queries.js';

/**
 * Voids a contact: by its author or a supervisor who reaches it, with a reason, at any time. Its risk note stays.
 *
 * @throws Problem 404 out of reach; 403 another coach's; 409 voided already; 412 when stale.
 */
export async function voidContact(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
  version: number,
  reason: string,
): Promise<ContactView> {
  const contact = await contactInReach(tx, actor, contactId);
  if (contact.voided)
    throw new Problem(
      409,
      'contact-already-voided',
      `${contact.voided.by.name} voided this contact already.`,
    );
  if (!contact.mayVoid)
    throw new Problem(
      403,
      'contact-not-yours',
      `${contact.coach.name} wrote this. They or their supervisor can void it.`,
    );
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE contacts SET voided_at = $4, voided_by = $5, void_reason = $6, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3 AND voided_at IS NULL`,
    [actor.organizationId, contactId, version, actor.now, actor.accountId, reason],
  );
  const after = await contactInReach(tx, actor, contactId);
  if (count !== 1) throw stale(after, { reason });
  await settlePlannedContacts(tx, actor, contactId);
  await releasePromisesOfVoided(tx, actor, contactId);
  await takeBackCheckInsOfVoided(tx, actor, contactId);
  await recomputeStanding(tx, contact.participantId);
  actor.record({
    action: 'contact.voided',
    participantId: contact.participantId,
    subjectId: contactId,
    why: reason,
  });
  return after;
}

/** Logged on the wrong person: voids it and logs the same words for the right one, both or neither. */
export async function moveToRightPerson(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
  version: number,
  asked: WrongPerson,
): Promise<ContactView> {
  const before = await contactInReach(tx, actor, contactId);
  await participantInReach(tx, actor, asked.participantId);
  const anew = sameWordsFor(asked.participantId, asked.contactId, before);
  // Sent again after it was done: the answer is the contact it made.
  const earlier = before.voided && (await alreadyLogged(tx, actor, anew));
  if (earlier) return earlier;
  if (before.participantId === asked.participantId)
    throw new Problem(409, 'contact-same-person', 'This is the person it is logged for already.');
  if (before.coach.accountId !== actor.accountId)
    throw new Problem(
      403,
      'contact-not-yours',
      `${before.coach.name} wrote this. Only they can log it anew.`,
    );
  const made = await madeWith(tx, actor, contactId);
  await voidContact(tx, actor, contactId, version, asked.reason?.trim() || 'Logged for the wrong person');
  const logged = await logContact(tx, actor, anew);
  if ('refused' in logged) throw logged.refused;
  await makeAgain(tx, actor, logged.contact, made);
  return logged.contact;
}

function sameWordsFor(participantId: string, contactId: string, contact: ContactView): LogContact {
  return {
    contactId,
    participantId,
    occurredOn: contact.occurredOn,
    occurredTime: contact.occurredTime ?? undefined,
    outcome: contact.outcome,
    startedBy: contact.startedBy ?? undefined,
    way: contact.way ?? undefined,
    place: contact.place ?? undefined,
    minutes: contact.minutes ?? undefined,
    dimensions: contact.dimensions,
    sharedNote: contact.sharedNote,
    teamNote: contact.teamNote,
  };
}
