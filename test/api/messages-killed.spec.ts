import { startServer, type RunningServer } from '../../backend/main.js';
import { anOrganization } from '../given/organization.js';
import { aSupervisor } from '../given/staff.js';
import { readsMail, told } from '../given/ways.js';
import { becomes } from '../support/becomes.js';
import { asOwner, cloneOf } from '../support/database.js';
import { TEMPLATE } from '../support/database-names.js';
import { MailServer } from '../support/mail-server.js';
import type { TestServer } from '../support/server.js';
import { startBuilt } from '../support/started.js';
import { TestClock } from '../support/test-clock.js';

const FROM = 'desk@example.org';

/** The product as it is built, killed outright with a message in its hands; what it left is found by another process. */
test.concurrent.each(['before it was handed over', 'before the mail server had answered'])(
  'killed %s, a message goes out after the restart, once',
  async (when) => {
    const urls = await cloneOf(TEMPLATE, `killed_${when.length}`);
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
      const sam = await aSupervisor(organization);
      await readsMail(sam, 'sam@example.org');
      let isInItsHands = false;
      if (when === 'before it was handed over') mail.isSilent = true;
      mail.beforeTaking = () => {
        isInItsHands = true;
        return new Promise(() => undefined);
      };
      await told(sam);
      await becomes(() => Promise.resolve(isInItsHands || (mail.isSilent && mail.connectionCount > 0)), true);
      killed.signal('SIGKILL');
      await killed.ended;

      mail.isSilent = false;
      mail.beforeTaking = () => Promise.resolve();
      expect(mail.received).toEqual([]);
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
      expect(mail.for('sam@example.org')).toHaveLength(1);
    } finally {
      killed.signal('SIGKILL');
      await database.end();
      await after?.close();
      await mail.down();
    }
  },
);
