import { anOrganization, type Organization } from '../given/organization.js';
import { aParticipantWithoutCoach, type Participant } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let sam: Person;
let sams: Client;
let rosa: Person;
let mina: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  sam = await aSupervisor(harbor);
  sams = await server.as(sam);
  rosa = await aCoach(harbor, { supervisor: sam });
  mina = await aParticipantWithoutCoach(harbor, { preferredName: 'Mina', language: 'es' });
});

const suggested = async (by = sams) =>
  (await by.get(`/api/participants/${mina.participantId}/coach-suggestions`)).body;

describe('the settings of load', () => {
  const WEIGHTS = {
    each: 1,
    earlyWindow: 1,
    lateWindow: 0.5,
    urgentNote: 1,
    concernNote: 0.5,
    firstDays: 0.5,
    longCadence: 0.5,
    light: 0.5,
    least: 0.5,
  };

  test('begin with the defaults, are the administrator’s, and hold at once', async () => {
    const ada = await anAdministrator(harbor);
    const adas = await server.as(ada);
    expect((await sams.get('/api/load-settings')).body).toEqual({
      weights: WEIGHTS,
      capacity: 15,
      headCountCeiling: null,
      version: 0,
    });
    const asked = { weights: { ...WEIGHTS, each: 2 }, capacity: 20, headCountCeiling: 15 };
    const { body } = await adas.put('/api/load-settings', asked, { 'if-match': '0' });
    expect(body).toEqual({ ...asked, version: 1 });
    expect(await lastInTrailOf(ada)).toMatchObject({ action: 'load-settings.changed' });
    expect((await suggested()).items[0].asPrimary.load).toMatchObject({
      weight: 2.5,
      capacity: 20,
      headCountCeiling: 15,
    });
    expect((await adas.put('/api/load-settings', asked, { 'if-match': '0' })).body.code).toBe(
      'version-stale',
    );
    for (const by of [sams, await server.as(rosa)])
      expect((await by.put('/api/load-settings', asked, { 'if-match': '1' })).body.code).toBe(
        'role-not-allowed',
      );
  });

  test.each([
    [{ capacity: 0 }, 'capacity'],
    [{ headCountCeiling: 2.5 }, 'headCountCeiling'],
    [{ weights: { ...WEIGHTS, each: -1 } }, 'weights.each'],
    [{ weights: { ...WEIGHTS, each: 0.333 } }, 'weights.each'],
    [{ weights: 'heavy' }, 'weights'],
  ])('%j is refused', async (wrong, path) => {
    const adas = await server.as(await anAdministrator(harbor));
    const answer = await adas.put(
      '/api/load-settings',
      { weights: WEIGHTS, capacity: 15, ...wrong },
      { 'if-match': '0' },
    );
    expect([answer.status, fieldsOf(answer)[0]?.split(' ')[0]]).toEqual([422, path]);
  });
});
