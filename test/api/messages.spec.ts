import PostalMime from 'postal-mime';
import { Door } from '../../backend/access/door.js';
import { aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { carries, readsMail, told } from '../given/ways.js';
import { MailServer } from '../support/mail-server.js';
import { PushService } from '../support/push-service.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let mail: MailServer;
let push: PushService;
let team: Team;
let nth = 0;

const PUBLIC_URL = 'https://desk.example.org';

beforeAll(async () => {
  mail = await MailServer.start();
  push = await PushService.start();
  server = await startTestServer({
    messages: {
      mail: { url: mail.url, from: 'Desk <desk@example.org>' },
      publicUrl: PUBLIC_URL,
      pushServices: [push.origin],
    },
  });
  team = await aTeam(server, { organization: { name: 'Harbor Recovery Community' } });
});
afterAll(async () => {
  await server.close();
  await Promise.all([mail.down(), push.close()]);
});

const anAddress = (): string => `someone-${(nth += 1)}@example.org`;

test('who can be reached both ways is told by both, once', async () => {
  const sam = await aSupervisor(team.organization);
  const address = anAddress();
  const phone = push.aDevice();
  await Promise.all([readsMail(sam, address), carries(sam, phone)]);
  const subjectId = await told(sam);
  await told(sam, { subjectId });
  await server.jobs.run('messages');
  await server.jobs.run('messages');
  expect(mail.for(address)).toHaveLength(1);
  expect(push.for(phone)).toHaveLength(1);
  expect(push.for(phone)[0]!.signedBy).toBeDefined();
  const client = await server.as(sam);
  expect((await client.get('/api/me/ways')).body.devices).toHaveLength(1);
});

test('another step tells again', async () => {
  const sam = await aSupervisor(team.organization);
  const address = anAddress();
  await readsMail(sam, address);
  const subjectId = await told(sam, { step: 'supervisor' });
  await told(sam, { subjectId, step: 'administrator' });
  await server.jobs.run('messages');
  expect(mail.for(address)).toHaveLength(2);
});

test('not one byte that leaves tells what it is about, whom, or where', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez Marwick' });
  const address = anAddress();
  const phone = push.aDevice();
  await Promise.all([readsMail(inez, address), carries(inez, phone)]);
  const subjectId = await told(inez, { kind: 'risk-note' });
  await server.jobs.run('messages');
  const [received] = mail.for(address);
  const [pushed] = push.for(phone);
  const parsed = await PostalMime.parse(received!.raw);
  expect(parsed).toMatchObject({
    subject: 'Something is waiting for you',
    text: `Please sign in and look: ${PUBLIC_URL}\n`,
    from: { address: 'desk@example.org', name: 'Desk' },
    to: [{ address, name: '' }],
  });
  expect(parsed.html).toBeUndefined();
  expect(pushed!.payload).toEqual({
    title: 'Something is waiting for you',
    body: 'Please sign in and look.',
    tag: expect.any(String),
  });
  const bytes = JSON.stringify([received, pushed]);
  const { organization, theo, rosa } = team;
  for (const telling of [
    /recover/i,
    /sober|addict|substance|overdose|relapse|alcohol|drug|crisis|risk|urgent note|supervisor|coach|participant/i,
    /alongside|caseload|nodemailer/i,
    /harbor|marwick|inez/i,
    new RegExp(organization.shortName),
    new RegExp(organization.organizationId),
    new RegExp(subjectId),
    new RegExp(theo.participantId),
    new RegExp(rosa.accountId),
    new RegExp(inez.accountId),
  ])
    expect(bytes).not.toMatch(telling);
  expect(received!.hello).toBe('example.org');
  expect(pushed!.contact).toBe(PUBLIC_URL);
  expect(pushed!.headers).toMatchObject({ urgency: 'high', ttl: '86400' });
  // the second copy of a message takes the place of the first
  expect(pushed!.headers['topic']).toBe(pushed!.payload.tag.replaceAll('-', ''));
  expect(parsed.messageId).toBe(`<${pushed!.payload.tag}@example.org>`);
});

test('the words are in the language of their reader', async () => {
  const sol = await aSupervisor(team.organization);
  const address = anAddress();
  await readsMail(sol, address);
  await server.database.query(`UPDATE accounts SET language = 'es' WHERE id = $1`, [sol.accountId]);
  await told(sol);
  await server.jobs.run('messages');
  const { subject, text } = await PostalMime.parse(mail.for(address)[0]!.raw);
  expect({ subject, text }).toEqual({
    subject: 'Algo le está esperando',
    text: `Por favor, inicie sesión y mire: ${PUBLIC_URL}\n`,
  });
});

test('nothing goes to an address that was never confirmed', async () => {
  const sam = await aSupervisor(team.organization);
  const address = anAddress();
  await readsMail(sam, address);
  await server.database.query('UPDATE mail_addresses SET confirmed_at = NULL WHERE id = $1', [sam.accountId]);
  await told(sam);
  await server.jobs.run('messages');
  expect(mail.for(address)).toEqual([]);
});

test('who was disabled meanwhile hears nothing, nor do participants or people of elsewhere', async () => {
  const gone = await aSupervisor(team.organization);
  const address = anAddress();
  await readsMail(gone, address);
  const subjectId = await told(gone);
  await server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    gone.accountId,
    server.clock.now(),
  ]);
  await server.jobs.run('messages');
  expect(mail.for(address)).toEqual([]);
  await told(gone, { subjectId, step: 'after' });
  const elsewhere = await aTeam(server);
  await told({ ...gone, accountId: elsewhere.sam.accountId }, { subjectId, step: 'elsewhere' });
  const { rows } = await server.database.query('SELECT step FROM messages WHERE subject_id = $1', [
    subjectId,
  ]);
  expect(rows).toEqual([{ step: 'supervisor' }]);
});

test('what was answered meanwhile need not be sent', async () => {
  const sam = await aSupervisor(team.organization);
  const address = anAddress();
  await readsMail(sam, address);
  const subjectId = await told(sam);
  const client = sam;
  await server.app
    .get(Door)
    .asJobs(client.organizationId, (tx, { now }) =>
      tx.query('SELECT withdraw_messages($1, $2)', [subjectId, now]),
    );
  await server.jobs.run('messages');
  expect(mail.for(address)).toEqual([]);
});
