import { certificationWith, educationWith, renewalWith } from '../given/certification.js';
import { covers } from '../given/cover.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion } from '../given/words.js';
import { becomes } from '../support/becomes.js';
import type { Client } from '../support/client.js';
import { LivePage } from '../support/live-page.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let ada: Person;
let admin: Client;
let sam: Client;
let rosa: Client;
let ofRosa: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server, { rosa: { certification: null }, theo: { enrolledOn: '2026-01-01' } });
  ada = await anAdministrator(team.organization);
  [admin, sam, rosa] = [await server.as(ada), await server.as(team.sam), await server.as(team.rosa)];
  ofRosa = `/api/coaches/${team.rosa.accountId}`;
});

const log = async () => rosa.post('/api/contacts', contactWith(team.theo, { occurredOn: '2026-03-09' }));

test('everybody in one list, what ends soonest first, with what is missing', async () => {
  const [june, keisha] = [
    await aCoach(team.organization, { name: 'June', supervisor: team.sam }),
    await aCoach(team.organization, { name: 'Keisha' }),
  ];
  await server.database.query(`UPDATE certifications SET last_on = '2026-04-04' WHERE coach_id = $1`, [
    june.accountId,
  ]);
  const { body } = await admin.get('/api/certifications');
  expect(body.items).toMatchObject([
    { coach: { name: 'Rosa' }, right: { is: 'never certified', throughOn: null, then: 'refuse' } },
    { coach: { name: 'June' }, right: { is: 'ends soon', endsInDays: 25 }, supervisor: { name: 'Sam' } },
    { coach: { name: 'Keisha' }, right: { is: 'certified' }, supervisor: null, hoursDone: 0 },
  ]);
  expect(await lastInTrailOf(ada)).toMatchObject({ action: 'certifications.listed' });
  const ofSam = (await sam.get('/api/certifications')).body.items;
  expect(ofSam.map(({ coach }: { coach: { name: string } }) => coach.name)).toEqual(['Rosa', 'June']);
  expectProblem(await (await server.as(keisha)).get('/api/certifications'), 403, 'role-not-allowed');
});

test('refuse or hold is an administrator’s to set, with a version, and holds at once', async () => {
  expect((await admin.get('/api/uncertified-logging')).body).toEqual({
    uncertifiedLogging: 'refuse',
    version: 1,
  });
  expectProblem(await log(), 422, 'certification-missing');
  const hold = await admin.put('/api/uncertified-logging', { uncertifiedLogging: 'hold' }, onVersion(1));
  expect(hold.body).toEqual({ uncertifiedLogging: 'hold', version: 2 });
  expect(await lastInTrailOf(ada)).toMatchObject({ action: 'uncertified-logging.set' });
  expect(await log()).toMatchObject({ status: 201, body: { isHeld: true } });
  expect((await rosa.get(`${ofRosa}/certification`)).body).toMatchObject({
    right: { then: 'hold' },
    heldCount: 1,
  });
  const again = await admin.put('/api/uncertified-logging', { uncertifiedLogging: 'refuse' }, onVersion(1));
  expectProblem(again, 412, 'version-stale');
  expect(again.body).toMatchObject({
    current: { uncertifiedLogging: 'hold' },
    yours: { uncertifiedLogging: 'refuse' },
  });
  expectFieldProblem(
    await admin.put('/api/uncertified-logging', { uncertifiedLogging: 'ask' }, onVersion(2)),
    'uncertifiedLogging',
    'not-a-choice',
  );
  for (const other of [sam, rosa])
    expectProblem(await other.get('/api/uncertified-logging'), 403, 'role-not-allowed');
});

test('what presses is one line: coaches learn of their own, supervisors of their team, and nothing stands in the trail', async () => {
  const june = await aCoach(team.organization, { name: 'June', supervisor: team.sam });
  const kept = await aCoach(team.organization, { name: 'Keisha', supervisor: team.sam });
  const lastsThrough = (coach: Person, day: string) =>
    server.database.query('UPDATE certifications SET last_on = $2 WHERE coach_id = $1', [
      coach.accountId,
      day,
    ]);
  await lastsThrough(june, '2026-05-09');
  await lastsThrough(kept, '2026-05-10');
  const pressing = async (client: Client) =>
    (await client.get('/api/pressing-certifications')).body.items.map(
      ({ coach, right }: { coach: { name: string }; right: { is: string } }) => `${coach.name} ${right.is}`,
    );
  expect(await pressing(sam)).toEqual(['Rosa never certified', 'June ends soon']);
  expect(await pressing(admin)).toEqual(['Rosa never certified', 'June ends soon']);
  expect(await pressing(rosa)).toEqual(['Rosa never certified']);
  expect(await pressing(await server.as(kept))).toEqual([]);
  const keisha = await server.as(kept);
  await keisha.post(
    `/api/coaches/${kept.accountId}/renewals`,
    await renewalWith(keisha, kept, { firstOn: '2026-05-11', lastOn: '2028-05-10' }),
  );
  expect((await sam.get('/api/pressing-certifications')).body.items).toMatchObject([
    { coach: { name: 'Rosa' } },
    { coach: { name: 'June' }, waitingRenewalCount: 0 },
    { coach: { name: 'Keisha' }, right: { is: 'certified' }, waitingRenewalCount: 1 },
  ]);
  expect(await pressing(await server.as((await aTeam(server)).sam))).toEqual([]);
});

test('what becomes of a certification shows on open pages of the coach, their supervisor, who covers, and administrators', async () => {
  const dev = await aCoach(team.organization, { name: 'Dev' });
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await covers(inez, team.sam, { role: 'supervisor' });
  const pages = await Promise.all(
    [rosa, sam, admin, await server.as(inez), await server.as(dev)].map((client) =>
      LivePage.of(client, server.url),
    ),
  );
  const asked = certificationWith();
  expect((await sam.post(`${ofRosa}/certifications`, asked)).status).toBe(201);
  expect((await rosa.post(`${ofRosa}/education`, educationWith())).status).toBe(201);
  const gone = `/api/certifications/${asked.certificationId}/remove`;
  expect((await sam.put(gone, { why: 'Entered twice.' }, onVersion(1))).status).toBe(204);
  const ofDev = pages.pop()!;
  for (const page of pages) await becomes(() => Promise.resolve(page.participantIds), [null, null, null]);
  expect(ofDev.participantIds).toEqual([]);
  for (const page of [ofDev, ...pages]) page.cut();
});
