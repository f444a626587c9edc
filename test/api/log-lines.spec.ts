import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { v7 as newId } from 'uuid';
import { withPassword } from '../given/password.js';
import { aTeam } from '../given/team.js';
import { contactWith, onVersion, riskNoteAbout } from '../given/words.js';
import { Client } from '../support/client.js';
import { workerDatabase } from '../support/database.js';
import { startTestServer, type TestServer } from '../support/server.js';

/** The built server as it runs for people, but for the port; it ends with its input. */
const PROGRAM = `
  import { startServer } from './dist/backend/main.js';
  const server = await startServer({ databaseUrl: process.env.DATABASE_URL, port: 0, host: '127.0.0.1' });
  process.stdout.write('listening ' + server.url + '\\n');
  process.stdin.once('end', () => server.close()).resume();`;

let server: TestServer;
let child: ChildProcessWithoutNullStreams;
let said = '';
let url: string;

beforeAll(async () => {
  server = await startTestServer();
  server.clock.set(new Date());
  const { runtime } = await workerDatabase();
  child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    env: { PATH: process.env['PATH'], DATABASE_URL: runtime },
  });
  const keep = (chunk: Buffer): string => (said += chunk.toString());
  child.stderr.on('data', keep);
  await new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      url = /listening (\S+)/.exec(keep(chunk))?.[1] ?? url;
      if (url) resolve();
    }),
  );
});
afterAll(async () => {
  if (child.exitCode === null) child.kill();
  await server.close();
});

test('the log tells of every request by its route, and holds no word, name or id of anybody', async () => {
  const { rosa, sam, theo } = await aTeam(server, { theo: { preferredName: 'Quillhart' } });
  await withPassword(rosa);
  const [coach, supervisor] = [await signedIn(rosa), await signedIn(sam)];
  const contact = contactWith(theo, { teamNote: 'ZEBRA team', sharedNote: 'ZEBRA shared', minutes: 17 });
  const note = riskNoteAbout(theo, {
    signals: ['other'],
    otherSignal: 'ZEBRA signal',
    whatWasDone: 'ZEBRA done',
  });
  const path = `/api/contacts/${contact.contactId}`;

  await coach.put(`/api/drafts/${contact.contactId}`, { body: { note: 'ZEBRA draft' } });
  await coach.post('/api/contacts', { ...contact, 'ZEBRA field': 'ZEBRA value' });
  expect((await coach.post('/api/contacts', contact)).status).toBe(201);
  expect((await coach.post('/api/risk-notes', note)).status).toBe(201);
  await supervisor.post(
    `/api/risk-notes/${note.riskNoteId}/acknowledge`,
    { words: 'ZEBRA answer' },
    onVersion(1),
  );
  await coach.post(`${path}/addenda`, { addendumId: newId(), words: 'ZEBRA more', isShared: false });
  await coach.post(`${path}/void`, { reason: 'ZEBRA reason' }, onVersion(1));
  await coach.get('/api/caseload?find=Quillhart');
  await coach.get(`/api/participants/${theo.participantId}?ZEBRA=1`);
  await coach.send('POST', '/api/contacts', '{"sharedNote": "ZEBRA broken');
  await coach.get('/api/ZEBRA/nothing');
  await coach.get('/api/participants/%E0%A4%AZEBRA');
  const organization = theo.organization.shortName;
  const credentials = { organization, signInName: 'ZEBRA-name', password: 'ZEBRA password of nobody' };
  expect((await coach.post('/api/sign-in', credentials)).status).toBe(401);

  // a failure of ours, of the kind whose error text holds the whole row
  await server.database.query(
    `ALTER TABLE contacts ADD CONSTRAINT of_this_test CHECK (shared_note NOT LIKE 'ZEBRA failing%') NOT VALID`,
  );
  const failing = await coach.post('/api/contacts', contactWith(theo, { sharedNote: 'ZEBRA failing' }));
  await server.database.query('ALTER TABLE contacts DROP CONSTRAINT of_this_test');
  expect(failing).toMatchObject({ status: 500, body: { code: 'server-failed' } });
  expect(JSON.stringify(failing.body)).not.toContain('of_this_test');

  child.stdin.end();
  await once(child, 'exit');
  const lines = said
    .split('\n')
    .filter((each) => each.startsWith('{'))
    .map((each) => JSON.parse(each) as Record<string, unknown>);
  expect(
    lines
      .filter(({ method, route }) => method === 'POST' && route === '/api/contacts')
      .map(({ status }) => status),
  ).toEqual([422, 201, 400, 500]);
  expect(lines.map(({ route }) => route)).toContain('/api/participants/:id');
  expect(said).toContain('of_this_test');
  const ids = [
    theo.participantId,
    contact.contactId,
    note.riskNoteId,
    rosa.accountId,
    coach.cookieNow().split('=')[1]!,
  ];
  for (const secret of ['ZEBRA', 'Quillhart', 'Rosa', rosa.signInName, theo.signInName, ...ids])
    expect(said).not.toContain(secret);

  async function signedIn(person: typeof rosa): Promise<Client> {
    return new Client(url, (await server.as(person)).cookieNow());
  }
});

test('the log of the database that comes along holds no row either', async () => {
  const { rows } = await server.database.query(
    `SELECT current_setting('log_error_verbosity') AS errors, current_setting('log_statement') AS statements,
            current_setting('log_parameter_max_length_on_error') AS parameters`,
  );
  expect(rows).toEqual([{ errors: 'terse', statements: 'none', parameters: '0' }]);
});
