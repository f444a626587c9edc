import { answersTo, tenTimes } from '../given/answers.js';
import { logged, raised } from '../given/logged.js';
import { aProgram, anOrganization, today, type Organization } from '../given/organization.js';
import {
  aParticipantOf,
  aParticipantWithoutCoach,
  assign,
  reassign,
  type Participant,
} from '../given/participant.js';
import { closedAs, reportFor, type ReportRead, whatDoesNotAddUp } from '../given/report.js';
import { inTheProgram } from '../given/roles.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { promised, theTeamOfSam } from '../given/team-of-sam.js';
import { contactWith, onVersion, riskNoteAbout } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let sam: Person;
let ada: Person;
let rosa: Person;
let dev: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ harbor, sam, rosa, dev, theo } = await theTeamOfSam(server));
  ada = await anAdministrator(harbor);
});

const MARCH = 'from=2026-03-01&through=2026-03-31';
const readBy = async (person: Person, asked = MARCH): Promise<ReportRead> => {
  const report = await reportFor(await server.as(person), asked);
  expect(whatDoesNotAddUp(report)).toEqual([]);
  return report;
};

test('a coach and a participant have no report; the trail of who has one names nobody', async () => {
  for (const person of [rosa, theo])
    for (const path of ['', '/contacts/csv'])
      expect((await (await server.as(person)).get(`/api/reports${path}`)).status).toBe(403);
  await readBy(sam);
  expect(await lastInTrailOf(sam)).toMatchObject({
    action: 'report.opened',
    participant_id: null,
    participant_ids: null,
  });
});

test('an administrator has the whole organization, a supervisor their team and those with no coach', async () => {
  const noor = await aSupervisor(harbor, { name: 'Noor' });
  const abe = await aCoach(harbor, { name: 'Abe', supervisor: noor });
  const mina = await aParticipantOf(abe, { preferredName: 'Mina' });
  await aParticipantWithoutCoach(harbor, { preferredName: 'Lou' });
  await logged(abe, mina);
  await logged(rosa, theo, { outcome: 'no answer' });
  const [whole, sams, noors] = [await readBy(ada), await readBy(sam), await readBy(noor)];
  expect([whole.body.scope, sams.body.scope]).toEqual(['organization', 'team']);
  expect(whole.row('engagement', 'Together')).toMatchObject({ begun: 3, atEnd: 3 });
  expect(whole.row('contacts', 'Together')).toMatchObject({
    reached: 1,
    attempts: 1,
    all: 2,
    reachedShare: 50,
  });
  expect(sams.names('engagement')).toEqual(['Together', 'Recovery Coaching', 'Rosa', 'No coach']);
  expect(sams.row('engagement', 'Together')).toMatchObject({ begun: 2 });
  expect(sams.row('contacts', 'Together')).toMatchObject({ reached: 0, attempts: 1 });
  expect(noors.row('contacts', 'Together')).toMatchObject({ reached: 1, attempts: 0 });
  // and nothing of another organization
  const summit = await anAdministrator(await anOrganization(server));
  expect((await readBy(summit)).row('engagement', 'Together')).toMatchObject({ begun: 0, atEnd: 0 });
});

test('a colleague who is in the program is in no number of a supervisor, and in those of the organization', async () => {
  const record = await inTheProgram(dev, rosa);
  await logged(rosa, record);
  expect((await readBy(sam)).row('contacts', 'Together')).toMatchObject({ all: 0 });
  expect((await readBy(sam)).row('engagement', 'Rosa')).toMatchObject({ begun: 1 });
  expect((await readBy(ada)).row('contacts', 'Rosa')).toMatchObject({ all: 1 });
});

test('stays at the start, new, closed by reason and at the end: one side is the other, in each row', async () => {
  const outreach = await aProgram(harbor, 'Outreach');
  const on = (enrolledOn: string, programId = harbor.programId) =>
    aParticipantOf(dev, { enrolledOn, programId });
  await closedAs(await on('2026-01-01'), '2026-02-28', 'completed');
  await closedAs(await on('2026-01-01'), '2026-03-01', 'moved');
  await closedAs(await on('2026-01-01', outreach), '2026-03-31', 'left');
  await closedAs(await on('2026-03-02', outreach), '2026-03-02', 'lost');
  await closedAs(await on('2026-03-05'), '2026-04-01', 'died');
  await on('2026-02-28');
  server.clock.set('2026-04-02T16:00:00Z');
  const report = await readBy(ada);
  const none = { completed: 0, moved: 0, left: 0, lost: 0, died: 0 };
  expect(report.row('engagement', 'Together')).toEqual({
    ...{ ...none, people: 6, atStart: 3, begun: 3, moved: 1, left: 1, lost: 1, closed: 3, atEnd: 3 },
  });
  expect(report.row('engagement', 'Outreach')).toEqual({
    ...{ ...none, people: 2, atStart: 1, begun: 1, left: 1, lost: 1, closed: 2, atEnd: 0 },
  });
  expect(report.row('engagement', 'Dev')).toMatchObject({ atStart: 3, begun: 2 });
  // the report of one program is its row in the report of all
  const ofOutreach = await readBy(ada, `${MARCH}&programId=${outreach}`);
  expect(ofOutreach.row('engagement', 'Together')).toEqual(report.row('engagement', 'Outreach'));
  expect(ofOutreach.names('engagement')).toEqual(['Together', 'Dev']);
});

test('somebody who is handed over counts where they are now, closed where they were then', async () => {
  await reassign(theo, dev);
  const mina = await aParticipantOf(rosa, { enrolledOn: '2026-03-02' });
  await closedAs(mina, '2026-03-09', 'completed');
  const report = await readBy(sam);
  expect(report.row('engagement', 'Dev')).toMatchObject({ begun: 1, atEnd: 1 });
  expect(report.row('engagement', 'Rosa')).toMatchObject({ begun: 1, completed: 1, atEnd: 0 });
});

test('somebody in two programs has two stays and one standing, and nothing counts twice', async () => {
  const outreach = await aProgram(harbor, 'Outreach');
  await server.database.query(
    `INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_on)
     VALUES ($1, gen_random_uuid(), $2, $3, '2026-03-09', '2026-03-09')`,
    [harbor.organizationId, theo.participantId, outreach],
  );
  await assign(theo, dev, today(harbor), 'second');
  await raised(rosa, theo);
  await promised(rosa, theo, '2026-03-12');
  const report = await readBy(sam);
  expect(report.row('engagement', 'Together')).toMatchObject({ begun: 2 });
  expect(report.row('standing', 'Together')).toMatchObject({ people: 1 });
  expect(report.row('risk-notes', 'Together')).toMatchObject({ raised: 1 });
  // of the stay begun last
  expect(report.row('risk-notes', 'Outreach')).toMatchObject({ raised: 1 });
  expect(report.row('promises', 'Outreach')).toMatchObject({ all: 1, open: 1 });
});

test('a voided contact and a draft count for nothing, a group once for everybody who was there, by way', async () => {
  const mina = await aParticipantOf(rosa, { preferredName: 'Mina' });
  const voided = await logged(rosa, theo, { way: 'phone' });
  await (await server.as(rosa)).post(`/api/contacts/${voided}/void`, { reason: 'Not so' }, onVersion(1));
  const draft = contactWith(theo, { way: 'phone' });
  await (
    await server.as(rosa)
  ).put(`/api/drafts/${draft.contactId}`, { participantId: theo.participantId, body: draft });
  for (const each of [theo, mina]) await logged(rosa, each, { way: 'group' });
  await logged(rosa, theo);
  const report = await readBy(sam);
  expect(report.row('contacts', 'Together')).toMatchObject({ reached: 3 });
  expect(report.row('contacts', 'Group')).toMatchObject({ reached: 2 });
  expect(report.row('contacts', 'Phone')).toMatchObject({ reached: 0, reachedShare: null });
  expect(report.row('contacts', 'Way not said')).toMatchObject({ reached: 1, reachedShare: 100 });
});

test('a contact that is held for a certification counts once it is released', async () => {
  const summit = await anOrganization(server, { uncertifiedLogging: 'hold' });
  const kim = await aCoach(summit, { name: 'Kim', certification: null });
  const lou = await aParticipantOf(kim);
  const contactId = await logged(kim, lou);
  const admin = await anAdministrator(summit);
  expect((await readBy(admin)).row('contacts', 'Together')).toMatchObject({ all: 0 });
  await server.database.query(
    `UPDATE contacts SET is_held = false, training_supervisor_id = $2 WHERE id = $1`,
    [contactId, admin.accountId],
  );
  expect((await readBy(admin)).row('contacts', 'Kim')).toMatchObject({ reached: 1 });
});

test('BARC-10: the first and the latest complete one of each, and an item skipped is no score', async () => {
  const mina = await aParticipantOf(dev, { preferredName: 'Mina', enrolledOn: '2026-01-01' });
  const answers = async (whom: Participant, day: string, given: (number | null)[]) => {
    server.clock.set(`${day}T16:00:00Z`);
    const { status } = await (
      await server.as(whom)
    ).post('/api/own-assessments', answersTo('barc-10', given));
    expect(status).toBe(201);
  };
  await answers(mina, '2026-02-27', tenTimes(1));
  await answers(mina, '2026-03-11', tenTimes(4));
  await answers(mina, '2026-03-12', [...tenTimes(6).slice(1), null]);
  await answers(mina, '2026-03-13', tenTimes(3));
  await answers(mina, '2026-03-14', tenTimes(5));
  await answers(theo, '2026-03-14', tenTimes(6));
  const report = await readBy(sam);
  expect(report.row('recovery-capital', 'Together')).toEqual({
    ...{ people: 2, once: 1, moreOften: 1, firstAt47: 0, firstBelow: 1, lastAt47: 1, lastBelow: 0 },
    ...{ firstMean: 40, lastMean: 50, change: 10, firstShare: 0, lastShare: 100 },
  });
  expect(report.row('recovery-capital', 'Rosa')).toMatchObject({ once: 1, moreOften: 0, change: null });
});

test('risk notes by level, how many were answered before the next clock, and the median until the answer', async () => {
  const sams = () => server.as(sam);
  const answeredAfter = async (minutes: number, level: string) => {
    const sent = riskNoteAbout(theo, { signals: ['lonely'], level });
    expect((await (await server.as(rosa)).post('/api/risk-notes', sent)).status).toBe(201);
    server.clock.advance(minutes);
    const words = { words: 'Called.' };
    await (await sams()).post(`/api/risk-notes/${sent.riskNoteId}/acknowledge`, words, onVersion(1));
  };
  await answeredAfter(5, 'urgent');
  await answeredAfter(61, 'urgent');
  await answeredAfter(60, 'urgent');
  await answeredAfter(90, 'concern');
  await raised(rosa, theo, { level: 'watch' });
  const report = await readBy(sam);
  expect(report.row('risk-notes', 'Urgent')).toEqual({
    ...{ raised: 3, inTime: 2, late: 1, unanswered: 0, inTimeShare: 66.7, median: 60 },
  });
  expect(report.row('risk-notes', 'Watch')).toMatchObject({ raised: 1, unanswered: 1, median: null });
  expect(report.row('risk-notes', 'Rosa')).toMatchObject({ raised: 5, median: 61 });
});

test('promises by their day: kept, not kept, let go, not due yet', async () => {
  const keep = async (promiseId: string) =>
    (await server.as(rosa)).post(`/api/promises/${promiseId}/keep`, {}, onVersion(1));
  await keep(await promised(rosa, theo, '2026-03-10'));
  await promised(rosa, theo, '2026-03-11');
  await promised(rosa, theo, '2026-03-12');
  await promised(rosa, theo, '2026-04-01');
  server.clock.set('2026-03-12T16:00:00Z');
  expect((await readBy(sam)).row('promises', 'Rosa')).toEqual({
    ...{ all: 3, kept: 1, notKept: 1, released: 0, open: 1, keptShare: 50 },
  });
});

test('retention is of the stays begun in the period, followed through today', async () => {
  const begun = (enrolledOn: string) => aParticipantOf(dev, { enrolledOn });
  await closedAs(await begun('2025-01-01'), '2025-01-20', 'left');
  await closedAs(await begun('2025-01-01'), '2025-02-20', 'completed');
  await begun('2025-01-01');
  await begun('2024-12-31');
  const report = await readBy(ada, 'from=2025-01-01&through=2025-01-31');
  expect(report.row('retention', 'Together')).toEqual({
    ...{ stays: 3, followed30: 2, followed60: 1, followed90: 1, followed180: 1, followed365: 1 },
    ...{ share30: 66.7, share60: 66.7, share90: 66.7, share180: 66.7, share365: 66.7 },
  });
  expect(report.body.retention).toMatchObject({
    steps: [{ days: 19, share: 2 / 3, atRisk: 3 }],
    followedDays: 433,
  });
});
