import { isoCBOR } from '@simplewebauthn/server/helpers';
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const UP = 0x01;
const UV = 0x04;
const HAS_CREDENTIAL = 0x40;

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

interface Said {
  /** What the browser says where the page is from. */
  origin: string;
  rpId?: string;
  /** Whether its owner showed a finger, a face or a code. */
  isVerified?: boolean;
}

/** A phone with one passkey, as far as the server can tell one from a real one: WebAuthn level 3, ES256, no attestation. */
export class SoftAuthenticator {
  readonly credentialId = randomBytes(16);
  count = 0;
  private readonly key: KeyObject;
  private readonly publicKey: { x: string; y: string };

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.key = privateKey;
    this.publicKey = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
  }

  makes(challenge: string, said: Said): Record<string, unknown> {
    const coseKey = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(this.publicKey.x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(this.publicKey.y, 'base64url'))],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credentialId.length);
    const authData = Buffer.concat([
      this.data(said, HAS_CREDENTIAL),
      Buffer.alloc(16),
      length,
      this.credentialId,
      Buffer.from(isoCBOR.encode(coseKey)),
    ]);
    const attestation = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', new Uint8Array(authData)],
      ]),
    );
    return {
      credentialId: this.credentialId.toString('base64url'),
      clientData: clientData('webauthn.create', challenge, said).toString('base64url'),
      attestation: Buffer.from(attestation).toString('base64url'),
      transports: ['internal'],
    };
  }

  shows(challenge: string, said: Said): Record<string, unknown> {
    this.count += 1;
    const authenticatorData = this.data(said);
    const client = clientData('webauthn.get', challenge, said);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), this.key);
    return {
      credentialId: this.credentialId.toString('base64url'),
      clientData: client.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: signature.toString('base64url'),
    };
  }

  private data({ origin, rpId, isVerified = true }: Said, more = 0): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.count);
    const flags = UP | (isVerified ? UV : 0) | more;
    return Buffer.concat([sha256(rpId ?? new URL(origin).hostname), Buffer.from([flags]), count]);
  }
}

function clientData(type: string, challenge: string, { origin }: Said): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}
