import { setTimeout as pause } from 'node:timers/promises';
import { hashOf, newToken } from '../../backend/access/session-cookie.js';
import { startServer, type RunningServer } from '../../backend/main.js';
import { csvOf, sendFile } from '../given/move.js';
import { anOrganization } from '../given/organization.js';
import { anAdministrator } from '../given/staff.js';
import { onVersion } from '../given/words.js';
import { Client } from '../support/client.js';
import { asOwner, cloneOf } from '../support/database.js';
import { TEMPLATE } from '../support/database-names.js';
import type { TestServer } from '../support/server.js';
import { startBuilt } from '../support/started.js';
import { TestClock } from '../support/test-clock.js';

const PEOPLE = 3_000;
const PATIENCE_MS = 40_000;

test('the product killed outright halfway through a file: nothing is half in, and after the restart each came once, by itself', async () => {
  const urls = await cloneOf(TEMPLATE, 'moving_killed');
  const database = await asOwner(urls);
  const clock = new TestClock();
  clock.set(new Date());
  let after: RunningServer | undefined;
  const killed = startBuilt({ DATABASE_URL: urls.migration, SAMPLE: '0' });
  try {
    const url = await killed.ready;
    const organization = await anOrganization({ database, clock } as unknown as TestServer);
    const ada = await anAdministrator(organization);
    const token = newToken();
    await database.query('SELECT start_session($1, $2, $3, $4)', [
      ...[organization.organizationId, ada.accountId, hashOf(token), new Date()],
    ]);
    const desk = new Client(url, `session=${token}`);
    const count = async (table: string): Promise<number> =>
      (
        await database.query<{ count: number }>(
          `SELECT count(*)::integer AS count FROM ${table} WHERE organization_id = $1`,
          [organization.organizationId],
        )
      ).rows[0]!.count;
    const people = Array.from({ length: PEOPLE }, (_, n) => [
      ...[String(n), `Friend Number ${n}`, `555 01${String(10_000 + n)}`, '2026-01-31'],
    ]);
    const { body: sent } = await sendFile(
      desk,
      'people',
      csvOf(['Client ID', 'Name', 'Phone', 'Intake date'], ...people),
    );
    const at = `/api/moving-in/${sent.moveId}`;
    const until = async (is: (move: { state: string; progress: { done: number } | null }) => boolean) => {
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(5)) {
        const { body } = await desk.get(at);
        if (is(body)) return body;
      }
      throw new Error('It did not come to that.');
    };
    const columns = sent.columns.map(({ index, guess }: { index: number; guess: string }) => ({
      index,
      field: guess,
    }));
    const matching = { columns, dayOrder: 'month first', programId: organization.programId };
    await desk.put(`${at}/matching`, matching, onVersion(sent.version));
    const tried = await until(({ state }) => state === 'tried');
    await desk.post(`${at}/go`, { leaveOutRefused: false }, onVersion(tried.version));
    await until(({ state, progress }) => state === 'moving' && progress!.done > 0);
    killed.signal('SIGKILL');
    await killed.ended;
    expect([await count('participants'), await count('move_rows')]).toEqual([0, PEOPLE]);

    clock.set(new Date());
    after = await startServer({
      databaseUrl: urls.runtime,
      port: 0,
      host: '127.0.0.1',
      clock,
      logLevel: 'silent',
      poolSize: 3,
    });
    await after.jobs.run('moving-in');
    const moved = await new Client(after.url, `session=${token}`).get(at);
    expect(moved.body).toMatchObject({ state: 'moved', moved: { makes: { participants: PEOPLE } } });
    for (const table of ['participants', 'enrollments', 'ways_to_reach', 'standings'])
      expect([table, await count(table)]).toEqual([table, PEOPLE]);
    await after.jobs.run('moving-in');
    expect(await count('participants')).toBe(PEOPLE);
  } finally {
    killed.signal('SIGKILL');
    await database.end();
    await after?.close();
  }
}, 180_000);
