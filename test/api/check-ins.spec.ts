import { checkInWith } from '../given/check-in.js';
import { anOrganization } from '../given/organization.js';
import {
  aParticipantOf,
  aParticipantWithoutCoach,
  reassign,
  type Participant,
} from '../given/participant.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Client } from '../support/client.js';
import { withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theo: Participant;
let theos: Client;
let rosa: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  // a Tuesday, noon in New York
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-24' } });
  ({ theo, rosa } = team);
  theos = await server.as(theo);
});

const said = {
  mood: 'getting by',
  cravings: 3,
  sleep: 'fair',
  connection: 'some',
  hasSafePlace: true,
  wantsCall: true,
  words: 'Slept a bit. Día difícil 🙂',
};

async function own(): Promise<Record<string, unknown>[]> {
  return (await theos.get('/api/check-ins')).body.items as Record<string, unknown>[];
}

test('a participant says how they are, and is told who reads it and when', async () => {
  const asked = checkInWith(said);
  const { status, body } = await theos.post('/api/check-ins', asked);
  const view = {
    checkInId: asked.checkInId,
    ...said,
    checkedInAt: '2026-03-10T16:00:00.000Z',
    checkedInOn: '2026-03-10',
    withName: null,
  };
  expect([status, body]).toEqual([
    201,
    {
      checkIn: view,
      mayTakeBackUntil: '2026-03-10T16:10:00.000Z',
      readBy: { coachName: 'Rosa', isOpen: true, opensAt: '2026-03-10T16:00:00.000Z' },
    },
  ]);
  expect(await own()).toEqual([view]);
  expect(await trailOf(theo)).toContainEqual(
    expect.objectContaining({
      action: 'check-in.made',
      role: 'participant',
      participant_id: theo.participantId,
      subject_id: asked.checkInId,
    }),
  );
});

test('a mood alone is enough; at night they hear when the doors open', async () => {
  server.clock.set('2026-03-11T02:00:00Z');
  theos = await server.as(theo);
  const { body } = await theos.post('/api/check-ins', checkInWith({ mood: 'strong' }));
  expect(body.checkIn).toMatchObject({
    mood: 'strong',
    cravings: null,
    sleep: null,
    connection: null,
    hasSafePlace: null,
    wantsCall: false,
    words: '',
    checkedInOn: '2026-03-10',
  });
  expect(body.readBy).toEqual({ coachName: 'Rosa', isOpen: false, opensAt: '2026-03-11T13:00:00.000Z' });
});

test('with no coach now it is kept all the same, and nobody is named', async () => {
  const lou = await aParticipantWithoutCoach(team.organization);
  const { status, body } = await (await server.as(lou)).post('/api/check-ins', checkInWith());
  expect([status, body.readBy.coachName]).toEqual([201, null]);
});

test('sent three times by a bad connection, also at once, it is one', async () => {
  const asked = checkInWith(said);
  const answers = await Promise.all([1, 2, 3].map(() => theos.post('/api/check-ins', asked)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(await own()).toHaveLength(1);
  expect((await trailOf(theo)).filter(({ action }) => action === 'check-in.made')).toHaveLength(1);
});

test('one that waited without signal counts from when it was said, however often it is sent', async () => {
  const asked = checkInWith();
  await theos.post('/api/check-ins', { ...asked, minutesAgo: 14 * 60 });
  server.clock.advance(5);
  const again = await theos.post('/api/check-ins', { ...asked, minutesAgo: 14 * 60 + 5 });
  expect([again.status, again.body.checkIn.checkedInAt, again.body.checkIn.checkedInOn]).toEqual([
    201,
    '2026-03-10T02:00:00.000Z',
    '2026-03-09',
  ]);
  expect(again.body.mayTakeBackUntil).toBe('2026-03-10T16:10:00.000Z');
});

test('other words under the same id are refused, and an id that is somebody else’s is missing', async () => {
  const asked = checkInWith();
  await theos.post('/api/check-ins', asked);
  const other = await theos.post('/api/check-ins', { ...asked, mood: 'strong' });
  expect([other.status, other.body.code]).toEqual([409, 'check-in-id-taken']);
  const mina = await server.as(await aParticipantOf(rosa, { preferredName: 'Mina' }));
  const theirs = await mina.post('/api/check-ins', asked);
  expect([theirs.status, theirs.body.code]).toEqual([404, 'check-in-not-found']);
  expect((await mina.get('/api/check-ins')).body.items).toEqual([]);
});

test('their own come page by page, the newest first, each once', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    // two in the same moment are still two
    if (count !== 2) server.clock.advance(3);
    const asked = checkInWith();
    ids.unshift(asked.checkInId);
    await theos.post('/api/check-ins', asked);
  }
  const seen: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const { body } = await theos.get(`/api/check-ins?limit=2&after=${String(next)}`);
    seen.push(...(body.items as { checkInId: string }[]).map(({ checkInId }) => checkInId));
    next = body.next as string | null;
  }
  expect(seen).toEqual(ids);
  expect(await lastInTrailOf(theo)).toMatchObject({ action: 'check-ins.listed' });
  expect(fieldsOf(await theos.get('/api/check-ins?limit=51'))).toEqual(['limit too-large']);
  expect(fieldsOf(await theos.get('/api/check-ins?after=nonsense'))).toEqual(['after cursor-unknown']);
});

test('the weeks have one entry for each day, with the last word on each thing, and none for a silent day', async () => {
  await theos.post(
    '/api/check-ins',
    checkInWith({ mood: 'struggling', cravings: 7, sleep: 'poor', minutesAgo: 120 }),
  );
  await theos.post('/api/check-ins', checkInWith({ mood: 'steady', cravings: 0 }));
  await theos.post('/api/check-ins', checkInWith({ mood: 'strong', minutesAgo: 3 * 24 * 60 }));
  const { body } = await theos.get('/api/check-ins/weeks');
  expect(body).toEqual({
    fromOn: '2026-01-14',
    today: '2026-03-10',
    days: [
      { on: '2026-03-07', mood: 'strong', cravings: null, sleep: null, connection: null, count: 1 },
      { on: '2026-03-10', mood: 'steady', cravings: 0, sleep: 'poor', connection: null, count: 2 },
    ],
  });
  const { body: ofTheo } = await (
    await server.as(rosa)
  ).get(`/api/participants/${theo.participantId}/check-ins`);
  expect(ofTheo).toMatchObject({ ...body, latest: { mood: 'steady', cravings: 0 } });
  expect(await lastInTrailOf(rosa)).toMatchObject({
    action: 'check-ins.listed',
    participant_id: theo.participantId,
  });
});

test('check-ins of somebody out of reach are those of nobody', async () => {
  const elsewhere = await aParticipantOf(await aCoach(await anOrganization(server)));
  const dev = await aCoach(team.organization, { name: 'Dev' });
  const rosas = await server.as(rosa);
  await reassign(theo, dev);
  const answers = [];
  for (const id of [theo.participantId, elsewhere.participantId, ...NO_ID.map(encodeURIComponent)]) {
    answers.push(withoutMoment(await rosas.get(`/api/participants/${id}/check-ins`)));
    answers.push(withoutMoment(await rosas.post(`/api/participants/${id}/check-ins`, checkInWith())));
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ status: 404, body: { code: 'participant-not-found' } });
});

test('each route is for its roles alone, and for nobody who is not signed in', async () => {
  const ada = await server.as(await anAdministrator(team.organization));
  const [rosas, sams] = [await server.as(rosa), await server.as(team.sam)];
  const ofTheo = `/api/participants/${theo.participantId}/check-ins`;
  const asked = checkInWith();
  const refused = [
    ...[rosas, sams, ada].flatMap((staff) => [
      staff.post('/api/check-ins', asked),
      staff.get('/api/check-ins'),
      staff.get('/api/check-ins/weeks'),
    ]),
    ...[theos, ada].map((other) => other.get(ofTheo)),
    ...[theos, ada, sams].map((other) => other.post(ofTheo, asked)),
    ...[sams, ada].map((other) => other.post(`/api/check-ins/${asked.checkInId}/take-back`)),
  ];
  for (const { status, body } of await Promise.all(refused))
    expect([status, body.code]).toEqual([403, 'role-not-allowed']);
  expect((await sams.get(ofTheo)).status).toBe(200);
  expect((await server.asNobody().post('/api/check-ins', asked)).body.code).toBe('session-missing');
});

test('somebody disabled while reading is told so, and nothing is kept', async () => {
  await server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    theo.accountId,
    server.clock.now(),
  ]);
  const { status, body } = await theos.post('/api/check-ins', checkInWith());
  expect([status, body.code]).toEqual([401, 'access-ended']);
  const { rows } = await server.database.query('SELECT 1 FROM check_ins WHERE participant_id = $1', [
    theo.participantId,
  ]);
  expect(rows).toEqual([]);
});
