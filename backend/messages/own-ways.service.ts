import { Inject, Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { invalid, Problem } from '../http/problem.js';
import { Mail } from './mail.js';
import { MESSAGE_SETTINGS, type MessageSettings } from './message-settings.js';
import type { AddDevice, OwnWays } from './own-ways.dto.js';
import { ownWays } from './own-ways.queries.js';
import { PushKeysKept } from './push-keys.js';
import { isPushService } from './push-services.rules.js';

const MOST_DEVICES = 10;
const SECONDS_BETWEEN_CODES = 60;

/** How staff say by which ways they want to be told. */
@Injectable()
export class OwnWaysService {
  constructor(
    private readonly door: Door,
    private readonly mail: Mail,
    private readonly pushKeys: PushKeysKept,
    @Inject(MESSAGE_SETTINGS) private readonly settings: MessageSettings,
  ) {}

  ways(caller: Caller): Promise<OwnWays> {
    return this.afterwards(caller, () => Promise.resolve());
  }

  /** @throws Problem 429 when a code went out less than a minute ago */
  chooseMail(caller: Caller, address: string): Promise<OwnWays> {
    return this.afterwards(caller, async (tx, actor) => {
      const [known] = await tx.query<{ code_made_at: Date | null }[]>(
        'SELECT code_made_at FROM mail_addresses WHERE id = $1',
        [actor.accountId],
      );
      const since = (actor.now.getTime() - (known?.code_made_at?.getTime() ?? 0)) / 1000;
      if (since < SECONDS_BETWEEN_CODES)
        throw new Problem(
          429,
          'code-just-sent',
          'A code was sent a moment ago. Wait a minute before you ask for another.',
          { retryAfterSeconds: Math.ceil(SECONDS_BETWEEN_CODES - since) },
        );
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      await tx.query('SELECT choose_mail_address($1, $2, $3)', [address, code, actor.now]);
      actor.record({ action: 'ways.mail-chosen', subjectId: actor.accountId });
    });
  }

  /** @throws Problem 422 for a wrong code, or one that holds no longer */
  async confirmMail(caller: Caller, code: string): Promise<OwnWays> {
    let isRight: boolean | null = null;
    const ways = await this.afterwards(caller, async (tx, actor) => {
      const [row] = await tx.query<{ is_right: boolean | null }[]>(
        'SELECT confirm_mail_address($1, $2) AS is_right',
        [code.replace(/\s/g, ''), actor.now],
      );
      isRight = row?.is_right ?? null;
      if (isRight) actor.record({ action: 'ways.mail-confirmed', subjectId: actor.accountId });
    });
    // only now: a wrong try is counted, so its transaction has to stand
    if (isRight === null)
      throw invalid('code', 'code-holds-no-longer', 'This code holds no longer. Ask for a new one.');
    if (!isRight) throw invalid('code', 'code-wrong', 'That is not the code. Look at the newest message.');
    return ways;
  }

  forgetMail(caller: Caller): Promise<OwnWays> {
    return this.afterwards(caller, async (tx, actor) => {
      await tx.query('DELETE FROM mail_addresses WHERE id = $1', [actor.accountId]);
      actor.record({ action: 'ways.mail-forgotten', subjectId: actor.accountId });
    });
  }

  addDevice(caller: Caller, { deviceId, endpoint, publicKey, auth, name }: AddDevice): Promise<OwnWays> {
    if (!isPushService(endpoint, this.settings.pushServices ?? []))
      throw invalid(
        'endpoint',
        'push-service-unknown',
        'The push service of this browser is not one we know. Ask for e-mail instead.',
      );
    return this.afterwards(caller, async (tx, actor) => {
      const kept = [deviceId, endpoint, publicKey, auth, name, actor.now];
      await tx.query('SELECT keep_push_subscription($1, $2, $3, $4, $5, $6)', kept);
      const [counted] = await tx.query<{ count: number }[]>(
        'SELECT count(*)::integer AS count FROM push_subscriptions WHERE account_id = $1',
        [actor.accountId],
      );
      if ((counted?.count ?? 0) > MOST_DEVICES)
        throw new Problem(
          409,
          'too-many-devices',
          `At most ${MOST_DEVICES} devices are told. Remove one you no longer use.`,
        );
      actor.record({ action: 'ways.device-added', subjectId: actor.accountId });
    });
  }

  removeDevice(caller: Caller, id: string): Promise<OwnWays> {
    return this.afterwards(caller, async (tx, actor) => {
      // DELETE … RETURNING answers rows and their count
      const [removed] = await tx.query<[{ id: string }[], number]>(
        'DELETE FROM push_subscriptions WHERE account_id = $1 AND id = $2 RETURNING id',
        [actor.accountId, isId(id) ? id : null],
      );
      found(removed[0], 'device');
      actor.record({ action: 'ways.device-removed', subjectId: actor.accountId });
    });
  }

  /** A message to oneself, by every way one has; once a minute, however often it is asked for. */
  sendTest(caller: Caller): Promise<OwnWays> {
    return this.afterwards(caller, (tx, { accountId, now }) =>
      tx.query(`SELECT queue_message($1, 'test', $1, $2, $3)`, [
        accountId,
        now.toISOString().slice(0, 16),
        now,
      ]),
    );
  }

  private async afterwards(
    caller: Caller,
    use: (tx: EntityManager, actor: Actor) => Promise<unknown>,
  ): Promise<OwnWays> {
    const { ways, organizationId } = await this.door.asActor(caller, async (tx, actor) => {
      await use(tx, actor);
      return { ways: await ownWays(tx, actor), organizationId: actor.organizationId };
    });
    const { publicKey } = await this.pushKeys.keys(organizationId);
    return { ...ways, mail: { ...ways.mail, isSetUp: this.mail.isSetUp }, pushKey: publicKey };
  }
}
