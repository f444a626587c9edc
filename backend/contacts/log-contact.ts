import type { EntityManager } from 'typeorm';
import { type Actor, found, type SendLast } from '../access/door.js';
import { makeCheckIn } from '../check-ins/make-check-in.js';
import { replaceProgress } from '../goals/say-progress.js';
import { isId } from '../http/fields.js';
import { invalid, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { participantIfInReach } from '../participants/participants.queries.js';
import { makePromise } from '../promises/make-promise.js';
import { raiseRiskNote } from '../risk/raise-risk-note.js';
import { holdStanding, recomputeStanding } from '../standing/standing.store.js';
import type { LogContact } from './contact.dto.js';
import type { ContactView } from './contact.view.js';
import { AS_LOGGED, contactInReach, contactOfId, type LoggedRow, loggedView } from './contacts.queries.js';
import { grantedContact, groundForLogging } from './ground-for-logging.js';
import { replaceGoals, replaceTeamNote } from './contact-parts.queries.js';
import { deleteDraftOf } from './drafts.queries.js';
import { planNextContact, settlePlannedContacts } from './planned-contacts.queries.js';
import { offCaseload } from './off-caseload.js';
import { whenItHappened } from './when-it-happened.js';

/** Logged; or refused for want of a certification, with the risk note of the form raised all the same. */
export type LogOutcome = { contact: ContactView } | { refused: Problem };

/**
 * Logs a contact, once for its id: the same request again answers the record as it now is.
 *
 * A refusal for want of a certification is returned, not thrown, because the risk note on it must stand: the caller
 * throws it after the commit.
 *
 * @param last `actor.last`, where nothing is done in the transaction after it
 */
export async function logContact(
  tx: EntityManager,
  actor: Actor,
  asked: LogContact,
  last?: SendLast,
): Promise<LogOutcome> {
  const when = whenItHappened(asked, actor);
  const hash = requestHash(asked);
  // One query each and sent together; reach comes first, so its answer does too.
  const [inReach, onCaseload] = await Promise.all([
    participantIfInReach(tx, actor, asked.participantId),
    isId(asked.participantId)
      ? groundForLogging(tx, actor, asked.participantId, asked.programId ?? undefined, when.occurredOn)
      : null,
  ]);
  const elsewhere = inReach ? null : await offCaseload(tx, actor, asked, when.occurredOn);
  if (elsewhere && 'earlier' in elsewhere) return { contact: sameWords(elsewhere.earlier, hash) };
  if (elsewhere && 'refused' in elsewhere) return refusedWithRiskNote(tx, actor, asked, elsewhere.refused);
  if (elsewhere && asked.checkIn)
    throw invalid(
      'checkIn',
      'off-the-caseload',
      'They are not on your caseload, so no check-in of theirs can be entered. Put it in the note instead.',
    );
  const ground = elsewhere?.ground ?? found(onCaseload, 'participant');
  const name = inReach?.preferredName ?? elsewhere?.name ?? '';
  // Sent again after the enrollment closed or the certification ended: what was logged then is the answer.
  if ((!ground.enrollment || !ground.under) && (await isIdTaken(tx, asked.contactId)))
    return { contact: await loggedBefore(tx, actor, asked.contactId, hash) };

  const granted = grantedContact(ground, name);
  if ('refused' in granted) return refusedWithRiskNote(tx, actor, asked, granted.refused);

  const [logged] = await tx.query<LoggedRow[]>(
    `INSERT INTO contacts AS c (organization_id, id, participant_id, enrollment_id, coach_id, occurred_on, occurred_time,
       happened_at, recorded_at, outcome, started_by, way, place, minutes, dimensions, shared_note, certification_id,
       training_supervisor_id, is_held, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING ${AS_LOGGED}`,
    [
      actor.organizationId,
      asked.contactId,
      asked.participantId,
      granted.enrollment.id,
      actor.accountId,
      when.occurredOn,
      when.occurredTime,
      when.happenedAt,
      actor.now,
      asked.outcome,
      asked.startedBy ?? null,
      asked.way ?? null,
      asked.place ?? null,
      asked.minutes ?? null,
      asked.dimensions ?? [],
      asked.sharedNote ?? '',
      granted.certificationId,
      granted.trainingSupervisorId,
      granted.isHeld,
      hash,
    ],
  );
  // Sent again; and nineteen of twenty sent at once arrive here after the first has committed.
  if (!logged) return { contact: await loggedBefore(tx, actor, asked.contactId, hash) };

  // Sent together and carried out in this order: what is read last sees what was written before it.
  const written = [
    replaceTeamNote(tx, actor, asked.contactId, asked.participantId, asked.teamNote ?? '', false),
    elsewhere
      ? elsewhere.touchGoals()
      : replaceGoals(tx, actor, asked.contactId, asked.participantId, asked.goalIds ?? [], false),
    deleteDraftOf(tx, actor, asked.contactId),
    asked.outcome === 'reached' ? settlePlannedContacts(tx, actor, asked.contactId) : Promise.resolve(),
  ];
  if (
    asked.nextContact ||
    asked.promises?.length ||
    asked.riskNote ||
    asked.progress?.length ||
    asked.checkIn
  )
    await Promise.all(written);
  if (asked.checkIn)
    await makeCheckIn(tx, actor, asked.participantId, asked.checkIn, { contactId: asked.contactId, ...when });
  if (asked.progress?.length) await replaceProgress(tx, actor, asked, asked.progress, false);
  if (asked.nextContact) {
    await holdStanding(tx, asked.participantId);
    await planNextContact(tx, actor, asked.participantId, asked.nextContact, { contactId: asked.contactId });
  }
  for (const [place, promise] of (asked.promises ?? []).entries())
    await makePromise(tx, actor, asked.participantId, promise, asked.contactId, `promises.${place}.`);
  if (asked.riskNote) await raiseRiskNote(tx, actor, asked.participantId, asked.riskNote, asked.contactId);
  const [contact] = await Promise.all([
    elsewhere || asked.goalIds?.length || asked.riskNote
      ? contactInReach(tx, actor, asked.contactId)
      : loggedView(
          logged,
          {
            participant_name: name,
            program_id: granted.enrollment.programId,
            program_name: granted.enrollment.programName,
            team_note: asked.teamNote ?? null,
          },
          actor,
        ),
    recomputeStanding(tx, asked.participantId, last),
    ...written,
  ]);
  actor.record({
    action: 'contact.logged',
    participantId: asked.participantId,
    subjectId: asked.contactId,
    ...(elsewhere ? { why: 'off the caseload' } : {}),
  });
  return { contact };
}

async function isIdTaken(tx: EntityManager, contactId: string): Promise<boolean> {
  const [row] = await tx.query<{ is_taken: boolean }[]>('SELECT contact_id_is_taken($1) AS is_taken', [
    contactId,
  ]);
  return row?.is_taken === true;
}

/** The contact that this very request made before, if it did. @throws Problem as `loggedBefore` does. */
export async function alreadyLogged(
  tx: EntityManager,
  actor: Actor,
  asked: LogContact,
): Promise<ContactView | undefined> {
  if (!(await isIdTaken(tx, asked.contactId))) return undefined;
  return loggedBefore(tx, actor, asked.contactId, requestHash(asked));
}

/** What this id already holds. @throws Problem 409 for other words under it, 404 when it is out of reach. */
async function loggedBefore(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
  hash: Buffer,
): Promise<ContactView> {
  return sameWords(found(await contactOfId(tx, actor, contactId), 'contact'), hash);
}

function sameWords(earlier: { view: ContactView; requestHash: Buffer }, hash: Buffer): ContactView {
  if (!earlier.requestHash.equals(hash))
    throw new Problem(
      409,
      'contact-id-taken',
      'This contact was already logged in other words. Amend it, or log a new one.',
    );
  return earlier.view;
}

/** Refused; a risk note on the form is raised all the same. */
async function refusedWithRiskNote(
  tx: EntityManager,
  actor: Actor,
  asked: LogContact,
  refused: Problem,
): Promise<LogOutcome> {
  if (!asked.riskNote) return { refused };
  const note = await raiseRiskNote(tx, actor, asked.participantId, asked.riskNote, asked.contactId);
  await recomputeStanding(tx, asked.participantId);
  return { refused: withRiskNote(refused, note.riskNoteId) };
}

function withRiskNote({ status, code, detail, more }: Problem, riskNoteId: string): Problem {
  return new Problem(status, code, `${detail} Your risk note was raised.`, {
    ...more,
    facts: { riskNoteId },
  });
}
