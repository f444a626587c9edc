import { aProgram } from '../given/organization.js';
import { aParticipantOf, type Participant } from '../given/participant.js';
import { aCoach, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
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

describe('picking somebody of the program', () => {
  const find = (typed: string) => rosa.get(`/api/names-in-program?find=${encodeURIComponent(typed)}`);

  test('three letters find them by the name they go by, and the legal name is left out', async () => {
    const { status, body } = await find('lou');
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          participantId: lou.participantId,
          preferredName: 'Lou',
          legalName: '',
          programName: 'Recovery Coaching',
        },
      ],
      isMore: false,
    });
    expect(await lastInTrailOf(team.rosa)).toMatchObject({
      action: 'program.names-listed',
      participant_ids: [lou.participantId],
    });
  });

  test('the legal name shows where it was what was typed, or where two go by one name', async () => {
    expect((await find('MARCHÉ')).body.items).toMatchObject([{ legalName: 'Louis Marchetti' }]);
    await aParticipantOf(dev, { preferredName: 'Lóu', legalName: 'Louise Haddad' });
    expect((await find('lou')).body.items.map(({ legalName }: Words) => legalName)).toEqual(
      expect.arrayContaining(['Louis Marchetti', 'Louise Haddad']),
    );
  });

  test.each([
    ['two letters', 'lo'],
    ['only blanks', '     '],
    ['nothing', ''],
  ])('%s find nobody', async (_, typed) => {
    expectFieldProblem(await find(typed), 'find', 'empty');
  });

  test('not one’s own, nobody of another team’s program, nobody who has left', async () => {
    const housing = await aProgram(team.organization, 'Recovery Housing');
    const far = await aCoach(team.organization, { name: 'Ines', supervisor: undefined });
    await aParticipantOf(far, { preferredName: 'Louanne', programId: housing });
    await server.database.query(
      `UPDATE enrollments SET closed_on = enrolled_on, closing_reason = 'moved' WHERE organization_id = $1 AND id = $2`,
      [team.organization.organizationId, lou.enrollmentId],
    );
    expect((await find('lou')).body.items).toEqual([]);
    expect((await find('theo')).body.items).toEqual([]);
    expect((await find('%')).status).toBe(422);
    expect((await find('_o%')).body.items).toEqual([]);
  });

  test('is for coaches', async () => {
    for (const person of [team.sam, lou])
      expectProblem(
        await (await server.as(person)).get('/api/names-in-program?find=lou'),
        403,
        'role-not-allowed',
      );
  });
});
