import { Inject, Injectable } from '@nestjs/common';
import type { DueDelivery } from './due-deliveries.queries.js';
import { MESSAGE_SETTINGS, type MessageSettings } from './message-settings.js';
import type { PushKeys } from './push-keys.js';
import { isPushService } from './push-services.rules.js';
import type { Words } from './words.rules.js';

/** Why a push did not go, as the pages say it. */
export type PushProblem = 'no answer' | 'refused' | 'device gone';

type Device = NonNullable<DueDelivery['device']>;

const PATIENCE_MS = 20_000;
const DAY_SECONDS = 24 * 60 * 60;
/** The device forgot us, or its push service did: there will be no other answer. */
const GONE = [404, 410];

/**
 * Hands a message to the push service of a device, encrypted for that device (RFC 8291) and signed (RFC 8292).
 *
 * The topic is the message's id: a second copy, sent because the first one's answer never came, takes its place as long
 * as the device has not shown it.
 */
@Injectable()
export class Push {
  constructor(@Inject(MESSAGE_SETTINGS) private readonly settings: MessageSettings) {}

  /** @returns undefined when the push service has taken it */
  async send(
    messageId: string,
    device: Device,
    words: Words,
    keys: PushKeys,
  ): Promise<PushProblem | undefined> {
    const { endpoint } = device;
    if (!isPushService(endpoint, this.settings.pushServices ?? [])) return 'device gone';
    const request = await this.encrypted(messageId, device, words, keys);
    if (!request) return 'device gone';
    const { method, headers, body } = request;
    const { 'Content-Length': _, ...sent } = headers;
    try {
      const { status } = await fetch(endpoint, {
        method,
        headers: sent,
        body: new Uint8Array(body!),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (GONE.includes(status)) return 'device gone';
      return status >= 200 && status < 300 ? undefined : 'refused';
    } catch {
      return 'no answer';
    }
  }

  /** Undefined for keys that no device has. */
  private async encrypted(
    messageId: string,
    { endpoint, publicKey, auth }: Device,
    words: Words,
    keys: PushKeys,
  ) {
    const { default: webPush } = await import('web-push');
    try {
      return webPush.generateRequestDetails(
        { endpoint, keys: { p256dh: publicKey, auth } },
        JSON.stringify({ title: words.subject, body: words.text, tag: messageId }),
        {
          vapidDetails: { subject: this.subject(), ...keys },
          TTL: DAY_SECONDS,
          urgency: 'high',
          topic: messageId.replaceAll('-', ''),
        },
      );
    } catch {
      return undefined;
    }
  }

  /** Whom a push service may turn to; it takes an https address or a mail address. */
  private subject(): string {
    const { publicUrl, mail } = this.settings;
    if (publicUrl?.startsWith('https:')) return new URL(publicUrl).origin;
    return `mailto:${/[^<\s]+@[^>\s]+/.exec(mail?.from ?? '')?.[0] ?? 'nobody@localhost'}`;
  }
}
