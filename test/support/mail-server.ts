import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire, with what the sender said around it. */
export interface ReceivedMail {
  hello: string;
  from: string;
  to: string[];
  raw: string;
}

/** A mail server on this machine that takes every mail, until a test says otherwise. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Addresses it does not know (550). */
  readonly unknown = new Set<string>();
  port = 0;
  /** Called when a mail is about to be taken; a promise that never ends holds it there. */
  beforeTaking: () => Promise<void> = () => Promise.resolve();
  connectionCount = 0;
  /** So many connections are taken and nothing is said to them, as by a server in trouble. */
  silentCount = 0;
  private server: SMTPServer | undefined;

  static async start(): Promise<MailServer> {
    const made = new MailServer();
    await made.up();
    return made;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Begins to answer, on the port it had before. */
  async up(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onConnect: (_, done) => {
        this.connectionCount += 1;
        if (this.silentCount > 0) this.silentCount -= 1;
        else done();
      },
      onRcptTo: ({ address }, _, done) =>
        done(
          this.unknown.has(address)
            ? Object.assign(new Error('No such mailbox'), { responseCode: 550 })
            : null,
        ),
      onData: (stream, { hostNameAppearsAs, envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.once('end', () => {
          void this.beforeTaking().then(() => {
            this.received.push({
              hello: hostNameAppearsAs,
              from: envelope.mailFrom ? envelope.mailFrom.address : '',
              to: envelope.rcptTo.map(({ address }) => address),
              raw: Buffer.concat(chunks).toString(),
            });
            done();
          });
        });
      },
    });
    this.server.on('error', () => undefined);
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  /** Answers nobody any more. */
  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  /** What came for this address. */
  for(address: string): ReceivedMail[] {
    return this.received.filter(({ to }) => to.includes(address));
  }
}
