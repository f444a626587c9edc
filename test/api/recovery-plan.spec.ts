import { v7 as newId } from 'uuid';
import { aParticipantWithoutCoach } from '../given/participant.js';
import { OWN_PLAN, planOf, savePart } from '../given/plan.js';
import { aTeam, type Team } from '../given/team.js';
import { becomes } from '../support/becomes.js';
import type { Client } from '../support/client.js';
import { LivePage } from '../support/live-page.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theo: Client;
let rosa: Client;
let theos: string;

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
});

test('a plan nobody has written yet is there, with every part empty', async () => {
  const { status, body } = await theo.get(OWN_PLAN);
  expect([status, body]).toEqual([
    200,
    {
      preferredName: 'Theo',
      version: 0,
      change: null,
      parts: ['signs', 'triggers', 'helps', 'places', 'reasons'].map((part) => ({
        part,
        lines: [],
        version: 0,
        change: null,
      })),
      people: { people: [], version: 0, change: null },
      supporters: [],
    },
  ]);
});

test('the participant writes a part, the coach reads it and adds to it, and both see who and when', async () => {
  const saved = await savePart(theo, OWN_PLAN, 'helps', ['Walk to the river', 'Call Ruth 🙂']);
  const at = '2026-03-10T16:00:00.000Z';
  expect([saved.status, saved.body]).toEqual([
    200,
    {
      part: 'helps',
      lines: ['Walk to the river', 'Call Ruth 🙂'],
      version: 1,
      change: { name: 'Theo', isYou: true, isParticipant: true, isTogether: false, at },
    },
  ]);
  const read = (await rosa.get(theos)).body;
  expect(read.parts[2]).toEqual({
    ...saved.body,
    change: { name: 'Theo', isYou: false, isParticipant: true, isTogether: false, at },
  });
  server.clock.advance(5);
  const added = await savePart(rosa, theos, 'helps', [...read.parts[2].lines, 'The 6 pm meeting'], 1, {
    isTogether: true,
  });
  expect(added.body).toMatchObject({ version: 2, change: { name: 'Rosa', isYou: true, isTogether: true } });
  expect((await theo.get(OWN_PLAN)).body).toMatchObject({
    version: 2,
    change: { name: 'Rosa', isYou: false, isParticipant: false, isTogether: true },
    parts: [{}, {}, { lines: ['Walk to the river', 'Call Ruth 🙂', 'The 6 pm meeting'] }, {}, {}],
  });
  for (const person of [team.theo, team.rosa])
    expect(await trailOf(person)).toEqual(
      expect.arrayContaining(
        ['recovery-plan.changed', 'recovery-plan.opened'].map((action) =>
          expect.objectContaining({ action, participant_id: team.theo.participantId }),
        ),
      ),
    );
});

test('every version stays readable by both: what came, what went, and the plan as it was', async () => {
  await savePart(theo, OWN_PLAN, 'signs', ['I stop sleeping', 'I cancel on people']);
  await savePart(theo, OWN_PLAN, 'reasons', ['My daughter']);
  await savePart(rosa, theos, 'signs', ['I cancel on people', 'I skip meals'], 1);
  for (const [by, plan] of [
    [theo, OWN_PLAN],
    [rosa, theos],
    [await server.as(team.sam), theos],
  ] as [Client, string][]) {
    expect((await by.get(`${plan}/versions`)).body).toMatchObject({
      items: [
        {
          version: 3,
          part: 'signs',
          added: ['I skip meals'],
          removed: ['I stop sleeping'],
          change: { name: 'Rosa' },
        },
        { version: 2, part: 'reasons', added: ['My daughter'], removed: [], change: { name: 'Theo' } },
        { version: 1, part: 'signs', added: ['I stop sleeping', 'I cancel on people'], removed: [] },
      ],
      next: null,
    });
    expect((await by.get(`${plan}/versions/2`)).body).toMatchObject({
      version: 2,
      change: { name: 'Theo' },
      parts: [{ lines: ['I stop sleeping', 'I cancel on people'] }, {}, {}, {}, { lines: ['My daughter'] }],
    });
    expectProblem(await by.get(`${plan}/versions/4`), 404, 'plan-version-not-found');
  }
});

test('many versions come by pages', async () => {
  for (let count = 1; count <= 33; count += 1)
    await savePart(theo, OWN_PLAN, 'helps', [`Try number ${count}`], count - 1);
  const first = (await theo.get(`${OWN_PLAN}/versions`)).body;
  expect([first.items.length, first.next]).toEqual([30, 4]);
  const second = (await theo.get(`${OWN_PLAN}/versions?before=${first.next}`)).body;
  expect(second.items.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1]);
  expect(second.next).toBeNull();
});

test('sent three times it is one change; the same words again are none', async () => {
  const once = { changeId: newId() };
  const answers = await Promise.all(
    [1, 2, 3].map(() => savePart(theo, OWN_PLAN, 'places', ['The library'], 0, once)),
  );
  expect(answers.map(({ status, body }) => [status, body.version])).toEqual([
    [200, 1],
    [200, 1],
    [200, 1],
  ]);
  expect((await savePart(theo, OWN_PLAN, 'places', ['The library'], 1)).body.version).toBe(1);
  expect((await theo.get(`${OWN_PLAN}/versions`)).body.items).toHaveLength(1);
  expectProblem(await savePart(theo, OWN_PLAN, 'places', ['The pier'], 1, once), 409, 'plan-change-id-taken');
});

test('both write one part at once: the second hears both, and nothing is overwritten', async () => {
  const [one, other] = await Promise.all([
    savePart(theo, OWN_PLAN, 'triggers', ['Payday']),
    savePart(rosa, theos, 'triggers', ['Calls from his brother']),
  ]);
  const [stood, refused] = one.status === 200 ? [one, other] : [other, one];
  expectProblem(refused, 412, 'version-stale');
  expect(refused.body).toMatchObject({
    current: { part: 'triggers', lines: stood.body.lines, version: 1 },
    yours: { part: 'triggers' },
  });
  expect(refused.body.yours.lines).not.toEqual(stood.body.lines);
  expect((await theo.get(OWN_PLAN)).body.parts[1].lines).toEqual(stood.body.lines);
});

test('both write at once, each another part: both stand', async () => {
  const answers = await Promise.all([
    savePart(theo, OWN_PLAN, 'triggers', ['Payday']),
    savePart(rosa, theos, 'places', ['The library']),
    savePart(theo, OWN_PLAN, 'reasons', ['My daughter']),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await theo.get(OWN_PLAN)).body.version).toBe(3);
});

test('a change shows on the open pages of coach, supervisor and participant', async () => {
  const pages = await Promise.all(
    [theo, rosa, await server.as(team.sam)].map((by) => LivePage.of(by, server.url)),
  );
  await savePart(theo, OWN_PLAN, 'helps', ['Walk']);
  for (const page of pages)
    await becomes(() => Promise.resolve(page.participantIds), [team.theo.participantId]);
  pages.forEach((page) => page.cut());
});

test('the coach’s page says in brief how far the plan is', async () => {
  await savePart(theo, OWN_PLAN, 'helps', ['Walk']);
  await savePart(theo, OWN_PLAN, 'signs', ['I stop sleeping']);
  await savePart(theo, OWN_PLAN, 'signs', [], 2);
  const { recoveryPlan } = (await rosa.get(`/api/participants/${team.theo.participantId}`)).body;
  expect(recoveryPlan).toMatchObject({ filledParts: ['helps'], people: [], change: { isParticipant: true } });
});

test('someone with no coach, in two programs, has one plan and writes it', async () => {
  const lou = await aParticipantWithoutCoach(team.organization, { preferredName: 'Lou' });
  await server.database.query(
    `WITH second AS (INSERT INTO programs (organization_id, id, name, created_at)
       VALUES ($1, $2, 'Coming home', '2026-03-01') RETURNING id)
     INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_days,
       agreed_cadence_on) SELECT $1, $3, $4, id, '2026-03-01', 7, '2026-03-01' FROM second`,
    [team.organization.organizationId, newId(), newId(), lou.participantId],
  );
  const lous = await server.as(lou);
  expect((await savePart(lous, OWN_PLAN, 'helps', ['Music'])).body.version).toBe(1);
  expect((await (await server.as(team.sam)).get(planOf(lou))).body.parts[2].lines).toEqual(['Music']);
});
