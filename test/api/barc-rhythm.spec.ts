import { answersTo, tenTimes } from '../given/answers.js';
import { aProgram, today } from '../given/organization.js';
import { aParticipantWithoutCoach } from '../given/participant.js';
import { anAdministrator } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let theos: Client;
let coach: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  theos = await server.as(team.theo);
  coach = await server.as(team.rosa);
});

const own = '/api/own-assessments';

test('BARC-10 is due 30 days after the enrollment and then every 90, or as the administrator sets it', async () => {
  const due = async () => {
    const { barcDueOn, isTimeForBarc } = (await theos.get(own)).body;
    return [barcDueOn, isTimeForBarc];
  };
  expect(await due()).toEqual(['2026-03-03', true]);
  await theos.post(own, answersTo('phq-2', [0, 0]));
  expect(await due()).toEqual(['2026-03-03', true]);
  await theos.post(own, answersTo('barc-10', tenTimes(3)));
  expect(await due()).toEqual(['2026-06-08', false]);
  const ada = await server.as(await anAdministrator(team.organization));
  const settings = '/api/assessment-settings';
  expect((await ada.get(settings)).body).toEqual({ barcFirstDays: 30, barcEveryDays: 90, version: 0 });
  const rhythm = { barcFirstDays: 14, barcEveryDays: 28 };
  expect((await ada.put(settings, rhythm, { 'if-match': '"0"' })).body).toEqual({ ...rhythm, version: 1 });
  expect(await due()).toEqual(['2026-04-07', false]);
  const stale = await ada.put(settings, { ...rhythm, barcEveryDays: 30 }, { 'if-match': '"0"' });
  expectProblem(stale, 412, 'version-stale');
  expect(stale.body).toMatchObject({ current: { ...rhythm, version: 1 }, yours: { barcEveryDays: 30 } });
  expectFieldProblem(
    await ada.put(settings, { ...rhythm, barcEveryDays: 6 }, { 'if-match': '"1"' }),
    'barcEveryDays',
    'too-small',
  );
});

test("it is a reason on the coach's Today, the last of all, and once for somebody of two programs", async () => {
  const other = await aProgram(team.organization, 'Court');
  await server.database.query(
    `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_days, agreed_cadence_on)
     SELECT organization_id, gen_random_uuid(), participant_id, $2, '2026-03-08', 7, '2026-03-08'
       FROM enrollments WHERE participant_id = $1`,
    [team.theo.participantId, other],
  );
  const reasons = async (): Promise<{ kind: string }[]> =>
    (await coach.get('/api/today')).body.cards[0]?.reasons ?? [];
  const due = async () => (await reasons()).filter(({ kind }) => kind === 'assessment due');
  expect((await reasons()).at(-1)).toEqual({
    kind: 'assessment due',
    assessment: { dueOn: '2026-03-03', lastTakenOn: null },
  });
  expect(await due()).toHaveLength(1);
  await theos.post(own, answersTo('barc-10', tenTimes(3)));
  expect(await due()).toEqual([]);
});

test('with no coach now the questions are there all the same', async () => {
  const lou = await aParticipantWithoutCoach(team.organization, {
    preferredName: 'Lou',
    enrolledOn: today(team.organization, -2),
  });
  const lous = await server.as(lou);
  expect((await lous.get(`${own}?language=es`)).body).toMatchObject({
    barcDueOn: '2026-04-07',
    isTimeForBarc: false,
    help: { coachName: null, phone: '555-0100' },
    // nobody has entered a published Spanish text
    instruments: ['barc-10', 'phq-2', 'phq-9'].map((instrument) => ({ instrument, language: 'en' })),
  });
});
