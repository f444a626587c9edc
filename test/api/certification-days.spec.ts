import { certificationWith, CERTIFICATE } from '../given/certification.js';
import { anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
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

const log = async (occurredOn = '2026-03-09') =>
  rosa.post('/api/contacts', contactWith(team.theo, { occurredOn }));

test('ended early the days before stay certified, the days after are not, and why stands beside it', async () => {
  const asked = certificationWith();
  await admin.post(`${ofRosa}/certifications`, asked);
  const path = `/api/certifications/${asked.certificationId}/end`;
  const why = 'The board withdrew it.';
  expectFieldProblem(
    await admin.put(path, { lastOn: '2025-12-31', why }, onVersion(1)),
    'lastOn',
    'before-its-first-day',
  );
  expectFieldProblem(
    await admin.put(path, { lastOn: '2028-01-01', why }, onVersion(1)),
    'lastOn',
    'after-its-last-day',
  );
  expectFieldProblem(await admin.put(path, { lastOn: '2026-03-07', why: ' ' }, onVersion(1)), 'why', 'empty');
  expect((await admin.put(path, { lastOn: '2026-03-07', why }, onVersion(1))).body).toMatchObject({
    lastOn: '2026-03-07',
    isInForce: false,
    ended: { issuedThroughOn: '2027-12-31', why, by: { name: 'Ada' } },
  });
  expect((await log('2026-03-07')).status).toBe(201);
  expectProblem(await log('2026-03-08'), 422, 'certification-missing');
  expect((await rosa.get(`${ofRosa}/certification`)).body.right).toMatchObject({
    is: 'lapsed',
    lapsedOn: '2026-03-08',
  });
  const set = await admin.put(`/api/certifications/${asked.certificationId}`, CERTIFICATE, onVersion(2));
  expectProblem(set, 409, 'certification-ended');
});

test('an ending that was a mistake is taken back, by one who saw it, and contacts may be logged again', async () => {
  const asked = certificationWith();
  await admin.post(`${ofRosa}/certifications`, asked);
  const path = `/api/certifications/${asked.certificationId}`;
  expectProblem(await sam.put(`${path}/take-ending-back`, {}, onVersion(1)), 412, 'version-stale');
  await admin.put(`${path}/end`, { lastOn: '2026-03-07', why: 'Wrong coach' }, onVersion(1));
  expectProblem(await log(), 422, 'certification-missing');
  expectProblem(await sam.put(`${path}/take-ending-back`, {}, onVersion(1)), 412, 'version-stale');
  expectProblem(await rosa.put(`${path}/take-ending-back`, {}, onVersion(2)), 403, 'role-not-allowed');
  expect((await sam.put(`${path}/take-ending-back`, {}, onVersion(2))).body).toMatchObject({
    lastOn: '2027-12-31',
    ended: null,
    isInForce: true,
    version: 3,
  });
  expect(await lastInTrailOf(team.sam)).toMatchObject({ action: 'certification.ending-taken-back' });
  expect((await log()).status).toBe(201);
});

test('one that begins before the other ends, or lies inside it, may be: contacts stand on the one that lasts longer', async () => {
  const [first, second, inside] = [
    certificationWith({ number: 'first', lastOn: '2026-03-31' }),
    certificationWith({ number: 'second', firstOn: '2026-03-01', lastOn: '2028-02-29' }),
    certificationWith({ number: 'inside', firstOn: '2026-03-05', lastOn: '2026-03-10' }),
  ];
  for (const asked of [first, second, inside])
    expect((await sam.post(`${ofRosa}/certifications`, asked)).status).toBe(201);
  const under = async (day: string) => (await log(day)).body.certification;
  expect(await under('2026-02-28')).toBe('CPRS first');
  expect(await under('2026-03-01')).toBe('CPRS second');
  expect(await under('2026-03-09')).toBe('CPRS second');
  expect((await rosa.get(`${ofRosa}/certification`)).body.right).toMatchObject({
    is: 'certified',
    throughOn: '2028-02-29',
  });
});
