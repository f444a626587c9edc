import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { signInNameTaken } from '../access/accounts.queries.js';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { grouped, hashOfCode, newCode } from '../access/invitation-code.js';
import { invitationEnd } from '../access/invite.js';
import { hashOf, newToken } from '../access/session-cookie.js';
import { isSignInName, SIGN_IN_NAME_WORDS } from '../access/sign-in-name.js';
import { invalid, Problem } from '../http/problem.js';
import { neutralNameOf } from '../organization/neutral-name.queries.js';
import { participantInReach } from '../participants/participants.queries.js';
import type { InviteParticipant, MadeInvitation, WayIn } from './way-in.dto.js';
import { isColleague, isEnrolled, wayInOf, wayInRow } from './way-in.queries.js';

/** How a participant gets in: their coach, or a supervisor within reach, invites them. */
@Injectable()
export class InvitationsService {
  constructor(private readonly door: Door) {}

  look(caller: Caller, participantId: string): Promise<WayIn> {
    return this.door.asActor(caller, async (tx, actor) => {
      const participant = await participantInReach(tx, actor, participantId);
      actor.record({ action: 'way-in.opened', participantId });
      return wayInOf(tx, actor, participant);
    });
  }

  async invite(caller: Caller, participantId: string, asked: InviteParticipant): Promise<MadeInvitation> {
    const token = newToken();
    const code = newCode();
    const codeHash = await hashOfCode(code);
    return this.door.asActor(caller, async (tx, actor) => {
      const participant = await participantInReach(tx, actor, participantId);
      if (await isColleague(tx, actor, participantId)) throw signsInAsStaff();
      const accountId = await accountToInvite(tx, actor, participantId, asked);
      const expiresAt = invitationEnd(actor.now);
      const [row] = await tx.query<{ said: 'made' | 'again' | 'used' }[]>(
        'SELECT invite_participant($1, $2, $3, $4, $5, $6, $7) AS said',
        [
          ...[participantId, asked.invitationId, hashOf(token), codeHash],
          ...[asked.lookedHow ?? null, actor.now, expiresAt],
        ],
      );
      if (row?.said === 'used')
        throw new Problem(409, 'invitation-used', 'This invitation is used. Make a new one if they need it.');
      if (row?.said === 'made')
        actor.record({
          action: 'account.invited',
          participantId,
          subjectId: accountId,
          ...(asked.lookedHow ? { why: `Looked at the person: ${asked.lookedHow}.` } : {}),
        });
      return {
        wayIn: await wayInOf(tx, actor, participant),
        invitationLink: `/invitation/${token}`,
        code: grouped(code),
        expiresAt,
        neutralName: await neutralNameOf(tx, actor),
      };
    });
  }

  /** Called off twice is called off. */
  callOff(caller: Caller, participantId: string): Promise<WayIn> {
    return this.door.asActor(caller, async (tx, actor) => {
      const participant = await participantInReach(tx, actor, participantId);
      const [row] = await tx.query<{ gone: boolean }[]>('SELECT call_off_invitation($1) AS gone', [
        participantId,
      ]);
      if (row?.gone) actor.record({ action: 'invitation.called-off', participantId });
      return wayInOf(tx, actor, participant);
    });
  }
}

function signsInAsStaff(): Problem {
  return new Problem(
    409,
    'signs-in-as-staff',
    'They work here too and sign in as they always do. If they lost what opens it, an administrator helps them.',
  );
}

/** @returns the account's id; it is made for a participant who has none */
async function accountToInvite(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  { signInName, lookedHow }: InviteParticipant,
): Promise<string> {
  const known = await wayInRow(tx, participantId);
  if (known?.is_disabled)
    throw new Problem(
      409,
      'account-disabled',
      'Their account is disabled. An administrator can enable it; then invite them.',
    );
  if (!(await isEnrolled(tx, actor, participantId)))
    throw new Problem(
      409,
      'enrollment-closed',
      'Their stay has ended. Once they are enrolled again, invite them.',
    );
  if (known?.is_opened && !lookedHow)
    throw invalid('lookedHow', 'missing', 'First look at the person, and say how: in person, or by video.');
  if (known) return known.account_id;
  if (!signInName) throw invalid('signInName', 'missing', 'They need a name to sign in with.');
  if (!isSignInName(signInName)) throw invalid('signInName', 'is-sign-in-name', SIGN_IN_NAME_WORDS);
  const accountId = newId();
  const [row] = await tx.query<{ is_free: boolean }[]>('SELECT open_account_of($1, $2, $3, $4) AS is_free', [
    participantId,
    accountId,
    signInName,
    actor.now,
  ]);
  if (!row?.is_free) throw signInNameTaken();
  return accountId;
}
