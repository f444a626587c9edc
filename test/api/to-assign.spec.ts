import { Assigning } from '../given/assigning.js';
import { today, type Organization } from '../given/organization.js';
import { aParticipantOf, closeEnrollment, type Participant } from '../given/participant.js';
import { raised } from '../given/logged.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let given: Assigning;
let harbor: Organization;
let sam: Person;
let sams: Client;
let rosa: Person;
let mina: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  given = await Assigning.on(server);
  ({ harbor, sam, sams, rosa, mina } = given);
});

describe('who needs a coach', () => {
  const listed = async () => (await sams.get('/api/to-assign')).body;

  test('nobody’s first, then whose coach is disabled, lapsed, has a last day or ends within 60 days', async () => {
    const lapsed = await given.coachNamed('Lapsed', {
      certification: { firstOn: today(harbor, -9), lastOn: today(harbor, -1) },
    });
    const ends = await given.coachNamed('Ends', {
      certification: { firstOn: today(harbor, -9), lastOn: today(harbor, 60) },
    });
    const trains = await given.coachNamed('Trains', {
      certification: null,
      training: { supervisor: sam, throughOn: today(harbor, 10) },
    });
    const gone = await given.coachNamed('Gone');
    for (const coach of [lapsed, ends, trains, gone])
      await aParticipantOf(coach, { preferredName: `Of ${coach.name}` });
    await aParticipantOf(rosa, { preferredName: 'Stays' });
    const until = await aParticipantOf(rosa, { preferredName: 'Until' });
    await server.database.query('UPDATE assignments SET last_on = $2 WHERE participant_id = $1', [
      until.participantId,
      today(harbor, 3),
    ]);
    await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [gone.accountId]);
    const { items, team } = await listed();
    expect(
      items.map((item: Record<string, string>) => [item['preferredName'], item['why'], item['onDay']]),
    ).toEqual([
      ['Mina', 'no coach', today(harbor, -3)],
      ['Of Gone', 'coach disabled', null],
      ['Of Lapsed', 'coach lapsed', null],
      ['Until', 'last day', today(harbor, 3)],
      ['Of Ends', 'certification ends', today(harbor, 60)],
      ['Of Trains', 'training ends', today(harbor, 10)],
    ]);
    expect(team.map(({ coach }: { coach: { name: string } }) => coach.name)).toEqual([
      'Ends',
      'Lapsed',
      'Rosa',
      'Trains',
    ]);
    expect((await lastInTrailOf(sam))?.participant_ids).toHaveLength(6);
  });

  test.each([
    [60, true],
    [61, false],
  ])('a certification that ends in %i days shows: %s', async (days, shows) => {
    const dev = await given.coachNamed('Dev', {
      certification: { firstOn: today(harbor, -9), lastOn: today(harbor, days) },
    });
    await aParticipantOf(dev, { preferredName: 'Lou' });
    expect(
      (await listed()).items.some((item: { preferredName: string }) => item.preferredName === 'Lou'),
    ).toBe(shows);
  });

  test('one that is renewed in time does not; nor who is no longer enrolled or of another team', async () => {
    const dev = await given.coachNamed('Dev', {
      certification: { firstOn: today(harbor, -9), lastOn: today(harbor, 5) },
    });
    await server.database.query(
      `INSERT INTO certifications (organization_id, id, coach_id, kind, issuer, number, first_on, last_on)
       VALUES ($1, gen_random_uuid(), $2, 'CPRS', 'State Board', '2', $3, $4)`,
      [harbor.organizationId, dev.accountId, today(harbor, 6), today(harbor, 700)],
    );
    await aParticipantOf(dev);
    await closeEnrollment(mina, today(harbor));
    const inez = await aSupervisor(harbor);
    const other = await aCoach(harbor, { supervisor: inez, certification: null });
    const told = await aParticipantOf(other);
    await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [other.accountId]);
    expect((await listed()).items).toEqual([]);
    expect((await (await server.as(inez)).get('/api/to-assign')).body.items).toMatchObject([
      { participantId: told.participantId, why: 'coach disabled' },
    ]);
  });

  test('an open note shows with them', async () => {
    const lou = await aParticipantOf(rosa, { preferredName: 'Lou' });
    await raised(rosa, lou, { level: 'urgent' });
    await sams.put(`/api/participants/${lou.participantId}/coach`, { coachId: null });
    expect((await listed()).items).toMatchObject([
      { preferredName: 'Mina', openNote: null },
      { preferredName: 'Lou', openNote: 'urgent' },
    ]);
  });

  test('is for supervisors alone', async () => {
    for (const person of [rosa, mina, await anAdministrator(harbor)])
      expect((await (await server.as(person)).get('/api/to-assign')).body.code).toBe('role-not-allowed');
  });
});
