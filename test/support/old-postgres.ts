import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A message of PostgreSQL's protocol: a letter, the length, the content. */
function message(letter: string, content: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(letter);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

const INT4 = 23;
const TEXT = 25;

function column(name: string, type: number): Buffer {
  const rest = Buffer.alloc(18);
  rest.writeInt32BE(type, 6);
  return Buffer.concat([Buffer.from(`${name}\0`), rest]);
}

function field(value: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(value.length);
  return Buffer.concat([length, Buffer.from(value)]);
}

const two = Buffer.from([0, 2]);
const isReady = message('Z', Buffer.from('I'));

function serve(socket: Socket, version: string): void {
  const number = String(Number(version.split('.')[0]) * 10_000);
  const answer = Buffer.concat([
    message('T', Buffer.concat([two, column('number', INT4), column('version', TEXT)])),
    message('D', Buffer.concat([two, field(number), field(version)])),
    message('C', Buffer.from('SELECT 1\0')),
    isReady,
  ]);
  socket.once('data', () => {
    socket.write(Buffer.concat([message('R', Buffer.alloc(4)), isReady]));
    socket.on('data', (asked) => {
      if (asked.toString('latin1', 0, 1) === 'Q') socket.write(answer);
      else socket.end();
    });
  });
  socket.on('error', () => socket.destroy());
}

/** Lets everyone in and answers every question with its version: no other PostgreSQL is at hand to ask. */
export async function postgresOfVersion(version: string): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((socket) => serve(socket, version)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, close: async () => void (await once(server.close(), 'close')) };
}
