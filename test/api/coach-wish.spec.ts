import { Assigning, NO_WISH } from '../given/assigning.js';
import { anOrganization, today, type Organization } from '../given/organization.js';
import { assign, type Participant } from '../given/participant.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let given: Assigning;
let harbor: Organization;
let sams: Client;
let rosa: Person;
let mina: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  given = await Assigning.on(server);
  ({ harbor, sams, rosa, mina } = given);
});

describe('the wish about a coach', () => {
  test('is noted by who walks with them or by their supervisor, and is theirs to leave out', async () => {
    await assign(mina, rosa, today(harbor));
    const rosas = await server.as(rosa);
    const { status, body } = await given.wishes({ wished: ['woman'], wishWords: 'Una mujer' }, 0, rosas);
    expect([status, body]).toMatchObject([200, { wishWords: 'Una mujer', notedByName: 'Rosa', version: 1 }]);
    expect(await lastInTrailOf(rosa)).toMatchObject({ action: 'coach-wish.noted' });
    expect((await given.wishes({}, 1)).body).toMatchObject({ wished: [], wishWords: '', version: 2 });
  });

  test('noted by two at once is kept once, and the other sees both', async () => {
    await given.wishes({ wishWords: 'A woman' });
    expect((await given.wishes({ wishWords: 'A woman' })).status).toBe(200);
    const { status, body } = await given.wishes({ wishWords: 'A man' });
    expect([status, body.code]).toEqual([412, 'version-stale']);
    expect(body).toMatchObject({ current: { wishWords: 'A woman' }, yours: { wishWords: 'A man' } });
  });

  test('is asked while enrolling, by an administrator who does not read it again', async () => {
    const ada = await server.as(await anAdministrator(harbor));
    const participantId = '0193a1b2-0000-7000-8000-' + String(Date.now()).slice(-12);
    const sent = {
      participantId,
      preferredName: 'Lou',
      language: 'en',
      programId: harbor.programId,
      coachId: rosa.accountId,
      coachWish: { ...NO_WISH, wishWords: 'Somebody who was inside', wished: ['inside'] },
    };
    expect((await ada.post('/api/participants', sent)).status).toBe(201);
    const address = `/api/participants/${participantId}/coach-wish`;
    expect((await sams.get(address)).body).toMatchObject({
      wishWords: 'Somebody who was inside',
      version: 1,
    });
    expect((await ada.get(address)).body.code).toBe('role-not-allowed');
  });

  test.each([
    [{ wished: ['tall'] }, 'wished.0 is-in'],
    [{ wished: 'woman' }, 'wished is-array'],
    [{ wishWords: 'x'.repeat(501) }, 'wishWords too-long'],
  ])('%j is refused', async (wish, problem) => {
    const answer = await given.wishes(wish);
    expect([answer.status, fieldsOf(answer)[0]?.split(' ')[0]]).toEqual([
      422,
      problem.split(' ')[0]!.split('.')[0],
    ]);
  });

  test('of a coach who is not here is a 404', async () => {
    const elsewhere = await aCoach(await anOrganization(server));
    expect((await given.wishes({ wishedCoachId: elsewhere.accountId })).body.code).toBe('coach-not-found');
  });
});

describe('what a coach says of themself', () => {
  test('is theirs alone to say, all of it optional, and kept from other coaches', async () => {
    const rosas = await server.as(rosa);
    expect((await rosas.get('/api/me/about')).body).toMatchObject({ experiences: [], version: 0 });
    expect(
      (await given.says(rosa, { experiences: ['inside'], ownWords: 'Eleven years.' })).body.version,
    ).toBe(1);
    expect((await given.says(rosa, { experiences: ['inside'], ownWords: 'Eleven years.' })).status).toBe(200);
    const clash = await given.says(rosa, { ownWords: 'Twelve.' });
    expect([clash.status, clash.body.current.ownWords]).toEqual([412, 'Eleven years.']);
    const dev = await server.as(await given.coachNamed('Dev'));
    expect((await dev.get('/api/me/about')).body.ownWords).toBe('');
    expect((await sams.get('/api/me/about')).body.code).toBe('role-not-allowed');
  });
});
