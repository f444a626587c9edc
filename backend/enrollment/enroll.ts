import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { addAccount, holdAccount } from '../access/accounts.queries.js';
import type { Actor } from '../access/door.js';
import { invite, type NewInvitation } from '../access/invite.js';
import { isSignInName, SIGN_IN_NAME_WORDS } from '../access/sign-in-name.js';
import { coachToAssign, refuseUnable } from '../coaches/coach-to-assign.js';
import { coachHere } from '../coaches/coaches.queries.js';
import { invalid, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { programInReach } from '../organization/programs.queries.js';
import { beginAssignment } from '../participants/assignments.queries.js';
import {
  accountToOpen,
  addEnrollment,
  addParticipant,
  addPhone,
  setAccountOf,
} from '../participants/enrollments.queries.js';
import { refuseUndialled } from '../participants/write-way-to-reach.js';
import { DEFAULT_CADENCE_DAYS } from '../standing/cadences.rules.js';
import { recomputeStanding } from '../standing/standing.store.js';
import { addCoachWish } from './coach-wish.queries.js';
import type { EnrollParticipant } from './enroll-participant.dto.js';
import { refuseWithoutRoom } from './room.js';

/**
 * Adds a participant, enrolled in a program from a day up to today, with their coach and account if they get them.
 * Sent again, it is the same participant; an account that is not yet open gets a new link.
 *
 * @returns the link that opens their account, or null without one.
 * @throws Problem 404 for a program or coach out of reach, 409 for a taken id or sign-in name, 422.
 */
export async function enroll(
  tx: EntityManager,
  actor: Actor,
  sent: EnrollParticipant,
): Promise<NewInvitation | null> {
  const { participantId, preferredName, language, coachId } = sent;
  const signInName = sent.hasAccount ? signInNameOf(sent) : null;
  const enrolledOn = sent.enrolledOn ?? actor.today;
  if (enrolledOn > actor.today)
    throw invalid(
      'enrolledOn',
      'in-the-future',
      'This day has not come yet. Choose today or an earlier day.',
    );
  if (sent.phone?.trim()) refuseUndialled('phone', sent.phone);
  const { programId } = await programInReach(tx, actor, sent.programId);
  const coach = coachId ? await coachToAssign(tx, actor, coachId) : null;
  if (coach) refuseUnable(coach);
  if (sent.coachWish?.wishedCoachId) await coachHere(tx, actor, sent.coachWish.wishedCoachId);
  if (sent.accountId) await colleagueToEnroll(tx, actor, sent, sent.accountId);

  const isNew = await addParticipant(tx, actor, {
    participantId,
    preferredName,
    legalName: sent.legalName ?? '',
    pronouns: sent.pronouns ?? '',
    language,
    requestHash: requestHash(sent),
  });
  if (!isNew) return linkAgain(tx, actor, participantId);

  await addEnrollment(tx, actor, {
    participantId,
    programId,
    enrolledOn,
    agreedCadenceDays: sent.agreedCadenceDays ?? DEFAULT_CADENCE_DAYS,
  });
  if (sent.phone?.trim()) await addPhone(tx, actor, participantId, sent.phone);
  if (sent.coachWish) await addCoachWish(tx, actor, participantId, sent.coachWish);
  await recomputeStanding(tx, participantId);
  actor.record({ action: 'participant.enrolled', participantId });
  if (coach) {
    const reason = sent.coachReason;
    await refuseWithoutRoom(tx, actor, { participantId, kind: 'primary', coach, isSecondNow: false, reason });
    await beginAssignment(tx, actor, participantId, { kind: 'primary', coachId: coach.accountId, reason });
    actor.record({ action: 'assignment.changed', participantId, subjectId: coach.accountId, why: reason });
  }
  if (sent.accountId) {
    await setAccountOf(tx, actor, participantId, sent.accountId);
    actor.record({ action: 'account.role-given', subjectId: sent.accountId, why: 'participant' });
  }
  if (signInName === null) return null;

  const accountId = newId();
  await addAccount(tx, actor, {
    accountId,
    role: 'participant',
    name: preferredName,
    signInName,
    language,
    requestHash: null,
  });
  await setAccountOf(tx, actor, participantId, accountId);
  return openTo(tx, actor, participantId, accountId);
}

/** A link is told once; whoever sends the same request again did not get it. */
async function linkAgain(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<NewInvitation | null> {
  const accountId = await accountToOpen(tx, actor, participantId);
  return accountId ? openTo(tx, actor, participantId, accountId) : null;
}

async function openTo(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  accountId: string,
): Promise<NewInvitation> {
  actor.record({ action: 'account.invited', participantId, subjectId: accountId });
  return invite(tx, actor, accountId, actor.accountId);
}

/** @throws Problem 404, 422 or 409 when this account can't open a participant's record too */
async function colleagueToEnroll(
  tx: EntityManager,
  actor: Actor,
  { hasAccount, coachId, participantId }: EnrollParticipant,
  accountId: string,
): Promise<void> {
  if (hasAccount)
    throw invalid(
      'hasAccount',
      'has-one-already',
      'They sign in as they always do, so they need no other account.',
    );
  const account = await holdAccount(tx, actor, accountId);
  if (account.accountId === actor.accountId)
    throw new Problem(409, 'own-record', 'Nobody enrolls themself. Another administrator does it for you.');
  if (account.isDisabled)
    throw new Problem(
      409,
      'account-disabled',
      'This account is disabled. Enable it first, then enroll them.',
    );
  if (coachId?.toLowerCase() === account.accountId)
    throw new Problem(409, 'nobody-is-their-own-coach', 'Nobody is their own coach. Choose another coach.');
  const rows = await tx.query<unknown[]>(
    'SELECT 1 FROM participants WHERE organization_id = $1 AND account_id = $2 AND id <> $3',
    [actor.organizationId, account.accountId, participantId],
  );
  if (rows.length > 0)
    throw new Problem(409, 'in-a-program-already', `${account.name} has a record here already.`);
}

function signInNameOf({ signInName }: EnrollParticipant): string {
  if (!signInName)
    throw invalid('signInName', 'missing', 'With an account of their own they need a name to sign in with.');
  if (!isSignInName(signInName)) throw invalid('signInName', 'is-sign-in-name', SIGN_IN_NAME_WORDS);
  return signInName;
}
