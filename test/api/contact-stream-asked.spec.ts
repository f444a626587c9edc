import { v7 as newId } from 'uuid';
import { covers } from '../given/cover.js';
import { ASK, given, idsInStream, inStream, sample, seeing } from '../given/feedback.js';
import { logged } from '../given/logged.js';
import { anOrganization, today } from '../given/organization.js';
import { aParticipantOf, reassign } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { riskNoteWith } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let sam: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  sam = await server.as(team.sam);
  await sample(team, 0);
});

const ids = (show?: string): Promise<string[]> => idsInStream(sam, show);

test('everything a coach in training logs is asked for, and the share of the others', async () => {
  const june = await aCoach(team.organization, {
    name: 'June',
    supervisor: team.sam,
    certification: null,
    training: { supervisor: team.sam, throughOn: today(team.organization, 30) },
  });
  const lou = await aParticipantOf(june, { preferredName: 'Lou' });
  const ofJune = await logged(june, lou);
  const ofRosa = await logged(team.rosa, team.theo);
  expect(await ids('asked')).toEqual([ofJune]);
  expect(await inStream(sam, ofJune)).toMatchObject({ askedBecause: 'training' });
  expect(await inStream(sam, ofRosa)).toMatchObject({ askedBecause: null });
  await sample(team, 100);
  const sampled = await logged(team.rosa, team.theo);
  expect(await inStream(sam, sampled)).toMatchObject({ askedBecause: 'sample' });
  const { body } = await sam.get('/api/contact-stream');
  expect(body).toMatchObject({ askedCount: 2, isMoreAsked: false, samplePercent: 100 });
  await seeing(sam, [ofJune]);
  expect((await sam.get('/api/contact-stream')).body.askedCount).toBe(1);
});

test('the share is what it says, chosen by the contact’s id and nothing a coach could choose', async () => {
  const { rows } = await server.database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM generate_series(1, 4000) i, review_settings s
      WHERE s.organization_id = $1
        AND ('x' || substr(md5(s.salt::text || md5(i::text)::uuid::text), 1, 7))::bit(28)::integer % 100 < 20`,
    [team.organization.organizationId],
  );
  expect(Math.abs(rows[0]!.count - 800)).toBeLessThan(120);
  for (const person of [team.sam, team.rosa, await anAdministrator(team.organization)]) {
    const bodies = ['/api/contact-stream', '/api/review-settings', '/api/feedback/mine'].map(async (path) =>
      JSON.stringify((await (await server.as(person)).get(path)).body),
    );
    for (const body of await Promise.all(bodies)) expect(body).not.toContain('salt');
  }
});

test('somebody drifting and a risk note are always asked for, whatever the share', async () => {
  const lou = await aParticipantOf(team.rosa, {
    preferredName: 'Lou',
    enrolledOn: today(team.organization, -60),
  });
  const drifting = await logged(team.rosa, lou);
  expect(await inStream(sam, drifting)).toMatchObject({ askedBecause: 'drifting' });
  // now they are in touch again
  expect(await inStream(sam, await logged(team.rosa, lou))).toMatchObject({ askedBecause: null });
  const risk = await logged(team.rosa, team.theo, { riskNote: riskNoteWith() });
  expect(await inStream(sam, risk)).toMatchObject({ askedBecause: 'risk note' });
});

test('a held contact is marked and asked for; a draft is never there', async () => {
  const organization = await anOrganization(server, { uncertifiedLogging: 'hold' });
  const kim = await aSupervisor(organization, { name: 'Kim' });
  const ren = await aCoach(organization, { name: 'Ren', supervisor: kim, certification: null });
  const person = await aParticipantOf(ren);
  const held = await logged(ren, person);
  const rens = await server.as(ren);
  const draft = { participantId: person.participantId, body: { sharedNote: 'Half a sent' } };
  expect((await rens.put(`/api/drafts/${newId()}`, draft)).status).toBeLessThan(300);
  const { items } = (await (await server.as(kim)).get('/api/contact-stream')).body;
  expect(items).toMatchObject([{ contact: { contactId: held, isHeld: true }, askedBecause: 'held' }]);
});

test('only the team’s contacts are there; another supervisor, a coach and an administrator read none', async () => {
  const mine = await logged(team.rosa, team.theo);
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  const inezs = await server.as(inez);
  expect((await inezs.get('/api/contact-stream')).body.items).toEqual([]);
  expectProblem(
    await inezs.get(`/api/contact-stream?coachId=${team.rosa.accountId}`),
    404,
    'coach-not-found',
  );
  expectProblem(await seeing(inezs, [mine]), 404, 'contact-not-found');
  expectProblem(
    await inezs.post('/api/contact-stream/unseen', { contactIds: [mine] }),
    404,
    'contact-not-found',
  );
  expectProblem(await seeing(sam, [mine], ['nonsense']), 404, 'contact-not-found');
  expect(await ids()).toEqual([mine]);
  for (const person of [team.rosa, await anAdministrator(team.organization), team.theo])
    expectProblem(await (await server.as(person)).get('/api/contact-stream'), 403, 'role-not-allowed');
  expectFieldProblem(
    await sam.post('/api/contact-stream/seen', { contacts: [] }),
    'contacts',
    'array-min-size',
  );
});

test('while Sam is away, whoever covers reads the stream; a colleague’s own record stays locked', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  const one = await logged(team.rosa, team.theo);
  await covers(inez, team.sam);
  const inezs = await server.as(inez);
  expect(await inStream(inezs, one)).toBeDefined();
  await server.database.query(
    `INSERT INTO account_roles (organization_id, account_id, role, given_at) VALUES ($1, $2, 'coach', $3)`,
    [team.organization.organizationId, team.theo.accountId, server.clock.now()],
  );
  expect(await ids()).toEqual([]);
  expectProblem(await seeing(sam, [one]), 404, 'contact-not-found');
  expect((await sam.get('/api/contact-stream')).body.askedCount).toBe(0);
});

test('who moved to a coach of another team: what Rosa logged stays with Sam, with no name', async () => {
  const one = await logged(team.rosa, team.theo);
  await given(sam, one, ASK);
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await reassign(team.theo, await aCoach(team.organization, { name: 'Keisha', supervisor: inez }));
  expect(await inStream(sam, one)).toMatchObject({
    contact: { participantName: '' },
    feedback: [{ kind: 'change' }],
  });
});
