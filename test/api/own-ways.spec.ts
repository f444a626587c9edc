import PostalMime from 'postal-mime';
import { v7 as newId } from 'uuid';
import { aSupervisor, anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { MailServer } from '../support/mail-server.js';
import type { Client } from '../support/client.js';
import { PushService } from '../support/push-service.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let mail: MailServer;
let push: PushService;
let team: Team;
let nth = 0;

beforeAll(async () => {
  mail = await MailServer.start();
  push = await PushService.start();
  server = await startTestServer({
    messages: { mail: { url: mail.url, from: 'desk@example.org' }, pushServices: [push.origin] },
  });
  team = await aTeam(server);
});
afterAll(async () => {
  await server.close();
  await Promise.all([mail.down(), push.close()]);
});

async function aNewSupervisor(): Promise<{ sam: Person; client: Client; address: string }> {
  const sam = await aSupervisor(team.organization);
  return { sam, client: await server.as(sam), address: `own-${(nth += 1)}@example.org` };
}

async function codeSentTo(address: string): Promise<string> {
  await server.jobs.run('messages');
  const { subject, text } = await PostalMime.parse(mail.for(address).at(-1)!.raw);
  expect(subject).toBe('Your code');
  return /\b\d{6}\b/.exec(text!)![0];
}

const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('an address counts once its code has come back', async () => {
  const { client, address } = await aNewSupervisor();
  expect((await client.get('/api/me/ways')).body).toEqual({
    mail: { isSetUp: true, address: null, isConfirmed: false, code: null },
    pushKey: expect.stringMatching(/^[\w-]{87}$/),
    devices: [],
    test: null,
  });
  const chosen = await client.put('/api/me/ways/mail', { address });
  expect(chosen).toMatchObject({ status: 200, body: { mail: { address, isConfirmed: false } } });
  expect(JSON.stringify(chosen.body)).not.toMatch(/\b\d{6}\b/);
  const code = await codeSentTo(address);
  expect((await client.get('/api/me/ways')).body.mail.code).toMatchObject({ state: 'delivered' });
  const confirmed = await client.post('/api/me/ways/mail/confirm', { code: ` ${code} ` });
  expect(confirmed).toMatchObject({
    status: 200,
    body: { mail: { address, isConfirmed: true, code: null } },
  });
});

test('a wrong code is refused and counted; after five tries, or half an hour, a new one is needed', async () => {
  const { sam, client, address } = await aNewSupervisor();
  await client.put('/api/me/ways/mail', { address });
  const code = await codeSentTo(address);
  const confirm = (with_: string) => client.post('/api/me/ways/mail/confirm', { code: with_ });
  for (let tries = 0; tries < 5; tries += 1)
    expect(await confirm(wrong(code))).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'code', code: 'code-wrong' }] },
    });
  expect(await confirm(code)).toMatchObject({ body: { fields: [{ code: 'code-holds-no-longer' }] } });
  server.clock.advance(2);
  await client.put('/api/me/ways/mail', { address });
  const next = await codeSentTo(address);
  server.clock.advance(31);
  const later = await server.as(sam);
  expect(await later.post('/api/me/ways/mail/confirm', { code: next })).toMatchObject({
    body: { fields: [{ code: 'code-holds-no-longer' }] },
  });
});

test('codes go out a minute apart', async () => {
  const { client, address } = await aNewSupervisor();
  await client.put('/api/me/ways/mail', { address });
  const again = await client.put('/api/me/ways/mail', { address: `other-${address}` });
  expect(again).toMatchObject({ status: 429, body: { code: 'code-just-sent' } });
  await server.jobs.run('messages');
  expect(mail.for(`other-${address}`)).toEqual([]);
});

test('another address has to be confirmed anew, and the old code is not for it', async () => {
  const { client, address } = await aNewSupervisor();
  await client.put('/api/me/ways/mail', { address });
  await client.post('/api/me/ways/mail/confirm', { code: await codeSentTo(address) });
  server.clock.advance(2);
  const moved = await client.put('/api/me/ways/mail', { address: `moved-${address}` });
  expect(moved.body.mail).toMatchObject({ address: `moved-${address}`, isConfirmed: false });
});

test('forgotten, nothing is known of it any more', async () => {
  const { sam, client, address } = await aNewSupervisor();
  await client.put('/api/me/ways/mail', { address });
  expect((await client.delete('/api/me/ways/mail')).body.mail.address).toBeNull();
  const { rowCount } = await server.database.query('SELECT 1 FROM mail_addresses WHERE id = $1', [
    sam.accountId,
  ]);
  expect(rowCount).toBe(0);
});

test('a test goes by every way one has, once a minute, and says what became of it', async () => {
  const { client, address } = await aNewSupervisor();
  await client.put('/api/me/ways/mail', { address });
  await client.post('/api/me/ways/mail/confirm', { code: await codeSentTo(address) });
  const phone = push.aDevice();
  const added = await client.post('/api/me/ways/devices', {
    deviceId: newId(),
    ...phone,
    name: 'Chrome on Android',
  });
  expect(added.body.devices).toMatchObject([{ name: 'Chrome on Android' }]);
  const sent = await client.post('/api/me/ways/test');
  expect(sent.body.test.deliveries.map(({ state }: { state: string }) => state)).toEqual([
    'waiting',
    'waiting',
  ]);
  await client.post('/api/me/ways/test');
  await server.jobs.run('messages');
  expect((await client.get('/api/me/ways')).body.test.deliveries).toMatchObject([
    { way: 'e-mail', state: 'delivered' },
    { way: 'push', state: 'delivered' },
  ]);
  expect(mail.for(address)).toHaveLength(2);
  expect(push.for(phone)).toHaveLength(1);
  // the device was made for the key that signs
  expect(push.for(phone)[0]!.signedBy).toBe(added.body.pushKey);
});

test('a device is its owner’s to remove, and moves to whoever opted in on it last', async () => {
  const { client } = await aNewSupervisor();
  const other = await aNewSupervisor();
  const phone = { ...push.aDevice(), name: 'Desk' };
  const { body } = await client.post('/api/me/ways/devices', { deviceId: newId(), ...phone });
  const [{ deviceId }] = body.devices;
  expect(await other.client.delete(`/api/me/ways/devices/${deviceId}`)).toMatchObject({ status: 404 });
  expect(await other.client.delete('/api/me/ways/devices/nonsense')).toMatchObject({ status: 404 });
  const moved = await other.client.post('/api/me/ways/devices', { deviceId: newId(), ...phone });
  expect(moved.body.devices).toHaveLength(1);
  expect((await client.get('/api/me/ways')).body.devices).toEqual([]);
  const removed = await other.client.delete(`/api/me/ways/devices/${moved.body.devices[0].deviceId}`);
  expect(removed).toMatchObject({ status: 200, body: { devices: [] } });
});

test.each([
  ['address', { address: 'no address' }],
  ['address', { address: 'two@example.org, three@example.org' }],
  ['address', { address: 'a@example.org\r\nBcc: b@example.org' }],
  ['address', { address: '' }],
  ['address', {}],
])('a bad %s is refused by name: %j', async (path, body) => {
  const { client } = await aNewSupervisor();
  const answer = await client.put('/api/me/ways/mail', body);
  expect(answer).toMatchObject({ status: 422, body: { fields: [expect.objectContaining({ path })] } });
});

test.each([
  ['endpoint', { endpoint: 'http://169.254.169.254/latest/meta-data' }],
  ['endpoint', { endpoint: 'https://intranet.example.org/push' }],
  ['endpoint', { endpoint: 'https://user@fcm.googleapis.com/send' }],
  ['endpoint', { endpoint: 'https://fcm.googleapis.com.example.org/send' }],
  ['publicKey', { publicKey: 'short' }],
  ['auth', { auth: 'short' }],
  ['name', { name: '' }],
  ['deviceId', { deviceId: 'x' }],
])('a device with a bad %s is refused by name: %j', async (path, body) => {
  const { client } = await aNewSupervisor();
  const answer = await client.post('/api/me/ways/devices', {
    deviceId: newId(),
    ...push.aDevice(),
    name: 'Desk',
    ...body,
  });
  expect(answer).toMatchObject({ status: 422, body: { fields: [expect.objectContaining({ path })] } });
});

test('staff have ways, participants do not; what was not delivered is for administrators', async () => {
  const ada = await anAdministrator(team.organization);
  const { rows } = await server.database.query<{ account_id: string }>(
    'SELECT account_id FROM participants WHERE id = $1',
    [team.theo.participantId],
  );
  expect((await (await server.as(team.rosa)).get('/api/me/ways')).status).toBe(200);
  expect((await (await server.as(ada)).get('/api/me/ways')).status).toBe(200);
  if (rows[0]?.account_id) {
    const theo = await server.as({ ...team.theo, accountId: rows[0].account_id } as never);
    expect((await theo.get('/api/me/ways')).status).toBe(403);
  }
  for (const person of [team.rosa, team.sam]) {
    const client = await server.as(person);
    expect((await client.get('/api/messages/undelivered')).status).toBe(403);
    expect((await client.post('/api/messages/undelivered/try-now')).status).toBe(403);
  }
  expect((await server.asNobody().get('/api/me/ways')).status).toBe(401);
});

test('choosing and confirming leave their lines in the trail, without the address', async () => {
  const { sam, client, address } = await aNewSupervisor();
  await client.put('/api/me/ways/mail', { address });
  await client.post('/api/me/ways/mail/confirm', { code: await codeSentTo(address) });
  const { rows } = await server.database.query('SELECT * FROM trail WHERE account_id = $1 ORDER BY id', [
    sam.accountId,
  ]);
  expect(rows.map(({ action }) => action)).toEqual(['ways.mail-chosen', 'ways.mail-confirmed']);
  expect(JSON.stringify(rows)).not.toContain(address);
});
