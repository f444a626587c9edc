import { checkInWith } from '../given/check-in.js';
import { aTeam } from '../given/team.js';
import type { Client } from '../support/client.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let theos: Client;

beforeAll(async () => {
  server = await startTestServer();
  theos = await server.as((await aTeam(server)).theo);
});
afterAll(() => server.close());

test.each([
  [{ cravings: 11 }, ['cravings too-large']],
  [{ cravings: -1 }, ['cravings too-small']],
  [{ cravings: 3.5 }, ['cravings not-a-whole-number']],
  [{ cravings: '3' }, ['cravings not-a-whole-number']],
  [{ mood: undefined }, ['mood not-a-choice']],
  [{ mood: 'fine' }, ['mood not-a-choice']],
  [{ sleep: 'great' }, ['sleep not-a-choice']],
  [{ connection: 'lonely' }, ['connection not-a-choice']],
  [{ hasSafePlace: 'no' }, ['hasSafePlace is-boolean']],
  [{ wantsCall: 1 }, ['wantsCall is-boolean']],
  [{ words: 'x'.repeat(2001) }, ['words too-long']],
  [{ words: 'a\0b' }, ['words characters-not-storable']],
  [{ minutesAgo: -1 }, ['minutesAgo too-small']],
  [{ minutesAgo: 10081 }, ['minutesAgo too-large']],
  [{ checkInId: '7f000000-0000-4000-8000-000000000000' }, ['checkInId is-new-id']],
  [{ participantId: 'x', risk: 'high' }, ['participantId property-unknown', 'risk property-unknown']],
])('%j is refused, field by field, and nothing is kept', async (wrong, problems) => {
  const answer = await theos.post('/api/check-ins', checkInWith(wrong));
  expect([answer.status, answer.body.code]).toEqual([422, 'input-invalid']);
  expect(fieldsOf(answer)).toEqual(problems);
  expect((await theos.get('/api/check-ins')).body.items).toEqual([]);
});
