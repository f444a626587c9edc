import { setTimeout as pause } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, complaintsOf, faultsInLightAndDark, sidewaysScroll } from '../support/journey.js';
import { MailServer } from '../support/mail-server.js';

let mail: MailServer;

beforeAll(async () => {
  mail = await MailServer.start();
});
const journey = aJourney(() => ({ MAIL_URL: mail.url, MAIL_FROM: 'desk@example.org' }));
afterAll(() => mail.down());

const PATIENCE_MS = 15_000;

async function mailTo(address: string, count: number): Promise<string> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50)) {
    const received = mail.for(address)[count - 1];
    if (received) return (await PostalMime.parse(received.raw)).text ?? '';
  }
  throw new Error(`Mail ${count} to ${address} did not come.`);
}

test('a coach says on a phone where mail reaches them, proves it with the code, and tries it', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.getByRole('link', { name: 'You', exact: true }).click();
  const section = rosa.getByRole('region', { name: 'When it’s urgent' });
  const address = 'rosa@example.org';
  await section.getByLabel('Your e-mail address').fill(address);
  await section.getByRole('button', { name: 'Send me a code' }).click();
  await section.getByText('Not confirmed yet').waitFor();
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  const code = /\b\d{6}\b/.exec(await mailTo(address, 1))![0];

  await section.getByLabel('The six digits').fill(code === '000000' ? '111111' : '000000');
  await section.getByRole('button', { name: 'Confirm' }).click();
  await section.getByText('That is not the code.').waitFor();
  await section.getByLabel('The six digits').fill(code);
  await section.getByRole('button', { name: 'Confirm' }).click();
  await section.getByText('Confirmed', { exact: true }).waitFor();

  await section.getByRole('button', { name: 'Send me a test' }).click();
  expect(await mailTo(address, 2)).toBe('Please sign in and look.\n');
  await section.getByText(/The test: by e-mail \d/).waitFor();
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  expect(await sidewaysScroll(rosa)).toBe(0);
});

test('where the browser shows no notices, the page says why and what to do', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.goto('/you');
  // a browser without a screen refuses notices by itself
  await rosa.getByText('This browser was told not to show notices from here.').waitFor();
  expect(await rosa.getByRole('button', { name: 'Tell me on this device' }).count()).toBe(0);
});

// No push service can be reached from a test, so the way ends where the browser would ask its own.
test('nothing is asked of the browser before a tap; after it our worker is in place, and a failure is told', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  // a browser without a screen says no before anybody could be asked: this one asks, and is told yes
  await rosa.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' });
    Notification.requestPermission = () => Promise.resolve('granted');
  });
  await rosa.goto('/you');
  const optIn = rosa.getByRole('button', { name: 'Tell me on this device' });
  await optIn.waitFor();
  const workers = (): Promise<string[]> =>
    rosa.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ active, installing, waiting }) => {
        const worker = active ?? waiting ?? installing;
        return new URL(worker!.scriptURL).pathname;
      }),
    );
  expect(await workers()).toEqual([]);
  await optIn.click();
  await rosa.getByText('The browser could not reach its push service.').waitFor();
  expect(await workers()).toEqual(['/push-worker.js']);
  // a browser that leaves nothing behind has no push, and says so in its console
  expect(complaintsOf(rosa)).toEqual([expect.stringContaining('Push API in incognito')]);
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
});

test('a tap on a notice brings an open page to the risk notes, without loading it anew', async () => {
  const sam = await journey.arrives('Sam', DESK);
  await sam.getByRole('heading', { level: 1 }).waitFor();
  await sam.evaluate(() => {
    Object.assign(window, { isStillThere: true });
    navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: { opens: '/risk-notes' } }));
  });
  await sam.waitForURL('**/risk-notes');
  expect(await sam.evaluate(() => 'isStillThere' in window)).toBe(true);

  // one that opens the app itself; an administrator, who reads no notes, sees that one waits
  const ada = await journey.arrives('Ada', PHONE);
  await ada.goto('/risk-notes');
  await ada.waitForURL('**/answering');
});

test('the administrator sees who could not be told, not of what, and has it tried now', async () => {
  const { rows } = await journey.database.query<{ organization_id: string; id: string; name: string }>(
    `SELECT a.organization_id, a.id, a.name FROM accounts a JOIN organizations o ON o.id = a.organization_id
      WHERE o.short_name = 'harbor' AND a.role = 'administrator'`,
  );
  const ada = rows[0]!;
  const address = 'ada@example.org';
  const queue = async (): Promise<void> => {
    await journey.database.query('BEGIN');
    await journey.database.query(`SELECT set_config('app.organization_id', $1, true)`, [ada.organization_id]);
    const queued = `SELECT queue_message($1, 'of its kind', gen_random_uuid(), '', now())`;
    await journey.database.query(queued, [ada.id]);
    await journey.database.query('COMMIT');
  };
  await queue();
  const page = await journey.arrives('Ada', PHONE);
  const section = page.getByRole('region', { name: 'Messages that did not arrive' });
  await section.getByText(`${ada.name} has not said how to be reached`).first().waitFor();
  expect(await section.innerText()).not.toContain('of its kind');
  expect(await section.getByRole('button', { name: 'Try now' }).count()).toBe(0);

  await mail.down();
  const addressed =
    'INSERT INTO mail_addresses (organization_id, id, address, confirmed_at) VALUES ($1, $2, $3, now())';
  await journey.database.query(addressed, [ada.organization_id, ada.id, address]);
  await queue();
  const tryNow = section.getByRole('button', { name: 'Try now' });
  for (
    const end = Date.now() + PATIENCE_MS;
    Date.now() < end && !(await tryNow.isVisible());
    await pause(200)
  ) {
    await page.reload();
    await section.waitFor();
  }
  await section
    .getByText(/by e-mail not delivered, next try .* \(the other side does not answer\)/)
    .waitFor();
  expect(await faultsInLightAndDark(page)).toEqual([]);
  await mail.up();
  await tryNow.click();
  await mailTo(address, 1);
  await section.getByText('by e-mail not delivered').waitFor({ state: 'detached' });
});
