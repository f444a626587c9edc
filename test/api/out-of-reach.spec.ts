import { v7 as newId } from 'uuid';
import { aGoalOf } from '../given/goal.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteAbout } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { withoutMoment } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let harbor: Team;
let elsewhere: Record<string, Ids>;

interface Ids {
  participantId: string;
  contactId: string;
  riskNoteId: string;
  draftId: string;
  goalId: string;
  programId: string;
}

beforeAll(async () => {
  server = await startTestServer();
  harbor = await aTeam(server);
  const summit = await aTeam(server);
  const otherSam = await aSupervisor(harbor.organization, { name: 'Noor' });
  const dev = await aCoach(harbor.organization, { name: 'Dev', supervisor: otherSam });
  elsewhere = {
    'of another organization': await theIdsOf(summit.rosa),
    'of another coach on another team': await theIdsOf(dev),
    'of nothing there is': {
      participantId: newId(),
      contactId: newId(),
      riskNoteId: newId(),
      draftId: newId(),
      goalId: newId(),
      programId: newId(),
    },
    'of another kind': kindsMixedUp(await theIdsOf(harbor.rosa)),
    'that is none': every('not-an-id'),
    'that is empty': every('%20'),
    'with a NUL byte': every('%00'),
    'that is all of SQL': every("' OR true --".replaceAll(' ', '%20')),
  };
});
afterAll(() => server.close());

async function theIdsOf(coach: Person): Promise<Ids> {
  const participant = await aParticipantOf(coach, { preferredName: 'Lou' });
  const client = await server.as(coach);
  const contact = contactWith(participant, { riskNote: undefined });
  const note = riskNoteAbout(participant);
  const draftId = newId();
  expect((await client.post('/api/contacts', contact)).status).toBe(201);
  expect((await client.post('/api/risk-notes', note)).status).toBe(201);
  expect((await client.put(`/api/drafts/${draftId}`, { body: { hers: 'alone' } })).status).toBe(200);
  const { goalId } = await aGoalOf(participant);
  const { participantId } = participant;
  return { participantId, ...contact, ...note, draftId, goalId, programId: coach.organization.programId };
}

function kindsMixedUp(ids: Ids): Ids {
  return {
    participantId: ids.contactId,
    contactId: ids.participantId,
    riskNoteId: ids.goalId,
    draftId: newId(),
    goalId: ids.riskNoteId,
    programId: ids.participantId,
  };
}

function every(id: string): Ids {
  return { participantId: id, contactId: id, riskNoteId: id, draftId: id, goalId: id, programId: id };
}

type Ask = (client: Client, ids: Ids) => Promise<Answer>;
const v1 = onVersion(1);
const words = { words: 'I called her.' };
const plain = (id: string): string => decodeURIComponent(id);

const OF_A_COACH: [string, Ask][] = [
  ['opening a participant', (rosa, { participantId }) => rosa.get(`/api/participants/${participantId}`)],
  [
    'opening a timeline',
    (rosa, { participantId }) => rosa.get(`/api/participants/${participantId}/timeline`),
  ],
  [
    'logging',
    (rosa, { participantId }) =>
      rosa.post('/api/contacts', contactWith({ participantId: plain(participantId) })),
  ],
  [
    'raising a risk note',
    (rosa, { participantId }) =>
      rosa.post('/api/risk-notes', riskNoteAbout({ participantId: plain(participantId) })),
  ],
  [
    'logging on a goal',
    (rosa, { goalId }) => rosa.post('/api/contacts', contactWith(harbor.theo, { goalIds: [plain(goalId)] })),
  ],
  ['opening a contact', (rosa, { contactId }) => rosa.get(`/api/contacts/${contactId}`)],
  ['opening its versions', (rosa, { contactId }) => rosa.get(`/api/contacts/${contactId}/versions`)],
  ['amending', (rosa, { contactId }) => rosa.put(`/api/contacts/${contactId}`, { outcome: 'reached' }, v1)],
  [
    'voiding',
    (rosa, { contactId }) => rosa.post(`/api/contacts/${contactId}/void`, { reason: 'Not mine' }, v1),
  ],
  [
    'adding an addendum',
    (rosa, { contactId }) =>
      rosa.post(`/api/contacts/${contactId}/addenda`, { addendumId: newId(), isShared: false, ...words }),
  ],
  [
    'moving a contact',
    (rosa, { contactId }) =>
      rosa.post(
        `/api/contacts/${contactId}/wrong-person`,
        { contactId: newId(), participantId: harbor.theo.participantId },
        v1,
      ),
  ],
  ['opening a risk note', (rosa, { riskNoteId }) => rosa.get(`/api/risk-notes/${riskNoteId}`)],
  ['opening a draft', (rosa, { draftId }) => rosa.get(`/api/drafts/${draftId}`)],
  [
    'saving a draft about somebody',
    (rosa, { participantId }) =>
      rosa.put(`/api/drafts/${newId()}`, { participantId: plain(participantId), body: {} }),
  ],
];

const OF_A_SUPERVISOR: [string, Ask][] = [
  ['opening a participant', (sam, { participantId }) => sam.get(`/api/participants/${participantId}`)],
  ['opening a contact', (sam, { contactId }) => sam.get(`/api/contacts/${contactId}`)],
  [
    'voiding',
    (sam, { contactId }) => sam.post(`/api/contacts/${contactId}/void`, { reason: 'Not hers' }, v1),
  ],
  [
    'acknowledging',
    (sam, { riskNoteId }) => sam.post(`/api/risk-notes/${riskNoteId}/acknowledge`, words, v1),
  ],
  ['resolving', (sam, { riskNoteId }) => sam.post(`/api/risk-notes/${riskNoteId}/resolve`, words, v1)],
];

async function hearsOneAnswer(person: Person, ask: Ask): Promise<void> {
  const client = await server.as(person);
  const before = await rowCounts(harbor.organization);
  const answers: Record<string, unknown> = {};
  for (const [whose, ids] of Object.entries(elsewhere))
    answers[whose] = withoutMoment(await ask(client, ids));
  const missing = answers['of nothing there is'];
  expect(missing).toMatchObject({ status: 404, body: { status: 404 } });
  expect(answers).toEqual(Object.fromEntries(Object.keys(elsewhere).map((whose) => [whose, missing])));
  expect(await rowCounts(harbor.organization)).toEqual(before);
}

test.each(OF_A_COACH)('a coach who is %s hears the same of every id out of reach', (_, ask) =>
  hearsOneAnswer(harbor.rosa, ask),
);

test.each(OF_A_SUPERVISOR)('a supervisor who is %s hears the same of every id out of reach', (_, ask) =>
  hearsOneAnswer(harbor.sam, ask),
);

test('a program of another organization is one that is not there', async () => {
  const rosa = await server.as(harbor.rosa);
  const log = (programId: string) => rosa.post('/api/contacts', contactWith(harbor.theo, { programId }));
  const missing = withoutMoment(await log(newId()));
  expect(missing).toMatchObject({ status: 404 });
  expect(withoutMoment(await log(elsewhere['of another organization']!.programId))).toEqual(missing);
  expect(withoutMoment(await log('not-an-id'))).toEqual(missing);
});

test('a contact is logged under an id that another coach’s contact holds: there is no such contact', async () => {
  const rosa = await server.as(harbor.rosa);
  const taken = { contactId: elsewhere['of another coach on another team']!.contactId };
  const answer = await rosa.post('/api/contacts', contactWith(harbor.theo, taken));
  expect(answer).toMatchObject({ status: 404, body: { code: 'contact-not-found' } });
});

test('a draft saved under the id of another coach’s draft is refused, and theirs is as it was', async () => {
  const rosa = await server.as(harbor.rosa);
  const { draftId } = elsewhere['of another coach on another team']!;
  const answer = await rosa.put(`/api/drafts/${draftId}`, { body: { mine: 'now' } });
  expect(answer).toMatchObject({ status: 404, body: { code: 'draft-not-found' } });
  await rosa.delete(`/api/drafts/${draftId}`);
  const { rows } = await server.database.query('SELECT body FROM drafts WHERE id = $1', [draftId]);
  expect(rows).toEqual([{ body: '{"hers":"alone"}' }]);
});
