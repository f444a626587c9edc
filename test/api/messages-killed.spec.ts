import { startServer, type RunningServer } from '../../backend/main.js';
import { anOrganization } from '../given/organization.js';
import { aSupervisor } from '../given/staff.js';
import { readsMail } from '../given/ways.js';
import { becomes } from '../support/becomes.js';
import { asOwner, cloneOf } from '../support/database.js';
import { TEMPLATE } from '../support/database-names.js';
import { MailServer } from '../support/mail-server.js';
import type { TestServer } from '../support/server.js';
import { startBuilt } from '../support/started.js';
import { TestClock } from '../support/test-clock.js';

const FROM = 'desk@example.org';
const ADDRESSES = ['sam@example.org', 'inez@example.org'];

test('the product killed outright, one message not yet handed over, another not yet taken: both go out after the restart, once', async () => {
  const urls = await cloneOf(TEMPLATE, 'killed');
  const mail = await MailServer.start();
  const database = await asOwner(urls);
  const clock = new TestClock();
  clock.set(new Date());
  let after: RunningServer | undefined;
  const killed = startBuilt({
    DATABASE_URL: urls.migration,
    SAMPLE: '0',
    MAIL_URL: mail.url,
    MAIL_FROM: FROM,
  });
  try {
    await killed.ready;
    const organization = await anOrganization({ database, clock } as unknown as TestServer);
    let isInItsHands = false;
    mail.silentCount = 1;
    mail.beforeTaking = () => {
      isInItsHands = true;
      return new Promise(() => undefined);
    };
    await database.query('BEGIN');
    await database.query(`SELECT set_config('app.organization_id', $1, true)`, [organization.organizationId]);
    for (const address of ADDRESSES) {
      const reader = await aSupervisor(organization);
      await readsMail(reader, address);
      await database.query(`SELECT queue_message($1, 'urgent', gen_random_uuid(), '', $2)`, [
        reader.accountId,
        clock.now(),
      ]);
    }
    await database.query('COMMIT');
    await becomes(() => Promise.resolve([mail.connectionCount, isInItsHands]), [2, true]);
    killed.signal('SIGKILL');
    await killed.ended;
    expect(mail.received).toEqual([]);

    mail.beforeTaking = () => Promise.resolve();
    // the one that died went by the clock on the wall
    clock.set(new Date());
    after = await startServer({
      databaseUrl: urls.runtime,
      port: 0,
      host: '127.0.0.1',
      clock,
      logLevel: 'silent',
      poolSize: 2,
      messages: { mail: { url: mail.url, from: FROM } },
    });
    // the lease of the one that died has not passed: it might only be slow
    await after.jobs.run('messages');
    expect(mail.received).toEqual([]);
    clock.advance(3);
    await after.jobs.run('messages');
    await after.jobs.run('messages');
    for (const address of ADDRESSES) expect(mail.for(address)).toHaveLength(1);
  } finally {
    killed.signal('SIGKILL');
    await database.end();
    await after?.close();
    await mail.down();
  }
});
