import { v7 as newId } from 'uuid';
import { aParticipantOf } from '../given/participant.js';
import { OWN_PLAN, planOf, savePeople } from '../given/plan.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let theo: Client;
let rosa: Client;
let theos: string;
let ruth: { supporterId: string };

const SECRET = 'SECRET: only whether he is all right';
const DEE = { name: 'Dee 🌻', relation: 'neighbor', phone: '(555) 555-0142' };

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  theo = await server.as(team.theo);
  rosa = await server.as(team.rosa);
  theos = planOf(team.theo);
  ruth = await aSupporter({ name: 'Ruth', mayTalk: true, about: SECRET, untilOn: '2026-06-30' });
});

async function aSupporter(
  more: object,
  participantId = team.theo.participantId,
): Promise<{ supporterId: string }> {
  const words = { supporterId: newId(), relation: 'sister', phone: '555-555-0177', mayTalk: false, ...more };
  return (await rosa.post(`/api/participants/${participantId}/supporters`, words)).body;
}

test('they choose among their own supporters, and see of them who they are and the number alone', async () => {
  await aSupporter({ name: 'Abel', phone: '' });
  const { body } = await theo.get(OWN_PLAN);
  expect(body.supporters).toEqual([
    { supporterId: expect.any(String), name: 'Abel', relation: 'sister', phone: '' },
    { supporterId: ruth.supporterId, name: 'Ruth', relation: 'sister', phone: '555-555-0177' },
  ]);
  const saved = await savePeople(theo, OWN_PLAN, [{ supporterId: ruth.supporterId }, DEE]);
  expect(saved.body.people).toEqual([
    {
      supporterId: ruth.supporterId,
      name: 'Ruth',
      relation: 'sister',
      phone: '555-555-0177',
      dial: '5555550177',
    },
    { supporterId: null, ...DEE, dial: '5555550142' },
  ]);
  const seen = [
    body,
    saved.body,
    (await theo.get(OWN_PLAN)).body,
    (await theo.get(`${OWN_PLAN}/versions`)).body,
  ];
  expect(JSON.stringify(seen)).not.toMatch(/SECRET|mayTalk|untilOn|changedBy|about/);
});

test('whom they added themself the coach sees in the plan, to be called by them and not by staff', async () => {
  await savePeople(theo, OWN_PLAN, [DEE]);
  expect((await rosa.get(theos)).body.people.people).toEqual([{ supporterId: null, ...DEE, dial: null }]);
  const page = (await rosa.get(`/api/participants/${team.theo.participantId}`)).body;
  expect(page.recoveryPlan.people).toEqual(['Dee 🌻, neighbor']);
  expect(page.supporters.map(({ name }: { name: string }) => name)).toEqual(['Ruth']);
});

test('a number the coach sets right is the number in the plan; a supporter no longer is not in it', async () => {
  await savePeople(theo, OWN_PLAN, [{ supporterId: ruth.supporterId }, DEE]);
  const words = { name: 'Ruth', relation: 'sister', phone: '555-555-0199', mayTalk: false };
  await rosa.put(`/api/supporters/${ruth.supporterId}`, words, onVersion(1));
  expect((await theo.get(OWN_PLAN)).body.people.people[0]).toMatchObject({ dial: '5555550199' });
  await rosa.post(`/api/supporters/${ruth.supporterId}/no-longer`, {}, onVersion(2));
  const { people, supporters } = (await theo.get(OWN_PLAN)).body;
  expect([people.people.map(({ name }: { name: string }) => name), supporters]).toEqual([['Dee 🌻'], []]);
  expect((await theo.get(`${OWN_PLAN}/versions/1`)).body.people.people[0]).toMatchObject({
    name: 'Ruth',
    phone: '555-555-0177',
  });
});

test('order is kept, a version says who came and went, and saved again it is one', async () => {
  const people = [DEE, { supporterId: ruth.supporterId }];
  const once = { changeId: newId() };
  const answers = await Promise.all([1, 2, 3].map(() => savePeople(rosa, theos, people, 0, once)));
  expect(answers.map(({ body }) => body.version)).toEqual([1, 1, 1]);
  await savePeople(theo, OWN_PLAN, [{ supporterId: ruth.supporterId }], 1);
  expect((await theo.get(`${OWN_PLAN}/versions`)).body.items).toMatchObject([
    { part: 'people', added: [], removed: ['Dee 🌻, neighbor, (555) 555-0142'] },
    { part: 'people', added: ['Dee 🌻, neighbor, (555) 555-0142', 'Ruth, sister, 555-555-0177'] },
  ]);
  const stale = await savePeople(theo, OWN_PLAN, [], 1);
  expectProblem(stale, 412, 'version-stale');
  expect(stale.body).toMatchObject({
    current: { version: 2, people: [{ name: 'Ruth' }] },
    yours: { people: [] },
  });
});

test('a supporter of somebody else, of nobody or no id is one and the same 404', async () => {
  const lou = await aParticipantOf(team.rosa, { preferredName: 'Lou' });
  const { supporterId } = await aSupporter({ name: 'Zoe' }, lou.participantId);
  for (const id of [supporterId, newId(), 'no-id'])
    for (const [by, plan] of [
      [theo, OWN_PLAN],
      [rosa, theos],
    ] as [Client, string][])
      expectProblem(await savePeople(by, plan, [{ supporterId: id }]), 404, 'supporter-not-found');
});

test.each([
  [[{ ...DEE, phone: 'ask Theo' }], 'people.0.phone', 'no-digits'],
  [[DEE, { ...DEE, phone: '12' }], 'people.1.phone', 'too-few-digits'],
  [[{ ...DEE, phone: '555-555-0142 / 555-555-0143' }], 'people.0.phone', 'several-numbers'],
  [[{ relation: 'neighbor' }], 'people.0.name', 'empty'],
  [[{ ...DEE, name: ' ' }], 'people.0.name', 'empty'],
  [[{ ...DEE, name: 'x'.repeat(201) }], 'people.0.name', 'too-long'],
  [[{ ...DEE, relation: 'x'.repeat(101) }], 'people.0.relation', 'too-long'],
  [[{ ...DEE, mayTalk: true }], 'people.0.mayTalk', 'property-unknown'],
  [Array.from({ length: 21 }, () => DEE), 'people', 'too-many'],
  ['Dee', 'people', 'is-array'],
])('people %.60j are refused: %s %s', async (people, path, code) => {
  const answer = await savePeople(theo, OWN_PLAN, people);
  if (path === 'people' && code === 'is-array') return expectProblem(answer, 422, 'input-invalid');
  expectFieldProblem(answer, path, code);
});

test('one supporter twice is refused', async () => {
  const twice = [{ supporterId: ruth.supporterId }, { supporterId: ruth.supporterId }];
  expectFieldProblem(await savePeople(theo, OWN_PLAN, twice), 'people.1.supporterId', 'there-already');
});
