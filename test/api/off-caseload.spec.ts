import { v7 as newId } from 'uuid';
import { aGoalOf } from '../given/goal.js';
import { logged } from '../given/logged.js';
import { aProgram } from '../given/organization.js';
import { aParticipantOf, type Participant, reassign } from '../given/participant.js';
import { aCoach, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteWith, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem, withoutMoment } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { rowsShownTo } from '../support/rows-shown-to.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
/** A coach of the same team, whose Lou walks in when only Rosa is there. */
let dev: Person;
let lou: Participant;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  lou = await aParticipantOf(dev, { preferredName: 'Lou', legalName: 'Louis Marchetti' });
  rosa = await server.as(team.rosa);
});

const standIn = (more: Words = {}): Words & { contactId: string } =>
  contactWith(lou, { isOffCaseload: true, sharedNote: 'Lou walked in.', teamNote: 'Calm.', ...more });

describe('logged by a coach who stands in', () => {
  test('the contact counts for the participant, is in their coach’s timeline, and its writer reads it', async () => {
    const sent = standIn();
    const { status, body } = await rosa.post('/api/contacts', sent);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      participantName: 'Lou',
      coach: { name: 'Rosa' },
      isOffCaseload: true,
      sharedNote: 'Lou walked in.',
      teamNote: 'Calm.',
    });
    expect((await rosa.get(`/api/contacts/${sent.contactId}`)).body).toEqual(body);
    const own = await server.as(dev);
    const page = await own.get(`/api/participants/${lou.participantId}`);
    expect(page.body.enrollments[0].standing).toMatchObject({ is: 'on track', lastReachedOn: '2026-03-10' });
    const { items } = (await own.get(`/api/participants/${lou.participantId}/timeline`)).body;
    expect(items[0].contact).toMatchObject({ contactId: sent.contactId, coach: { name: 'Rosa' } });
    expect(await lastInTrailOf(team.rosa)).toMatchObject({ participant_id: lou.participantId });
  });

  test('nothing else of the record is there for them: the same 404 as for nobody', async () => {
    const theirs = await logged(dev, lou, { riskNote: riskNoteWith() });
    await aGoalOf(lou);
    await rosa.post('/api/contacts', standIn({ riskNote: riskNoteWith() }));
    const nobody = newId();
    for (const path of [
      (id: string) => `/api/participants/${id}`,
      (id: string) => `/api/participants/${id}/timeline`,
      (id: string) => `/api/participants/${id}/promises`,
      (id: string) => `/api/participants/${id}/planned-contacts`,
    ]) {
      const missing = withoutMoment(await rosa.get(path(nobody)));
      expect(withoutMoment(await rosa.get(path(lou.participantId)))).toEqual(missing);
    }
    expectProblem(await rosa.get(`/api/contacts/${theirs}`), 404, 'contact-not-found');
    expectProblem(await rosa.get(`/api/contacts/${theirs}/versions`), 404, 'contact-not-found');
    expect(
      (await rosa.get('/api/caseload')).body.items.map(({ preferredName }: Words) => preferredName),
    ).toEqual(['Theo']);
    const { items } = (await rosa.get('/api/risk-notes')).body;
    expect(items).toHaveLength(1);
  });

  test('the database itself shows them those rows and no other', async () => {
    await logged(dev, lou, { teamNote: 'Dev’s own.', riskNote: riskNoteWith() });
    const sent = standIn({ riskNote: riskNoteWith(), promises: [aPromise()] });
    await rosa.post('/api/contacts', sent);
    const seen = await rowsShownTo(team.rosa, lou.participantId);
    expect(seen).toEqual({
      participants: 0,
      enrollments: 0,
      ways_to_reach: 0,
      standings: 0,
      goals: 0,
      planned_contacts: 0,
      contacts: 1,
      contact_team_notes: 1,
      contact_addenda: 0,
      risk_notes: 1,
      promises: 1,
    });
  });

  test('a risk note on it is answered, and its writer reads the answer', async () => {
    const riskNote = riskNoteWith();
    await rosa.post('/api/contacts', standIn({ riskNote }));
    const sam = await server.as(team.sam);
    const answer = await sam.post(
      `/api/risk-notes/${riskNote.riskNoteId}/acknowledge`,
      { words: 'I will call Lou.' },
      onVersion(1),
    );
    expect(answer.status).toBe(200);
    expect((await rosa.get(`/api/risk-notes/${riskNote.riskNoteId}`)).body).toMatchObject({
      participantName: 'Lou',
      acknowledged: { words: 'I will call Lou.' },
    });
  });

  test('it is amended, added to and voided by the usual rules, and counts for nothing after', async () => {
    const { contactId } = (await rosa.post('/api/contacts', standIn())).body;
    const path = `/api/contacts/${contactId}`;
    const amended = await rosa.put(path, { outcome: 'reached', sharedNote: 'Set right.' }, onVersion(1));
    expect(amended.body).toMatchObject({ version: 2, sharedNote: 'Set right.', participantName: 'Lou' });
    expect((await rosa.get(`${path}/versions`)).body.items).toHaveLength(1);
    const added = await rosa.post(`${path}/addenda`, {
      addendumId: newId(),
      words: 'More.',
      isShared: false,
    });
    expect(added.body.addenda).toMatchObject([{ words: 'More.' }]);
    const sams = { addendumId: newId(), words: 'For the team.', isShared: false };
    await (await server.as(team.sam)).post(`${path}/addenda`, sams);
    expect((await rosa.get(path)).body.addenda).toHaveLength(1);
    expect((await rosa.post(`${path}/void`, { reason: 'Someone else' }, onVersion(2))).status).toBe(200);
    const page = await (await server.as(dev)).get(`/api/participants/${lou.participantId}`);
    expect(page.body.enrollments[0].standing.is).toBe('new');
  });

  test('a planned contact of theirs is settled by it, and comes back when it is voided', async () => {
    const own = await server.as(dev);
    const planned = { plannedContactId: newId(), participantId: lou.participantId, plannedOn: '2026-03-10' };
    expect((await own.post('/api/planned-contacts', planned)).status).toBe(201);
    const next = async () => (await own.get(`/api/participants/${lou.participantId}`)).body.nextContact;
    const { contactId } = (await rosa.post('/api/contacts', standIn())).body;
    expect(await next()).toBeNull();
    await rosa.post(`/api/contacts/${contactId}/void`, { reason: 'Wrong' }, onVersion(1));
    expect(await next()).toMatchObject({ plannedContactId: planned.plannedContactId });
  });

  test('they find it again, with what they promised, and still after thirty days not', async () => {
    const sent = standIn({ promises: [aPromise()] });
    await rosa.post('/api/contacts', sent);
    const { body } = await rosa.get('/api/logged-elsewhere');
    expect(body).toMatchObject({
      from: '2026-02-09',
      to: '2026-03-10',
      contacts: [{ contactId: sent.contactId, participantName: 'Lou' }],
      openPromises: [{ words: 'Bring the bus plan', participantName: 'Lou' }],
    });
    expect((await (await server.as(dev)).get('/api/logged-elsewhere')).body.contacts).toEqual([]);
    server.clock.set('2026-04-10T16:00:00Z');
    expect((await (await server.as(team.rosa)).get('/api/logged-elsewhere')).body.contacts).toEqual([]);
  });

  test('twenty times at once it is one contact', async () => {
    const sent = standIn({ promises: [aPromise()], riskNote: riskNoteWith() });
    const answers = await Promise.all(Array.from({ length: 20 }, () => rosa.post('/api/contacts', sent)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const counts = await rowCounts(team.organization);
    expect(counts).toMatchObject({ contacts: 1, promises: 1, risk_notes: 1 });
  });

  test('Lou in Rosa’s care from tomorrow: then the whole record is hers to read', async () => {
    await rosa.post('/api/contacts', standIn());
    await reassign(lou, team.rosa);
    expect((await rosa.get(`/api/participants/${lou.participantId}`)).status).toBe(200);
  });
});

describe('is refused', () => {
  test('when the form does not say so, for somebody of no program of hers, and for nobody', async () => {
    const housing = await aProgram(team.organization, 'Recovery Housing');
    const far = await aCoach(team.organization, { name: 'Ines' });
    const elsewhere = await aParticipantOf(far, { preferredName: 'Noa', programId: housing });
    const summit = await aTeam(server);
    const before = await rowCounts(team.organization);
    for (const sent of [
      contactWith(lou),
      contactWith(elsewhere, { isOffCaseload: true }),
      contactWith(summit.theo, { isOffCaseload: true }),
      contactWith({ participantId: newId() }, { isOffCaseload: true }),
      contactWith({ participantId: 'no-id' }, { isOffCaseload: true }),
    ])
      expectProblem(await rosa.post('/api/contacts', sent), 404, 'participant-not-found');
    expect(await rowCounts(team.organization)).toEqual(before);
  });

  test('what only their own coach plans, and goals that a stand-in has not read', async () => {
    const { goalId } = await aGoalOf(lou);
    const before = await rowCounts(team.organization);
    expectFieldProblem(
      await rosa.post('/api/contacts', standIn({ nextContact: { plannedOn: '2026-03-12' } })),
      'nextContact.plannedOn',
      'not-on-your-caseload',
    );
    expectProblem(await rosa.post('/api/contacts', standIn({ goalIds: [goalId] })), 404, 'goal-not-found');
    expectProblem(
      await rosa.post('/api/promises', { ...aPromise(), participantId: lou.participantId }),
      404,
      'participant-not-found',
    );
    expect(await rowCounts(team.organization)).toEqual(before);
  });

  test('for a coach with no certification, and the risk note is raised all the same', async () => {
    const nia = await aCoach(team.organization, { name: 'Nia', supervisor: team.sam, certification: null });
    const riskNote = riskNoteWith();
    const answer = await (await server.as(nia)).post('/api/contacts', standIn({ riskNote }));
    expectProblem(answer, 422, 'certification-missing');
    expect(answer.body.riskNoteId).toBe(riskNote.riskNoteId);
    expect((await (await server.as(nia)).get(`/api/risk-notes/${riskNote.riskNoteId}`)).status).toBe(200);
  });
});

const aPromise = (): Words & { promiseId: string } => ({
  promiseId: newId(),
  words: 'Bring the bus plan',
  dueOn: '2026-03-12',
});
