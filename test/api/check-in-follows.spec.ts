import { v7 as newId } from 'uuid';
import { checkInWith } from '../given/check-in.js';
import { logged } from '../given/logged.js';
import { aProgram, today } from '../given/organization.js';
import { aParticipantOf, standAnew, type Participant } from '../given/participant.js';
import { aCoach } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Words } from '../given/words.js';
import { becomes } from '../support/becomes.js';
import type { Client } from '../support/client.js';
import { LivePage } from '../support/live-page.js';
import { NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theo: Participant;
let theos: Client;
let rosas: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  theo = team.theo;
  theos = await server.as(theo);
  rosas = await server.as(team.rosa);
});

const say = async (more: Words = {}, by = theos): Promise<string> => {
  const asked = checkInWith(more);
  expect((await by.post('/api/check-ins', asked)).status).toBe(201);
  return asked.checkInId;
};

const takeBack = (id: string, by = theos) => by.post(`/api/check-ins/${id}/take-back`);

async function standings(): Promise<Words[]> {
  const { body } = await rosas.get(`/api/participants/${theo.participantId}`);
  return (body.enrollments as { standing: Words }[]).map(({ standing }) => standing);
}

/** Whatever else their card may ask for. */
const OF_CHECK_INS = ['asked to be called', 'check-in to answer'];

async function reasons(): Promise<string[]> {
  const { body } = await rosas.get('/api/today');
  const card = (body.cards as { participantId: string; reasons: { kind: string }[] }[]).find(
    ({ participantId }) => participantId === theo.participantId,
  );
  return (card?.reasons ?? []).map(({ kind }) => kind).filter((kind) => OF_CHECK_INS.includes(kind));
}

describe('are we in touch', () => {
  test('someone out of touch who checks in is out of touch no more, in both their programs', async () => {
    await logged(team.rosa, theo, { occurredOn: '2026-02-15' });
    await server.database.query(
      `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_days, agreed_cadence_on)
       VALUES ($1, $2, $3, $4, '2026-02-01', 7, '2026-02-01')`,
      [
        team.organization.organizationId,
        newId(),
        theo.participantId,
        await aProgram(team.organization, 'Housing'),
      ],
    );
    await standAnew(theo);
    expect((await standings()).map(({ is }) => is)).toEqual(['out of touch', 'out of touch']);
    const checkInId = await say();
    expect(await standings()).toMatchObject(
      [1, 2].map(() => ({ is: 'overdue', lastCheckInOn: today(team.organization) })),
    );
    await takeBack(checkInId);
    expect(await standings()).toMatchObject([1, 2].map(() => ({ is: 'out of touch', lastCheckInOn: null })));
  });
});

describe('Today', () => {
  beforeEach(async () => {
    await logged(team.rosa, theo, { occurredOn: '2026-03-09', occurredTime: '10:00' });
  });

  test.each([
    [[{ mood: 'struggling' }], ['check-in to answer']],
    [[{ cravings: 8 }], ['check-in to answer']],
    [[{ cravings: 1, minutesAgo: 60 }, { cravings: 4 }], ['check-in to answer']],
    [[{ cravings: 1, minutesAgo: 60 }, { cravings: 3 }], []],
    [[{ cravings: 7, mood: 'getting by' }], []],
    [[{ wantsCall: true }], ['asked to be called']],
    [[{ wantsCall: true, mood: 'struggling' }], ['asked to be called', 'check-in to answer']],
  ])('after %j its coach is given %j', async (each, wanted) => {
    for (const words of each) await say(words);
    expect(await reasons()).toEqual(wanted);
  });

  test('what was taken back asks nobody for anything', async () => {
    const checkInId = await say({ mood: 'struggling', wantsCall: true });
    await takeBack(checkInId);
    expect(await reasons()).toEqual([]);
  });

  test('the coach’s open page hears of it, and so does the participant’s own, but not another coach’s', async () => {
    const dev = await server.as(await aCoach(team.organization, { name: 'Dev' }));
    const [atRosas, atTheos, atDevs] = await Promise.all(
      [rosas, theos, dev].map((client) => LivePage.of(client, server.url)),
    );
    await say({ mood: 'struggling' });
    for (const page of [atRosas!, atTheos!])
      await becomes(() => Promise.resolve(page.participantIds), [theo.participantId]);
    expect(atDevs!.participantIds).toEqual([]);
    for (const page of [atRosas!, atTheos!, atDevs!]) page.cut();
  });
});

describe('with the coach, in a contact', () => {
  const withRosa = (asked: Words, id = theo.participantId) =>
    rosas.post(`/api/participants/${id}/check-ins`, asked);

  test('it is kept as made with Rosa, once, shows to both, and asks nobody for an answer', async () => {
    await logged(team.rosa, theo, { occurredOn: '2026-03-09', occurredTime: '10:00' });
    const asked = checkInWith({ mood: 'struggling', cravings: 9, words: '“Not my week.”' });
    const [first, again] = [await withRosa(asked), await withRosa(asked)];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(first.body).toMatchObject({ withName: 'Rosa', mood: 'struggling', wantsCall: false });
    expect((await theos.get('/api/check-ins')).body.items).toEqual([first.body]);
    const { body } = await rosas.get(`/api/participants/${theo.participantId}/timeline`);
    expect(body.items[0]).toMatchObject({ kind: 'check-in', checkIn: { withName: 'Rosa' } });
    expect(await reasons()).toEqual([]);
    expect((await trailOf(team.rosa)).filter(({ action }) => action === 'check-in.made')).toHaveLength(1);
    expect((await standings())[0]).toMatchObject({ lastCheckInOn: '2026-03-10' });
  });

  test('a coach can’t ask for a call in somebody’s name', async () => {
    const { status, body } = await withRosa(checkInWith({ wantsCall: true }));
    expect([status, body.fields]).toMatchObject([422, [{ path: 'wantsCall', code: 'property-unknown' }]]);
  });
});

describe('taken back', () => {
  test('within ten minutes, and sent again by a bad connection it does not come back', async () => {
    const asked = checkInWith({ words: 'Wrong one' });
    await theos.post('/api/check-ins', asked);
    server.clock.advance(10);
    const answers = await Promise.all([1, 2, 3].map(() => takeBack(asked.checkInId)));
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [200, { checkInId: asked.checkInId, takenBackAt: '2026-03-10T16:10:00.000Z' }]),
    );
    const again = await theos.post('/api/check-ins', asked);
    expect([again.status, again.body.code]).toEqual([409, 'check-in-taken-back']);
    expect((await theos.get('/api/check-ins')).body.items).toEqual([]);
    const { rows } = await server.database.query('SELECT said FROM check_ins_taken_back WHERE id = $1', [
      asked.checkInId,
    ]);
    expect(rows).toMatchObject([{ said: { words: 'Wrong one', mood: 'steady' } }]);
    expect((await trailOf(theo)).filter(({ action }) => action === 'check-in.taken-back')).toHaveLength(1);
  });

  test('not after eleven minutes', async () => {
    const checkInId = await say();
    server.clock.advance(11);
    const { status, body } = await takeBack(checkInId);
    expect([status, body.code]).toEqual([409, 'check-in-kept']);
    expect((await theos.get('/api/check-ins')).body.items).toHaveLength(1);
  });

  test('only by who made it', async () => {
    const checkInId = await say();
    const byRosa = await takeBack(checkInId, rosas);
    expect([byRosa.status, byRosa.body.code]).toEqual([403, 'check-in-not-yours']);
    const mina = await server.as(await aParticipantOf(team.rosa, { preferredName: 'Mina' }));
    for (const id of [checkInId, ...NO_ID.map(encodeURIComponent)]) {
      const { status, body } = await takeBack(id, mina);
      expect([status, body.code]).toEqual([404, 'check-in-not-found']);
    }
  });
});
