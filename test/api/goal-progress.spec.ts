import { v7 as newId } from 'uuid';
import { aGoalOf } from '../given/goal.js';
import { logged } from '../given/logged.js';
import { today } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import { becomes } from '../support/becomes.js';
import type { Client } from '../support/client.js';
import { LivePage } from '../support/live-page.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theos: Client;
let rosas: Client;
let goalId: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  theos = await server.as(team.theo);
  rosas = await server.as(team.rosa);
  goalId = (await aGoalOf(team.theo)).goalId;
});

const story = async (by: Client) => (await by.get(`/api/goals/${goalId}`)).body;
const say = (by: Client, more: Words) =>
  by.post(`/api/goals/${goalId}/progress`, { progressId: newId(), ...more });

test('how sure somebody is has a history, by whom and when, which both read', async () => {
  const said = { progressId: newId(), confidence: 3 };
  for (let times = 0; times < 3; times += 1) await say(theos, said);
  server.clock.advance(10);
  await say(rosas, { confidence: 0, words: 'A hard week.' });
  for (const by of [theos, rosas]) {
    const { goal, progress } = await story(by);
    expect([goal.confidence, goal.confidences.map(({ value }: { value: number }) => value)]).toEqual([
      0,
      [3, 0],
    ]);
    expect(progress).toMatchObject([
      {
        confidence: 0,
        words: 'A hard week.',
        by: { isParticipant: false, name: 'Rosa' },
        isInContact: false,
      },
      { confidence: 3, words: '', by: { isParticipant: true, name: 'Theo' } },
    ]);
  }
  expect(await lastInTrailOf(team.theo)).toMatchObject({ action: 'goal.opened' });
  const other = await say(theos, { ...said, confidence: 4 });
  expect([other.status, other.body.code]).toEqual([409, 'progress-id-taken']);
});

test('a contact carries how it goes, for both to read, with its own day', async () => {
  const on = today(team.organization, -1);
  const contactId = await logged(team.rosa, team.theo, {
    occurredOn: on,
    goalIds: [goalId],
    progress: [{ goalId, words: 'She is on the list.', confidence: 6 }],
  });
  expect((await story(theos)).progress).toMatchObject([
    { words: 'She is on the list.', confidence: 6, on, by: { name: 'Rosa' }, isInContact: true },
  ]);
  const timeline = await rosas.get(`/api/participants/${team.theo.participantId}/timeline`);
  const item = timeline.body.items.find(({ id }: { id: string }) => id === contactId);
  expect(item.contact.goals).toMatchObject([{ progress: 'She is on the list.', confidence: 6 }]);
});

test('amended it says the new words, voided it says nothing any more', async () => {
  const contactId = await logged(team.rosa, team.theo, {
    goalIds: [goalId],
    progress: [{ goalId, words: 'First words.', confidence: 6 }],
  });
  const amended = await rosas.put(
    `/api/contacts/${contactId}`,
    { outcome: 'reached', goalIds: [goalId], progress: [{ goalId, words: 'Better words.' }] },
    onVersion(1),
  );
  expect(amended.body.goals).toMatchObject([{ progress: 'Better words.', confidence: null }]);
  expect((await story(theos)).progress).toMatchObject([{ words: 'Better words.', confidence: null }]);
  await rosas.post(`/api/contacts/${contactId}/void`, { reason: 'Wrong person' }, onVersion(2));
  expect((await story(theos)).progress).toEqual([]);
});

test('sent thrice it is said once', async () => {
  const contact = contactWith(team.theo, { goalIds: [goalId], progress: [{ goalId, words: 'Once.' }] });
  for (let times = 0; times < 3; times += 1)
    expect((await rosas.post('/api/contacts', contact)).status).toBe(201);
  expect((await story(theos)).progress).toHaveLength(1);
});

test('nothing said of a goal is nothing, and a contact without it is as it was', async () => {
  await logged(team.rosa, team.theo, { goalIds: [goalId], progress: [{ goalId, words: '  ' }] });
  expect((await story(theos)).progress).toEqual([]);
});

test('what is said of a goal that the contact did not touch, or of somebody else’s, is refused whole', async () => {
  const { goalId: others } = await aGoalOf(await aParticipantOf(team.rosa));
  for (const [goalIds, of] of [
    [[], goalId],
    [[goalId], others],
    [[goalId], 'no-id'],
  ]) {
    const sent = contactWith(team.theo, { goalIds, progress: [{ goalId: of, words: 'Words' }] });
    const { status, body } = await rosas.post('/api/contacts', sent);
    expect([status, body.code]).toEqual([404, 'goal-not-found']);
  }
});

test.each<[string, Words[], string]>([
  ['confidence 11', [{ confidence: 11 }], 'progress.0.confidence too-large'],
  ['501 characters', [{ words: 'x'.repeat(501) }], 'progress.0.words too-long'],
  ['one goal twice', [{ words: 'a' }, { words: 'b' }], 'progress array-unique'],
])('in a contact %s is refused', async (_, said, problem) => {
  const progress = said.map((each) => ({ goalId, ...each }));
  const answer = await rosas.post('/api/contacts', contactWith(team.theo, { goalIds: [goalId], progress }));
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
});

test('nothing said at all is refused, and so is a word on a goal let go', async () => {
  const nothing = await say(theos, {});
  expect([nothing.status, ...fieldsOf(nothing)]).toEqual([422, 'words empty']);
  await theos.post(`/api/goals/${goalId}/let-go`, {}, onVersion(1));
  expect((await say(theos, { confidence: 5 })).body.code).toBe('goal-let-go');
});

test('steps, goals and words on the way are told to the pages of both as they change', async () => {
  const { stepIds } = await aGoalOf(team.theo);
  const pages = await Promise.all(
    [team.theo, team.rosa].map(async (person) => LivePage.of(await server.as(person), server.url)),
  );
  await theos.post(`/api/steps/${stepIds[0]}/tick`, { isDone: true }, onVersion(1));
  await rosas.post(`/api/goals/${goalId}/finish`, {}, onVersion(1));
  await say(theos, { confidence: 5 });
  const told = Array.from({ length: 3 }, () => team.theo.participantId);
  for (const page of pages) await becomes(() => Promise.resolve(page.participantIds), told);
  pages.forEach((page) => page.cut());
});
