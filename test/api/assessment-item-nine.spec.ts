import { answersTo, phq9With } from '../given/answers.js';
import { aParticipantWithoutCoach } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theos: Client;
let coach: Client;
let supervisor: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A Tuesday, at this hour in New York. */
async function at(hour: string): Promise<void> {
  server.clock.set(`2026-03-10T${hour}:00-04:00`);
  team = await aTeam(server, { theo: { enrolledOn: '2026-03-09' } });
  theos = await server.as(team.theo);
  coach = await server.as(team.rosa);
  supervisor = await server.as(team.sam);
}

const own = '/api/own-assessments';
const nine = () => answersTo('phq-9', phq9With({ 9: 1 }));

test('item 9 above zero raises an urgent note: the supervisor is told, and coach and supervisor see it first', async () => {
  await at('12:00');
  const sent = nine();
  const { body } = await theos.post(own, sent);
  expect(body).toMatchObject({ isTold: true, help: { canBeReadNow: true, nobodyBefore: null } });
  const { items } = (await supervisor.get('/api/risk-notes')).body;
  expect(items).toMatchObject([
    {
      participantName: 'Theo',
      signals: ['thoughts of suicide'],
      level: 'urgent',
      assessmentId: sent.assessmentId,
      isOwnAnswer: true,
      raisedBy: { accountId: team.theo.accountId, name: 'Theo' },
      answerBy: '2026-03-10T17:00:00.000Z',
      told: [{ name: 'Sam', as: 'own supervisor' }],
    },
  ]);
  expect((await supervisor.get('/api/risk-notes/waiting')).body).toMatchObject({ urgentCount: 1 });
  const [card] = (await coach.get('/api/today')).body.cards;
  expect([card.preferredName, card.reasons[0].kind]).toEqual(['Theo', 'urgent risk note']);
  expect(card.standing).toMatchObject({ is: 'due', cadence: { kind: 'urgent note', days: 1 } });
  const assessments = await coach.get(`/api/assessments?participantId=${team.theo.participantId}`);
  expect(assessments.body.taken[0].riskNoteId).toBe(items[0].riskNoteId);
});

test('what comes back to them holds no word of the note, and no score', async () => {
  await at('12:00');
  const sent = await theos.post(own, nine());
  for (const { body } of [sent, await theos.get(own), await theos.get('/api/home')]) {
    const answer = JSON.stringify(body).replaceAll(/"items":\[[^\]]*\]/g, '');
    expect(answer).not.toMatch(/risk|urgent|level|signal|score|reading|suicid|Sam/i);
  }
});

test('sent three times at once it is one note', async () => {
  await at('12:00');
  const sent = nine();
  const answers = await Promise.all([1, 2, 3].map(() => theos.post(own, sent)));
  expect(answers.map(({ status, body }) => [status, body.isTold])).toEqual(Array(3).fill([201, true]));
  expect((await supervisor.get('/api/risk-notes')).body.items).toHaveLength(1);
  expect((await trailOf(team.theo)).filter(({ action }) => action === 'risk-note.raised')).toHaveLength(1);
});

test('at night it says from when somebody can read it', async () => {
  await at('23:30');
  const { help } = (await theos.get(own)).body;
  expect(help).toEqual({
    organizationName: 'Harbor Recovery Community',
    phone: '555-0100',
    coachName: 'Rosa',
    canBeReadNow: false,
    nobodyBefore: '2026-03-11T13:00:00.000Z',
  });
  expect((await theos.post(own, nine())).body.help).toEqual(help);
});

test('with the coach it is raised by the coach, with what was done at once', async () => {
  await at('12:00');
  const { body } = await coach.post('/api/assessments', {
    ...nine(),
    participantId: team.theo.participantId,
    whatWasDone: 'Called 988 together.',
  });
  expect((await coach.get(`/api/risk-notes/${body.riskNoteId}`)).body).toMatchObject({
    level: 'urgent',
    isOwnAnswer: false,
    raisedBy: { name: 'Rosa' },
    assessmentId: body.assessmentId,
    whatWasDone: 'Called 988 together.',
  });
  expect((await theos.get(own)).body.taken).toHaveLength(1);
});

test('with no coach now every supervisor is told', async () => {
  await at('12:00');
  const lou = await aParticipantWithoutCoach(team.organization, { preferredName: 'Lou' });
  await (await server.as(lou)).post(own, nine());
  expect((await supervisor.get('/api/risk-notes')).body.items).toMatchObject([
    { participantName: 'Lou', raisedBy: { name: 'Lou' }, told: [{ name: 'Sam', as: 'every supervisor' }] },
  ]);
});

test('item 9 at zero or skipped raises none, whatever the sum', async () => {
  await at('12:00');
  const high = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((item) => [item, 3]));
  for (const answer of [0, null])
    expect((await theos.post(own, answersTo('phq-9', phq9With({ ...high, 9: answer })))).body.isTold).toBe(
      false,
    );
  expect((await supervisor.get('/api/risk-notes')).body.items).toEqual([]);
});
