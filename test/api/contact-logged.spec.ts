import { aGoalOf } from '../given/goal.js';
import { aProgram } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, riskNoteWith, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let coach: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  coach = await server.as(team.rosa);
});

const log = (words: Words = {}) => coach.post('/api/contacts', contactWith(team.theo, words));

test('reached with nothing else: who and the outcome are enough, the rest stays unsaid', async () => {
  const { status, body } = await log();
  expect(status).toBe(201);
  expect(body).toMatchObject({
    participantId: team.theo.participantId,
    participantName: 'Theo',
    coach: { accountId: team.rosa.accountId, name: 'Rosa' },
    outcome: 'reached',
    occurredOn: '2026-03-10',
    occurredTime: '12:00',
    recordedAt: '2026-03-10T16:00:00.000Z',
    isLateEntry: false,
    startedBy: null,
    way: null,
    place: null,
    minutes: null,
    programName: 'Recovery Coaching',
    dimensions: [],
    goals: [],
    sharedNote: '',
    teamNote: '',
    version: 1,
    mayAmend: true,
    mayAmendUntil: '2026-03-11T16:00:00.000Z',
    mayVoid: true,
    voided: null,
    addenda: [],
    ownWords: null,
    riskNoteId: null,
    certification: expect.stringMatching(/^CPRS /),
    isHeld: false,
  });
});

test('everything the form holds is on the contact, and the supervisor reads the same', async () => {
  const goal = await aGoalOf(team.theo);
  const riskNote = riskNoteWith();
  const words = {
    outcome: 'reached',
    occurredOn: '2026-03-09',
    occurredTime: '17:30',
    startedBy: 'participant',
    way: 'video',
    place: 'online',
    minutes: 45,
    programId: team.organization.programId,
    dimensions: ['Health', 'Purpose'],
    sharedNote: 'We talked about work.',
    teamNote: 'Sounded tired.',
  };
  const progress = [{ goalId: goal.goalId, words: 'On the list now.', confidence: 7 }];
  const contact = contactWith(team.theo, { ...words, goalIds: [goal.goalId], progress, riskNote });
  const { body } = await coach.post('/api/contacts', contact);
  expect(body).toMatchObject({ ...words, isLateEntry: true, riskNoteId: riskNote.riskNoteId });
  expect(body.goals).toEqual([
    { goalId: goal.goalId, sentence: 'Find a place of my own', progress: 'On the list now.', confidence: 7 },
  ]);
  const { body: seen } = await (await server.as(team.sam)).get(`/api/contacts/${contact.contactId}`);
  expect(seen).toEqual({ ...body, mayAmend: false });
});

test('the earliest program is meant when none is said, and a program they are not in is refused', async () => {
  const housing = await aProgram(team.organization, 'Recovery Housing');
  expectProblem(await log({ programId: housing }), 409, 'enrollment-closed');
  expect((await log()).body.programName).toBe('Recovery Coaching');
});

test('a goal of another participant is no goal of theirs: nothing is logged and the draft stays', async () => {
  const mina = await aParticipantOf(team.rosa, { preferredName: 'Mina' });
  const [theirs, hers] = [await aGoalOf(team.theo), await aGoalOf(mina)];
  const contact = contactWith(team.theo, { goalIds: [theirs.goalId, hers.goalId], riskNote: riskNoteWith() });
  await coach.put(`/api/drafts/${contact.contactId}`, { body: contact });
  const before = await rowCounts(team.organization);
  for (const goalIds of [contact['goalIds'], ['not-an-id']])
    expectProblem(await coach.post('/api/contacts', { ...contact, goalIds }), 404, 'goal-not-found');
  expect(await rowCounts(team.organization)).toEqual(before);
});

describe('the next contact', () => {
  const planned = async (): Promise<Words | null> =>
    (await coach.get(`/api/participants/${team.theo.participantId}`)).body.nextContact;

  test('is planned with the log, and seen by coach, participant and supervisor', async () => {
    await log({ nextContact: { plannedOn: '2026-03-12', plannedTime: '09:15', way: 'in person' } });
    const told = { plannedOn: '2026-03-12', plannedTime: '09:15', way: 'in person', coachName: 'Rosa' };
    expect(await planned()).toMatchObject(told);
    expect((await coach.get('/api/caseload')).body.items[0].nextContact).toMatchObject(told);
    expect((await (await server.as(team.theo)).get('/api/home')).body.nextContact).toMatchObject(told);
    const page = await (await server.as(team.sam)).get(`/api/participants/${team.theo.participantId}`);
    expect(page.body.nextContact).toMatchObject(told);
  });

  test('is replaced by the one planned after it, and today is a day to plan', async () => {
    await log({ nextContact: { plannedOn: '2026-03-12', plannedTime: '09:15' } });
    await log({ outcome: 'no answer', nextContact: { plannedOn: '2026-03-10' } });
    expect(await planned()).toMatchObject({ plannedOn: '2026-03-10', plannedTime: null, way: null });
    const { rows } = await server.database.query(
      'SELECT replaced_at IS NOT NULL AS is_replaced FROM planned_contacts WHERE participant_id = $1 ORDER BY id',
      [team.theo.participantId],
    );
    expect(rows).toEqual([{ is_replaced: true }, { is_replaced: false }]);
  });

  test('that an attempt missed is still to be had; its day gone by, it is missed and still next', async () => {
    await log({ nextContact: { plannedOn: '2026-03-11' } });
    await log({ outcome: 'no-show' });
    expect(await planned()).toMatchObject({ plannedOn: '2026-03-11', isMissed: false });
    server.clock.set('2026-03-12T16:00:00Z');
    coach = await server.as(team.rosa);
    expect(await planned()).toMatchObject({ plannedOn: '2026-03-11', isMissed: true });
  });
});

describe('the timeline', () => {
  const page = (query = '') => coach.get(`/api/participants/${team.theo.participantId}/timeline${query}`);

  test('tells the newest first, by when it happened and not by when it was typed, page after page', async () => {
    const days = ['2026-03-01', '2026-03-09', '2026-03-05', '2026-03-07', '2026-03-05'];
    for (const occurredOn of days) await log({ occurredOn });
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await page(`?limit=2${next && `&after=${next}`}`);
      expect(body.items.length).toBeLessThanOrEqual(2);
      seen.push(...body.items.map(({ on }: { on: string }) => on));
      next = body.next;
    }
    expect(seen).toEqual([...days].sort().reverse());
  });

  test('holds goals and risk notes beside the contacts, each as itself', async () => {
    const goal = await aGoalOf(team.theo, { steps: ['One', 'Two'] });
    server.clock.advance(1);
    const riskNote = riskNoteWith();
    await log({ riskNote });
    const { body } = await page();
    expect(body.items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'contact',
      'goal',
      'risk-note',
    ]);
    expect(body.items.at(-1)).toMatchObject({
      kind: 'goal',
      goal: { goalId: goal.goalId, stepCount: 2, doneStepCount: 0 },
    });
  });
});
