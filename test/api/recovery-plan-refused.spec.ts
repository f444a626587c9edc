import { v7 as newId } from 'uuid';
import type { Role } from '../../backend/access/roles.js';
import { aParticipantOf } from '../given/participant.js';
import { OWN_PLAN, planOf, savePart, savePeople } from '../given/plan.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Answer, Client } from '../support/client.js';
import { pastTheServer } from '../support/past-the-server.js';
import { expectProblem, withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let theo: Client;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
  theo = await server.as(team.theo);
  rosa = await server.as(team.rosa);
  await savePart(theo, OWN_PLAN, 'reasons', ['My daughter']);
});
afterAll(() => server.close());

const EVERY_USE: [string, (by: Client, plan: string) => Promise<Answer>][] = [
  ['reading', (by, plan) => by.get(plan)],
  ['reading versions', (by, plan) => by.get(`${plan}/versions`)],
  ['reading a version', (by, plan) => by.get(`${plan}/versions/1`)],
  ['writing lines', (by, plan) => savePart(by, plan, 'helps', ['Walk'], 9)],
  ['writing people', (by, plan) => savePeople(by, plan, [{ name: 'Dee' }], 9)],
];

test.each(EVERY_USE)('%s: a plan out of reach is as one that is not there', async (_, use) => {
  const summit = await aTeam(server);
  const dev = await aCoach(team.organization, {
    name: 'Dev',
    supervisor: await aSupervisor(team.organization),
  });
  const lou = await aParticipantOf(dev, { preferredName: 'Lou' });
  const missing = withoutMoment(await use(rosa, planOf({ participantId: newId() })));
  expect(missing).toMatchObject({ status: 404, body: { code: 'participant-not-found' } });
  for (const plan of [
    planOf(summit.theo),
    planOf(lou),
    ...NO_ID.map((id) => planOf({ participantId: encodeURIComponent(id) })),
  ])
    expect(withoutMoment(await use(rosa, plan))).toEqual(missing);
});

test.each(EVERY_USE)('%s: a participant has their own plan alone, an administrator none', async (_, use) => {
  const ada = await server.as(await anAdministrator(team.organization));
  for (const by of [theo, ada]) expectProblem(await use(by, planOf(team.theo)), 403, 'role-not-allowed');
  for (const by of [rosa, ada, await server.as(team.sam)])
    expectProblem(await use(by, OWN_PLAN), 403, 'role-not-allowed');
  expect((await use(server.asNobody(), OWN_PLAN)).status).toBe(401);
});

test('a supervisor reads the plans of their team and writes in none', async () => {
  const sam = await server.as(team.sam);
  expect((await sam.get(planOf(team.theo))).body.parts[4].lines).toEqual(['My daughter']);
  expectProblem(await savePart(sam, planOf(team.theo), 'helps', ['Walk']), 403, 'role-not-allowed');
  expectProblem(await savePeople(sam, planOf(team.theo), []), 403, 'role-not-allowed');
});

test.each([
  ['an empty line', [''], 'lines.0.words empty'],
  ['a line of nothing but spaces', ['Walk', ' \t'], 'lines.1.words empty'],
  ['301 characters', ['x'.repeat(301)], 'lines.0.words too-long'],
  ['301 emoji', ['🌻'.repeat(301)], 'lines.0.words too-long'],
  ['half a character', ['\ud83c'], 'lines.0.words characters-not-storable'],
  ['a number', [{ words: 5 }], 'lines.0.words is-text'],
  ['no line at all', [null], 'lines are-objects'],
  ['51 lines', Array.from({ length: 51 }, (_, n) => `Line ${n}`), 'lines too-many'],
  ['a field that is none', [{ words: 'Walk', at: 1 }], 'lines.0.at property-unknown'],
])('%s is refused in words, and nothing is written', async (_, lines, problem) => {
  const answer = await savePart(theo, OWN_PLAN, 'signs', lines);
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
  expect((await theo.get(OWN_PLAN)).body.parts[0].version).toBe(0);
});

test.each([
  ['300 emoji', '🌻'.repeat(300)],
  ['right to left', 'أمشي إلى النهر — עם רות'],
  ['markup and quotes', `<b>"O'Brien"</b> {"a": 1} \\ %s`],
  ['zero-width and combining', 'e\u0301 \u200d\u2060'],
])('%s is kept to the letter', async (_, words) => {
  const { version } = (await theo.get(OWN_PLAN)).body.parts[3];
  expect((await savePart(theo, OWN_PLAN, 'places', [words], version)).body.lines).toEqual([words]);
});

test('50 lines are, and each may be said once more', async () => {
  const lines = Array.from({ length: 50 }, () => 'Breathe');
  expect((await savePart(theo, OWN_PLAN, 'triggers', lines)).body.lines).toHaveLength(50);
});

test.each(['people', 'nothing', '%00', 'Signs'])('there is no part %s to write lines in', async (part) => {
  expectProblem(await savePart(theo, OWN_PLAN, part, ['Walk']), 404, 'plan-part-not-found');
});

test('a change names the version it was made on, and has an id', async () => {
  const body = { changeId: newId(), lines: [{ words: 'Walk' }] };
  expectProblem(await theo.put(`${OWN_PLAN}/parts/helps`, body), 428, 'version-missing');
  const answer = await savePart(theo, OWN_PLAN, 'helps', ['Walk'], 0, { changeId: 'x' });
  expect(fieldsOf(answer)).toEqual(['changeId is-new-id']);
});

test('that it was made together is the coach’s to say', async () => {
  const answer = await savePart(theo, OWN_PLAN, 'helps', ['Walk'], 0, { isTogether: true });
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, 'isTogether said-by-the-coach']);
});

test('the database itself shows a plan to nobody else, and lets nobody change what was said', async () => {
  const dev = await aCoach(team.organization, { name: 'Dev' });
  const lou = await aParticipantOf(dev, { preferredName: 'Lou' });
  const counts = async (role: Role, person: Person): Promise<unknown> => {
    const { rows } = await pastTheServer(
      role,
      person,
      'SELECT count(*)::integer AS count FROM recovery_plan_versions',
    );
    return rows[0].count;
  };
  expect(await counts('participant', lou)).toBe(0);
  expect(await counts('coach', dev)).toBe(0);
  expect(await counts('participant', team.theo)).toBeGreaterThan(0);
  await expect(counts('administrator', team.rosa)).rejects.toMatchObject({ code: '42501' });
  for (const sql of [
    `UPDATE recovery_plan_versions SET lines = '{}'`,
    'DELETE FROM recovery_plan_versions',
    'DELETE FROM recovery_plans',
    'SELECT about FROM supporters',
    'SELECT may_talk FROM supporters',
  ])
    await expect(pastTheServer('participant', team.theo, sql)).rejects.toMatchObject({ code: '42501' });
});
