import { anAdministrator } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let ada: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  ada = await server.as(await anAdministrator(team.organization));
});

test('an administrator sets how many contacts are read; one in ten until somebody does', async () => {
  expect((await ada.get('/api/review-settings')).body).toEqual({ samplePercent: 10, version: 1 });
  const { body } = await ada.put('/api/review-settings', { samplePercent: 25 }, onVersion(1));
  expect(body).toEqual({ samplePercent: 25, version: 2 });
  expect((await (await server.as(team.sam)).get('/api/contact-stream')).body.samplePercent).toBe(25);
});

test('two administrators at once: the second is shown both', async () => {
  await ada.put('/api/review-settings', { samplePercent: 25 }, onVersion(1));
  const answer = await ada.put('/api/review-settings', { samplePercent: 50 }, onVersion(1));
  expectProblem(answer, 412, 'version-stale');
  expect(answer.body).toMatchObject({ current: { samplePercent: 25 }, yours: { samplePercent: 50 } });
});

test('a share is a whole number from 0 to 100, set by an administrator alone', async () => {
  for (const [samplePercent, code] of [
    [101, 'too-large'],
    [-1, 'too-small'],
    [2.5, 'not-a-whole-number'],
    ['10', 'not-a-whole-number'],
  ] as const)
    expectFieldProblem(
      await ada.put('/api/review-settings', { samplePercent }, onVersion(1)),
      'samplePercent',
      code,
    );
  expectProblem(await ada.put('/api/review-settings', { samplePercent: 5 }), 428, 'version-missing');
  for (const person of [team.sam, team.rosa, team.theo])
    expectProblem(await (await server.as(person)).get('/api/review-settings'), 403, 'role-not-allowed');
});
