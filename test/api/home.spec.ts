import { v7 as newId } from 'uuid';
import { checkInWith } from '../given/check-in.js';
import { aGoalOf } from '../given/goal.js';
import { logged } from '../given/logged.js';
import { anOrganization, today, type Organization } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach, type Participant } from '../given/participant.js';
import { OWN_PLAN, savePeople } from '../given/plan.js';
import { enter } from '../given/recovery-days.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { onVersion } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let rosa: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  rosa = await aCoach(harbor);
  theo = await aParticipantOf(rosa);
});

const home = async (participant: Participant) => (await server.as(participant)).get('/api/home');

test('a participant sees their coach, their own goals with steps, the next contact, and nothing else', async () => {
  const goal = await aGoalOf(theo, {
    sentence: 'See my daughter',
    steps: ['Write to her', 'Ask about visits'],
  });
  await aGoalOf(await aParticipantOf(rosa), { sentence: 'Somebody else’s' });
  const plannedContact = { plannedOn: today(harbor, 2), plannedTime: '17:30', way: 'phone' };
  await logged(rosa, theo, { nextContact: plannedContact });

  const { status, body } = await home(theo);
  expect(status).toBe(200);
  expect(body).toEqual({
    preferredName: 'Theo',
    coach: { name: 'Rosa' },
    newCoach: null,
    nextContact: {
      plannedContactId: expect.any(String),
      ...plannedContact,
      coachName: 'Rosa',
      isMissed: false,
      version: 1,
    },
    call: {
      call: null,
      whoSees: expect.objectContaining({ coachNames: ['Rosa'] }),
    },
    steps: [
      {
        ...{ stepId: goal.stepIds[0], words: 'Write to her', byOn: null, doneAt: null, version: 1 },
        ...{ goalId: goal.goalId, sentence: 'See my daughter' },
      },
    ],
    celebrates: [],
    checkedInAt: null,
    peopleToCall: [],
    isTimeForQuestions: false,
    organization: { name: 'Harbor Recovery Community', phone: '555-0100' },
    stays: [{ fromOn: today(harbor, -3), throughOn: null }],
    today: today(harbor),
  });
});

test('nothing that staff keep to themselves is in it', async () => {
  await logged(rosa, theo, {
    teamNote: 'SECRET of the team',
    sharedNote: 'We talked',
    riskNote: {
      riskNoteId: newId(),
      signals: ['cravings'],
      level: 'watch',
      whatWasDone: 'SECRET of the risk note',
    },
  });
  const text = JSON.stringify((await home(theo)).body);
  expect(text).not.toMatch(/SECRET|watch|cravings|standing|overdue|legalName/);
});

test('a goal that was let go and a contact planned for a day gone by do not stand there', async () => {
  const { goalId } = await aGoalOf(theo);
  await server.database.query('UPDATE goals SET let_go_on = $2 WHERE id = $1', [goalId, today(harbor)]);
  await logged(rosa, theo, { nextContact: { plannedOn: today(harbor) } });
  await server.database.query('UPDATE planned_contacts SET planned_on = $2 WHERE participant_id = $1', [
    theo.participantId,
    today(harbor, -1),
  ]);
  const { body } = await home(theo);
  expect([body.steps, body.nextContact]).toEqual([[], null]);
});

test('what they said and did today is there, what asks for them, and what there is to be glad of', async () => {
  const lou = await aParticipantOf(rosa, { preferredName: 'Lou', enrolledOn: today(harbor, -25) });
  const [lous, rosas] = [await server.as(lou), await server.as(rosa)];
  await lous.post('/api/check-ins', checkInWith());
  await enter(lous, { beganOn: today(harbor, -7) });
  const reached = await aGoalOf(lou, { sentence: 'See my daughter', steps: ['Write to her', 'Ask her'] });
  const open = await aGoalOf(lou, { steps: ['Call the housing office'] });
  const [stepId] = reached.stepIds;
  await lous.post(`/api/steps/${stepId}/tick`, { isDone: true }, onVersion(1));
  await lous.post(`/api/goals/${reached.goalId}/finish`, {}, onVersion(1));
  await rosas.post(`/api/goals/${reached.goalId}/finish`, {}, onVersion(2));
  const next = { stepId: open.stepIds[0], words: 'Call the housing office', doneAt: null };
  expect((await home(lou)).body).toMatchObject({
    checkedInAt: server.clock.now().toISOString(),
    isTimeForQuestions: true,
    steps: [{ stepId, words: 'Write to her', sentence: 'See my daughter' }, next],
    celebrates: [
      { what: 'recovery days', words: '', count: 7, unit: 'days', on: today(harbor) },
      { what: 'goal reached', words: 'See my daughter', count: 1 },
      { what: 'steps done', words: 'Write to her', count: 1 },
    ],
  });
  server.clock.advance(1440);
  expect((await home(lou)).body).toMatchObject({ checkedInAt: null, steps: [next] });
});

test('the people of their plan who can be called are there, whoever comes first on top', async () => {
  const theos = await server.as(theo);
  const people = [
    { name: 'Dee', relation: 'neighbor', phone: '(555) 555-0142' },
    { name: 'Father Tom', relation: 'pastor', phone: '' },
    { name: 'Marcus', phone: '555-555-0164 ext. 3' },
  ];
  expect((await savePeople(theos, OWN_PLAN, people)).status).toBe(200);
  expect((await home(theo)).body.peopleToCall).toEqual([
    { name: 'Dee', relation: 'neighbor', dial: '5555550142' },
    { name: 'Marcus', relation: '', dial: '5555550164,3' },
  ]);
});

test('without a coach it says so', async () => {
  expect((await home(await aParticipantWithoutCoach(harbor))).body.coach).toBeNull();
});

test('the day is the organization’s', async () => {
  const inLosAngeles = await anOrganization(server, { timeZone: 'America/Los_Angeles' });
  const lou = await aParticipantWithoutCoach(inLosAngeles);
  const before = server.clock.now();
  server.clock.set('2026-03-11T06:30:00Z');
  expect((await home(lou)).body.today).toBe('2026-03-10');
  server.clock.set(before);
});

test('opening it is in the trail as their own', async () => {
  await home(theo);
  expect(await lastInTrailOf(theo)).toMatchObject({
    action: 'home.opened',
    role: 'participant',
    participant_id: theo.participantId,
  });
});

test('home is a participant’s alone, and not for someone who is not signed in', async () => {
  for (const person of [rosa, await aSupervisor(harbor), await anAdministrator(harbor)]) {
    const { status, body } = await (await server.as(person)).get('/api/home');
    expect([status, body.code]).toEqual([403, 'role-not-allowed']);
  }
  expect((await server.asNobody().get('/api/home')).body.code).toBe('session-missing');
});
