import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '../http/problem.js';
import type { Caller } from './caller.js';
import { type Actor, Door } from './door.js';
import { type Language, ROLES, type Role } from './roles.js';
import type { Me } from './sign-in.dto.js';

interface MeRow {
  name: string;
  sign_in_name: string;
  language: Language;
  organization_name: string;
  neutral_name: string;
  short_name: string;
  phone: string;
  time_zone: string;
  crisis_protocol: string;
  roles: Role[];
  live_cursor: number;
}

/** Minutes, as `open_session` counts them. */
const IDLE_MINUTES: Record<Role, number> = { coach: 15, supervisor: 15, administrator: 15, participant: 30 };

@Injectable()
export class MeService {
  constructor(private readonly door: Door) {}

  me(caller: Caller): Promise<Me> {
    return this.door.asActor({ ...caller, actsAs: null }, meAs);
  }

  meOf(sessionHash: Buffer, requestId: string): Promise<Me> {
    return this.me({
      sessionHash,
      roles: ROLES,
      asked: 'signin.me',
      subjectId: null,
      requestId,
      isActivity: true,
    });
  }

  /**
   * From the next request on this session acts in another role that the account holds; chosen twice is chosen. The trail
   * has it in the role that was left.
   *
   * @throws Problem 403 for a role that is not held
   */
  async chooseRole(caller: Caller, role: Role): Promise<Me> {
    const anyRole = { ...caller, actsAs: null };
    await this.door.asActor(anyRole, async (tx, actor) => {
      if (actor.role === role) return;
      const [row] = await tx.query<{ changed: boolean }[]>('SELECT change_session_role($1, $2) AS changed', [
        caller.sessionHash,
        role,
      ]);
      if (!row?.changed)
        throw new Problem(403, 'role-not-held', `Your account does not hold the role ${role}.`);
      actor.record({ action: 'session.role-changed', why: role });
    });
    return this.door.asActor(anyRole, meAs);
  }

  chooseLanguage(caller: Caller, language: Language): Promise<Me> {
    return this.door.asActor(caller, async (tx, actor) => {
      await tx.query('UPDATE accounts SET language = $3 WHERE organization_id = $1 AND id = $2', [
        actor.organizationId,
        actor.accountId,
        language,
      ]);
      return meAs(tx, actor);
    });
  }
}

async function meAs(tx: EntityManager, actor: Actor): Promise<Me> {
  const [row] = await tx.query<MeRow[]>(
    `SELECT a.name, a.sign_in_name, a.language, o.name AS organization_name, o.neutral_name, o.short_name, o.phone, o.time_zone,
            o.crisis_protocol, live_cursor(), ARRAY(
              SELECT r.role FROM account_roles r WHERE r.organization_id = a.organization_id AND r.account_id = a.id
               ORDER BY r.role <> a.role, r.role = 'participant', r.given_at, r.role) AS roles
       FROM accounts a JOIN organizations o ON o.id = a.organization_id
      WHERE a.organization_id = $1 AND a.id = $2`,
    [actor.organizationId, actor.accountId],
  );
  if (!row) throw new Error('An account that is signed in cannot read itself.');
  return {
    accountId: actor.accountId,
    name: row.name,
    signInName: row.sign_in_name,
    role: actor.role,
    roles: row.roles,
    language: row.language,
    participantId: actor.role === 'participant' ? await ownParticipantId(tx, actor) : null,
    organization: {
      name: row.organization_name,
      neutralName: row.neutral_name,
      shortName: row.short_name,
      phone: row.phone,
      timeZone: row.time_zone,
      crisisProtocol: actor.role === 'participant' ? '' : row.crisis_protocol,
    },
    today: actor.today,
    idleMinutes: IDLE_MINUTES[actor.role],
    liveCursor: row.live_cursor,
  };
}

async function ownParticipantId(tx: EntityManager, actor: Actor): Promise<string | null> {
  const [row] = await tx.query<{ id: string }[]>(
    'SELECT id FROM participants WHERE organization_id = $1 AND account_id = $2',
    [actor.organizationId, actor.accountId],
  );
  return row?.id ?? null;
}
