import { startServer, type RunningServer } from '../../backend/main.js';
import { SendMessages } from '../../backend/messages/send-messages.js';
import { aSupervisor, anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { carries, readsMail, told } from '../given/ways.js';
import { workerDatabase } from '../support/database.js';
import { MailServer } from '../support/mail-server.js';
import { PushService } from '../support/push-service.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let second: RunningServer;
let mail: MailServer;
let push: PushService;
let team: Team;
let ada: Person;
let nth = 0;

beforeAll(async () => {
  mail = await MailServer.start();
  push = await PushService.start();
  const messages = { mail: { url: mail.url, from: 'desk@example.org' }, pushServices: [push.origin] };
  server = await startTestServer({ messages });
  const { runtime } = await workerDatabase();
  // another process of the same installation, by the same clock
  second = await startServer({
    databaseUrl: runtime,
    port: 0,
    host: '127.0.0.1',
    clock: server.clock,
    logLevel: 'silent',
    poolSize: 4,
    messages,
  });
});
afterAll(async () => {
  await Promise.all([server.close(), second.close()]);
  await Promise.all([mail.down(), push.close()]);
});
beforeEach(async () => {
  team = await aTeam(server);
  ada = await anAdministrator(team.organization);
});

async function someone(): Promise<{ sam: Person; address: string }> {
  const sam = await aSupervisor(team.organization);
  const address = `later-${(nth += 1)}@example.org`;
  await readsMail(sam, address);
  return { sam, address };
}

/** What the administrator sees of it. */
async function undelivered(): Promise<{ name: string; deliveries: object[] }[]> {
  const client = await server.as(ada);
  return (await client.get('/api/messages/undelivered')).body.items;
}

/** Time goes by, with a pass in each of its minutes. */
async function minutes(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    server.clock.advance(1);
    await server.jobs.run('messages');
  }
}

test('with the mail server down for an hour it is shown as not delivered, and arrives afterwards, once', async () => {
  const { sam, address } = await someone();
  await mail.down();
  await told(sam);
  await server.jobs.run('messages');
  const now = server.clock.now().getTime();
  expect(await undelivered()).toMatchObject([
    {
      name: sam.name,
      deliveries: [
        {
          way: 'e-mail',
          state: 'waiting',
          problem: 'no answer',
          nextTryAt: new Date(now + 60_000).toISOString(),
        },
      ],
    },
  ]);
  await minutes(60);
  expect(await undelivered()).toHaveLength(1);
  await mail.up();
  await minutes(30);
  expect(mail.for(address)).toHaveLength(1);
  expect(await undelivered()).toEqual([]);
});

test('the tries grow apart, and after a day it is given up, and shown so', async () => {
  const { sam, address } = await someone();
  await mail.down();
  await told(sam);
  const start = server.clock.now().getTime();
  const triedAfter: number[] = [];
  const tries = async (): Promise<number> => {
    const { rows } = await server.database.query(
      `SELECT sum(attempt_count)::integer AS count FROM message_deliveries WHERE organization_id = $1`,
      [sam.organizationId],
    );
    return rows[0]?.count as number;
  };
  await server.jobs.run('messages');
  for (let before = await tries(); triedAfter.length < 8;) {
    await minutes(1);
    const count = await tries();
    if (count > before) triedAfter.push((server.clock.now().getTime() - start) / 60_000);
    before = count;
  }
  expect(triedAfter).toEqual([1, 3, 8, 18, 38, 68, 98, 128]);
  server.clock.advance(22 * 60 - 10);
  await server.jobs.run('messages');
  expect(await undelivered()).toMatchObject([{ deliveries: [{ state: 'given up', nextTryAt: null }] }]);
  await mail.up();
  await minutes(60);
  expect(mail.for(address)).toEqual([]);
});

test('the administrator has it tried now', async () => {
  const { sam, address } = await someone();
  await mail.down();
  await told(sam);
  await server.jobs.run('messages');
  await minutes(10);
  await mail.up();
  await server.jobs.run('messages');
  expect(mail.for(address)).toEqual([]);
  const client = await server.as(ada);
  expect((await client.post('/api/messages/undelivered/try-now')).status).toBe(200);
  await server.jobs.run('messages');
  expect(mail.for(address)).toHaveLength(1);
});

test('two processes at once send one message once', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => someone()));
  for (const { sam } of people) await told(sam);
  // both through the queue, and both past it, as where one process was taken for dead and is not
  const pastTheQueue = ({ app }: Pick<TestServer, 'app'>): Promise<void> =>
    app.get(SendMessages).pass(server.clock.now(), new AbortController().signal);
  await Promise.all([pastTheQueue(server), pastTheQueue(second), server.jobs.run('messages')]);
  for (const { address } of people) expect(mail.for(address)).toHaveLength(1);
});

test('an address that the mail server does not know is given up at once, and shown so', async () => {
  const { sam, address } = await someone();
  mail.unknown.add(address);
  await told(sam);
  await server.jobs.run('messages');
  expect(await undelivered()).toMatchObject([
    { deliveries: [{ way: 'e-mail', state: 'given up', problem: 'address refused' }] },
  ]);
});

test.each([404, 410])(
  'a device whose push service answers %s is removed; the mail still goes',
  async (status) => {
    const { sam, address } = await someone();
    const gone = push.aDevice();
    const kept = push.aDevice();
    await carries(sam, gone);
    await carries(sam, kept);
    push.answers.set(gone.endpoint, status);
    await told(sam);
    await server.jobs.run('messages');
    expect(mail.for(address)).toHaveLength(1);
    expect(push.for(kept)).toHaveLength(1);
    const client = await server.as(sam);
    expect((await client.get('/api/me/ways')).body.devices).toHaveLength(1);
    expect(await undelivered()).toMatchObject([
      {
        deliveries: expect.arrayContaining([
          expect.objectContaining({ way: 'push', problem: 'device gone' }),
        ]),
      },
    ]);
  },
);

test('a push service in trouble is asked again', async () => {
  const sam = await aSupervisor(team.organization);
  const phone = push.aDevice();
  await carries(sam, phone);
  push.answers.set(phone.endpoint, 503);
  await told(sam);
  await server.jobs.run('messages');
  expect(await undelivered()).toMatchObject([{ deliveries: [{ state: 'waiting', problem: 'refused' }] }]);
  push.answers.delete(phone.endpoint);
  await minutes(1);
  expect(push.for(phone)).toHaveLength(1);
  expect(await undelivered()).toEqual([]);
});

test('where nobody opted in, that is shown: who was to be told, and no way', async () => {
  const sam = await aSupervisor(team.organization);
  await told(sam);
  await server.jobs.run('messages');
  expect(await undelivered()).toMatchObject([{ name: sam.name, deliveries: [] }]);
});

test('the administrator learns nothing of what it was about', async () => {
  const { sam } = await someone();
  await mail.down();
  const subjectId = await told(sam, { kind: 'of its kind', step: 'of its step' });
  await server.jobs.run('messages');
  await mail.up();
  const client = await server.as(ada);
  const { body } = await client.get('/api/messages/undelivered');
  expect(body.items).toHaveLength(1);
  expect(JSON.stringify(body)).not.toMatch(new RegExp(`${subjectId}|of its`));
});
