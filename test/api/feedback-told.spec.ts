import { ASK, given } from '../given/feedback.js';
import { logged } from '../given/logged.js';
import { aTeam, type Team } from '../given/team.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let sam: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  // Tuesday noon in New York
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  sam = await server.as(team.sam);
  await server.database.query(
    `INSERT INTO mail_addresses (organization_id, id, address, confirmed_at) VALUES ($1, $2, 'rosa@example.org', $3)`,
    [team.organization.organizationId, team.rosa.accountId, server.clock.now()],
  );
});

interface Told {
  kind: string;
  step: string;
  account_id: string;
  state: string;
  next_try_at: Date;
}

async function told(): Promise<Told[]> {
  const { rows } = await server.database.query<Told>(
    `SELECT m.kind, m.step, m.account_id, d.state, d.next_try_at FROM messages m
       JOIN message_deliveries d ON d.organization_id = m.organization_id AND d.message_id = m.id
      WHERE m.organization_id = $1 ORDER BY d.next_try_at`,
    [team.organization.organizationId],
  );
  return rows;
}

const contact = (): Promise<string> => logged(team.rosa, team.theo);

test('ten comments on one day are one message to the coach, and thanks are none', async () => {
  await given(sam, await contact());
  expect(await told()).toEqual([]);
  for (let each = 0; each < 10; each += 1) {
    await given(sam, await contact(), { kind: 'comment', words: `Comment ${each}` });
    server.clock.advance(1);
  }
  await given(sam, await contact(), ASK);
  expect(await told()).toMatchObject([
    { kind: 'feedback', step: '2026-03-10', account_id: team.rosa.accountId, state: 'waiting' },
  ]);
});

test('what is said at night waits for the morning, and is that day’s one message', async () => {
  server.clock.set('2026-03-11T03:00:00Z');
  sam = await server.as(team.sam);
  await given(sam, await contact(), ASK);
  server.clock.set('2026-03-11T15:00:00Z');
  sam = await server.as(team.sam);
  await given(sam, await contact(), ASK);
  expect(await told()).toMatchObject([{ step: '2026-03-11', next_try_at: new Date('2026-03-11T13:00:00Z') }]);
});

test('once the coach has seen it in the app, nothing needs to leave any more', async () => {
  const asked = await given(sam, await contact(), ASK);
  await (await server.as(team.rosa)).post('/api/feedback/read', { feedbackIds: [asked] });
  expect(await told()).toMatchObject([{ state: 'not needed' }]);
});
