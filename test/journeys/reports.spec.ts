import { readFile } from 'node:fs/promises';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();
const TWO_YEARS = 'from=2025-01-01&through=2030-12-31';

test('Ada sees what the program did, sets one coach beside all, and gives a report outside that names nobody', async () => {
  const ada = await journey.arrives('Ada', DESK);
  await ada.goto(`/reports?${TWO_YEARS}`);
  const retention = ada.getByRole('region', { name: 'Retention', exact: true });
  await retention.locator('path.line').waitFor();
  // in short, and from there to the numbers behind it
  await ada.getByRole('button', { name: /People walked with/ }).waitFor();
  await ada.getByRole('button', { name: /Still there after 90 days/ }).click();
  expect(await ada.evaluate(() => document.activeElement?.textContent)).toBe('Retention');
  await retention.getByLabel('Compare with').selectOption({ label: 'Rosa Delgado' });
  await retention.locator('path.other').waitFor();
  await retention.getByText('What each number counts').click();
  await retention
    .getByText('The estimated share of stays that neither left nor was lost within 90 days.')
    .waitFor();
  expect(await ada.getByRole('row', { name: /^Rosa Delgado/ }).count()).toBe(0);
  await ada.getByLabel('Numbers', { exact: true }).selectOption({ label: 'By coach' });
  await ada
    .getByRole('row', { name: /^Rosa Delgado/ })
    .first()
    .waitFor();

  await ada.getByLabel('For somebody outside').check();
  await ada.getByText(/counts are hidden/).waitFor();
  expect(await ada.getByText('Rosa').count()).toBe(0);
  expect(await ada.getByText('Given out before').count()).toBe(0);
  const download = ada.waitForEvent('download');
  await ada.getByRole('link', { name: 'CSV of Reached and attempts' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('\r\nTogether,');
  expect(csv).not.toMatch(/Rosa|Recovery Community|Theo/);

  // another of nearly the same days: who gave out the first, and when, stands beside it
  await ada.getByRole('button', { name: 'Other days' }).click();
  await ada.getByLabel('From').fill('2025-02-01');
  await ada.getByRole('button', { name: 'Report on these days' }).click();
  await ada.getByText('Given out before, about some of the same days').waitFor();
  await ada
    .getByText(/January 1, 2025 – December 31, 2030, all programs, the whole organization: Ada Okafor on/)
    .waitFor();
});

test('days before there was anything, days of a clock change, and days that end before they begin', async () => {
  const sam = await journey.arrives('Sam', PHONE);
  await sam.goto('/reports?from=1950-01-01&through=1950-12-31');
  await sam.getByText('No stay that began in these days could be followed yet.').waitFor();
  expect(await sam.getByText('Nothing in these days.').count()).toBeGreaterThan(4);
  await sam.goto('/reports?from=2026-03-08&through=2026-03-08');
  await sam.getByText('March 8, 2026 – March 8, 2026').waitFor();
  await sam.goto('/reports?from=2026-03-08&through=2026-03-01');
  await sam.getByText('The last day comes before the first.').waitFor();
  await sam.getByRole('link', { name: 'This month’s report' }).click();
  await sam.getByText(/your team and those with no coach/).waitFor();
});
