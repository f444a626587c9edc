import type { Role } from '../../backend/access/roles.js';
import { today, type Organization } from '../given/organization.js';
import { aParticipantOf, assign, reassign, type Participant } from '../given/participant.js';
import { enter, share } from '../given/recovery-days.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { aTeam } from '../given/team.js';
import { onVersion } from '../given/words.js';
import { LivePage } from '../support/live-page.js';
import { becomes } from '../support/becomes.js';
import type { Answer, Client } from '../support/client.js';
import { pastTheServer } from '../support/past-the-server.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let rosa: Person;
let sam: Person;
let theo: Participant;
let theos: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  ({ organization: harbor, rosa, sam, theo } = await aTeam(server));
  theos = await server.as(theo);
});

/** How many rows of recovery days the database shows this role, past the server; the error where it may not ask. */
async function counts(person: Person, role: Role): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const table of ['recovery_periods', 'recovery_milestones', 'recovery_day_settings'])
    found.push(
      await pastTheServer(role, person, `SELECT * FROM ${table}`).then(
        ({ rows }) => rows.length,
        ({ code }: { code: string }) => code,
      ),
    );
  return found;
}

const seenBy = async (person: Person): Promise<Answer> =>
  (await server.as(person)).get(`/api/participants/${theo.participantId}/recovery-days`);
const nothing = (): object => ({ today: today(harbor), shared: null, birthday: null });

test('what is private is nothing to anybody else, and leaves no line that somebody looked', async () => {
  await enter(theos, { beganOn: today(harbor, -10) });
  for (const person of [rosa, sam]) expect((await seenBy(person)).body).toEqual(nothing());
  expect((await trailOf(rosa)).map(({ action }) => action)).not.toContain('recovery-days.opened');
});

test('while it is shared the coach and their supervisor see sums and milestones, and no dates of periods', async () => {
  await enter(theos, { beganOn: today(harbor, -60), endedOn: today(harbor, -50) });
  await enter(theos, { beganOn: today(harbor, -4) });
  await share(theos);
  for (const person of [rosa, sam])
    expect((await seenBy(person)).body).toEqual({
      ...nothing(),
      shared: {
        ...{ total: 14, isCounting: true, currentDays: null, returnedOn: null },
        milestones: [
          { unit: 'days', count: 1, on: today(harbor, -59), congratulatedBy: [] },
          { unit: 'days', count: 7, on: today(harbor, -53), congratulatedBy: [] },
          { unit: 'days', count: 14, on: today(harbor), congratulatedBy: [] },
        ],
        next: { unit: 'days', count: 30, on: today(harbor, 16), inDays: 16 },
      },
    });
  expect((await trailOf(rosa)).at(-1)).toMatchObject({
    ...{ action: 'recovery-days.opened', participant_id: theo.participantId },
  });
});

test('the current period is for their eyes only unless its owner shows it', async () => {
  await enter(theos, { beganOn: today(harbor, -4) });
  const { body } = await share(theos);
  await theos.put('/api/recovery-days/settings', { showsCurrentPeriod: true }, onVersion(body.version));
  expect((await seenBy(rosa)).body.shared.currentDays).toBe(4);
});

test('a return to use that is shared is told with its day, and nothing is lost', async () => {
  const { periodId } = await enter(theos, { beganOn: today(harbor, -10) });
  await share(theos);
  const days = { beganOn: today(harbor, -10), endedOn: today(harbor, -1) };
  await theos.put(`/api/recovery-days/periods/${periodId}`, days, onVersion(1));
  const { shared } = (await seenBy(rosa)).body;
  expect(shared).toMatchObject({ total: 9, isCounting: false, next: null, returnedOn: today(harbor, -1) });
  const { rows } = await server.database.query('SELECT 1 FROM risk_notes WHERE participant_id = $1', [
    theo.participantId,
  ]);
  expect(rows).toEqual([]);
});

test('once it is shared no more they see nothing of it, at once', async () => {
  await enter(theos, { beganOn: today(harbor, -10) });
  await share(theos);
  expect((await seenBy(rosa)).body.shared).not.toBeNull();
  await share(theos, false);
  for (const person of [rosa, sam]) expect((await seenBy(person)).body).toEqual(nothing());
});

test('the database itself shows a coach and a supervisor not one row of what is private, an administrator none ever', async () => {
  await enter(theos, { beganOn: today(harbor, -10) });
  const ada = await anAdministrator(harbor);
  expect(await counts(rosa, 'coach')).toEqual([0, 0, 0]);
  expect(await counts(sam, 'supervisor')).toEqual([0, 0, 0]);
  await share(theos);
  expect(await counts(rosa, 'coach')).toEqual([1, 2, 1]);
  expect(await counts(sam, 'supervisor')).toEqual([1, 2, 1]);
  expect(await counts(await aCoach(harbor, { name: 'Dev' }), 'coach')).toEqual([0, 0, 0]);
  expect(await counts(ada, 'administrator')).toEqual(['42501', '42501', '42501']);
});

test('an open page of the coach is told when it is shared and when no more, and of nothing between that is private', async () => {
  const page = await LivePage.of(await server.as(rosa), server.url);
  await enter(theos, { beganOn: today(harbor, -10) });
  await share(theos);
  await becomes(() => Promise.resolve(page.participantIds.length), 1);
  await share(theos, false);
  await becomes(() => Promise.resolve(page.participantIds.length), 2);
  await enter(theos, { beganOn: today(harbor, -60), endedOn: today(harbor, -50) });
  await share(theos);
  await becomes(() => Promise.resolve(page.participantIds.length), 3);
  page.cut();
  const { rows } = await server.database.query('SELECT 1 FROM live_events WHERE $1 = ANY (account_ids)', [
    rosa.accountId,
  ]);
  expect(rows).toHaveLength(3);
});

test('a former coach sees nothing more; a new one sees what is still shared', async () => {
  await enter(theos, { beganOn: today(harbor, -10) });
  await share(theos);
  const dev = await aCoach(harbor, { name: 'Dev', supervisor: sam });
  expect((await seenBy(dev)).status).toBe(404);
  await reassign(theo, dev);
  expect((await seenBy(rosa)).status).toBe(404);
  expect((await seenBy(dev)).body.shared.total).toBe(10);
});

test('a coach congratulates once, the participant reads by whom, and it can be taken back', async () => {
  await enter(theos, { beganOn: today(harbor, -10) });
  await share(theos);
  const rosas = await server.as(rosa);
  const path = `/api/participants/${theo.participantId}/congratulations`;
  for (let turn = 0; turn < 3; turn += 1) await rosas.put(path, { unit: 'days', count: 7 });
  const glad = async (): Promise<string[]> =>
    (await theos.get('/api/recovery-days')).body.milestones.map(
      (each: { count: number; congratulatedBy: string[] }) =>
        `${each.count}: ${each.congratulatedBy.join(', ')}`,
    );
  expect(await glad()).toEqual(['1: ', '7: Rosa']);
  expectProblem(await rosas.put(path, { unit: 'days', count: 14 }), 404, 'milestone-not-found');
  expectFieldProblem(await rosas.put(path, { unit: 'weeks', count: 1 }), 'unit', 'not-a-choice');
  await rosas.post(`${path}/take-back`, { unit: 'days', count: 7 });
  expect(await glad()).toEqual(['1: ', '7: ']);
  await rosas.put(path, { unit: 'days', count: 7 });
  await share(theos, false);
  expect(await glad()).toEqual(['1: ', '7: Rosa']);
  expectProblem(await rosas.put(path, { unit: 'days', count: 1 }), 404, 'milestone-not-found');
});

test('a coach notes a birthday they were told; one the participant keeps to themself stays theirs', async () => {
  const rosas = await server.as(rosa);
  const path = `/api/participants/${theo.participantId}/birthday`;
  const given = await rosas.put(path, { bornOn: '1990-05-01' }, onVersion(0));
  expect(given.body.birthday).toEqual({ bornOn: '1990-05-01', version: 1 });
  expect((await theos.get('/api/recovery-days')).body.birthday).toMatchObject({ isShared: true, version: 1 });
  await theos.put('/api/recovery-days/birthday', { bornOn: '1990-05-02', isShared: false }, onVersion(1));
  expect((await seenBy(rosa)).body.birthday).toBeNull();
  expectProblem(
    await rosas.put(path, { bornOn: '1990-05-01' }, onVersion(0)),
    409,
    'birthday-is-theirs-to-share',
  );
  expectFieldProblem(
    await rosas.put(path, { bornOn: today(harbor, 1) }, onVersion(0)),
    'bornOn',
    'in-the-future',
  );
});

/** What Rosa's Today finds to celebrate. */
async function celebrated(by = rosa): Promise<string[]> {
  const { cards } = (await (await server.as(by)).get('/api/today')).body;
  return cards.flatMap(({ preferredName, reasons }: { preferredName: string; reasons: Reason[] }) =>
    reasons
      .filter(({ kind }) => kind === 'celebrate')
      .map(({ celebration: { what, count, unit, on } }) => `${preferredName} ${what} ${count} ${unit} ${on}`),
  );
}
interface Reason {
  kind: string;
  celebration: { what: string; count: number; unit?: string; on: string };
}

test('Today finds a milestone and a birthday to celebrate, of those who share', async () => {
  await enter(theos, { beganOn: today(harbor, -88) });
  expect(await celebrated()).toEqual([]);
  await share(theos);
  expect(await celebrated()).toEqual([`Theo recovery days 90 days ${today(harbor, 2)}`]);
  const mina = await aParticipantOf(rosa, { preferredName: 'Mina' });
  const minas = await server.as(mina);
  const birthday = { bornOn: `1990${today(harbor).slice(4)}`, isShared: true };
  await minas.put('/api/recovery-days/birthday', birthday, onVersion(0));
  expect((await celebrated()).sort()).toEqual([
    `Mina birthday 0 undefined ${today(harbor)}`,
    `Theo recovery days 90 days ${today(harbor, 2)}`,
  ]);
  await share(theos, false);
  await minas.put('/api/recovery-days/birthday', { ...birthday, isShared: false }, onVersion(1));
  expect(await celebrated()).toEqual([]);
});

test('a second coach is glad with them too, and after a return to use nothing is celebrated that is not there', async () => {
  const dev = await aCoach(harbor, { name: 'Dev' });
  await assign(theo, dev, today(harbor), 'second');
  const { periodId } = await enter(theos, { beganOn: today(harbor, -7) });
  await share(theos);
  expect(await celebrated(dev)).toEqual([`Theo recovery days 7 days ${today(harbor)}`]);
  const days = { beganOn: today(harbor, -7), endedOn: today(harbor) };
  await theos.put(`/api/recovery-days/periods/${periodId}`, days, onVersion(1));
  expect(await celebrated(dev)).toEqual([]);
});

test('nobody but the participant opens the pages of the participant, and an administrator none', async () => {
  for (const person of [rosa, sam, await anAdministrator(harbor)])
    expectProblem(await (await server.as(person)).get('/api/recovery-days'), 403, 'role-not-allowed');
  expectProblem(await seenBy(await anAdministrator(harbor)), 403, 'role-not-allowed');
  expectProblem(await seenBy(theo), 403, 'role-not-allowed');
});
