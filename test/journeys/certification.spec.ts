import { loggedBy, sentBy } from '../given/sent-by.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

test('Ada has contacts held; Tomás, who lapsed, logs, sends his renewal; Inez confirms it and releases what was held', async () => {
  const ada = await journey.arrives('Ada', PHONE);
  await ada.goto('/certifications');
  await ada.getByText('Lapsed: since').first().waitFor();
  await ada.getByText('Hold it for the supervisor').click();
  await ada.getByRole('button', { name: 'Save what becomes of it' }).click();
  await ada.getByText('Saved: what becomes of contacts without a certification.').waitFor();

  const tomas = await journey.arrives('Tomás', PHONE);
  const { items } = (await sentBy(tomas, 'GET', '/api/caseload')) as { items: { preferredName: string }[] };
  await loggedBy(tomas, items[0]!.preferredName, { sharedNote: 'Walked to the clinic together.' });
  await tomas.goto('/certification');
  await tomas.getByText('2 contacts are held.').waitFor();
  await tomas.getByRole('button', { name: 'Send a renewal' }).click();
  await tomas.getByLabel('Kind').fill('CPRS');
  await tomas.getByLabel('Issued by').fill('State Board');
  await tomas.getByLabel('Number').fill('PR-77');
  await tomas.getByLabel('First day').fill('2026-01-01');
  await tomas.getByLabel('Last day').fill('2099-12-31');
  const file = tomas.getByLabel('The certificate');
  const page = {
    name: 'certificate.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<!doctype html><p>'),
  };
  await file.setInputFiles(page);
  await tomas.getByText('This is a web page, whatever it is called.').waitFor();
  await file.setInputFiles({ ...page, name: 'huge.pdf', buffer: Buffer.alloc(11 * 1024 * 1024) });
  await tomas.getByText('huge.pdf has 11 MB; at most 10 MB are kept.').waitFor();
  await tomas.reload();
  expect(await tomas.getByLabel('Number').inputValue()).toBe('PR-77');
  await file.setInputFiles({ ...page, buffer: Buffer.from('%PDF-1.7 …') });
  await tomas.getByText('certificate.pdf is here.').waitFor();
  await tomas.getByRole('button', { name: 'Send it' }).click();
  await tomas.getByText('waits to be confirmed').waitFor();

  const inez = await journey.arrives('Inez', DESK);
  await inez.goto('/certifications');
  await inez.getByRole('link', { name: 'Tomás' }).click();
  await inez.getByRole('button', { name: 'Confirm' }).click();
  await inez.getByRole('heading', { name: /^Certified through/ }).waitFor();
  // what happens to it shows on the coach's page by itself
  await tomas.getByRole('heading', { name: /^Certified through/ }).waitFor();
  await inez.getByRole('button', { name: 'Change CPRS PR-77' }).click();
  await inez.getByRole('button', { name: 'End it early' }).click();
  await inez.getByLabel('Why does it end?').fill('The board withdrew it.');
  await inez.getByRole('button', { name: 'End it', exact: true }).click();
  await tomas.getByText('The board withdrew it.').waitFor();
  await inez.getByRole('button', { name: 'Undo' }).click();
  await tomas.getByText('The board withdrew it.').waitFor({ state: 'detached' });
  await inez.goto('/held-contacts');
  const held = inez.locator('li', { hasText: 'Walked to the clinic together.' });
  await held.getByText('covered by CPRS PR-77').waitFor();
  await inez.getByRole('button', { name: 'Release all 2' }).click();
  await inez.getByText('Nothing is held.').waitFor();

  await tomas.getByText('contacts are held').waitFor({ state: 'detached' });
  await tomas.goto('/you');
  await tomas.getByText(/^Inez.* released 2 contacts of yours/).waitFor();
  await tomas.getByRole('button', { name: 'Good to know' }).click();
  await tomas.getByText('released 2 contacts').waitFor({ state: 'detached' });
});
