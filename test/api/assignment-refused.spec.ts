import { anOrganization, today, type Organization } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach, assign, type Participant } from '../given/participant.js';
import { raised } from '../given/logged.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { fieldsOf } from '../support/refusals.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let sam: Person;
let sams: Client;
let rosa: Person;
let dev: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  sam = await aSupervisor(harbor);
  sams = await server.as(sam);
  rosa = await aCoach(harbor, { supervisor: sam });
  dev = await aCoach(harbor, { name: 'Dev', supervisor: sam });
  theo = await aParticipantOf(rosa);
});

const primary = (coach: Person | null, more: object = {}, by = sams) =>
  by.put(`/api/participants/${theo.participantId}/coach`, { coachId: coach?.accountId ?? null, ...more });
const second = (coach: Person | null, more: object = {}) =>
  sams.put(`/api/participants/${theo.participantId}/second-coach`, {
    coachId: coach?.accountId ?? null,
    ...more,
  });

describe('a coach who cannot have them', () => {
  test.each([
    ['is disabled', {}, 'UPDATE accounts SET disabled_at = now() WHERE id = $1', 'coach-disabled'],
    ['has a certification that lapsed yesterday', { certification: -1 }, null, 'coach-not-certified'],
    ['has none yet', { certification: null }, null, 'coach-not-certified'],
  ])('%s: refused in words, and nothing changes', async (_name, traits, sql, code) => {
    const { certification } = traits as { certification?: number | null };
    const lou = await aCoach(harbor, {
      name: 'Lou',
      supervisor: sam,
      ...(certification === null ? { certification: null } : {}),
      ...(certification === -1
        ? { certification: { firstOn: today(harbor, -700), lastOn: today(harbor, -1) } }
        : {}),
    });
    if (sql) await server.database.query(sql, [lou.accountId]);
    const before = await rowCounts(harbor);
    const { status, body } = await primary(lou);
    expect([status, body.code]).toEqual([409, code]);
    expect(body.detail).toContain('Lou');
    expect((await second(lou)).body.code).toBe(code);
    expect(await rowCounts(harbor)).toEqual(before);
    expect(await lastInTrailOf(sam)).toMatchObject({ outcome: 'refused', problem: code });
  });

  test('is in supervised training through today: they can', async () => {
    const june = await aCoach(harbor, {
      supervisor: sam,
      certification: null,
      training: { supervisor: sam, throughOn: today(harbor) },
    });
    expect((await primary(june)).status).toBe(200);
  });
});

describe('a full coach', () => {
  beforeEach(() => server.database.query('UPDATE coaches SET capacity = 1.5 WHERE id = $1', [dev.accountId]));

  test('takes one who still fits, by weight', async () => {
    expect((await primary(dev)).status).toBe(200);
  });

  test('takes one more only with a reason, which is kept and stands in the trail', async () => {
    await raised(rosa, theo, { level: 'urgent' });
    const refused = await primary(dev, { reason: '   ' });
    expect([refused.status, refused.body.code]).toEqual([409, 'coach-full']);
    expect(refused.body).toMatchObject({ load: { weight: 0 }, after: { weight: 2.5, capacity: 1.5 } });
    expect((await primary(dev, { reason: 'He knows the family.' })).status).toBe(200);
    const { rows } = await server.database.query(
      `SELECT reason FROM assignments WHERE participant_id = $1 AND until_on IS NULL`,
      [theo.participantId],
    );
    expect(rows).toEqual([{ reason: 'He knows the family.' }]);
    const { rows: trail } = await server.database.query(
      'SELECT why FROM trail WHERE account_id = $1 ORDER BY id',
      [sam.accountId],
    );
    expect(trail.at(-1)).toEqual({ why: 'He knows the family.' });
  });

  test('as second coach is one who weighs a half', async () => {
    expect((await second(dev)).status).toBe(200);
    await server.database.query('UPDATE coaches SET capacity = 0 WHERE id = $1', [dev.accountId]);
    expect((await second(null)).status).toBe(200);
    expect((await second(dev)).body.code).toBe('coach-full');
  });
});

describe('the ceiling of heads', () => {
  beforeEach(() =>
    server.database.query('INSERT INTO load_settings (organization_id, head_count_ceiling) VALUES ($1, 1)', [
      harbor.organizationId,
    ]),
  );

  test('is not gone beyond, with whatever reason', async () => {
    await aParticipantOf(dev);
    const { status, body } = await primary(dev, { reason: 'Only for a week.' });
    expect([status, body.code]).toEqual([409, 'coach-at-the-ceiling']);
    expect(body.detail).toContain('1 is the most');
  });

  test('holds when two are given to one coach at once', async () => {
    const lou = await aParticipantWithoutCoach(harbor);
    const to = (id: string) => sams.put(`/api/participants/${id}/coach`, { coachId: dev.accountId });
    const answers = await Promise.all([to(theo.participantId), to(lou.participantId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('does not keep a second coach from becoming the primary one', async () => {
    await assign(theo, dev, today(harbor, -1), 'second');
    expect((await primary(dev)).status).toBe(200);
  });
});

describe('two who choose for one participant', () => {
  test('the first stands; the other is told who, and sees both', async () => {
    const keisha = await aCoach(harbor, { name: 'Keisha', supervisor: sam });
    const ada = await server.as(await anAdministrator(harbor, { name: 'Ada' }));
    const choosing = { insteadOf: rosa.accountId };
    expect((await primary(dev, choosing, ada)).status).toBe(200);
    const { status, body } = await primary(keisha, choosing);
    expect([status, body.code]).toEqual([409, 'one-primary-coach-at-a-time']);
    expect(body).toMatchObject({
      detail: 'Ada chose Dev meanwhile. Look again before you change it.',
      current: { coach: { accountId: dev.accountId, madeByName: 'Ada' } },
      yours: { coachId: keisha.accountId },
    });
    expect((await primary(keisha, { insteadOf: dev.accountId })).status).toBe(200);
  });

  test('at the very same time: one stands and every other one is told', async () => {
    const coaches = [
      dev,
      await aCoach(harbor, { name: 'A', supervisor: sam }),
      await aCoach(harbor, { name: 'B', supervisor: sam }),
    ];
    const answers = await Promise.all(coaches.map((coach) => primary(coach, { insteadOf: rosa.accountId })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const { status, body } of answers)
      if (status === 409) expect(body.current.coach.accountId).not.toBe(rosa.accountId);
  });

  test('who had the choice open is told though they are with another team now; who had not is told nothing', async () => {
    const lou = await aParticipantWithoutCoach(harbor);
    const inez = await server.as(await aSupervisor(harbor, { name: 'Inez' }));
    const keisha = await aCoach(harbor, { name: 'Keisha', supervisor: await aSupervisor(harbor) });
    const address = `/api/participants/${lou.participantId}`;
    await sams.get(`${address}/coach-suggestions`);
    expect((await inez.put(`${address}/coach`, { coachId: keisha.accountId, insteadOf: null })).status).toBe(
      200,
    );
    const told = await sams.put(`${address}/coach`, { coachId: dev.accountId, insteadOf: null });
    expect([told.status, told.body.code]).toEqual([409, 'one-primary-coach-at-a-time']);
    expect(told.body).toMatchObject({
      detail: 'Inez chose Keisha meanwhile. They are with another team now.',
      current: { coach: { name: 'Keisha', madeByName: 'Inez' } },
    });
    expect((await sams.get(`${address}/coach-suggestions`)).body.current.coach.name).toBe('Keisha');
    const other = await server.as(await aSupervisor(harbor));
    const untold = await other.put(`${address}/coach`, { coachId: dev.accountId, insteadOf: null });
    expect([untold.status, untold.body.code]).toEqual([404, 'participant-not-found']);
    expect((await other.get(`${address}/coach-suggestions`)).status).toBe(404);
  });

  test('both choose the same coach: both are answered, one assignment stands', async () => {
    for (let sent = 0; sent < 3; sent += 1)
      expect((await primary(dev, { insteadOf: rosa.accountId })).body.coach.name).toBe('Dev');
    const { rows } = await server.database.query(
      'SELECT 1 FROM assignments WHERE participant_id = $1 AND coach_id = $2',
      [theo.participantId, dev.accountId],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a second coach', () => {
  test('walks beside the primary one, reaches them too, and ends at any time', async () => {
    const { body } = await second(dev);
    expect(body).toMatchObject({ coach: { name: 'Rosa' }, secondCoach: { name: 'Dev' } });
    const devs = await server.as(dev);
    expect((await devs.get(`/api/participants/${theo.participantId}`)).status).toBe(200);
    expect((await second(null)).body.secondCoach).toBeNull();
    expect((await devs.get(`/api/participants/${theo.participantId}`)).status).toBe(404);
    expect(await lastInTrailOf(sam)).toMatchObject({ action: 'second-assignment.changed', subject_id: null });
  });

  test('another one takes their place, the same day and back', async () => {
    const keisha = await aCoach(harbor, { name: 'Keisha', supervisor: sam });
    for (const coach of [dev, keisha, dev]) expect((await second(coach)).status).toBe(200);
    const { rows } = await server.database.query(
      `SELECT coach_id FROM assignments WHERE participant_id = $1 AND kind = 'second' AND until_on IS NULL`,
      [theo.participantId],
    );
    expect(rows).toEqual([{ coach_id: dev.accountId }]);
  });

  test('is not the primary one as well; who becomes primary is second no more', async () => {
    expect((await second(rosa)).body.code).toBe('already-the-primary-coach');
    await second(dev);
    expect((await primary(dev)).body).toMatchObject({ coach: { name: 'Dev' }, secondCoach: null });
    expect((await primary(rosa)).body).toMatchObject({ coach: { name: 'Rosa' }, secondCoach: null });
  });
});

test('nobody is their own coach', async () => {
  await server.database.query('UPDATE participants SET account_id = $2 WHERE id = $1', [
    theo.participantId,
    dev.accountId,
  ]);
  const ada = await server.as(await anAdministrator(harbor));
  expect((await primary(dev, {}, ada)).body.code).toBe('nobody-is-their-own-coach');
});

test('a last day is agreed, moved and taken back, and is not one that has gone by', async () => {
  expect((await primary(dev, { lastOn: today(harbor, 10) })).body.coach.lastOn).toBe(today(harbor, 10));
  expect((await primary(dev, { lastOn: today(harbor, 20) })).body.coach.lastOn).toBe(today(harbor, 20));
  expect((await primary(dev)).body.coach.lastOn).toBe(today(harbor, 20));
  expect((await primary(dev, { lastOn: null })).body.coach.lastOn).toBeNull();
  expect(fieldsOf(await primary(rosa, { lastOn: today(harbor, -1) }))).toEqual(['lastOn in-the-past']);
});

test('what the coach before did stays theirs', async () => {
  await raised(rosa, theo);
  await primary(dev);
  const { rows } = await server.database.query('SELECT raised_by FROM risk_notes WHERE participant_id = $1', [
    theo.participantId,
  ]);
  expect(rows).toEqual([{ raised_by: rosa.accountId }]);
});
