import { Inject, Injectable } from '@nestjs/common';
import { createECDH } from 'node:crypto';
import { Door } from '../access/door.js';
import { MESSAGE_SETTINGS, type MessageSettings } from './message-settings.js';

export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/** The pair of keys that push services know this installation by (RFC 8292): given, or made once and kept. */
@Injectable()
export class PushKeysKept {
  private known: PushKeys | undefined;

  constructor(
    private readonly door: Door,
    @Inject(MESSAGE_SETTINGS) private readonly settings: MessageSettings,
  ) {
    this.known = settings.pushKeys;
  }

  /** Not to be called inside a transaction. */
  async keys(organizationId: string): Promise<PushKeys> {
    return (this.known ??= (await this.kept(organizationId)) ?? (await this.make(organizationId)));
  }

  private async kept(organizationId: string): Promise<PushKeys | undefined> {
    const [row] = await this.door.asJobs(organizationId, (tx) =>
      tx.query<{ public_key: string; private_key: string }[]>(
        'SELECT public_key, private_key FROM push_keys',
      ),
    );
    return row && { publicKey: row.public_key, privateKey: row.private_key };
  }

  private async make(organizationId: string): Promise<PushKeys> {
    const pair = createECDH('prime256v1');
    const publicKey = pair.generateKeys('base64url');
    // 32 bytes, also for the rare number that needs fewer
    const number = pair.getPrivateKey();
    const privateKey = Buffer.concat([Buffer.alloc(32 - number.length), number]).toString('base64url');
    await this.door.asJobs(organizationId, (tx) =>
      // another process may have been quicker: its pair is everybody's
      tx.query('INSERT INTO push_keys (public_key, private_key) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        publicKey,
        privateKey,
      ]),
    );
    return (await this.kept(organizationId))!;
  }
}
