import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { loggedBy, participantIdOf } from '../given/sent-by.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, complaintsOf, faultsInLightAndDark } from '../support/journey.js';

const journey = aJourney();

const SHARED = 'We filled in the housing form together.';
const OF_THE_TEAM = 'He had not slept; ask about the night shift.';
const OWN = 'I filled it in. Rosa held the pen for one page.';

async function saved(page: Page, link: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).tap(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^my-copy-\d{4}-\d\d-\d\d\.(html|json)$/);
  return readFile(await download.path(), 'utf8');
}

test('Theo reads a note, says it in his words, which Rosa sees at once; he reads who looked, and takes it all along', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  const { contactId } = await loggedBy(rosa, 'Theo', {
    way: 'in person',
    sharedNote: SHARED,
    teamNote: OF_THE_TEAM,
  });
  const participantId = await participantIdOf(rosa, 'Theo');
  await rosa.goto(`/participants/${participantId}`);
  await rosa.getByText(SHARED).first().waitFor();

  const theo = await journey.arrives('Theo', PHONE);
  await theo.getByRole('link', { name: 'Notes together' }).tap();
  await theo.getByRole('heading', { level: 1, name: 'Notes together' }).waitFor();
  expect(await theo.title()).toBe('Notes');
  const note = theo.getByRole('article').filter({ hasText: SHARED }).first();
  await note.getByRole('button', { name: 'Add my words' }).tap();
  await note.getByLabel('In my words').fill(OWN);

  // the phone was put down, the page was gone: the words are still there
  await theo.reload();
  await note.getByLabel('In my words').waitFor();
  expect(await note.getByLabel('In my words').inputValue()).toBe(OWN);
  // and an answer that is lost on the way is no harm
  let lost = 0;
  await theo.route(`**/api/notes/${String(contactId)}/own-words`, async (route) => {
    lost += 1;
    if (lost > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await note.getByRole('button', { name: 'Save' }).tap();
  await note.getByText('Not sent yet. It is kept here, and we keep trying.').waitFor();
  await note.getByRole('heading', { name: 'In your words' }).waitFor();
  expect(lost).toBe(2);
  // the browser told of the answer that was lost
  complaintsOf(theo);
  expect(await faultsInLightAndDark(theo)).toEqual([]);

  await rosa.getByText('In Theo’s own words').first().waitFor();
  await rosa.getByText(OWN).first().waitFor();

  await theo.getByRole('link', { name: 'Home' }).tap();
  await theo.getByRole('link', { name: 'Your record' }).tap();
  const today = theo.getByRole('region', { name: 'Who looked' }).getByRole('listitem').first();
  await today.getByText('Rosa Delgado').waitFor();
  await today
    .getByText(/^Opened your record, /)
    .first()
    .waitFor();

  await theo.getByRole('button', { name: 'Make my copy' }).tap();
  await theo.getByText('Your copy is ready.').waitFor();
  const page = await saved(theo, 'Save it to read');
  const data = await saved(theo, 'Save it as data');
  for (const copy of [page, data]) {
    expect(copy).toContain(SHARED);
    expect(copy).toContain(OWN);
    expect(copy).not.toContain(OF_THE_TEAM);
  }
  expect(await faultsInLightAndDark(theo)).toEqual([]);
});
