import { Assigning, NO_WISH } from '../given/assigning.js';
import { handedOver, pageOf } from '../given/handover.js';
import { today } from '../given/organization.js';
import { aParticipantOf, assign } from '../given/participant.js';
import { anAdministrator } from '../given/staff.js';
import { onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { pastTheServer } from '../support/past-the-server.js';
import { expectProblem } from '../support/problem.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let given: Assigning;
let minas: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  given = await Assigning.on(server);
  minas = await server.as(given.mina);
});

const own = async (): Promise<Words> => (await minas.get('/api/me/coach-wish')).body;
const says = (wish: Words, version = 0, by = minas): Promise<Answer> =>
  by.put('/api/me/coach-wish', { ...NO_WISH, ...wish }, onVersion(version));
const toStaff = async (by = given.sams): Promise<Words> =>
  (await by.get(`/api/participants/${given.mina.participantId}/coach-wish`)).body;

test('a participant says whom they wish for, and staff see that the words are their own and since when', async () => {
  expect(await own()).toEqual({
    ...{ ...NO_WISH, language: null, wishedCoach: null, version: 0 },
    ...{ notedByName: null, isTheirOwn: false, notedAt: null },
  });
  const { status, body } = await says({ wished: ['woman'], wishWords: 'Una mujer, si se puede' });
  const noted = { notedByName: 'Mina', isTheirOwn: true, notedAt: server.clock.now().toISOString() };
  expect([status, body]).toMatchObject([200, { wished: ['woman'], version: 1, ...noted }]);
  expect(await lastInTrailOf(given.mina)).toMatchObject({ action: 'coach-wish.noted' });
  expect(await toStaff()).toMatchObject({ wishWords: 'Una mujer, si se puede', ...noted });
  await given.says(given.rosa, { experiences: ['woman'] });
  const address = `/api/participants/${given.mina.participantId}/coach-suggestions`;
  const { wish, items } = (await given.sams.get(address)).body;
  expect(wish).toMatchObject({ wished: 'a woman', ...noted });
  expect(items[0].reasons).toContainEqual({ kind: 'wish', words: 'As Mina wishes: a woman' });
});

test('they see what staff noted for them, with who did, and change it', async () => {
  await given.wishes({ wishWords: 'A woman', wishedCoachId: given.rosa.accountId });
  expect(await own()).toMatchObject({
    ...{ wishWords: 'A woman', notedByName: 'Sam', isTheirOwn: false },
    wishedCoach: { name: 'Rosa' },
  });
  const kept = { wishWords: 'Somebody patient', wishedCoachId: given.rosa.accountId };
  expect((await says(kept, 1)).body).toMatchObject({ isTheirOwn: true, wishedCoach: { name: 'Rosa' } });
  expect((await says({}, 2)).body).toMatchObject({ wishWords: '', wishedCoach: null, version: 3 });
});

test('which language they would rather speak comes before the one of their record', async () => {
  const dev = await given.coachNamed('Dev');
  await given.says(dev, { speaks: ['en'] });
  await given.says(given.rosa, { speaks: ['es'] });
  const first = async () => {
    const address = `/api/participants/${given.mina.participantId}/coach-suggestions`;
    return (await given.sams.get(address)).body.items[0].coach.name;
  };
  expect(await first()).toBe('Rosa');
  expect((await says({ language: 'en' })).body.language).toBe('en');
  expect(await first()).toBe('Dev');
  expect((await says({ language: 'fr' }, 1)).status).toBe(422);
});

test('both at once: whoever comes second sees both, and sent again it is said once', async () => {
  await given.wishes({ wishWords: 'A woman' });
  const late = await says({ wishWords: 'Un hombre' });
  expectProblem(late, 412, 'version-stale');
  expect(late.body).toMatchObject({
    current: { wishWords: 'A woman', notedByName: 'Sam', version: 1 },
    yours: { wishWords: 'Un hombre' },
  });
  for (let sent = 0; sent < 3; sent += 1)
    expect((await says({ wishWords: 'Un hombre' }, 1)).body).toMatchObject({ version: 2 });
  const staffs = await given.wishes({ wishWords: 'A woman' }, 1);
  expectProblem(staffs, 412, 'version-stale');
  expect(staffs.body.current).toMatchObject({ wishWords: 'Un hombre', isTheirOwn: true });
});

test.each([
  [{ wished: ['tall'] }, 'wished'],
  [{ wished: 'woman' }, 'wished'],
  [{ experiences: Array.from({ length: 16 }, () => 'faith') }, 'experiences'],
  [{ ownWords: 'x'.repeat(501) }, 'ownWords'],
])('%j is refused where it stands', async (wish, field) => {
  const answer = await says(wish);
  expect([answer.status, fieldsOf(answer)[0]?.split(/[ .]/)[0]]).toEqual([422, field]);
  expect(await own()).toMatchObject({ version: 0 });
});

test('no coach is found out by asking: another than they asked for before is not there', async () => {
  expectProblem(await says({ wishedCoachId: given.rosa.accountId }), 404, 'coach-not-found');
  expectProblem(await says({ wishedCoachId: given.sam.accountId }), 404, 'coach-not-found');
});

test('it is theirs alone: nobody else’s shows, and staff have another door', async () => {
  const lou = await aParticipantOf(given.rosa, { preferredName: 'Lou' });
  await says({ wishWords: 'Una mujer' });
  const lous = await server.as(lou);
  expect((await lous.get('/api/me/coach-wish')).body).toMatchObject({ wishWords: '', version: 0 });
  await says({ wishWords: 'Mine' }, 0, lous);
  expect(await own()).toMatchObject({ wishWords: 'Una mujer' });
  for (const person of [given.sam, given.rosa, await anAdministrator(given.harbor)])
    expectProblem(await (await server.as(person)).get('/api/me/coach-wish'), 403, 'role-not-allowed');
});

test('past the server too: nobody else’s shows, and none is written in another’s name', async () => {
  const lou = await aParticipantOf(given.rosa, { preferredName: 'Lou' });
  await says({ wishWords: 'Una mujer' });
  const asked = (who: typeof lou, sql: string, values: unknown[] = []) =>
    pastTheServer('participant', who, sql, values);
  expect((await asked(lou, 'SELECT 1 FROM coach_wishes')).rows).toEqual([]);
  expect((await asked(lou, `UPDATE coach_wishes SET wish_words = 'Mine'`)).rowCount).toBe(0);
  expect((await asked(given.mina, 'SELECT wish_words FROM coach_wishes')).rows).toEqual([
    { wish_words: 'Una mujer' },
  ]);
  const signs = asked(given.mina, 'UPDATE coach_wishes SET noted_by = $1', [given.sam.accountId]);
  await expect(signs).rejects.toThrow('row-level security');
});

test('their copy of the record has it, and the next coach reads all of it on the handover’s page', async () => {
  await assign(given.mina, given.rosa, today(given.harbor));
  await says({ wished: ['woman', 'inside'], wishWords: 'Una mujer', ownWords: 'Pinto.' });
  const dev = await given.coachNamed('Dev');
  const { body } = await pageOf(await server.as(dev), await handedOver(given.sams, given.mina, dev));
  expect(body.record.wish).toMatchObject({
    ...{ wished: 'a woman, has been in jail or prison', wishWords: 'Una mujer', ownWords: 'Pinto.' },
    ...{ notedByName: 'Mina', isTheirOwn: true },
  });
  const copyId = '019e0000-0000-7000-8000-000000000044';
  await minas.post('/api/record-copies', { copyId });
  await server.jobs.run('record-copies');
  const copy = (await minas.get(`/api/record-copies/${copyId}/json`)).body;
  expect(copy.parts['coach-wish']).toMatchObject([{ wishWords: 'Una mujer', wished: ['woman', 'inside'] }]);
});
