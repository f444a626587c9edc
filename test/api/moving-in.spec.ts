import { v7 as newId } from 'uuid';
import { bringIn, csvOf, moveIn, refusalsOf, sendFile, tryFile } from '../given/move.js';
import { today } from '../given/organization.js';
import { anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let ada: Person;
let desk: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  ada = await anAdministrator(team.organization);
  desk = await server.as(ada);
});

const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
  (await server.database.query(sql.replace('$1', `'${team.organization.organizationId}'`))).rows;
const peopleFile = (...more: string[][]): string =>
  csvOf(
    ['Client ID', 'Name', 'DOB', 'Phone', 'OK to text', 'Program', 'Intake date', 'Coach'],
    [
      'A-1',
      'Ann Smith',
      '3/4/1980',
      '(555) 010-0001',
      'yes',
      'Recovery Coaching',
      '1/31/2026',
      team.rosa.signInName,
    ],
    ['A-2', 'Ben Ortiz', '12/24/1975', '555-010-0002', 'no', '', '2/28/2026', ''],
    ...more,
  );

test('a file of people is sent, matched, tried and brought in: with ways to reach, stay and coach, and on the coach’s list', async () => {
  const sent = await sendFile(desk, 'people', peopleFile());
  expect(sent.body).toMatchObject({
    ...{ state: 'read', rowCount: 2, dayOrder: 'month first', tried: null, progress: null },
    told: { kind: 'csv', letters: 'UTF-8', delimiter: ',' },
    days: { monthFirst: 3, dayFirst: 0, either: 1 },
    sentBy: { name: 'Ada' },
  });
  expect(sent.body.columns.map(({ guess }: { guess: string }) => guess)).toEqual([
    'externalId',
    'name',
    'bornOn',
    'phone',
    'mayText',
    'program',
    'enrolledOn',
    'coach',
  ]);
  expect(sent.body.columns[1]).toMatchObject({ samples: ['Ann Smith', 'Ben Ortiz'], isRemembered: false });

  const { programId } = team.organization;
  const tried = await tryFile(server, desk, sent.body, { programId });
  expect(tried).toMatchObject({
    state: 'tried',
    tried: {
      ...{ ready: 2, refused: 0, unchanged: 0, changes: 0, reasons: [] },
      makes: { participants: 2, waysToReach: 2, enrollments: 2, assignments: 1, contacts: 0 },
    },
  });
  expect(await rows('SELECT id FROM participants WHERE organization_id = $1')).toHaveLength(1);

  const moved = await bringIn(server, desk, tried);
  expect(moved).toMatchObject({
    state: 'moved',
    moved: { makes: tried.tried.makes, unchanged: 0, leftOut: 0 },
  });
  expect(moved.columns[1].samples).toEqual([]);
  const { body: caseload } = await (await server.as(team.rosa)).get('/api/caseload');
  const ann = caseload.items.find(
    ({ preferredName }: { preferredName: string }) => preferredName === 'Ann Smith',
  );
  expect(ann.standing).toMatchObject({ enrolledOn: '2026-01-31', is: 'out of touch' });
  expect(
    await rows(`SELECT value, may_call, may_voicemail, may_text, may_say_who FROM ways_to_reach
    WHERE organization_id = $1 ORDER BY value`),
  ).toEqual([
    { value: '(555) 010-0001', may_call: true, may_voicemail: false, may_text: true, may_say_who: false },
    { value: '555-010-0002', may_call: true, may_voicemail: false, may_text: false, may_say_who: false },
  ]);
  expect((await trailOf(ada)).map(({ action }) => action)).toEqual([
    ...[
      'move.sent',
      'move.matched',
      'move.begun',
      'participant.brought-in',
      'participant.brought-in',
      'move.done',
    ],
  ]);
  expect(await rows('SELECT 1 FROM move_rows WHERE organization_id = $1')).toEqual([]);
});

test('the same file once more changes nothing, also when it was brought in twice under other ids', async () => {
  const { programId } = team.organization;
  await moveIn(server, desk, 'people', peopleFile(), { programId });
  const before = await rows('SELECT id, version FROM participants WHERE organization_id = $1 ORDER BY id');
  const again = await sendFile(desk, 'people', peopleFile());
  const tried = await tryFile(server, desk, again.body, { programId });
  expect(tried.tried).toMatchObject({
    ready: 2,
    unchanged: 2,
    changes: 0,
    makes: { participants: 0, waysToReach: 0 },
  });
  expect(await bringIn(server, desk, tried)).toMatchObject({ state: 'moved', moved: { unchanged: 2 } });
  expect(await rows('SELECT id, version FROM participants WHERE organization_id = $1 ORDER BY id')).toEqual(
    before,
  );
});

test('a file sent again under its id is the same; another file there is refused', async () => {
  const moveId = newId();
  const first = await sendFile(desk, 'people', peopleFile(), { moveId });
  expect((await sendFile(desk, 'people', peopleFile(), { moveId })).body).toEqual(first.body);
  expectProblem(
    await sendFile(desk, 'people', peopleFile(['A-3', 'Cy', '', '', '', '', '', '']), { moveId }),
    409,
    'move-already-sent',
  );
  expectProblem(await sendFile(desk, 'contacts', peopleFile(), { moveId }), 409, 'move-already-sent');
});

test('what a person chose for a header is remembered here, and nowhere else', async () => {
  const file = csvOf(['Who', 'Joined'], ['Ann Smith', '2026-01-31']);
  const sent = await sendFile(desk, 'people', file);
  await tryFile(server, desk, sent.body, { fields: { Who: 'name', Joined: 'enrolledOn' } });
  const again = await sendFile(desk, 'people', csvOf(['WHO ', 'Joined'], ['Cy Young', '2026-01-30']));
  expect(again.body.columns).toMatchObject([
    { guess: 'name', isRemembered: true },
    { guess: 'enrolledOn', isRemembered: true },
  ]);
  const other = await aTeam(server);
  const there = await sendFile(await server.as(await anAdministrator(other.organization)), 'people', file);
  expect(there.body.columns[0]).toMatchObject({ guess: null, isRemembered: false });
});

test('refused rows say why, go back as a file to mend, and the others come in when a person says so', async () => {
  const file = peopleFile(
    ['A-3', 'Cy & Di Young', '', '', '', '', '1/31/2026', ''],
    ['A-4', '=SUM(A1) Eve', '', '', '', '', today(team.organization, 30), ''],
    ['A-5', 'Flo Gray', '', '', '', 'Nowhere', '1/31/2026', ''],
    ['A-6', 'Gus Hill', '', '', '', 'recovery coaching', '1/31/2026', 'Nobody Known'],
    ['A-7', 'Ida Jones', '5/5/1971', '', '', 'recovery coaching', '1/31/1971', ''],
  );
  const { programId } = team.organization;
  const tried = await tryFile(server, desk, (await sendFile(desk, 'people', file)).body, { programId });
  expect(await refusalsOf(desk, tried.moveId)).toEqual({
    4: ['name-of-two-people'],
    5: ['day-in-the-future'],
    6: ['program-unknown'],
    7: ['coach-unknown'],
    8: ['enrolled-before-birth'],
  });
  expect(tried.tried).toMatchObject({ ready: 2, refused: 5 });
  expect(tried.tried.reasons).toContainEqual({
    code: 'coach-unknown',
    column: 'Coach',
    words: expect.stringContaining('Nobody Known'),
    count: 1,
  });
  expectProblem(
    await desk.post(
      `/api/moving-in/${tried.moveId}/go`,
      { leaveOutRefused: false },
      onVersion(tried.version),
    ),
    409,
    'move-has-refused-rows',
  );
  const back = await desk.get(`/api/moving-in/${tried.moveId}/refused`);
  expect(back.headers.get('content-disposition')).toBe('attachment; filename="refused-rows.csv"');
  expect(back.body).toContain(`A-4,'=SUM(A1) Eve,`);
  const moved = await bringIn(server, desk, tried, true);
  expect(moved).toMatchObject({ state: 'moved', moved: { leftOut: 5, makes: { participants: 2 } } });
});
