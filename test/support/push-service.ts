import ece from 'http_ece';
import { createECDH, createPublicKey, type ECDH, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A device, as a browser hands it over when a person opts in. */
export interface Device {
  endpoint: string;
  publicKey: string;
  auth: string;
}

/** A push as the service and then the device saw it. */
export interface ReceivedPush {
  endpoint: string;
  headers: IncomingHttpHeaders;
  /** Decrypted with the device's keys. */
  payload: { title: string; body: string; tag: string };
  /** Who signed it, base64url; undefined when the signature is not right or not for this service. */
  signedBy: string | undefined;
  contact: string;
}

/** A push service on this machine, with the devices it serves. */
export class PushService {
  readonly received: ReceivedPush[] = [];
  /** What it answers for an endpoint instead of 201. */
  readonly answers = new Map<string, number>();
  private readonly devices = new Map<string, { keys: ECDH; auth: string }>();
  private constructor(private readonly server: Server) {}

  static async start(): Promise<PushService> {
    const server = createServer();
    const made = new PushService(server);
    server.on('request', (request, reply) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.once('end', () => {
        const endpoint = made.origin + (request.url ?? '');
        const status = made.answers.get(endpoint) ?? (made.devices.has(endpoint) ? 201 : 404);
        if (status === 201) made.take(endpoint, request.headers, Buffer.concat(chunks));
        reply.writeHead(status).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return made;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  aDevice(): Device {
    const keys = createECDH('prime256v1');
    keys.generateKeys();
    const auth = randomBytes(16).toString('base64url');
    const endpoint = `${this.origin}/send/${randomBytes(24).toString('base64url')}`;
    this.devices.set(endpoint, { keys, auth });
    return { endpoint, publicKey: keys.getPublicKey('base64url'), auth };
  }

  for({ endpoint }: Device): ReceivedPush[] {
    return this.received.filter((push) => push.endpoint === endpoint);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(endpoint: string, headers: IncomingHttpHeaders, body: Buffer): void {
    const { keys, auth } = this.devices.get(endpoint)!;
    const payload = ece
      .decrypt(body, { version: 'aes128gcm', privateKey: keys, authSecret: auth })
      .toString();
    this.received.push({ endpoint, headers, payload: JSON.parse(payload), ...this.signatureOf(headers) });
  }

  /** RFC 8292: `vapid t=<JWT signed ES256>, k=<public key>`. */
  private signatureOf({
    authorization = '',
  }: IncomingHttpHeaders): Pick<ReceivedPush, 'signedBy' | 'contact'> {
    const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(authorization) ?? [];
    const [head = '', claims = '', signature = ''] = token.split('.');
    const point = Buffer.from(key, 'base64url');
    const publicKey = createPublicKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
    });
    const { aud, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      aud: string;
      sub: string;
    };
    const isRight = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    return { signedBy: isRight && aud === this.origin ? key : undefined, contact: sub };
  }
}
