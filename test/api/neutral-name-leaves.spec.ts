import PostalMime from 'postal-mime';
import { v7 as newId } from 'uuid';
import { isTelling } from '../../backend/messages/words.rules.js';
import { exported } from '../given/export.js';
import { invite, keyIn, notYetIn } from '../given/invited.js';
import { logged } from '../given/logged.js';
import { csvOf, sendFile } from '../given/move.js';
import { aParticipantOf } from '../given/participant.js';
import { anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { carries, readsMail, told } from '../given/ways.js';
import { onVersion } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { MailServer } from '../support/mail-server.js';
import { PushService } from '../support/push-service.js';
import { startTestServer, type TestServer } from '../support/server.js';

/** A neutral name that shares no word with the organization's own. */
const NEUTRAL = 'The Pier';
/** Words of the organization's own name and of its program. */
const OURS = /harbor|community|recovery coaching/i;
/** Every kind of message to staff there is, and one that somebody adds some day. */
const KINDS = [
  ...['risk-note', 'call', 'cover', 'handover', 'feedback', 'death', 'supervision-session'],
  ...['certification', 'urgent', 'something-new'],
];

let server: TestServer;
let mail: MailServer;
let push: PushService;
let team: Team;
let ada: Person;
let adas: Client;

beforeAll(async () => {
  [mail, push] = await Promise.all([MailServer.start(), PushService.start()]);
  server = await startTestServer({
    messages: {
      mail: { url: mail.url, from: 'Desk <desk@example.org>' },
      publicUrl: 'https://desk.example.org',
      pushServices: [push.origin],
    },
  });
  team = await aTeam(server, { organization: { name: 'Harbor Recovery Community' } });
  ada = await anAdministrator(team.organization);
  adas = await server.as(ada);
});
afterAll(async () => {
  await server.close();
  await Promise.all([mail.down(), push.close()]);
});

const tells = (text: string): boolean => isTelling(text) || OURS.test(text);
const atTheDoor = async (): Promise<string> =>
  (await server.asNobody().get(`/api/sign-in/${team.organization.shortName}`)).body.name;

test('without a neutral name the door shows the full one; from when it is set, it alone', async () => {
  expect(await atTheDoor()).toBe('Harbor Recovery Community');
  const { name, timeZone, mostPausedDays, version } = (await adas.get('/api/settings')).body;
  const asked = { name, timeZone, mostPausedDays, neutralName: NEUTRAL };
  expect((await adas.put('/api/settings', asked, onVersion(version))).status).toBe(200);
  expect(await atTheDoor()).toBe(NEUTRAL);
});

describe('with a neutral name nothing else leaves', () => {
  beforeAll(async () => {
    await server.database.query('UPDATE organizations SET neutral_name = $2 WHERE id = $1', [
      team.organization.organizationId,
      NEUTRAL,
    ]);
  });

  test.each(['en', 'es'])(
    'every kind of message in %s, by mail and push: sender, subject, body',
    async (language) => {
      const sam = await anAdministrator(team.organization, { name: 'Sam' });
      await server.database.query('UPDATE accounts SET language = $2 WHERE id = $1', [
        sam.accountId,
        language,
      ]);
      const address = `${language}@example.org`;
      const phone = push.aDevice();
      await Promise.all([readsMail(sam, address), carries(sam, phone)]);
      for (const kind of KINDS) await told(sam, { kind });
      await server.jobs.run('messages');
      expect([mail.for(address).length, push.for(phone).length]).toEqual([KINDS.length, KINDS.length]);
      for (const { raw, hello, from } of mail.for(address)) {
        const { subject, text, html, from: sender } = await PostalMime.parse(raw);
        expect(
          [subject, text, html, sender?.name, sender?.address, hello, from, raw]
            .filter(isSomething)
            .filter(tells),
        ).toEqual([]);
      }
      expect(
        push
          .for(phone)
          .map(({ payload, contact }) => JSON.stringify([payload, contact]))
          .filter(tells),
      ).toEqual([]);
    },
  );

  test('card, link and passkey of a participant', async () => {
    const lou = await notYetIn(await aParticipantOf(team.rosa, { preferredName: 'Lou' }), 'an account');
    const made = await invite(await server.as(team.rosa), lou);
    expect(made.body).toMatchObject({ neutralName: NEUTRAL });
    expect(tells(made.body.invitationLink)).toBe(false);
    const key = keyIn(made.body.invitationLink);
    const looked = await server.asNobody().post('/api/opening/look', { key });
    expect(looked.body).toMatchObject({ organizationName: NEUTRAL });
    expect(tells(JSON.stringify(looked.body))).toBe(false);
    const { body: passkey } = await server.asNobody().post('/api/opening/passkey', { key });
    expect(passkey.rpName).toBe(NEUTRAL);
    expect(tells(JSON.stringify(passkey))).toBe(false);
  });

  test('a copy of one’s record bears the neutral name', async () => {
    const theo = await server.as(team.theo);
    const { body } = await theo.post('/api/record-copies', { copyId: newId() });
    await server.jobs.run('record-copies');
    for (const format of ['html', 'json']) {
      const copy = await theo.get(`/api/record-copies/${body.copyId}/${format}`);
      const text = typeof copy.body === 'string' ? copy.body : JSON.stringify(copy.body);
      expect(copy.status).toBe(200);
      expect(text).toContain(NEUTRAL);
      expect(text).not.toContain('Harbor');
      expect(tells(nameOf(copy))).toBe(false);
    }
  });

  test('every file that is taken out: its name, and no file of numbers or people names the organization', async () => {
    await logged(team.rosa, team.theo);
    const moveId = newId();
    await sendFile(adas, 'people', csvOf(['Name', 'Phone'], ['Ann Quill', 'no number']), { moveId });
    const period = 'from=2020-01-01&through=2030-01-01';
    const asked = [
      ...[{}, { format: 'xlsx' }, { kind: 'people' }],
      { kind: 'report', from: '2025-01-01', through: '2025-12-31' },
    ];
    const prepared: string[] = [];
    for (const more of asked) prepared.push(await exported(server, adas, more));
    const files = [
      ...prepared.map((exportId) => `/api/exports/${exportId}/file`),
      ...['csv', 'xlsx'].map((format) => `/api/reports/contacts/${format}?${period}`),
      `/api/moving-in/${moveId}/refused`,
      `/api/coaches/${team.rosa.accountId}/board.csv?from=2025-01-01&to=2025-03-31`,
    ];
    for (const path of files) {
      const file = await adas.get(path);
      expect([path, file.status]).toEqual([path, 200]);
      expect([path, tells(nameOf(file)), nameOf(file)]).toEqual([
        path,
        false,
        expect.stringMatching(/^[\w.-]+$/),
      ]);
      expect([path, /harbor/i.test(JSON.stringify(file.body))]).toEqual([path, false]);
    }
  });
});

const isSomething = (text: string | undefined): text is string => text !== undefined;
const nameOf = ({ headers }: Answer): string =>
  /filename="([^"]*)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '';
