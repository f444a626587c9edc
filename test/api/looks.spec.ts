import { logged, raised } from '../given/logged.js';
import { aParticipantOf } from '../given/participant.js';
import { anAdministrator } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theo: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-11T15:42:00Z');
  team = await aTeam(server);
  theo = await server.as(team.theo);
});

interface Line {
  name: string;
  role: string;
  openedAt: string | null;
  listedAt: string | null;
  copiedAt: string | null;
}
const looks = async (): Promise<{ on: string; looks: Line[] }[]> => (await theo.get('/api/looks')).body.items;
const inWords = async (): Promise<string[]> =>
  (await looks()).flatMap(({ on, looks: lines }) =>
    lines.map(({ name, role, openedAt, listedAt }) =>
      [on, name, role, openedAt && `opened ${openedAt}`, listedAt && `listed ${listedAt}`]
        .filter(Boolean)
        .join(' '),
    ),
  );

test('who opened the record is there by person, role and day, with the first moment of it', async () => {
  const rosa = await server.as(team.rosa);
  const path = `/api/participants/${team.theo.participantId}`;
  await rosa.get(path);
  server.clock.advance(20);
  await rosa.get(path);
  await rosa.get(`${path}/timeline`);
  await (await server.as(team.sam)).get(path);
  expect(await inWords()).toEqual([
    '2026-03-11 Rosa coach opened 2026-03-11T15:42:00.000Z',
    '2026-03-11 Sam supervisor opened 2026-03-11T16:02:00.000Z',
  ]);
});

test('a day is one of the organization’s: what was opened late in the evening is not of tomorrow', async () => {
  server.clock.set('2026-03-12T03:30:00Z');
  theo = await server.as(team.theo);
  await (await server.as(team.rosa)).get(`/api/participants/${team.theo.participantId}`);
  expect(await inWords()).toEqual(['2026-03-11 Rosa coach opened 2026-03-12T03:30:00.000Z']);
});

test('a risk note raised, opened and answered reads like any other look', async () => {
  const riskNoteId = await raised(team.rosa, team.theo, { level: 'concern' });
  server.clock.advance(1);
  const sam = await server.as(team.sam);
  await sam.get(`/api/risk-notes/${riskNoteId}`);
  await sam.post(`/api/risk-notes/${riskNoteId}/acknowledge`, { words: 'Called her.' }, onVersion(1));
  const { body } = await theo.get('/api/looks');
  expect(JSON.stringify(body)).not.toMatch(/risk|note|level|raised|urgent|concern/i);
  expect(await inWords()).toEqual([
    '2026-03-11 Rosa coach opened 2026-03-11T15:42:00.000Z',
    '2026-03-11 Sam supervisor opened 2026-03-11T15:43:00.000Z',
  ]);
});

test('a list that showed their name is told as one, and who opened the record too has one line', async () => {
  const rosa = await server.as(team.rosa);
  await rosa.get('/api/caseload');
  await rosa.get('/api/caseload');
  await (await server.as(team.sam)).get('/api/team/participants?standing=new');
  server.clock.advance(5);
  await rosa.get(`/api/participants/${team.theo.participantId}`);
  expect(await inWords()).toEqual([
    '2026-03-11 Rosa coach opened 2026-03-11T15:47:00.000Z listed 2026-03-11T15:42:00.000Z',
    '2026-03-11 Sam supervisor listed 2026-03-11T15:42:00.000Z',
  ]);
});

test('their own visits, those of others to others, and what was refused leave no line', async () => {
  await theo.get('/api/home');
  const lou = await aParticipantOf(team.rosa, { preferredName: 'Lou' });
  const louOpens = await server.as(lou);
  await louOpens.get('/api/home');
  await (await server.as(team.rosa)).get(`/api/participants/${lou.participantId}`);
  const elsewhere = await aTeam(server);
  const stranger = await server.as(elsewhere.rosa);
  expect((await stranger.get(`/api/participants/${team.theo.participantId}`)).status).toBe(404);
  expect(await looks()).toEqual([]);
  expect(await lastInTrailOf(team.theo)).toMatchObject({
    action: 'looks.opened',
    participant_id: team.theo.participantId,
  });
});

test('an administrator who has the name in a list is told with the role they had', async () => {
  const ada = await server.as(await anAdministrator(team.organization));
  await ada.get('/api/people');
  expect(await inWords()).toEqual(['2026-03-11 Ada administrator listed 2026-03-11T15:42:00.000Z']);
});

test('days come by pages, the newest first, each once', async () => {
  for (let day = 1; day <= 16; day += 1) {
    server.clock.set(`2026-01-${String(day).padStart(2, '0')}T15:00:00Z`);
    await (await server.as(team.rosa)).get(`/api/participants/${team.theo.participantId}`);
  }
  theo = await server.as(team.theo);
  const first = (await theo.get('/api/looks')).body;
  const second = (await theo.get(`/api/looks?after=${first.next}`)).body;
  expect([...first.items, ...second.items].map(({ on }: { on: string }) => on)).toEqual(
    Array.from({ length: 16 }, (_, index) => `2026-01-${String(16 - index).padStart(2, '0')}`),
  );
  expect(second.next).toBeNull();
  expectFieldProblem(await theo.get('/api/looks?after=nonsense'), 'after', 'cursor-unknown');
});

test('a line is written with what it tells of, or not at all; nobody but the trail writes one', async () => {
  await logged(team.rosa, team.theo);
  const rosa = await server.as(team.rosa);
  expectProblem(await rosa.get('/api/looks'), 403, 'role-not-allowed');
  const { rows } = await server.database.query(
    `SELECT r.rolname, p.privilege FROM pg_roles r, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) p (privilege)
      WHERE r.rolname LIKE 'caseload\\_%' AND r.rolname <> 'caseload_owner' AND has_table_privilege(r.oid, 'looks', p.privilege)`,
  );
  expect(rows).toEqual([]);
});
