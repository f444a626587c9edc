import { invite, notYetIn } from '../given/invited.js';
import { aParticipantOf, type Participant } from '../given/participant.js';
import { PASSWORD, withPassword } from '../given/password.js';
import { aTeam, type Team } from '../given/team.js';
import type { Answer, Client } from '../support/client.js';
import { expectProblem, withoutMoment } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { SoftAuthenticator } from '../support/soft-authenticator.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let rosas: Client;

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  rosas = await server.as(team.rosa);
  await server.database.query('DELETE FROM sign_in_delays');
});

const here = (): { origin: string } => ({ origin: server.url });

async function invited(): Promise<{ lou: Participant; key: string }> {
  const lou = await notYetIn(await aParticipantOf(team.rosa, { preferredName: 'Lou' }), 'an account');
  return { lou, key: (await invite(rosas, lou)).body.code };
}

async function opens(key: string, phone: SoftAuthenticator, said: object = {}): Promise<Answer> {
  const { body: asked } = await server.asNobody().post('/api/opening/passkey', { key });
  const passkey = phone.makes(asked.challenge, { ...here(), ...said });
  return server.asNobody().post('/api/opening', { key, passkey });
}

/** Somebody whose phone holds the passkey of their account. */
async function withPasskey(): Promise<{ lou: Participant; phone: SoftAuthenticator }> {
  const { lou, key } = await invited();
  const phone = new SoftAuthenticator();
  expect((await opens(key, phone)).status).toBe(200);
  return { lou, phone };
}

async function question(): Promise<string> {
  return (await server.asNobody().post('/api/sign-in/passkey/question')).body.challenge;
}

async function signsIn(phone: SoftAuthenticator, more: object = {}, said: object = {}): Promise<Answer> {
  const shown = phone.shows(await question(), { ...here(), ...said });
  const organization = team.organization.shortName;
  return server.asNobody().post('/api/sign-in/passkey', { organization, ...shown, ...more });
}

test('an account is opened with a passkey, which then opens the door without a name', async () => {
  const { lou, key } = await invited();
  const phone = new SoftAuthenticator();
  const { body: asked } = await server.asNobody().post('/api/opening/passkey', { key });
  expect(asked).toMatchObject({ rpId: 'localhost', rpName: 'localhost', userName: lou.signInName });
  const opened = await server
    .asNobody()
    .post('/api/opening', { key, passkey: phone.makes(asked.challenge, here()) });
  expect(opened).toMatchObject({ status: 200, body: { participantId: lou.participantId } });
  expect(await signsIn(phone)).toMatchObject({ status: 200, body: { participantId: lou.participantId } });
});

test('what was lost opens nothing: a new invitation ends every passkey', async () => {
  const { lou, phone } = await withPasskey();
  const { code } = (await invite(rosas, lou, { lookedHow: 'video' })).body;
  expect((await signsIn(phone)).status).toBe(200);
  expect((await server.asNobody().post('/api/opening', { key: code, password: PASSWORD })).status).toBe(200);
  expectProblem(await signsIn(phone), 401, 'passkey-refused');
});

test.each([
  ['made for a page elsewhere', { origin: 'https://else.where' }],
  ['by a phone whose owner did not show who they are', { isVerified: false }],
])('no passkey is taken that was %s, and the invitation still works', async (_, said) => {
  const { key } = await invited();
  expectProblem(await opens(key, new SoftAuthenticator(), said), 409, 'passkey-not-made');
  expect((await opens(key, new SoftAuthenticator())).status).toBe(200);
});

test('the question is answered once, soon, and by whom it was asked', async () => {
  const [one, other] = [await invited(), await invited()];
  const ask = async (key: string): Promise<string> =>
    (await server.asNobody().post('/api/opening/passkey', { key })).body.challenge;
  const answer = (key: string, challenge: string): Promise<Answer> =>
    server
      .asNobody()
      .post('/api/opening', { key, passkey: new SoftAuthenticator().makes(challenge, here()) });
  expectProblem(await answer(other.key, await ask(one.key)), 409, 'passkey-not-made');
  expectProblem(await answer(one.key, await question()), 409, 'passkey-not-made');
  const late = await ask(one.key);
  server.clock.advance(5);
  expectProblem(await answer(one.key, late), 409, 'passkey-not-made');
  const right = await ask(one.key);
  expect((await answer(one.key, right)).status).toBe(200);
  expect((await answer(other.key, right)).status).toBe(409);
});

describe('at the door one answer for', () => {
  test('an unknown passkey, a wrong question, one answered twice, a copy, another place, no finger, a disabled account', async () => {
    const { phone } = await withPasskey();
    const gone = await withPasskey();
    await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [
      gone.lou.accountId,
    ]);
    const elsewhere = (await aTeam(server)).organization.shortName;
    const organization = team.organization.shortName;
    const shown = phone.shows(await question(), here());
    const send = (body: object): Promise<Answer> =>
      server.asNobody().post('/api/sign-in/passkey', { organization, ...body });
    expect((await send(shown)).status).toBe(200);
    const answers = [
      await send(shown),
      await signsIn(new SoftAuthenticator()),
      await send(phone.shows(Buffer.from('made up').toString('base64url'), here())),
      await signsIn(phone, { organization: elsewhere }),
      await signsIn(phone, {}, { origin: 'https://else.where' }),
      await signsIn(phone, {}, { rpId: 'else.where' }),
      await signsIn(phone, {}, { isVerified: false }),
      await signsIn(phone, { userHandle: 'AAAA' }),
      await signsIn(phone, { signature: 'AAAA' }),
      await signsIn(phone, { clientData: 'no json' }),
      await signsIn(gone.phone),
    ];
    phone.count = 0;
    answers.push(await signsIn(phone));
    for (const answer of answers) expect(withoutMoment(answer)).toEqual(withoutMoment(answers[0]!));
    expectProblem(answers[0]!, 401, 'passkey-refused');
    phone.count = 50;
    expect((await signsIn(phone)).status).toBe(200);
  });

  test('an answer sent a second time, also of a phone that keeps no count', async () => {
    const { phone } = await withPasskey();
    phone.count = -1;
    const shown = { organization: team.organization.shortName, ...phone.shows(await question(), here()) };
    expect((await server.asNobody().post('/api/sign-in/passkey', shown)).status).toBe(200);
    expectProblem(await server.asNobody().post('/api/sign-in/passkey', shown), 401, 'passkey-refused');
    phone.count = -1;
    expect((await signsIn(phone)).status).toBe(200);
  });

  test('all but one of several answers at the same moment with one count: copies', async () => {
    const { phone } = await withPasskey();
    const shown: object[] = [];
    for (const challenge of await Promise.all(Array.from({ length: 6 }, question))) {
      phone.count = 7;
      shown.push(phone.shows(challenge, here()));
    }
    const organization = team.organization.shortName;
    const answers = await Promise.all(
      shown.map((each) => server.asNobody().post('/api/sign-in/passkey', { organization, ...each })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(5).fill(401)]);
  });

  test('a passkey of another host, even where the browser was let to show it', async () => {
    const { lou, phone } = await withPasskey();
    await server.database.query(`UPDATE passkeys SET rp_id = 'old.example.org' WHERE account_id = $1`, [
      lou.accountId,
    ]);
    expectProblem(await signsIn(phone), 401, 'passkey-refused');
  });
});

describe('how I get in', () => {
  const add = async (theos: Client, phone = new SoftAuthenticator()): Promise<Answer> => {
    const { body: asked } = await theos.post('/api/me/getting-in/passkeys/question');
    return theos.post('/api/me/getting-in/passkeys', phone.makes(asked.challenge, here()));
  };

  test('a further passkey is added beside the passphrase, shows its days, and is taken away', async () => {
    const theo = await aParticipantOf(team.rosa, { preferredName: 'Theo' });
    await withPassword(theo);
    const theos = await server.as(theo);
    const phone = new SoftAuthenticator();
    const added = await add(theos, phone);
    expect(added).toMatchObject({
      status: 201,
      body: { hasPassphrase: true, passkeys: [{ addedOn: '2026-03-10', usedOn: null }] },
    });
    expect(await lastInTrailOf(theo)).toMatchObject({
      action: 'passkey.added',
      participant_id: theo.participantId,
    });
    expect((await signsIn(phone)).status).toBe(200);
    const { passkeyId } = (await theos.get('/api/me/getting-in')).body.passkeys[0];
    const removed = await theos.send('DELETE', `/api/me/getting-in/passkeys/${passkeyId}`);
    expect([removed.status, removed.body.passkeys]).toEqual([200, []]);
    expect(await lastInTrailOf(theo)).toMatchObject({ action: 'passkey.removed' });
    expect((await signsIn(phone)).status).toBe(401);
  });

  test('the last way in stays, and nobody takes away another’s', async () => {
    const { lou } = await withPasskey();
    const lous = await server.as(lou);
    const { passkeyId } = (await lous.get('/api/me/getting-in')).body.passkeys[0];
    const path = `/api/me/getting-in/passkeys/${passkeyId}`;
    expectProblem(await lous.send('DELETE', path), 409, 'passkey-is-the-only-way-in');
    const others = await server.as((await withPasskey()).lou);
    expectProblem(await others.send('DELETE', path), 404, 'passkey-not-found');
    expect((await rosas.get('/api/me/getting-in')).status).toBe(403);
  });

  test('ten are enough', async () => {
    const theos = await server.as(await aParticipantOf(team.rosa));
    for (let time = 0; time < 10; time += 1) expect((await add(theos)).status).toBe(201);
    expectProblem(await add(theos), 409, 'passkeys-are-ten');
  });
});

test('staff have a password, with which they sign in again over a form', async () => {
  const { coachToAdd } = await import('../given/added-coach.js');
  const { anAdministrator } = await import('../given/staff.js');
  const adas = await server.as(await anAdministrator(team.organization));
  const { invitationLink } = (await adas.post('/api/people', coachToAdd())).body;
  const key = invitationLink.split('/').at(-1);
  expectProblem(
    await server.asNobody().post('/api/opening/passkey', { key }),
    409,
    'passkey-is-for-participants',
  );
});
