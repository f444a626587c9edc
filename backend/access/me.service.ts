import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from './caller.js';
import { type Actor, Door } from './door.js';
import { type Language, ROLES, type Role } from './roles.js';
import type { Me } from './sign-in.dto.js';

interface MeRow {
  name: string;
  sign_in_name: string;
  language: Language;
  organization_name: string;
  short_name: string;
  phone: string;
  time_zone: string;
  crisis_protocol: string;
  live_cursor: number;
}

/** Minutes, as `open_session` counts them. */
const IDLE_MINUTES: Record<Role, number> = { coach: 15, supervisor: 15, administrator: 15, participant: 30 };

@Injectable()
export class MeService {
  constructor(private readonly door: Door) {}

  me(caller: Caller): Promise<Me> {
    return this.door.asActor(caller, meAs);
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
    `SELECT a.name, a.sign_in_name, a.language, o.name AS organization_name, o.short_name, o.phone, o.time_zone,
            o.crisis_protocol, live_cursor()
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
    language: row.language,
    participantId: actor.role === 'participant' ? await ownParticipantId(tx, actor) : null,
    organization: {
      name: row.organization_name,
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
