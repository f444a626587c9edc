import { v7 as newId } from 'uuid';
import { logged } from '../given/logged.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { NO_ID } from '../support/refusals.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-06T16:00:00Z');
  team = await aTeam(server);
  rosa = await server.as(team.rosa);
});

const aPlan = (more: Words = {}): Words & { plannedContactId: string } => ({
  plannedContactId: newId(),
  participantId: team.theo.participantId,
  plannedOn: '2026-03-10',
  plannedTime: '15:30',
  way: 'phone',
  ...more,
});
const planned = async (more: Words = {}): Promise<string> => {
  const sent = aPlan(more);
  expect((await rosa.post('/api/planned-contacts', sent)).status).toBe(201);
  return sent.plannedContactId;
};
const moved = (more: Words = {}): Words & { plannedContactId: string } => {
  const { participantId: _, ...plan } = aPlan({ plannedOn: '2026-03-12', ...more });
  return plan;
};
const step = (id: string, name: string, version: number, body: Words = {}): Promise<Answer> =>
  rosa.post(`/api/planned-contacts/${id}/${name}`, body, onVersion(version));
const next = async (): Promise<Words | null> =>
  (await rosa.get(`/api/participants/${team.theo.participantId}`)).body.nextContact;
const history = async (who = rosa): Promise<Words[]> =>
  (await who.get(`/api/participants/${team.theo.participantId}/planned-contacts`)).body.items;
const on = async (instant: string): Promise<void> => {
  server.clock.set(instant);
  rosa = await server.as(team.rosa);
};

test('planned on its own it is what comes next, once however often it is sent', async () => {
  const sent = aPlan();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => rosa.post('/api/planned-contacts', sent)),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  expect(await rowCounts(team.organization)).toMatchObject({ planned_contacts: 1 });
  const { participantId: _, ...plan } = sent;
  expect(await next()).toEqual({ ...plan, coachName: 'Rosa', isMissed: false, version: 1 });
  expect(await lastInTrailOf(team.rosa)).toMatchObject({ action: 'participant.opened' });
  expectProblem(
    await rosa.post('/api/planned-contacts', { ...sent, way: 'text' }),
    409,
    'planned-contact-id-taken',
  );
  const other = await rosa.post('/api/planned-contacts', aPlan());
  expectProblem(other, 409, 'next-contact-already-planned');
  expect(other.body.plannedContactId).toBe(sent.plannedContactId);
});

test('rescheduled, the history tells who moved it, when, from what to what and why', async () => {
  const id = await planned();
  await on('2026-03-07T16:00:00Z');
  const instead = moved({ reason: 'A shift was changed' });
  const answer = await step(id, 'reschedule', 1, instead);
  expect(answer.body).toMatchObject({ plannedContactId: instead.plannedContactId, plannedOn: '2026-03-12' });
  expect(await step(id, 'reschedule', 1, instead)).toMatchObject({ status: 200, body: answer.body });
  expect(await history(await server.as(team.sam))).toMatchObject([
    { plannedOn: '2026-03-12', ended: null },
    {
      plannedOn: '2026-03-10',
      plannedTime: '15:30',
      ended: {
        as: 'rescheduled',
        at: '2026-03-07T16:00:00.000Z',
        by: { name: 'Rosa' },
        reason: 'A shift was changed',
        movedTo: { plannedOn: '2026-03-12', plannedTime: '15:30', way: 'phone' },
      },
    },
  ]);
});

test('two who move it at once: one does, the other is told what is next now', async () => {
  const id = await planned();
  const days = ['2026-03-11', '2026-03-12', '2026-03-13'];
  const answers = await Promise.all(days.map((plannedOn) => step(id, 'reschedule', 1, moved({ plannedOn }))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const now = await next();
  for (const answer of answers.filter(({ status }) => status === 412))
    expect(answer.body.current).toMatchObject({ plannedContactId: now?.['plannedContactId'] });
  expectProblem(await step(id, 'call-off', 1, { reason: 'x' }), 412, 'version-stale');
});

test('called off with a reason nothing is next; brought back it is, unless another was planned', async () => {
  const id = await planned();
  const off = await step(id, 'call-off', 1, { reason: 'At his mother’s' });
  expect(off.body.ended).toMatchObject({ as: 'called off', reason: 'At his mother’s' });
  expect(await lastInTrailOf(team.rosa)).toMatchObject({ action: 'planned-contact.called-off' });
  expect(await next()).toBeNull();
  expect((await step(id, 'bring-back', 2)).status).toBe(200);
  expect(await next()).toMatchObject({ plannedContactId: id, version: 3 });
  expectProblem(await step(id, 'bring-back', 3), 409, 'planned-contact-not-called-off');
  await step(id, 'call-off', 3, { reason: 'Again' });
  await planned({ plannedOn: '2026-03-13' });
  expectProblem(await step(id, 'bring-back', 4), 409, 'one-next-contact-at-a-time');
});

test.each<[string, Words, string, string]>([
  ['yesterday', { plannedOn: '2026-03-05' }, 'plannedOn', 'in-the-past'],
  ['31 February', { plannedOn: '2026-02-31' }, 'plannedOn', 'is-day'],
  ['no day', { plannedOn: undefined }, 'plannedOn', 'is-day'],
  ['a time that no clock shows', { plannedTime: '24:00' }, 'plannedTime', 'is-clock-time'],
  [
    'the hour that is skipped',
    { plannedOn: '2026-03-08', plannedTime: '02:30' },
    'plannedTime',
    'time-skipped',
  ],
  ['a way there is not', { way: 'pigeon' }, 'way', 'not-a-choice'],
])('%s is refused wherever it is planned, and the field is named', async (_, more, path, code) => {
  const id = await planned();
  const before = await rowCounts(team.organization);
  const { participantId: __, plannedContactId: ___, ...nextContact } = aPlan(more);
  const inLog = await rosa.post('/api/contacts', contactWith(team.theo, { nextContact }));
  expectFieldProblem(inLog, `nextContact.${path}`, code);
  expectFieldProblem(await step(id, 'reschedule', 1, moved(more)), path, code);
  await step(id, 'call-off', 1, { reason: 'x' });
  expectFieldProblem(await rosa.post('/api/planned-contacts', aPlan(more)), path, code);
  expect(await rowCounts(team.organization)).toMatchObject({ contacts: before['contacts'] });
});

test.each([
  ['', 'empty'],
  ['x'.repeat(501), 'too-long'],
])('calling off takes a reason of 1 to 500 characters', async (reason, code) => {
  expectFieldProblem(await step(await planned(), 'call-off', 1, { reason }), 'reason', code);
});

test('missed it stays next, on the list too, until they are reached; Home does not show it', async () => {
  const id = await planned();
  await on('2026-03-11T16:00:00Z');
  expect(await next()).toMatchObject({ plannedContactId: id, isMissed: true });
  expect((await rosa.get('/api/caseload')).body.items[0].nextContact).toMatchObject({ isMissed: true });
  expect((await (await server.as(team.theo)).get('/api/home')).body.nextContact).toBeNull();
  await logged(team.rosa, team.theo, { outcome: 'no answer' });
  expect(await next()).toMatchObject({ isMissed: true });
  await logged(team.rosa, team.theo, { occurredOn: '2026-03-09' });
  expect(await next()).toMatchObject({ isMissed: true });
  const contactId = await logged(team.rosa, team.theo);
  expect(await next()).toBeNull();
  expect(await history()).toMatchObject([{ isMissed: false, ended: { as: 'reached', contactId } }]);
});

describe('what a contact settled, planned or moved', () => {
  const takeBack = (contactId: string) =>
    rosa.post(`/api/contacts/${contactId}/void`, { reason: 'Wrong' }, onVersion(1));

  test('comes back when the contact that settled it is voided', async () => {
    const id = await planned({ plannedOn: '2026-03-06' });
    const contactId = await logged(team.rosa, team.theo);
    expect(await next()).toBeNull();
    await takeBack(contactId);
    expect(await next()).toMatchObject({ plannedContactId: id });
  });

  test('is settled by the other contact that reached them, and stays so', async () => {
    await planned({ plannedOn: '2026-03-06' });
    const contactId = await logged(team.rosa, team.theo);
    const other = await logged(team.rosa, team.theo);
    await takeBack(contactId);
    expect(await next()).toBeNull();
    expect(await history()).toMatchObject([{ ended: { as: 'reached', contactId: other } }]);
  });

  test('goes with the contact it was planned with, and what it had replaced comes back', async () => {
    const id = await planned();
    const contactId = await logged(team.rosa, team.theo, {
      outcome: 'no answer',
      nextContact: { plannedOn: '2026-03-13' },
    });
    expect(await next()).toMatchObject({ plannedOn: '2026-03-13' });
    await takeBack(contactId);
    expect(await next()).toMatchObject({ plannedContactId: id });
    expect(await history()).toMatchObject([{ ended: { as: 'contact voided' } }, { ended: null }]);
  });

  test('follows an amend: reached settles it, not reached after all brings it back', async () => {
    const id = await planned({ plannedOn: '2026-03-06' });
    const contactId = await logged(team.rosa, team.theo, { outcome: 'no answer' });
    const amend = (outcome: string, version: number) =>
      rosa.put(`/api/contacts/${contactId}`, { outcome }, onVersion(version));
    expect((await amend('reached', 1)).status).toBe(200);
    expect(await next()).toBeNull();
    expect((await amend('left message', 2)).status).toBe(200);
    expect(await next()).toMatchObject({ plannedContactId: id });
  });

  test('stays replaced when another was planned since', async () => {
    await planned({ plannedOn: '2026-03-06' });
    const contactId = await logged(team.rosa, team.theo);
    const since = await planned({ plannedOn: '2026-03-14' });
    await takeBack(contactId);
    expect(await next()).toMatchObject({ plannedContactId: since });
  });
});

test('is out of reach for another coach and no participant’s to change', async () => {
  const id = await planned();
  const dev: Person = await aCoach(team.organization, { name: 'Dev' });
  const devs = await server.as(dev);
  const theirs = aPlan({ participantId: (await aParticipantOf(dev)).participantId });
  expectProblem(await rosa.post('/api/planned-contacts', theirs), 404, 'participant-not-found');
  for (const path of [id, ...NO_ID].map(encodeURIComponent))
    for (const [name, body] of [
      ['reschedule', moved()],
      ['call-off', { reason: 'x' }],
      ['bring-back', {}],
    ] as const)
      expectProblem(
        await devs.post(`/api/planned-contacts/${path}/${name}`, body, onVersion(1)),
        404,
        'planned-contact-not-found',
      );
  for (const person of [team.theo, team.sam])
    expectProblem(
      await (
        await server.as(person)
      ).post(`/api/planned-contacts/${id}/call-off`, { reason: 'x' }, onVersion(1)),
      403,
      'role-not-allowed',
    );
});
