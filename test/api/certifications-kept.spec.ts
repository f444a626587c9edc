import { v7 as newId } from 'uuid';
import { certificationWith, CERTIFICATE } from '../given/certification.js';
import { covers } from '../given/cover.js';
import { aCertification, aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem, withoutMoment } from '../support/problem.js';
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

const MISTAKEN = { why: 'Entered twice.' };

const log = async (occurredOn = '2026-03-09') =>
  rosa.post('/api/contacts', contactWith(team.theo, { occurredOn }));

test('the supervisor enters one, and from that moment on the coach may log', async () => {
  expectProblem(await log(), 422, 'certification-missing');
  const asked = certificationWith();
  const entered = await sam.post(`${ofRosa}/certifications`, asked);
  expect(entered).toMatchObject({
    status: 201,
    body: { ...asked, isInForce: true, document: null, ended: null, version: 1 },
  });
  expect(await lastInTrailOf(team.sam)).toMatchObject({
    action: 'certification.entered',
    subject_id: asked.certificationId,
  });
  expect((await log()).status).toBe(201);
  const { body } = await rosa.get(`${ofRosa}/certification`);
  expect(body).toMatchObject({
    right: { is: 'certified', throughOn: '2027-12-31', then: 'refuse' },
    certifications: [{ number: 'A-1' }],
    mayKeep: false,
  });
});

test('sent again it is the same one; in other words under its id it is refused', async () => {
  const asked = certificationWith();
  for (const _ of ['once', 'again', 'and again'])
    expect((await admin.post(`${ofRosa}/certifications`, asked)).body.certificationId).toBe(
      asked.certificationId,
    );
  expect((await admin.get(`${ofRosa}/certification`)).body.certifications).toHaveLength(1);
  const other = await admin.post(`${ofRosa}/certifications`, { ...asked, number: 'B-2' });
  expectProblem(other, 409, 'certification-id-taken');
});

test('two who set it right at once: the second is shown both, and nothing is overwritten', async () => {
  const asked = certificationWith();
  await admin.post(`${ofRosa}/certifications`, asked);
  const path = `/api/certifications/${asked.certificationId}`;
  const first = { ...CERTIFICATE, number: 'A-11' };
  expect((await sam.put(path, first, onVersion(1))).body).toMatchObject({ number: 'A-11', version: 2 });
  const answer = await admin.put(path, { ...CERTIFICATE, number: 'A-12' }, onVersion(1));
  expectProblem(answer, 412, 'version-stale');
  expect(answer.body).toMatchObject({ current: { number: 'A-11' }, yours: { number: 'A-12' } });
  expectProblem(await admin.put(path, first), 428, 'version-missing');
});

test('once a contact stands on it, it is not removed, nor are its days taken from under the contact', async () => {
  const asked = certificationWith();
  await sam.post(`${ofRosa}/certifications`, asked);
  const path = `/api/certifications/${asked.certificationId}`;
  await log('2026-03-09');
  expectProblem(
    await sam.put(`${path}/remove`, MISTAKEN, onVersion(1)),
    409,
    'contacts-stand-on-this-certification',
  );
  const shorter = { ...CERTIFICATE, lastOn: '2026-03-08' };
  expectProblem(await sam.put(path, shorter, onVersion(1)), 409, 'contacts-stand-on-these-days');
  const ended = await sam.put(`${path}/end`, { lastOn: '2026-03-08', why: 'Withdrawn' }, onVersion(1));
  expectProblem(ended, 409, 'contacts-stand-on-these-days');
  expect((await sam.put(path, { ...CERTIFICATE, lastOn: '2026-03-09' }, onVersion(1))).status).toBe(200);

  const mistaken = certificationWith({ number: 'mistaken' });
  await sam.post(`${ofRosa}/certifications`, mistaken);
  const gone = `/api/certifications/${mistaken.certificationId}`;
  expectProblem(await sam.put(`${gone}/remove`, MISTAKEN, onVersion(7)), 412, 'version-stale');
  expect((await sam.put(`${gone}/remove`, MISTAKEN, onVersion(1))).status).toBe(204);
  expect(await lastInTrailOf(team.sam)).toMatchObject({ action: 'certification.removed' });
  const { certifications, removed } = (await rosa.get(`${ofRosa}/certification`)).body;
  expect(certifications).toHaveLength(1);
  expect(removed).toMatchObject([
    {
      certificationId: mistaken.certificationId,
      number: 'mistaken',
      why: 'Entered twice.',
      by: { name: 'Sam' },
    },
  ]);
  expectFieldProblem(await sam.put(`${path}/remove`, { why: ' ' }, onVersion(2)), 'why', 'empty');
  expectProblem(await sam.put(`${gone}/remove`, MISTAKEN, onVersion(1)), 404, 'certification-not-found');
});

test.each([
  ['kind', '', 'empty'],
  ['kind', 'k'.repeat(101), 'too-long'],
  ['issuer', ' ', 'empty'],
  ['number', 7, 'is-text'],
  ['firstOn', '2026-02-30', 'is-day'],
  ['lastOn', 'soon', 'is-day'],
  ['lastOn', '2025-12-31', 'before-its-first-day'],
  ['certificationId', 'c7', 'is-new-id'],
  ['state', 'confirmed', 'property-unknown'],
])('a certification with %s %p is refused: %s', async (field, value, code) => {
  const answer = await admin.post(`${ofRosa}/certifications`, certificationWith({ [field]: value }));
  expectFieldProblem(answer, field, code);
});

test('a coach enters, changes and ends none themself, nor does an administrator their own', async () => {
  const asked = certificationWith();
  expectProblem(await rosa.post(`${ofRosa}/certifications`, asked), 403, 'role-not-allowed');
  await sam.post(`${ofRosa}/certifications`, asked);
  const path = `/api/certifications/${asked.certificationId}`;
  expectProblem(await rosa.put(path, CERTIFICATE, onVersion(1)), 403, 'role-not-allowed');
  expectProblem(await rosa.put(`${path}/remove`, MISTAKEN, onVersion(1)), 403, 'role-not-allowed');

  await server.database.query(
    `INSERT INTO account_roles (organization_id, account_id, role, given_at) VALUES ($1, $2, 'coach', $3)`,
    [ada.organizationId, ada.accountId, server.clock.now()],
  );
  await server.database.query('INSERT INTO coaches (organization_id, id) VALUES ($1, $2)', [
    ada.organizationId,
    ada.accountId,
  ]);
  const own = `/api/coaches/${ada.accountId}`;
  expectProblem(await admin.post(`${own}/certifications`, certificationWith()), 403, 'certification-own');
  expect((await admin.get(`${own}/certification`)).body.mayKeep).toBe(false);
  const id = await aCertification(ada, { firstOn: '2026-01-01', lastOn: '2026-12-31' });
  expectProblem(
    await admin.put(`/api/certifications/${id}/remove`, MISTAKEN, onVersion(1)),
    403,
    'certification-own',
  );
});

test('out of reach, another organization’s and not there at all are one answer', async () => {
  const id = await aCertification(team.rosa, { firstOn: '2026-01-01', lastOn: '2026-12-31' });
  const inez = await server.as(await aSupervisor(team.organization, { name: 'Inez' }));
  const dev = await server.as(await aCoach(team.organization, { name: 'Dev', supervisor: team.sam }));
  const elsewhere = await aTeam(server);
  const [eve, eveAdmin] = [
    await server.as(elsewhere.sam),
    await server.as(await anAdministrator(elsewhere.organization)),
  ];
  const nothing = withoutMoment(await inez.get(`/api/coaches/${newId()}/certification`));
  for (const stranger of [inez, dev, eve, eveAdmin]) {
    const answer = await stranger.get(`${ofRosa}/certification`);
    expectProblem(answer, 404, 'coach-not-found');
    expect(withoutMoment(answer)).toEqual(nothing);
  }
  expectProblem(await inez.get('/api/coaches/no-id/certification'), 404, 'coach-not-found');
  for (const stranger of [inez, eve, eveAdmin]) {
    expectProblem(
      await stranger.post(`${ofRosa}/certifications`, certificationWith()),
      404,
      'coach-not-found',
    );
    const path = `/api/certifications/${id}`;
    expectProblem(await stranger.put(path, CERTIFICATE, onVersion(1)), 404, 'certification-not-found');
    expectProblem(
      await stranger.put(`${path}/remove`, MISTAKEN, onVersion(1)),
      404,
      'certification-not-found',
    );
    const end = { lastOn: '2026-03-01', why: 'x' };
    expectProblem(await stranger.put(`${path}/end`, end, onVersion(1)), 404, 'certification-not-found');
  }
  for (const person of [team.theo]) {
    expectProblem(await (await server.as(person)).get(`${ofRosa}/certification`), 403, 'role-not-allowed');
    expectProblem(await (await server.as(person)).get('/api/certifications'), 403, 'role-not-allowed');
  }
});

test('whoever covers for the supervisor keeps them too', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await covers(inez, team.sam, { role: 'supervisor' });
  const covering = await server.as(inez);
  expect((await covering.post(`${ofRosa}/certifications`, certificationWith())).status).toBe(201);
});
