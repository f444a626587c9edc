import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { workerDatabase } from '../support/database.js';
import { startTestServer, type TestServer } from '../support/server.js';

/** Made by the build, as the npm script runs it. */
const COMMAND = 'dist/backend/create-organization.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

function flags(more: Record<string, string | undefined> = {}): string[] {
  const answers = {
    name: 'Riverside Peers',
    'short-name': `river-${randomUUID().slice(0, 18)}`,
    'time-zone': 'america/los_angeles',
    phone: '555-0199',
    program: 'After prison',
    administrator: 'Ada Lovelace',
    'sign-in-name': 'Ada',
    ...more,
  };
  return Object.entries(answers).flatMap(([flag, value]) =>
    value === undefined ? [] : [`--${flag}`, value],
  );
}

async function create(args: string[], url?: string): Promise<{ code: number; said: string; failed: string }> {
  const database = url ?? (await workerDatabase()).migration;
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, DATABASE_URL: database, PORT: '3000' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let failed = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (failed += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.once('close', resolve));
  return { code, said, failed };
}

const valueOf = (args: string[], flag: string): string => args[args.indexOf(`--${flag}`) + 1]!;

test('a first organization is made, and its administrator opens their account with the link, once', async () => {
  const args = flags();
  const { code, said, failed } = await create(args);
  expect([code, failed]).toEqual([0, '']);
  const key = /http:\/\/localhost:3000\/invitation\/(\S+)/.exec(said)?.[1];
  server.clock.set(new Date());
  const adas = server.asNobody();
  const invitation = await adas.post('/api/opening/look', { key });
  expect(invitation.body).toMatchObject({
    name: 'Ada Lovelace',
    signInName: 'ada',
    organizationName: 'Riverside Peers',
    role: 'administrator',
  });
  const opened = await adas.post('/api/opening', { key, password: 'correct horse battery staple' });
  expect([opened.status, opened.body.organization]).toMatchObject([
    200,
    { shortName: valueOf(args, 'short-name'), phone: '555-0199', timeZone: 'America/Los_Angeles' },
  ]);
  expect((await adas.get('/api/programs')).body.items).toMatchObject([{ name: 'After prison' }]);
  expect((await adas.post('/api/opening/look', { key })).status).toBe(404);
});

test('a short name that is taken is refused, and nothing is made', async () => {
  const args = flags();
  expect((await create(args)).code).toBe(0);
  const { code, said, failed } = await create(args);
  expect([code, said]).toEqual([1, '']);
  expect(failed).toContain(`already an organization "${valueOf(args, 'short-name')}"`);
});

test('every answer that is missing or wrong is told at once, by its flag', async () => {
  const { code, said, failed } = await create(flags({ name: undefined, 'time-zone': 'Mars/Olympus' }));
  expect([code, said]).toEqual([1, '']);
  expect(failed).toMatch(/--name {2}is missing.*--time-zone {2}The name of a time zone/s);
});

test('a flag that does not exist and a database that is not there are told in words', async () => {
  expect((await create([...flags(), '--color', 'blue'])).failed).toContain("Unknown option '--color'");
  const { code, failed } = await create(flags(), 'postgres://nobody:secret@127.0.0.1:1/nowhere');
  expect(code).toBe(1);
  expect(failed).toContain('nothing listens there');
  expect(failed).not.toContain('secret');
});
