import { aGoalOf } from '../given/goal.js';
import { goalWords } from '../given/goal-words.js';
import { today } from '../given/organization.js';
import { aParticipantWithoutCoach } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

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

const move = (by: Client, what: string, version: number, words: Words = {}): Promise<Answer> =>
  by.post(`/api/goals/${goalId}/${what}`, words, onVersion(version));

test.each(['participant', 'coach'])(
  'finishing is said by one (the %s) and confirmed by the other',
  async (who) => {
    const [first, second] = who === 'participant' ? [theos, rosas] : [rosas, theos];
    const proposed = await move(first, 'finish', 1);
    expect(proposed.body).toMatchObject({
      finishProposed: { by: { isParticipant: who === 'participant' }, on: today(team.organization) },
      finishedOn: null,
      mayConfirm: false,
    });
    expect((await second.get(`/api/goals/${goalId}`)).body.goal.mayConfirm).toBe(true);
    const finished = await move(second, 'finish', 2);
    expect(finished.body).toMatchObject({
      finishedOn: today(team.organization),
      finishedBy: { isParticipant: who !== 'participant' },
      version: 3,
    });
    const said = [...(await trailOf(team.theo)), ...(await trailOf(team.rosa))].map(({ action }) => action);
    expect(said).toEqual(expect.arrayContaining(['goal.finish-proposed', 'goal.finished']));
  },
);

test('one side alone finishes nothing, however often they say so', async () => {
  await move(theos, 'finish', 1);
  const again = await move(theos, 'finish', 2);
  expect([again.status, again.body.finishedOn, again.body.version]).toEqual([200, null, 2]);
});

test('the database itself takes no finish from one side alone', async () => {
  const alone = `UPDATE goals SET finish_proposed_by = $2, finish_proposed_at = now(), finished_by = $2,
    finished_on = current_date, finish_agreed_in_person = true WHERE id = $1`;
  await expect(server.database.query(alone, [goalId, team.theo.accountId])).rejects.toMatchObject({
    constraint: 'finishing_takes_both_sides',
  });
});

test('finished twice is finished once, whoever says it again', async () => {
  await move(theos, 'finish', 1);
  const answers = await Promise.all(Array.from({ length: 4 }, () => move(rosas, 'finish', 2)));
  expect(answers.map(({ status, body }) => [status, body.version])).toEqual(answers.map(() => [200, 3]));
  expect((await move(theos, 'finish', 1)).body.version).toBe(3);
  expect((await trailOf(team.rosa)).filter(({ action }) => action === 'goal.finished')).toHaveLength(1);
});

test('until it is confirmed either takes it back', async () => {
  await move(theos, 'finish', 1);
  expect((await move(rosas, 'not-yet-finished', 2)).body).toMatchObject({ finishProposed: null, version: 3 });
  await move(theos, 'finish', 3);
  expect((await move(theos, 'not-yet-finished', 4)).body.finishProposed).toBeNull();
  expect((await move(theos, 'not-yet-finished', 1)).status).toBe(200);
});

test('words changed since are shown before it is confirmed', async () => {
  await move(theos, 'finish', 1);
  await theos.put(`/api/goals/${goalId}`, goalWords({ sentence: 'Two rooms' }), onVersion(2));
  const { status, body } = await move(rosas, 'finish', 2);
  expect([status, body.current.sentence]).toEqual([412, 'Two rooms']);
});

test('without a coach it waits kindly, and a supervisor may confirm it, but not say it first', async () => {
  const lou = await aParticipantWithoutCoach(team.organization, { preferredName: 'Lou' });
  goalId = (await aGoalOf(lou)).goalId;
  const sams = await server.as(team.sam);
  const early = await move(sams, 'finish', 1);
  expect([early.status, early.body.code]).toEqual([403, 'goal-not-proposed']);
  const waiting = await move(await server.as(lou), 'finish', 1);
  expect(waiting.body).toMatchObject({ finishedOn: null, finishProposed: { by: { name: 'Lou' } } });
  expect((await move(sams, 'finish', 2)).body.finishedBy).toEqual({ isParticipant: false, name: 'Sam' });
});

test('staff say it for both only where the participant has no account', async () => {
  const both = { isAgreedInPerson: true };
  expect((await move(rosas, 'finish', 1, both)).body.finishedOn).toBeNull();
  await server.database.query('UPDATE participants SET account_id = NULL WHERE id = $1', [
    team.theo.participantId,
  ]);
  expect((await move(rosas, 'finish', 2, both)).body.finishedOn).toBe(today(team.organization));
});

test('let go without blame while one says it is reached: that ends with it, and it can be taken up again', async () => {
  await move(rosas, 'finish', 1);
  const gone = await move(theos, 'let-go', 2, { words: 'Another time.' });
  expect(gone.body).toMatchObject({
    letGoOn: today(team.organization),
    letGoBy: { isParticipant: true },
    letGoWords: 'Another time.',
    finishProposed: null,
  });
  expect((await move(rosas, 'let-go', 1)).body.version).toBe(3);
  const refused = await move(rosas, 'finish', 3);
  expect([refused.status, refused.body.code]).toEqual([409, 'goal-let-go']);
  expect((await move(theos, 'take-up', 3)).body).toMatchObject({ letGoOn: null, letGoWords: '', version: 4 });
});

test('a finished goal is not changed nor let go until it is taken up again', async () => {
  await move(theos, 'finish', 1);
  await move(rosas, 'finish', 2);
  const answers = [
    await theos.put(`/api/goals/${goalId}`, goalWords({ sentence: 'Else' }), onVersion(3)),
    await move(theos, 'let-go', 3),
    await move(theos, 'not-yet-finished', 3),
  ];
  for (const { status, body } of answers) expect([status, body.code]).toEqual([409, 'goal-finished']);
  expect((await move(theos, 'take-up', 3)).body).toMatchObject({ finishedOn: null, finishProposed: null });
});
