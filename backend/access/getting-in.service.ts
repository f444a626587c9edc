import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { dayIn } from '../clock/clock.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import type { Caller } from './caller.js';
import { type Actor, Door } from './door.js';
import type { GettingIn } from './getting-in.dto.js';
import { passkeyToMake, verifyMade } from './passkey-made.js';
import type { PasskeyMade, PasskeyToMake } from './passkey.dto.js';
import type { RelyingParty } from './relying-party.js';

interface PasskeyRow {
  id: string;
  credential_id: Buffer;
  added_at: Date;
  used_at: Date | null;
}

interface SelfRow {
  name: string;
  sign_in_name: string;
  neutral_name: string;
  participant_id: string | null;
}

/** A participant's own ways in: what they have, a further passkey, one less. */
@Injectable()
export class GettingInService {
  constructor(private readonly door: Door) {}

  look(caller: Caller): Promise<GettingIn> {
    return this.door.asActor(caller, gettingIn);
  }

  ask(caller: Caller, place: RelyingParty): Promise<PasskeyToMake> {
    return this.door.asActor(caller, async (tx, actor) => {
      const self = await selfOf(tx, actor);
      const known = (await passkeysOf(tx)).map(({ credential_id }) => credential_id);
      return passkeyToMake(
        tx,
        {
          accountId: actor.accountId,
          signInName: self.sign_in_name,
          name: self.name,
          neutralName: self.neutral_name,
        },
        place,
        actor.now,
        known,
      );
    });
  }

  add(caller: Caller, made: PasskeyMade, place: RelyingParty): Promise<GettingIn> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { credentialId, publicKey, signCount, transports, rpId } = await verifyMade(
        tx,
        made,
        actor.accountId,
        place,
        actor.now,
      );
      const passkeyId = newId();
      const [row] = await tx.query<{ added: boolean }[]>(
        'SELECT add_own_passkey($1, $2, $3, $4, $5, $6, $7) AS added',
        [passkeyId, credentialId, publicKey, signCount, transports, rpId, actor.now],
      );
      if (!row?.added)
        throw new Problem(
          409,
          'passkeys-are-ten',
          'You have ten passkeys. Take one away before you add another.',
        );
      const { participant_id: participantId } = await selfOf(tx, actor);
      actor.record({ action: 'passkey.added', participantId, subjectId: passkeyId });
      return gettingIn(tx, actor);
    });
  }

  /** Taken away twice is taken away. */
  remove(caller: Caller, passkeyId: string): Promise<GettingIn> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (!isId(passkeyId)) throw notFound('passkey');
      const [row] = await tx.query<{ said: 'removed' | 'missing' | 'last' }[]>(
        'SELECT remove_own_passkey($1) AS said',
        [passkeyId],
      );
      if (row?.said === 'missing') throw notFound('passkey');
      if (row?.said === 'last')
        throw new Problem(
          409,
          'passkey-is-the-only-way-in',
          'This passkey is your only way in. Add another one before you take it away.',
        );
      const { participant_id: participantId } = await selfOf(tx, actor);
      actor.record({ action: 'passkey.removed', participantId, subjectId: passkeyId });
      return gettingIn(tx, actor);
    });
  }
}

async function gettingIn(tx: EntityManager, actor: Actor): Promise<GettingIn> {
  const [self, passkeys, has] = await Promise.all([
    selfOf(tx, actor),
    passkeysOf(tx),
    tx.query<{ has: boolean }[]>('SELECT has_own_passphrase() AS has'),
  ]);
  const on = (at: Date): string => dayIn(actor.timeZone, at);
  return {
    signInName: self.sign_in_name,
    hasPassphrase: has[0]?.has ?? false,
    passkeys: passkeys.map(({ id, added_at, used_at }) => ({
      passkeyId: id,
      addedOn: on(added_at),
      usedOn: used_at && on(used_at),
    })),
  };
}

function passkeysOf(tx: EntityManager): Promise<PasskeyRow[]> {
  return tx.query<PasskeyRow[]>('SELECT * FROM own_passkeys()');
}

async function selfOf(tx: EntityManager, actor: Actor): Promise<SelfRow> {
  const [row] = await tx.query<SelfRow[]>(
    `SELECT a.name, a.sign_in_name, o.neutral_name, p.id AS participant_id
       FROM accounts a
       JOIN organizations o ON o.id = a.organization_id
       LEFT JOIN participants p ON p.organization_id = a.organization_id AND p.account_id = a.id
      WHERE a.organization_id = $1 AND a.id = $2`,
    [actor.organizationId, actor.accountId],
  );
  if (!row) throw new Error('An account that is signed in cannot read itself.');
  return row;
}
