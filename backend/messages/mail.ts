import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { MESSAGE_SETTINGS, type MessageSettings } from './message-settings.js';
import type { Words } from './words.rules.js';

/** Why a mail did not go, as the pages say it. */
export type MailProblem = 'not set up' | 'no answer' | 'refused' | 'address refused';

const SECONDS = 1_000;

/**
 * Hands mail to the mail server of `MAIL_URL`.
 *
 * Nothing in it tells: not the sender, not a header, not the name this machine greets with. SMTP can't promise exactly
 * once: when the server took a mail and its answer never came, it is handed over again, under the same Message-ID, which
 * many mailboxes show once.
 */
@Injectable()
export class Mail {
  private readonly log = new Logger('mail');
  private transporter: Promise<Transporter> | undefined;

  constructor(@Inject(MESSAGE_SETTINGS) private readonly settings: MessageSettings) {}

  get isSetUp(): boolean {
    return this.settings.mail !== undefined;
  }

  /** @returns undefined when the mail server has taken it */
  async send(messageId: string, address: string, { subject, text }: Words): Promise<MailProblem | undefined> {
    const { mail } = this.settings;
    if (!mail) return 'not set up';
    const host = hostOf(mail.from);
    try {
      this.transporter ??= makeTransporter(mail.url, host);
      const transporter = await this.transporter;
      await transporter.sendMail({
        from: mail.from,
        to: { name: '', address },
        subject,
        text: `${text}\n`,
        messageId: `<${messageId}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        xMailer: false,
      });
      return undefined;
    } catch (error) {
      // made anew next time, in case it was the making that failed
      this.transporter = undefined;
      const { code, command, responseCode } = error as Partial<Record<'code' | 'command', string>> & {
        responseCode?: number;
      };
      // its words could name the address, its code can't
      this.log.warn(`${code ?? (error as Error).name} ${responseCode ?? ''}`.trim());
      if (!responseCode) return 'no answer';
      return command === 'RCPT TO' && responseCode >= 500 ? 'address refused' : 'refused';
    }
  }
}

async function makeTransporter(url: string, name: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    name,
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 20 * SECONDS,
    dnsTimeout: 10 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** `mail.example.org` of `Desk <desk@mail.example.org>`. */
function hostOf(from: string): string {
  return /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}
