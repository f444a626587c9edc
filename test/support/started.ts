import { spawn } from 'node:child_process';

/** The built product, started as `npm start` starts it. */
export interface Started {
  pid: number;
  /** The address it says it is ready at; rejects with its words when it ends instead. */
  ready: Promise<string>;
  /** How it ended, and everything it said. */
  ended: Promise<{ code: number | null; said: string }>;
  signal(name: NodeJS.Signals): void;
}

const NOT_TOLD =
  /^(DATABASE_URL|MIGRATION_DATABASE_URL|DATA_DIR|PORT|HOST|SAMPLE|NODE_ENV|MAIL_|PUBLIC_URL|VAPID_|PUSH_)/;

/** Starts dist/ with these settings and no others; on any free port unless PORT says which. */
export function startBuilt(settings: Record<string, string>): Started {
  const inherited = Object.entries(process.env).filter(([name]) => !NOT_TOLD.test(name));
  const child = spawn(process.execPath, ['dist/backend/start.js'], {
    env: { ...Object.fromEntries(inherited), PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /ready at (http\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => reject(new Error(said)));
  });
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  );
  // whoever waits for the end alone has nothing to learn from the address that never came
  ready.catch(() => undefined);
  return { pid: child.pid ?? 0, ready, ended, signal: (name) => void child.kill(name) };
}
