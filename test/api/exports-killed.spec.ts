import { setTimeout as pause } from 'node:timers/promises';
import { hashOf, newToken } from '../../backend/access/session-cookie.js';
import { startServer, type RunningServer } from '../../backend/main.js';
import { anExport, linesOf, take } from '../given/export.js';
import { manyContacts } from '../given/many-contacts.js';
import { anOrganization } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator } from '../given/staff.js';
import { Client } from '../support/client.js';
import { asOwner, cloneOf } from '../support/database.js';
import { TEMPLATE } from '../support/database-names.js';
import { expectProblem } from '../support/problem.js';
import type { TestServer } from '../support/server.js';
import { startBuilt } from '../support/started.js';
import { TestClock } from '../support/test-clock.js';

const CONTACTS = 40_000;
const PATIENCE_MS = 40_000;

test('the product killed outright halfway through a file: no page has half of it, and after the restart each row is in it once', async () => {
  const urls = await cloneOf(TEMPLATE, 'exports_killed');
  const database = await asOwner(urls);
  const clock = new TestClock();
  clock.set(new Date());
  let after: RunningServer | undefined;
  const killed = startBuilt({ DATABASE_URL: urls.migration, SAMPLE: '0' });
  try {
    const organization = await anOrganization({ database, clock } as unknown as TestServer);
    const ada = await anAdministrator(organization);
    const rosa = await aCoach(organization);
    await manyContacts(database, rosa, await aParticipantOf(rosa), CONTACTS);
    const token = newToken();
    await database.query('SELECT start_session($1, $2, $3, $4)', [
      ...[organization.organizationId, ada.accountId, hashOf(token), new Date()],
    ]);
    const desk = new Client(await killed.ready, `session=${token}`);
    const { body: asked } = await desk.post('/api/exports', anExport());
    const at = `/api/exports/${asked.exportId}`;
    for (const end = Date.now() + PATIENCE_MS; ; await pause(5)) {
      const { body } = await desk.get(at);
      if (body.state === 'working' && body.doneCount > 0) break;
      if (body.state === 'ready' || Date.now() > end) throw new Error(`It came to ${body.state}.`);
    }
    killed.signal('SIGKILL');
    await killed.ended;
    const { rows } = await database.query('SELECT part FROM export_parts WHERE export_id = $1', [
      asked.exportId,
    ]);
    expect(rows.length).toBeGreaterThan(0);

    clock.set(new Date());
    after = await startServer({
      ...{ databaseUrl: urls.runtime, port: 0, host: '127.0.0.1', clock, logLevel: 'silent', poolSize: 3 },
    });
    const again = new Client(after.url, `session=${token}`);
    expectProblem(await take(again, asked.exportId), 404, 'export-not-found');
    await after.jobs.run('exports');
    expect((await again.get(at)).body).toMatchObject({ state: 'ready', rowCount: CONTACTS });
    const ids = linesOf((await take(again, asked.exportId)).body).map((line) => line.slice(0, 36));
    expect([ids.length, new Set(ids).size]).toEqual([CONTACTS, CONTACTS]);
  } finally {
    killed.signal('SIGKILL');
    await database.end();
    await after?.close();
  }
}, 180_000);
