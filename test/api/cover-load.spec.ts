import { covers } from '../given/cover.js';
import { today } from '../given/organization.js';
import { aParticipantOf, assign } from '../given/participant.js';
import { raised } from '../given/logged.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Words } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let dev: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2025-11-01' } });
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam, capacity: 3 });
});

/** What choices there are for Rosa, each `name: now, then`, as `weight of capacity (heads)`. */
async function loadsToChoose(by: Person, awayId?: string): Promise<string[]> {
  const days = `fromOn=${today(team.organization)}&throughOn=${today(team.organization, 2)}`;
  const client = await server.as(by);
  const away = awayId ? `&role=coach&awayId=${awayId}` : '';
  const { body } = await client.get(`/api/covers/choices?${days}${away}`);
  const said = ({ weight, capacity, headCount }: Words): string =>
    `${String(weight)} of ${String(capacity)} (${String(headCount)})`;
  return body.items.map(
    ({ name, load }: { name: string; load: { now: Words; covering: Words } }) =>
      `${name}: ${said(load.now)}, ${said(load.covering)}`,
  );
}

test('each choice says what they carry and what it would be with the people of who is away', async () => {
  await raised(team.rosa, team.theo, { level: 'urgent' });
  await aParticipantOf(team.rosa, { preferredName: 'Mina' });
  await aParticipantOf(dev, { preferredName: 'Lou', enrolledOn: '2025-11-01' });
  const keisha = await aCoach(team.organization, { name: 'Keisha' });
  const all = ['Dev: 1 of 3 (1), 4.5 of 3 (3)', 'Keisha: 0 of 15 (0), 3.5 of 15 (2)'];
  expect(await loadsToChoose(team.rosa)).toEqual(all);
  expect(await loadsToChoose(team.sam, team.rosa.accountId)).toEqual(all);
  expect(await loadsToChoose(await anAdministrator(team.organization), team.rosa.accountId)).toEqual(all);
  expect(await loadsToChoose(keisha)).toContain('Dev: 1 of 3 (1), 1 of 3 (1)');
});

test('with whom both walk is counted once, whoever of the two is the second coach', async () => {
  await assign(team.theo, dev, today(team.organization, -3), 'second');
  const lou = await aParticipantOf(dev, { preferredName: 'Lou', enrolledOn: '2025-11-01' });
  await assign(lou, team.rosa, today(team.organization, -3), 'second');
  expect(await loadsToChoose(team.rosa)).toEqual(['Dev: 1.5 of 3 (2), 2 of 3 (2)']);
});

test('a colleague’s load is told in sums: why it is so is between them and their supervisor', async () => {
  await raised(dev, await aParticipantOf(dev, { preferredName: 'Lou' }), { level: 'urgent' });
  const days = `fromOn=${today(team.organization)}&throughOn=${today(team.organization)}`;
  const { body } = await (await server.as(team.rosa)).get(`/api/covers/choices?${days}`);
  expect(Object.keys(body.items[0].load.now).sort()).toEqual(['capacity', 'headCount', 'weight']);
});

test('supervisors are chosen without a load, also who covers already', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  const noor = await aSupervisor(team.organization, { name: 'Noor' });
  await covers(inez, noor);
  const days = `fromOn=${today(team.organization)}&throughOn=${today(team.organization)}`;
  const { body } = await (await server.as(team.sam)).get(`/api/covers/choices?${days}`);
  expect(body.items).toMatchObject([
    { name: 'Inez', load: null, coveredBy: null },
    { name: 'Noor', load: null, coveredBy: { name: 'Inez' } },
  ]);
});
