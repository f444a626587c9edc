import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../../backend/main.js';
import { aTeam, type Team } from '../given/team.js';
import { Client, type Answer } from '../support/client.js';
import { workerDatabase } from '../support/database.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let pages: string;
let withPages: RunningServer;

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
  pages = await mkdtemp(join(tmpdir(), 'alongside-pages-'));
  await writeFile(
    join(pages, 'index.html'),
    '<script nonce="CSP_NONCE"></script><style nonce="CSP_NONCE"></style>',
  );
  for (const part of ['main-ABCDEFGH.js', 'chunk-B_q4x-9Z.js'])
    await writeFile(join(pages, part), 'export {};');
  const { runtime } = await workerDatabase();
  const here = { port: 0, host: '127.0.0.1', logLevel: 'silent' as const };
  withPages = await startServer({ databaseUrl: runtime, ...here, clock: server.clock, pages });
});
afterAll(async () => {
  await withPages.close();
  await rm(pages, { recursive: true });
  await server.close();
});

const policyOf = ({ headers }: Answer): Map<string, string> =>
  new Map(
    (headers.get('content-security-policy') ?? '').split('; ').map((each): [string, string] => {
      const [name = '', ...sources] = each.split(' ');
      return [name, sources.join(' ')];
    }),
  );

function expectHeaders(answer: Answer): void {
  const { headers } = answer;
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
  expect(headers.get('permissions-policy')).toMatch(/camera=\(\)/);
  expect(headers.get('x-powered-by')).toBeNull();
  const policy = policyOf(answer);
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('frame-ancestors')).toBe("'none'");
  if (!policy.has('script-src')) {
    // an answer: nothing of it runs, whoever opens it as a page
    expect([policy.get('base-uri'), policy.get('form-action')]).toEqual(["'none'", "'none'"]);
    return;
  }
  expect(policy.get('base-uri')).toBe("'self'");
  expect(policy.get('form-action')).toBe("'self'");
  expect(policy.get('script-src')).toMatch(/^'self' 'nonce-[\w+/=]{24}'$/);
  expect(policy.get('style-src')).toMatch(/^'self' 'nonce-[\w+/=]{24}'$/);
  expect(policy.get('worker-src')).toBe("'self'");
  expect(policy.get('require-trusted-types-for')).toBe("'script'");
}

const MORE_THAN_FITS = JSON.stringify({ note: 'x'.repeat(600_000) });

test.each<[string, number, (coach: Client) => Promise<Answer>]>([
  ['what was asked for', 200, (coach) => coach.get('/api/caseload')],
  ['nothing to tell', 204, (coach) => coach.delete('/api/drafts/01890000-0000-7000-8000-000000000000')],
  ['no session', 401, (coach) => coach.get('/api/me', { cookie: 'session=none' })],
  ['another role’s route', 403, (coach) => coach.get('/api/home')],
  ['another site', 403, (coach) => coach.post('/api/sign-out', {}, { 'sec-fetch-site': 'cross-site' })],
  ['no such participant', 404, (coach) => coach.get('/api/participants/x')],
  ['no such address', 404, (coach) => coach.get('/api/nothing')],
  ['no such file', 404, (coach) => coach.get('/nothing.png')],
  ['no such method', 404, (coach) => coach.patch('/api/me')],
  ['an address that cannot be read', 404, (coach) => coach.get('/api/participants/%E0%A4%A')],
  ['an address too long', 404, (coach) => coach.get(`/api/participants/${'x'.repeat(300)}`)],
  ['broken JSON', 400, (coach) => coach.send('POST', '/api/contacts', '{')],
  ['too much at once', 413, (coach) => coach.send('POST', '/api/contacts', MORE_THAN_FITS)],
  ['no JSON', 415, (coach) => coach.send('POST', '/api/contacts', 'a=b', { 'content-type': 'text/plain' })],
  ['wrong input', 422, (coach) => coach.post('/api/contacts', {})],
  ['health', 200, (coach) => coach.get('/health/live')],
])('every answer carries the headers: %s', async (_, status, ask) => {
  const answer = await ask(await server.as(team.rosa));
  expect(answer.status).toBe(status);
  expectHeaders(answer);
  if (status >= 400) expectProblem(answer, status, answer.body.code);
});

test('an answer about people is kept by no cache', async () => {
  const coach = await server.as(team.rosa);
  for (const path of [
    '/api/caseload',
    '/api/me',
    `/api/participants/${team.theo.participantId}`,
    '/api/participants/x',
  ])
    expect((await coach.get(path)).headers.get('cache-control')).toBe('no-store');
});

test('a failure of ours tells nothing but that, with the headers; ready says no, alive says yes', async () => {
  const { runtime } = await workerDatabase();
  const here = { port: 0, host: '127.0.0.1', logLevel: 'silent' as const };
  const broken = await startServer({ databaseUrl: runtime, ...here, clock: server.clock });
  const client = new Client(broken.url, 'session=whoever');
  expect((await client.get('/health/ready')).body).toEqual({ status: 'ok' });
  await broken.source.destroy();
  const [failed, ready, live] = [
    await client.get('/api/me'),
    await client.get('/health/ready'),
    await client.get('/health/live'),
  ];
  await broken.app.close();
  expectProblem(failed, 500, 'server-failed');
  expect(Object.keys(failed.body).sort()).toEqual(['code', 'detail', 'requestId', 'status', 'title', 'type']);
  expectProblem(ready, 503, 'database-unreachable');
  expect(live).toMatchObject({ status: 200, body: { status: 'ok' } });
  [failed, ready, live].forEach(expectHeaders);
});

test('a page carries a nonce of its own, in its policy and in its words alike', async () => {
  const client = new Client(withPages.url);
  const nonces = [];
  for (const path of ['/', '/participants/x/y', '/sign-in/harbor']) {
    const answer = await client.get(path);
    expect(answer.status).toBe(200);
    expectHeaders(answer);
    const nonce = /'nonce-([^']+)'/.exec(policyOf(answer).get('script-src')!)?.[1];
    expect(answer.body).toBe(`<script nonce="${nonce}"></script><style nonce="${nonce}"></style>`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    nonces.push(nonce);
  }
  expect(new Set(nonces).size).toBe(3);
});

test.each(['/main-ABCDEFGH.js', '/chunk-B_q4x-9Z.js'])(
  'a part named by its content is kept for good, and carries no more headers than it needs: %s',
  async (part) => {
    const { headers } = await new Client(withPages.url).get(part);
    expect(headers.get('cache-control')).toMatch(/immutable/);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toBeNull();
  },
);

test.each([
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'none' }, 403],
  [{ 'sec-fetch-site': '', origin: 'https://elsewhere.example' }, 403],
  [{ 'sec-fetch-site': '' }, 403],
  [{ 'content-type': 'text/plain' }, 415],
  [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
  [{ 'content-type': 'multipart/form-data; boundary=x' }, 415],
])('a change from elsewhere is refused, and nothing of it happens: %j', async (headers, status) => {
  const coach = await server.as(team.rosa);
  const answer = await coach.send(
    'POST',
    '/api/sign-out',
    '{}',
    headers as unknown as Record<string, string>,
  );
  expectProblem(answer, status, status === 403 ? 'other-site' : 'json-expected');
  expect((await coach.get('/api/me')).status).toBe(200);
});
