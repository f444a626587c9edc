import { coverBy, covers } from '../given/cover.js';
import { anOrganization, today } from '../given/organization.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Answer } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let dev: Person;
let keisha: Person;
let inez: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  inez = await aSupervisor(team.organization, { name: 'Inez' });
  keisha = await aCoach(team.organization, { name: 'Keisha', supervisor: inez });
});

const day = (plus: number): string => today(team.organization, plus);
async function names(away: Person, covering: Person, more: Words = {}): Promise<Answer> {
  return (await server.as(away)).post('/api/covers', coverBy(covering, more));
}

test('nobody covers for themself', async () => {
  expectFieldProblem(await names(team.rosa, team.rosa), 'coveringId', 'oneself');
});

test('not on days gone by, nor ending before it begins', async () => {
  expectFieldProblem(await names(team.rosa, dev, { fromOn: day(-1) }), 'fromOn', 'in-the-past');
  expectFieldProblem(await names(team.rosa, dev, { throughOn: day(-1) }), 'throughOn', 'before-it-begins');
});

test('nobody is offered for days that end before they begin, or are no days', async () => {
  const asRosa = await server.as(team.rosa);
  const choices = (from: string, through: string): Promise<Answer> =>
    asRosa.get(`/api/covers/choices?fromOn=${from}&throughOn=${through}`);
  expectFieldProblem(await choices(day(2), day(1)), 'throughOn', 'before-it-begins');
  expectFieldProblem(await choices(day(-1), day(1)), 'fromOn', 'in-the-past');
  expectFieldProblem(await choices(day(0), '9999-12-31'), 'throughOn', 'too-far');
  expect((await choices('2026-02-30', day(1))).status).toBe(422);
});

test('by nobody of another role, of another organization, or who is not there', async () => {
  expectProblem(await names(team.rosa, team.sam), 409, 'cover-takes-the-same-role');
  expectProblem(await names(team.sam, dev), 409, 'cover-takes-the-same-role');
  const elsewhere = await aCoach(await anOrganization(server));
  expectProblem(await names(team.rosa, elsewhere), 404, 'account-not-found');
  expectProblem(await names(team.rosa, team.theo), 404, 'account-not-found');
  expectProblem(await names(team.rosa, dev, { coveringId: 'dev' }), 404, 'account-not-found');
});

test('by nobody who cannot sign in, or has not yet', async () => {
  await server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    dev.accountId,
    server.clock.now(),
  ]);
  expectProblem(await names(team.rosa, dev), 409, 'cover-disabled');
  await server.database.query('UPDATE accounts SET disabled_at = NULL, activated_at = NULL WHERE id = $1', [
    dev.accountId,
  ]);
  expectProblem(await names(team.rosa, dev), 409, 'cover-not-here-yet');
});

test('by no coach who could not log on each of the days', async () => {
  const ending = await aCoach(team.organization, {
    name: 'Lena',
    certification: { firstOn: day(-300), lastOn: day(1) },
  });
  expectProblem(await names(team.rosa, ending), 409, 'cover-not-certified');
  const training = await aCoach(team.organization, {
    name: 'Noor',
    certification: null,
    training: { supervisor: team.sam, throughOn: day(2) },
  });
  expectProblem(await names(team.rosa, training, { throughOn: day(3) }), 409, 'cover-not-certified');
  expect((await names(team.rosa, ending, { throughOn: day(1) })).status).toBe(201);
  expect((await names(dev, training)).status).toBe(201);
  const { body } = await (
    await server.as(keisha)
  ).get(`/api/covers/choices?fromOn=${day(0)}&throughOn=${day(5)}`);
  expect(body.items.map((one: Words) => [one['name'], one['whyNot']])).toEqual([
    ['Dev', null],
    ['Lena', 'not certified'],
    ['Noor', 'not certified'],
    ['Rosa', null],
  ]);
});

test('by one at a time: overlapping days are refused, the day after is not', async () => {
  await covers(dev, team.rosa, { throughOn: day(2) });
  const again = { fromOn: day(2), throughOn: day(4) };
  expectProblem(await names(team.rosa, keisha, again), 409, 'one-cover-of-a-person-at-a-time');
  expect((await names(team.rosa, keisha, { ...again, fromOn: day(3) })).status).toBe(201);
});

test('never in a circle: not two for each other, not three in a ring, on any day', async () => {
  await covers(dev, team.rosa, { throughOn: day(2) });
  expectProblem(
    await names(dev, team.rosa, { fromOn: day(2), throughOn: day(5) }),
    409,
    'nobody-covers-in-a-circle',
  );
  expect((await names(dev, team.rosa, { fromOn: day(3), throughOn: day(5) })).status).toBe(201);
  await covers(keisha, dev, { throughOn: day(2) });
  expectProblem(await names(keisha, team.rosa, { throughOn: day(0) }), 409, 'nobody-covers-in-a-circle');
  const { body } = await (
    await server.as(keisha)
  ).get(`/api/covers/choices?fromOn=${day(0)}&throughOn=${day(0)}`);
  expect(body.items.map((one: Words) => [one['name'], one['whyNot']])).toEqual([
    ['Dev', 'would be a circle'],
    ['Rosa', 'would be a circle'],
  ]);
});

test('of two who name each other at the same moment, one is refused', async () => {
  const [asRosa, asDev] = await Promise.all([server.as(team.rosa), server.as(dev)]);
  for (let turn = 0; turn < 5; turn += 1) {
    const days = { fromOn: day(turn), throughOn: day(turn) };
    const answers = await Promise.all([
      asRosa.post('/api/covers', coverBy(dev, days)),
      asDev.post('/api/covers', coverBy(team.rosa, days)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.map(({ body }) => body.code)).toContain('nobody-covers-in-a-circle');
  }
});

test('sent three times at once it is one; the same id with other words is none', async () => {
  const asRosa = await server.as(team.rosa);
  const cover = coverBy(dev);
  const answers = await Promise.all([1, 2, 3].map(() => asRosa.post('/api/covers', cover)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(answers[1]!.body).toEqual(answers[0]!.body);
  expect((await asRosa.get('/api/covers')).body.items).toHaveLength(1);
  const other = await asRosa.post('/api/covers', { ...cover, throughOn: day(5) });
  expectProblem(other, 409, 'cover-id-taken');
  server.clock.advance(10 * 1440);
  expect((await (await server.as(team.rosa)).post('/api/covers', cover)).body.coverId).toBe(cover.coverId);
});

test('a supervisor names cover for their own coaches, an administrator for everybody and reads nothing', async () => {
  const asSam = await server.as(team.sam);
  const forRosa = coverBy(dev, { awayId: team.rosa.accountId });
  expect(await asSam.post('/api/covers', forRosa)).toMatchObject({ status: 201, body: { role: 'coach' } });
  expectProblem(
    await asSam.post('/api/covers', coverBy(dev, { awayId: keisha.accountId })),
    404,
    'account-not-found',
  );
  expectProblem(
    await asSam.post('/api/covers', coverBy(inez, { awayId: inez.accountId })),
    404,
    'account-not-found',
  );
  expectProblem(await names(dev, keisha, { awayId: team.rosa.accountId }), 404, 'account-not-found');
  const ada = await anAdministrator(team.organization);
  const asAda = await server.as(ada);
  const forSam = await asAda.post('/api/covers', coverBy(inez, { awayId: team.sam.accountId }));
  expect(forSam).toMatchObject({ status: 201, body: { role: 'supervisor', madeBy: { name: 'Ada' } } });
  expectProblem(await asAda.post('/api/covers', coverBy(inez)), 409, 'nothing-to-cover');
  expect((await asAda.get('/api/covers')).body.items).toHaveLength(2);
});

test('only who may name it ends it, and what is over is not ended', async () => {
  const { coverId } = await covers(dev, team.rosa, { throughOn: day(0) });
  const end = async (person: Person): Promise<Answer> =>
    (await server.as(person)).post(`/api/covers/${coverId}/end`, {}, onVersion(1));
  for (const person of [dev, keisha, inez]) expectProblem(await end(person), 404, 'cover-not-found');
  server.clock.advance(1440);
  expectProblem(await end(team.sam), 409, 'cover-over');
});

test('another organization’s covers are nowhere', async () => {
  const { coverId } = await covers(dev, team.rosa);
  const summit = await aTeam(server);
  const asAda = await server.as(await anAdministrator(summit.organization));
  expect((await asAda.get('/api/covers')).body.items).toEqual([]);
  expectProblem(await asAda.post(`/api/covers/${coverId}/end`, {}, onVersion(1)), 404, 'cover-not-found');
});
