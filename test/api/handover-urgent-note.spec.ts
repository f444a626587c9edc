import { aNote, ring } from '../given/answering.js';
import { handedOver, pageOf } from '../given/handover.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let dev: Person;
let sams: Client;
let rosas: Client;
let note: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  [sams, rosas] = [await server.as(team.sam), await server.as(team.rosa)];
  note = await aNote(team);
});

const clocks = async (): Promise<Words[]> =>
  (
    await server.database.query(
      'SELECT step, due_at, rung_at, stopped_at FROM answering_clocks WHERE risk_note_id = $1 ORDER BY step',
      [note],
    )
  ).rows;
const messagesTo = async (person: Person, subject: string): Promise<number> =>
  (
    await server.database.query('SELECT 1 FROM messages WHERE account_id = $1 AND subject_id = $2', [
      person.accountId,
      subject,
    ])
  ).rows.length;

test('the clock goes on as it was, and the supervisor is who answers it', async () => {
  const before = await clocks();
  await handedOver(sams, team.theo, dev);
  expect(await clocks()).toEqual(before);
  const waiting = (await sams.get('/api/risk-notes/waiting')).body;
  expect(waiting).toEqual({ urgentCount: 1, riskNoteId: note, answerBy: '2026-03-10T17:00:00.000Z' });
});

test('the next coach is told once, and sees it with the page', async () => {
  const id = await handedOver(sams, team.theo, dev);
  expect([await messagesTo(dev, note), await messagesTo(dev, id)]).toEqual([1, 1]);
  const { body } = await pageOf(await server.as(dev), id);
  expect(body.record.riskNotes).toMatchObject([{ riskNoteId: note, level: 'urgent' }]);
  expect(body.urgentNotes).toEqual([
    {
      riskNoteId: note,
      raisedAt: '2026-03-10T16:00:00.000Z',
      answerBy: '2026-03-10T17:00:00.000Z',
      answeredAt: null,
    },
  ]);
});

test('the coach before sees that it waits and then that it is answered, and no word of it', async () => {
  const id = await handedOver(sams, team.theo, dev);
  expect((await pageOf(rosas, id)).body.urgentNotes).toMatchObject([{ answeredAt: null }]);
  server.clock.advance(5);
  const answered = await sams.post(`/api/risk-notes/${note}/acknowledge`, { words: 'On it' }, onVersion(1));
  expect(answered.status).toBe(200);
  const page = (await pageOf(rosas, id)).body;
  expect(page.urgentNotes).toMatchObject([{ answeredAt: '2026-03-10T16:05:00.000Z' }]);
  expect(JSON.stringify(page)).not.toContain('On it');
});

test('a note that was answered before, or is no urgent one, is nothing to wait for', async () => {
  await sams.post(`/api/risk-notes/${note}/acknowledge`, { words: 'On it' }, onVersion(1));
  server.clock.advance(5);
  await aNote(team, 'watch');
  server.clock.advance(5);
  const id = await handedOver(sams, team.theo, dev);
  expect((await pageOf(rosas, id)).body.urgentNotes).toEqual([]);
});

describe('to a coach of another team', () => {
  let inez: Person;
  let keisha: Person;

  beforeEach(async () => {
    inez = await aSupervisor(team.organization, { name: 'Inez' });
    keisha = await aCoach(team.organization, { name: 'Keisha', supervisor: inez });
  });

  test('their supervisor is told by the same clock, and who handed over keeps sight of it until it is resolved', async () => {
    const before = await clocks();
    await handedOver(sams, team.theo, keisha);
    expect(await clocks()).toEqual(before);
    expect(await messagesTo(inez, note)).toBe(1);
    const inezs = await server.as(inez);
    expect((await inezs.get('/api/risk-notes/waiting')).body).toMatchObject({ urgentCount: 1 });
    expect((await sams.get(`/api/risk-notes/${note}`)).status).toBe(200);
    server.clock.advance(60);
    await ring(server);
    const resolve = { words: 'They are safe' };
    const supervisor = await server.as(inez);
    await supervisor.post(`/api/risk-notes/${note}/resolve`, resolve, onVersion(1));
    expect((await (await server.as(team.sam)).get(`/api/risk-notes/${note}`)).status).toBe(404);
  });

  test('undone by who handed over, though they are out of reach by then', async () => {
    const id = await handedOver(sams, team.theo, keisha);
    expect((await sams.get('/api/handovers')).body.items).toMatchObject([
      { participantName: 'Theo', to: { name: 'Keisha' }, mayUndo: true },
    ]);
    expect((await sams.post(`/api/handovers/${id}/undo`, {})).body).toMatchObject({
      ended: { as: 'undone' },
    });
    expect((await rosas.get(`/api/participants/${team.theo.participantId}`)).status).toBe(200);
  });
});
