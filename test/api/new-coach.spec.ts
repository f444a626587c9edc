import { logged } from '../given/logged.js';
import { handedOver } from '../given/handover.js';
import { today } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach, type Participant } from '../given/participant.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { MailServer } from '../support/mail-server.js';
import { expectProblem } from '../support/problem.js';
import { NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let mail: MailServer;
let team: Team;
let dev: Person;
let sams: Client;
let nth = 0;

beforeAll(async () => {
  mail = await MailServer.start();
  server = await startTestServer({
    messages: {
      mail: { url: mail.url, from: 'Desk <desk@example.org>' },
      publicUrl: 'https://desk.example.org',
    },
  });
});
afterAll(async () => {
  await server.close();
  await mail.down();
});
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  sams = await server.as(team.sam);
});

interface NewCoach {
  assignmentId: string;
  name: string;
  beforeName: string | null;
}

const told = async (who: Participant = team.theo): Promise<NewCoach | null> =>
  (await (await server.as(who)).get('/api/home')).body.newCoach;
const given = (to: Person | null, who: Participant = team.theo, by = sams) =>
  by.put(`/api/participants/${who.participantId}/coach`, { coachId: to?.accountId ?? null });
const heard = async (id: string, who: Participant = team.theo) =>
  (await server.as(who)).post(`/api/home/new-coach/${id}/heard`, {});

describe('Home tells of another coach', () => {
  test('by two names after a handover, and of nothing else that staff wrote about it', async () => {
    expect(await told()).toBeNull();
    await handedOver(sams, team.theo, dev, { line: 'SECRET line', reason: 'SECRET reason' });
    const theos = await server.as(team.theo);
    const { body } = await theos.get('/api/home');
    expect(body.newCoach).toEqual({ assignmentId: expect.any(String), name: 'Dev', beforeName: 'Rosa' });
    expect(body.coach).toEqual({ name: 'Dev' });
    expect(JSON.stringify(body)).not.toContain('SECRET');
  });

  test('by one name where it was no handover: given by choice, or the first one after a wait', async () => {
    await given(dev);
    expect(await told()).toMatchObject({ name: 'Dev', beforeName: null });
    const mina = await aParticipantWithoutCoach(team.organization, { preferredName: 'Mina' });
    expect(await told(mina)).toBeNull();
    await given(dev, mina);
    expect(await told(mina)).toMatchObject({ name: 'Dev', beforeName: null });
  });

  test('not who was enrolled with their coach, and nobody of a coach who is given back at once', async () => {
    const lou = await aParticipantOf(team.rosa, { enrolledOn: today(team.organization) });
    expect(await told(lou)).toBeNull();
    await given(dev);
    await given(team.rosa);
    expect(await told()).toBeNull();
    await given(dev);
    server.clock.advance(3 * 1440);
    // the session of before has ended meanwhile
    await given(team.rosa, team.theo, await server.as(team.sam));
    expect(await told()).toMatchObject({ name: 'Rosa' });
  });

  test('until they put it away: once for good, however often, and then of the next one again', async () => {
    await handedOver(sams, team.theo, dev);
    const { assignmentId } = (await told())!;
    for (let sent = 0; sent < 3; sent += 1) expect((await heard(assignmentId)).status).toBe(204);
    expect(await lastInTrailOf(team.theo)).toMatchObject({ action: 'new-coach.heard' });
    expect(await told()).toBeNull();
    const keisha = await aCoach(team.organization, { name: 'Keisha', supervisor: team.sam });
    await given(keisha);
    expect(await told()).toMatchObject({ name: 'Keisha' });
  });

  test.each([
    ['reached', {}, null],
    ['no answer', { outcome: 'no answer' }, 'Dev'],
  ])('until they have talked: %s', async (_name, more, name) => {
    await handedOver(sams, team.theo, dev);
    await logged(dev, team.theo, more as Words);
    expect((await told())?.name ?? null).toBe(name);
  });

  test('again, where the talk was taken back as logged by mistake', async () => {
    await handedOver(sams, team.theo, dev);
    const contactId = await logged(dev, team.theo);
    const taken = await (
      await server.as(dev)
    ).post(`/api/contacts/${contactId}/void`, { reason: 'Somebody else' }, onVersion(1));
    expect(taken.status).toBe(200);
    expect((await told())?.name).toBe('Dev');
  });

  test('and is nobody else’s to put away', async () => {
    await handedOver(sams, team.theo, dev);
    const { assignmentId } = (await told())!;
    const lou = await aParticipantOf(team.rosa);
    expectProblem(await heard(assignmentId, lou), 404, 'assignment-not-found');
    for (const id of NO_ID) expectProblem(await heard(id), 404, 'assignment-not-found');
    const rosas = await server.as(team.rosa);
    expectProblem(await rosas.post(`/api/home/new-coach/${assignmentId}/heard`, {}), 403, 'role-not-allowed');
    expect(await told()).toMatchObject({ name: 'Dev' });
  });
});

describe('a message says that something waits', () => {
  const changeWay = (change: string) =>
    server.database.query(`UPDATE ways_to_reach SET ${change} WHERE participant_id = $1`, [
      team.theo.participantId,
    ]);
  const allowsMail = async (): Promise<string> => {
    const address = `someone-${(nth += 1)}@example.org`;
    const rosas = await server.as(team.rosa);
    const way = { kind: 'email', value: address, mayCall: false, mayVoicemail: false, mayText: true };
    const answer = await rosas.post(`/api/participants/${team.theo.participantId}/ways-to-reach`, {
      ...{ wayToReachId: `019e0000-0000-7000-8000-${String(nth).padStart(12, '0')}`, maySayWho: false },
      ...{ whyNot: '', bestHours: '', ...way },
    });
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    return address;
  };

  test('once, to mail that they said is safe, and not one byte of it tells what or of whom', async () => {
    const address = await allowsMail();
    await handedOver(sams, team.theo, dev, { line: 'He talks best while walking.' });
    await server.jobs.run('messages');
    await server.jobs.run('messages');
    expect(mail.for(address)).toHaveLength(1);
    const [received] = mail.for(address);
    expect(JSON.stringify(received)).not.toMatch(/Theo|Rosa|Dev|Harbor|coach|recover|hand|walking/i);
    expect(JSON.stringify(received)).toContain('Something is waiting for you');
  });

  test.each([
    ['mail is not safe', 'may_text = false'],
    ['the address held until yesterday', `until_on = '2026-03-09'`],
    ['the address is theirs no longer', 'no_longer_at = now()'],
  ])('not where %s', async (_name, change) => {
    const address = await allowsMail();
    await changeWay(change);
    await handedOver(sams, team.theo, dev);
    await server.jobs.run('messages');
    expect(mail.for(address)).toEqual([]);
  });

  test('nor to whose account is disabled', async () => {
    const address = await allowsMail();
    await server.database.query(
      `UPDATE accounts SET disabled_at = now()
        WHERE id = (SELECT account_id FROM participants WHERE id = $1)`,
      [team.theo.participantId],
    );
    await handedOver(sams, team.theo, dev);
    await server.jobs.run('messages');
    expect(mail.for(address)).toEqual([]);
  });

  test('nor when it is safe no more by the time it would go', async () => {
    const address = await allowsMail();
    await handedOver(sams, team.theo, dev);
    await changeWay('may_text = false');
    await server.jobs.run('messages');
    expect(mail.for(address)).toEqual([]);
  });

  test('and staff find none of it among the messages that did not arrive', async () => {
    await allowsMail();
    await handedOver(sams, team.theo, dev);
    await server.database.query(
      `UPDATE message_deliveries d SET state = 'given up', settled_at = now() FROM messages m
        WHERE m.id = d.message_id AND m.kind = 'new coach' AND m.account_id = $1`,
      [team.theo.accountId],
    );
    const ada = await server.as(await anAdministrator(team.organization));
    expect(JSON.stringify((await ada.get('/api/messages/undelivered')).body)).not.toContain('Theo');
  });
});
