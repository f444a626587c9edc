import { aNote, toldOf } from '../given/answering.js';
import { covers, tellOfCovers } from '../given/cover.js';
import { today } from '../given/organization.js';
import { alsoHolds } from '../given/roles.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Answer } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let ada: Person;
let dev: Person;
let keisha: Person;
let inez: Person;
let noor: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  keisha = await aCoach(team.organization, { name: 'Keisha', supervisor: team.sam });
  inez = await aSupervisor(team.organization, { name: 'Inez' });
  noor = await aSupervisor(team.organization, { name: 'Noor' });
  ada = await anAdministrator(team.organization);
});

const day = (plus: number): string => today(team.organization, plus);
const disable = async (person: Person, sent: Words = {}): Promise<Answer> =>
  (await server.as(ada)).post(`/api/people/${person.accountId}/disable`, sent, onVersion(1));
const take = async (person: Person, role: string, sent: Words): Promise<Answer> =>
  (await server.as(ada)).post(`/api/people/${person.accountId}/roles/take`, { role, ...sent }, onVersion(1));
const reaches = async (person: Person): Promise<boolean> =>
  (await (await server.as(person)).get(`/api/participants/${team.theo.participantId}`)).status === 200;

/** Every cover there was or is, a line each, as `away by covering, first day to last`. */
async function allCovers(): Promise<string[]> {
  const { rows } = await server.database.query<{ line: string }>(
    `SELECT a.name || ' by ' || b.name || ', ' || c.from_on || ' to ' || (c.until_on - 1) AS line FROM covers c
       JOIN accounts a ON a.id = c.away_id JOIN accounts b ON b.id = c.covering_id
      WHERE c.organization_id = $1 AND c.from_on < c.until_on ORDER BY c.from_on, line`,
    [team.organization.organizationId],
  );
  return rows.map(({ line }) => line);
}

async function messagesTo({ accountId }: Person): Promise<string[]> {
  const { rows } = await server.database.query<{ line: string }>(
    `SELECT kind || ', ' || step AS line FROM messages WHERE account_id = $1 ORDER BY 1`,
    [accountId],
  );
  return rows.map(({ line }) => line);
}

test('who takes over from a supervisor covers for whom they covered, from that day on, and is told what waits', async () => {
  await covers(inez, team.sam, { throughOn: day(5) });
  server.clock.advance(2 * 1440);
  await covers(inez, noor, { fromOn: day(4), throughOn: day(6) });
  const note = await aNote(team);
  const refused = await disable(inez);
  expectProblem(refused, 409, 'somebody-must-take-over');
  expect(refused.body.detail).toBe('Inez covers for Sam and Noor. Say who takes over from Inez.');

  const lena = await aSupervisor(team.organization, { name: 'Lena' });
  expect((await disable(inez, { takenOverBy: lena.accountId })).status).toBe(200);
  expect(await allCovers()).toEqual([
    'Sam by Inez, 2026-03-10 to 2026-03-11',
    'Sam by Lena, 2026-03-12 to 2026-03-15',
    'Noor by Lena, 2026-03-16 to 2026-03-18',
  ]);
  expect(await reaches(lena)).toBe(true);
  expect(await messagesTo(lena)).toEqual(['cover, begins', 'risk-note, 1']);
  expect(await toldOf(team, note)).toContain('Lena, covers');
  for (const person of [team.sam, noor]) expect(await messagesTo(person)).not.toContain('cover, lost');
});

test('with the role alone what is covered in it goes, and what is covered in the other stays', async () => {
  await alsoHolds(inez, 'coach');
  await server.database.query(`UPDATE organizations SET uncertified_logging = 'hold' WHERE id = $1`, [
    team.organization.organizationId,
  ]);
  await covers(inez, team.sam);
  await covers(inez, team.rosa);
  expect((await take(inez, 'supervisor', { takenOverBy: noor.accountId })).status).toBe(200);
  expect(await allCovers()).toEqual([
    'Rosa by Inez, 2026-03-10 to 2026-03-12',
    'Sam by Noor, 2026-03-10 to 2026-03-12',
  ]);
});

test('of a coach who covers it is asked who does instead, and that coach has their people at once', async () => {
  await covers(dev, team.rosa);
  const refused = await disable(dev);
  expectProblem(refused, 409, 'somebody-must-cover');
  expect(refused.body.detail).toBe('Dev covers for Rosa. Say who covers instead, or that nobody does yet.');
  expect((await disable(dev, { coveredInsteadBy: keisha.accountId })).status).toBe(200);
  expect(await reaches(keisha)).toBe(true);
  expect(await messagesTo(keisha)).toEqual(['cover, begins']);
  expect(await messagesTo(team.rosa)).toEqual([]);
  const { body } = await (await server.as(team.rosa)).get('/api/covers');
  expect(body.items.filter(({ isEnded }: Words) => !isEnded)).toMatchObject([
    { covering: { name: 'Keisha' }, answering: { name: 'Keisha' }, state: 'now', madeBy: { name: 'Ada' } },
  ]);
  const history = await (await server.as(ada)).get(`/api/people/${dev.accountId}/history`);
  expect(history.body.items).toMatchObject([
    { action: 'account.disabled' },
    { action: 'account.covers-taken-over', what: 'Keisha' },
  ]);
});

test('one to come begins by whoever covers instead, when its day is there', async () => {
  await covers(dev, team.rosa, { fromOn: day(1), throughOn: day(2) });
  expect((await disable(dev, { coveredInsteadBy: keisha.accountId })).status).toBe(200);
  expect(await reaches(keisha)).toBe(false);
  server.clock.advance(1440);
  await tellOfCovers(server);
  expect(await reaches(keisha)).toBe(true);
  expect(await messagesTo(keisha)).toEqual(['cover, begins']);
});

test('a cover called off before it began is nobody’s: nothing is asked, nobody told', async () => {
  const { coverId } = await covers(dev, team.rosa, { fromOn: day(1), throughOn: day(2) });
  await (await server.as(team.rosa)).post(`/api/covers/${coverId}/end`, {}, onVersion(1));
  expect((await disable(dev)).status).toBe(200);
  expect(await messagesTo(team.rosa)).toEqual([]);
});

test('whoever is away and covered is disabled: it ends with them, and who covered reaches their people no more', async () => {
  await covers(dev, team.rosa, { throughOn: day(5) });
  await covers(keisha, team.rosa, { fromOn: day(6), throughOn: day(7) });
  server.clock.advance(1440);
  expect(await reaches(dev)).toBe(true);
  expect((await disable(team.rosa)).status).toBe(200);
  expect(await allCovers()).toEqual(['Rosa by Dev, 2026-03-10 to 2026-03-10']);
  expect(await reaches(dev)).toBe(false);
  expect((await (await server.as(dev)).get('/api/covers')).body.items).toMatchObject([{ state: 'over' }]);
});

describe('enabled again', () => {
  const enable = async (person: Person): Promise<void> => {
    const answer = await (
      await server.as(ada)
    ).post(`/api/people/${person.accountId}/enable`, {}, onVersion(2));
    expect(answer.status).toBe(200);
  };

  beforeEach(async () => {
    await covers(dev, team.rosa, { throughOn: day(5) });
    server.clock.advance(1440);
    expect((await disable(team.rosa)).status).toBe(200);
    expect(await reaches(dev)).toBe(false);
  });

  test('within a day, who covered goes on through the day that was said, and reaches their people', async () => {
    server.clock.advance(23 * 60);
    await enable(team.rosa);
    expect(await allCovers()).toEqual(['Rosa by Dev, 2026-03-10 to 2026-03-15']);
    expect(await reaches(dev)).toBe(true);
    expect((await trailOf(ada)).map(({ action }) => action)).toContain('cover.gone-on');
  });

  test('later than that, who covers is asked anew', async () => {
    server.clock.advance(24 * 60 + 1);
    await enable(team.rosa);
    expect(await allCovers()).toEqual(['Rosa by Dev, 2026-03-10 to 2026-03-10']);
    expect(await reaches(dev)).toBe(false);
  });

  test('whoever can no longer cover does not begin again', async () => {
    expect((await disable(dev)).status).toBe(200);
    await enable(team.rosa);
    expect(await allCovers()).toEqual(['Rosa by Dev, 2026-03-10 to 2026-03-10']);
  });

  test('where they had ended it themself before, it stays ended', async () => {
    await enable(team.rosa);
    const { body } = await (await server.as(team.rosa)).get('/api/covers');
    const [{ coverId, version }] = body.items;
    await (await server.as(team.rosa)).post(`/api/covers/${coverId}/end`, {}, onVersion(version));
    server.clock.advance(1);
    await (await server.as(ada)).post(`/api/people/${team.rosa.accountId}/disable`, {}, onVersion(3));
    await (await server.as(ada)).post(`/api/people/${team.rosa.accountId}/enable`, {}, onVersion(4));
    expect(await allCovers()).toEqual(['Rosa by Dev, 2026-03-10 to 2026-03-10']);
  });
});

describe('refused, and nothing is changed', () => {
  const stays = async (refused: Promise<Answer>, code: string, says: RegExp): Promise<void> => {
    const before = await allCovers();
    const answer = await refused;
    expectProblem(answer, 409, code);
    expect(answer.body.detail).toMatch(says);
    expect(await allCovers()).toEqual(before);
    const { body } = await (await server.as(ada)).get('/api/people');
    expect(body.items.filter(({ isDisabled }: Words) => isDisabled)).toEqual([]);
  };

  test('whoever is away would cover for themself', async () => {
    await covers(inez, team.sam);
    await stays(
      disable(inez, { takenOverBy: team.sam.accountId }),
      'nobody-covers-in-a-circle',
      /^Sam is away then, and nobody covers for themself\./,
    );
  });

  test('two would cover for each other, also where it is the second of two covers', async () => {
    await covers(dev, keisha, { fromOn: day(3), throughOn: day(4) });
    await covers(dev, team.rosa);
    await covers(team.rosa, keisha, { throughOn: day(1) });
    await stays(
      disable(dev, { coveredInsteadBy: keisha.accountId }),
      'nobody-covers-in-a-circle',
      /^Keisha can’t cover for Rosa, who stands in for Keisha on some of these days\./,
    );
  });

  test('a coach who could not log on each of the days, is no coach, or cannot sign in', async () => {
    await covers(dev, team.rosa, { throughOn: day(3) });
    const ending = await aCoach(team.organization, {
      name: 'Lena',
      certification: { firstOn: day(-300), lastOn: day(1) },
    });
    const by = (person: Person): Promise<Answer> => disable(dev, { coveredInsteadBy: person.accountId });
    await stays(by(ending), 'cover-not-certified', /^Lena has no certification/);
    await stays(by(inez), 'cover-takes-the-same-role', /^Inez is no coach/);
    await server.database.query('UPDATE accounts SET activated_at = NULL WHERE id = $1', [keisha.accountId]);
    await stays(by(keisha), 'cover-not-here-yet', /^Keisha has not opened/);
  });

  test('themself, a participant, nobody, or what is no account', async () => {
    await covers(dev, team.rosa);
    expectFieldProblem(
      await disable(dev, { coveredInsteadBy: dev.accountId }),
      'coveredInsteadBy',
      'themself',
    );
    for (const coveredInsteadBy of [team.theo.accountId, team.theo.participantId, 'keisha'])
      expectProblem(await disable(dev, { coveredInsteadBy }), 404, 'account-not-found');
    expectFieldProblem(await disable(dev, { coveredInsteadBy: 7 }), 'coveredInsteadBy', 'is-text');
    expect(await reaches(dev)).toBe(true);
  });
});
