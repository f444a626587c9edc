import { CannotStart } from './cannot-start.js';
import type { MessageSettings } from './messages/message-settings.js';
import { isTelling } from './messages/words.rules.js';

/**
 * How messages leave: MAIL_URL, MAIL_FROM, PUBLIC_URL, VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, PUSH_SERVICES.
 *
 * @throws CannotStart for what can't work, and for a sender or an address that would give away in every message what it
 *   is about.
 */
export function startMessageSettings(env: NodeJS.ProcessEnv): MessageSettings {
  return {
    mail: mailOf(env['MAIL_URL'], env['MAIL_FROM']),
    publicUrl: publicUrlOf(env['PUBLIC_URL']),
    pushKeys: pushKeysOf(env['VAPID_PUBLIC_KEY'], env['VAPID_PRIVATE_KEY']),
    pushServices: (env['PUSH_SERVICES'] ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(originOf),
  };
}

function publicUrlOf(given: string | undefined): string | undefined {
  if (!given) return undefined;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol) || /[\s<>]/.test(given))
    throw new CannotStart(
      `PUBLIC_URL is ${JSON.stringify(given)}, which is no address of a page. It looks like https://desk.example.org`,
    );
  if (isTelling(given))
    throw new CannotStart(
      `PUBLIC_URL ${given} stands in every message, and tells what it is about to whoever sees one. ` +
        `Give these pages a name that says nothing, like https://desk.example.org, or leave PUBLIC_URL out.`,
    );
  return given;
}

function mailOf(url: string | undefined, from: string | undefined): MessageSettings['mail'] {
  if (!url) return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || !new URL(url).hostname)
    throw new CannotStart(
      // never the address itself: it holds a password
      'MAIL_URL is no address of a mail server. It looks like smtp://user:password@mail.example.org:587, ' +
        'or smtps:// where the connection is encrypted from the start.',
    );
  if (!from || !/^([^<>\r\n]*<)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>?$/.test(from))
    throw new CannotStart(
      `MAIL_URL needs MAIL_FROM beside it, the address that messages come from: MAIL_FROM=desk@example.org` +
        (from ? ` (it is ${JSON.stringify(from)})` : ''),
    );
  if (isTelling(from))
    throw new CannotStart(
      `MAIL_FROM ${from} stands in every message, and tells what it is about to whoever sees one. ` +
        `Send from an address that says nothing, like desk@example.org.`,
    );
  return { url, from };
}

function pushKeysOf(
  publicKey: string | undefined,
  privateKey: string | undefined,
): MessageSettings['pushKeys'] {
  if (!publicKey && !privateKey) return undefined;
  if (!/^[\w-]{87}=?$/.test(publicKey ?? '') || !/^[\w-]{43}=?$/.test(privateKey ?? ''))
    throw new CannotStart(
      'VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together: a pair as `npx web-push generate-vapid-keys` prints it. ' +
        'Leave both out, and a pair is made and kept in the database.',
    );
  return { publicKey: publicKey!, privateKey: privateKey! };
}

function originOf(given: string): string {
  if (!URL.canParse(given) || new URL(given).origin === 'null')
    throw new CannotStart(
      `PUSH_SERVICES names ${JSON.stringify(given)}, which is no origin. It looks like https://push.example.org`,
    );
  return new URL(given).origin;
}
