import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Door } from '../access/door.js';
import { Jobs } from '../jobs/jobs.js';
import { type DueDelivery, type Outcome, settle, takeDue } from './due-deliveries.queries.js';
import { Mail, type MailProblem } from './mail.js';
import { MESSAGE_SETTINGS, type MessageSettings } from './message-settings.js';
import { PushKeysKept } from './push-keys.js';
import { Push, type PushProblem } from './push.js';
import { LEASE_MINUTES, nextTryAt } from './retries.rules.js';
import { codeWordsOf, wordsOf } from './words.rules.js';

/** The subject's reason is gone, or there is nobody there any more. */
const NOT_NEEDED = 'not needed';
const ORGANIZATIONS_AT_ONCE = 8;
const FOR_GOOD: (MailProblem | PushProblem)[] = ['address refused', 'device gone'];

/**
 * The sender: takes the deliveries that are due, hands them over, writes what became of them.
 *
 * Taking is committed before anything leaves, and what became of it after. Killed before it was handed over, it goes out
 * once the lease has passed; killed in the moment between the mail server's answer and our commit, it goes out a second
 * time, as the same message (see `Mail` and `Push`). It is never lost.
 */
@Injectable()
export class SendMessages implements OnModuleInit {
  private readonly log = new Logger('messages');

  constructor(
    private readonly source: DataSource,
    private readonly door: Door,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    private readonly push: Push,
    private readonly pushKeys: PushKeysKept,
    @Inject(MESSAGE_SETTINGS) private readonly settings: MessageSettings,
  ) {}

  onModuleInit(): void {
    this.jobs.every('messages', '* * * * *', (now, signal) => this.pass(now, signal));
  }

  /** Sends what is due, organization by organization. */
  async pass(now: Date, signal: AbortSignal): Promise<void> {
    const due = await this.source.query<{ id: string }[]>(
      'SELECT organizations_with_due_messages($1) AS id',
      [now],
    );
    // side by side, so that what hangs for one organization keeps no other waiting
    const organizations = due.values();
    const goThrough = async (): Promise<void> => {
      for (const { id } of organizations) {
        let taken = -1;
        while (taken !== 0 && !signal.aborted) taken = await this.sendDueOf(id);
      }
    };
    await Promise.all(Array.from({ length: ORGANIZATIONS_AT_ONCE }, goThrough));
  }

  private async sendDueOf(organizationId: string): Promise<number> {
    const taken = await this.door.asJobs(organizationId, (tx, { now }) =>
      takeDue(tx, organizationId, now, new Date(now.getTime() + LEASE_MINUTES * 60_000)),
    );
    // each writes down its own: one that hangs keeps no other from being known to have arrived
    await Promise.all(
      taken.map(async (delivery) => {
        const problem = await this.send(organizationId, delivery);
        if (problem) this.log.warn(`By ${delivery.way}, try ${delivery.tryCount}: ${problem}`);
        await this.door.asJobs(organizationId, async (tx, { now }) => {
          await settle(tx, organizationId, outcomeOf(delivery, problem, now), now);
          if (problem === 'device gone' && delivery.device)
            await tx.query('DELETE FROM push_subscriptions WHERE organization_id = $1 AND id = $2', [
              organizationId,
              delivery.device.id,
            ]);
        });
      }),
    );
    return taken.length;
  }

  private async send(
    organizationId: string,
    { messageId, kind, way, language, isDisabled, mail, device }: DueDelivery,
  ): Promise<MailProblem | PushProblem | typeof NOT_NEEDED | undefined> {
    if (isDisabled) return NOT_NEEDED;
    if (kind === 'mail code')
      return mail?.code
        ? this.mail.send(messageId, mail.address, codeWordsOf(language, mail.code))
        : NOT_NEEDED;
    if (way === 'e-mail')
      return mail?.isConfirmed
        ? this.mail.send(messageId, mail.address, wordsOf(language, this.settings.publicUrl))
        : NOT_NEEDED;
    // a tap on the notice opens the pages, so it carries no address
    return device
      ? this.push.send(messageId, device, wordsOf(language), await this.pushKeys.keys(organizationId))
      : NOT_NEEDED;
  }
}

function outcomeOf({ id, tryCount, madeAt }: DueDelivery, problem: string | undefined, now: Date): Outcome {
  const settled = { id, tryCount, nextTryAt: null };
  if (problem === undefined) return { ...settled, state: 'delivered', problem: '' };
  if (problem === NOT_NEEDED) return { ...settled, state: NOT_NEEDED, problem: '' };
  const next = FOR_GOOD.some((each) => each === problem) ? null : nextTryAt(madeAt, tryCount, now);
  return { id, tryCount, problem, nextTryAt: next, state: next ? 'waiting' : 'given up' };
}
