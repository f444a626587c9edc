import { aBusyTeam } from '../given/busy-team.js';
import { raised } from '../given/logged.js';
import { today } from '../given/organization.js';
import { aParticipantOf, assign } from '../given/participant.js';
import { inTheProgram } from '../given/roles.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { theTeamOfSam, type TeamOfSam } from '../given/team-of-sam.js';
import { everyPage } from '../support/pages.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { saidAndListed } from '../support/team-lists.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: TeamOfSam;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await theTeamOfSam(server);
});

interface Line {
  lineId: string;
  participantId: string | null;
  participantName: string | null;
  coach: { accountId: string };
  weight: number;
  parts: string[];
}

const linesOf = (of: Person): Promise<Line[]> =>
  everyPage<Line>(team.sams, `/api/team/load?coachId=${of.accountId}`);

test('a load opens to the people it is made of, who weighs most first, each with why', async () => {
  const { rosa, dev, theo, harbor, sam } = team;
  await raised(rosa, theo, { level: 'urgent' });
  await aParticipantOf(rosa, { preferredName: 'Lou', enrolledOn: today(harbor, -90) });
  const mina = await aParticipantOf(dev, { preferredName: 'Mina' });
  await assign(mina, rosa, today(harbor), 'second');
  const lines = await linesOf(rosa);
  expect(lines.map(({ participantName, weight, parts }) => [participantName, weight, parts])).toEqual([
    ['Theo', 2.5, ['urgent note', 'first days']],
    ['Lou', 1, []],
    ['Mina', 0.5, ['second coach']],
  ]);
  const opened = await lastInTrailOf(sam);
  expect(opened).toMatchObject({ action: 'team.load-listed' });
  expect(new Set(opened?.participant_ids as string[])).toEqual(
    new Set(lines.map(({ participantId }) => participantId)),
  );
  const { said, listed } = await saidAndListed(team.sams);
  expect(said).toEqual(listed);
});

test('the parts of a load are those of its people', async () => {
  await aBusyTeam(team.rosa, team.dev);
  const { body } = await team.sams.get('/api/team');
  for (const { coach, load } of body.rows.filter((row: { coach: object | null }) => row.coach)) {
    const parts = (await linesOf(coach)).flatMap((line) => line.parts);
    expect(parts.length).toBeGreaterThan(0);
    for (const { part, count } of load.parts)
      expect([part, parts.filter((each) => each === part)]).toEqual([part, Array(count).fill(part)]);
  }
});

test('who is out of reach weighs without a name, and why they weigh is not said', async () => {
  const { rosa, dev, harbor, sams } = team;
  const colleague = await inTheProgram(dev, rosa);
  await raised(rosa, colleague, { level: 'urgent' });
  const abe = await aCoach(harbor, { name: 'Abe', supervisor: await aSupervisor(harbor, { name: 'Noor' }) });
  const kim = await aParticipantOf(abe, { preferredName: 'Kim' });
  await assign(kim, rosa, today(harbor), 'second');
  const answer = await sams.get(`/api/team/load?coachId=${rosa.accountId}`);
  const hidden = answer.body.items.filter((line: Line) => line.participantId === null);
  expect(hidden).toHaveLength(2);
  for (const line of hidden) expect(line).toMatchObject({ participantName: null, parts: [] });
  for (const { participantId } of [colleague, kim])
    expect(JSON.stringify(answer.body)).not.toContain(participantId);
  const { said, listed } = await saidAndListed(sams);
  expect(said).toEqual(listed);
});

test('a long load comes by pages, everybody once', async () => {
  for (let number = 0; number < 52; number += 1) await aParticipantOf(team.rosa);
  const lines = await linesOf(team.rosa);
  expect(new Set(lines.map(({ lineId }) => lineId)).size).toBe(53);
  expect(lines).toHaveLength(53);
});

test('those with no coach weigh on nobody; a coach of another team is not found; a wrong page is refused', async () => {
  const { sams, harbor, rosa } = team;
  expect((await sams.get('/api/team/load?coachId=none')).body.items).toEqual([]);
  const abe = await aCoach(harbor, { supervisor: await aSupervisor(harbor) });
  const { status, body } = await sams.get(`/api/team/load?coachId=${abe.accountId}`);
  expect([status, body.code]).toEqual([404, 'coach-not-found']);
  const wrong = await sams.get('/api/team/load?after=WzFd');
  expect([wrong.status, ...fieldsOf(wrong)]).toEqual([422, 'after cursor-unknown']);
  expect((await (await server.as(rosa)).get('/api/team/load')).status).toBe(403);
});
