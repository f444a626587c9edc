import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

/** What the browser saves when this is touched. */
async function saved(page: Page, touch: Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), touch]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('a report is prepared while one goes on working, and saved from wherever one is when it is ready', async () => {
  const ada = await journey.arrives('Ada', DESK);
  await ada.goto('/reports');
  await ada.getByRole('button', { name: 'All of it as one file' }).click();
  await ada.getByRole('link', { name: 'People' }).click();
  await ada.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  const notice = ada.getByRole('status').filter({ hasText: 'is ready.' });
  await notice.getByText(/^Report, .* is ready\.$/).waitFor();
  const { name } = await saved(ada, notice.getByRole('button', { name: 'Save it' }).click());
  expect(name).toMatch(/^report-.*\.xlsx$/);
});

test('a supervisor chooses days, is told what is missing, loses the answer, and gets one file with their notes', async () => {
  const sam = await journey.arrives('Sam', PHONE);
  await sam.getByRole('link', { name: 'Exports' }).click();
  await sam.getByText('No files yet.').waitFor();
  await sam.getByText('Other days').click();
  await sam.getByText('CSV', { exact: true }).click();
  await sam.getByRole('button', { name: 'Prepare it' }).click();
  await sam.getByRole('alert').getByText('Choose both days.').waitFor();
  await sam.getByLabel('From').fill('2020-01-01');
  await sam.getByLabel('Through').fill('2099-12-31');
  let lost = 0;
  await sam.route('**/api/exports', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await sam.getByRole('button', { name: 'Prepare it' }).click();
  await sam.getByRole('alert').getByText('No signal').waitFor();
  expect(await sam.getByLabel('From').inputValue()).toBe('2020-01-01');
  await sam.getByRole('button', { name: 'Prepare it' }).click();
  const card = sam.getByRole('article', { name: /^Contacts, / });
  await card.getByText(/Here until/).waitFor();
  expect(await card.count()).toBe(1);
  const { text } = await saved(sam, card.getByRole('button', { name: /^Save it/ }).click());
  expect(text).toContain('Note for the team');
  expect(text.split('\r\n').length).toBeGreaterThan(100);
  await card.getByText(/Saved today/).waitFor();

  await card.getByRole('button', { name: /^Let it go/ }).click();
  await sam.getByText('No files yet.').waitFor();
  await sam.getByRole('button', { name: 'Prepare it again' }).click();
  await card.getByText(/Here until/).waitFor();
});
