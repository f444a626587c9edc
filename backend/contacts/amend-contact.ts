import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { replaceProgress } from '../goals/say-progress.js';
import { Problem, stale } from '../http/problem.js';
import { recomputeStanding } from '../standing/standing.store.js';
import type { ContactWords } from './contact.dto.js';
import type { ContactView } from './contact.view.js';
import { replaceGoals, replaceTeamNote } from './contact-parts.queries.js';
import { contactInReach } from './contacts.queries.js';
import { grantedContact, groundForLogging, groundOfContact } from './ground-for-logging.js';
import { settlePlannedContacts } from './planned-contacts.queries.js';
import { whenItHappened } from './when-it-happened.js';

/**
 * Amends a contact: by its author, within 24 hours of recording by the server's clock, never to another participant.
 * The version before is kept whole.
 *
 * @throws Problem 404 out of reach; 403 another's; 409 voided or too late; 412 with both versions when stale.
 */
export async function amendContact(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
  version: number,
  asked: ContactWords,
): Promise<ContactView> {
  const before = await contactInReach(tx, actor, contactId);
  refuseUnlessAmendable(before, actor);
  const when = whenItHappened({ ...asked, ...dayAndTime(before, asked) }, actor);
  const programId = asked.programId ?? (before.programId || undefined);
  const ground = await groundForLogging(
    tx,
    actor,
    before.participantId,
    programId,
    when.occurredOn,
    before.isOffCaseload ? contactId : null,
  );
  // on its own day a contact keeps what it stands on: held, or released under a supervisor's word
  const keepsIts = !ground.under && when.occurredOn === before.occurredOn;
  const granted = grantedContact(
    keepsIts ? { ...ground, ...(await groundOfContact(tx, actor, contactId)) } : ground,
    before.participantName,
  );
  if ('refused' in granted) throw granted.refused;
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE contacts SET occurred_on = $4, occurred_time = $5, happened_at = CASE WHEN occurred_on = $4 AND occurred_time IS NOT DISTINCT FROM $5 THEN happened_at ELSE $6 END, outcome = $7, started_by = $8, way = $9,
            place = $10, minutes = $11, dimensions = $12, shared_note = $13, enrollment_id = $14, certification_id = $15,
            training_supervisor_id = $16, is_held = $17, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3 AND voided_at IS NULL`,
    [
      actor.organizationId,
      contactId,
      version,
      when.occurredOn,
      when.occurredTime,
      when.happenedAt,
      asked.outcome,
      asked.startedBy ?? null,
      asked.way ?? null,
      asked.place ?? null,
      asked.minutes ?? null,
      asked.dimensions ?? [],
      asked.sharedNote ?? '',
      granted.enrollment.id,
      granted.certificationId,
      granted.trainingSupervisorId,
      granted.isHeld,
    ],
  );
  if (count !== 1) throw stale(await contactInReach(tx, actor, contactId), asked);
  await keepVersion(tx, actor, before);
  await replaceTeamNote(tx, actor, contactId, before.participantId, asked.teamNote ?? '', true);
  await replaceGoals(tx, actor, contactId, before.participantId, asked.goalIds ?? [], true);
  await replaceProgress(tx, actor, before, asked.progress ?? [], true);
  await settlePlannedContacts(tx, actor, contactId);
  await recomputeStanding(tx, before.participantId);
  actor.record({ action: 'contact.amended', participantId: before.participantId, subjectId: contactId });
  return contactInReach(tx, actor, contactId);
}

/** An amend that says no day keeps day and time as they were. */
function dayAndTime(
  before: ContactView,
  asked: ContactWords,
): Pick<ContactWords, 'occurredOn' | 'occurredTime'> {
  if ((asked.occurredOn ?? null) !== null) return {};
  return {
    occurredOn: before.occurredOn,
    occurredTime: asked.occurredTime ?? before.occurredTime ?? undefined,
  };
}

function refuseUnlessAmendable(contact: ContactView, actor: Actor): void {
  if (contact.coach.accountId !== actor.accountId)
    throw new Problem(
      403,
      'contact-not-yours',
      `${contact.coach.name} wrote this. You can add an addendum instead.`,
    );
  if (contact.voided)
    throw new Problem(
      409,
      'contact-already-voided',
      'This contact was voided, so it can’t be changed any more.',
    );
  if (!contact.mayAmend)
    throw new Problem(
      409,
      'contact-amend-closed',
      'A contact can be amended for 24 hours. Add an addendum instead.',
    );
}

/** What a contact said, word for word, under the number of the version that said it. */
async function keepVersion(tx: EntityManager, actor: Actor, contact: ContactView): Promise<void> {
  const { occurredOn, occurredTime, outcome, startedBy, way, place, minutes, programId, programName } =
    contact;
  const { dimensions, goals, sharedNote, teamNote } = contact;
  const fields = {
    occurredOn,
    occurredTime,
    outcome,
    startedBy,
    way,
    place,
    minutes,
    programId,
    programName,
  };
  await tx.query(
    `INSERT INTO contact_versions (organization_id, contact_id, version, participant_id, fields, made_by, replaced_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      actor.organizationId,
      contact.contactId,
      contact.version,
      contact.participantId,
      JSON.stringify({ ...fields, dimensions, goals, sharedNote, teamNote }),
      contact.coach.accountId,
      actor.now,
    ],
  );
}
