import { createServer, type AddressInfo } from 'node:net';

/** A port of this machine that nobody listens on: the preferred one when it is free, else any. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred && (await listenOn(preferred)) === preferred) return preferred;
  return (await listenOn(0)) ?? 0;
}

/** Whether someone could listen there now. */
export async function isFree(port: number, host: string): Promise<boolean> {
  return (await listenOn(port, host)) !== undefined;
}

async function listenOn(port: number, host = '127.0.0.1'): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(port, host, () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => resolve(taken));
    });
  });
}
