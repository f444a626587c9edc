import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to a server that can be cut, as when a phone goes into a lift: what is open breaks, nothing new gets through. */
export class CuttableWay {
  private readonly sockets = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(url: string): Promise<CuttableWay> {
    const { port } = new URL(url);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const way = new CuttableWay(server, `http://localhost:${(server.address() as AddressInfo).port}`);
    server.on('connection', (near: Socket) => {
      if (way.isCut) return near.destroy();
      const far = connect(Number(port), '127.0.0.1');
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        way.sockets.add(socket);
        socket.pipe(other);
        socket.on('error', () => undefined);
        socket.once('close', () => {
          way.sockets.delete(socket);
          other.destroy();
        });
      }
      return undefined;
    });
    return way;
  }

  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }
}
