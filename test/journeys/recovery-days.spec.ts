import type { Page } from 'playwright-core';
import { participantIdOf } from '../given/sent-by.js';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

/** The day so many days ago, where the sample organization is. */
function ago(days: number): string {
  return Temporal.Now.plainDateISO('America/New_York').subtract({ days }).toString();
}

const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name }).first().waitFor();

test('Theo adds days and shares them; Rosa is glad with him; a return to use loses nothing, and private is private again', async () => {
  const [theo, rosa] = await Promise.all([journey.arrives('Theo', PHONE), journey.arrives('Rosa', DESK)]);
  const card = rosa.locator('app-today-card').filter({ hasText: 'Theo' });
  const glad = (): Promise<number> => card.filter({ hasText: 'days in recovery' }).count();
  await theo.goto('/days');
  await theo.getByRole('switch', { name: /Share my days/ }).uncheck();
  await theo.getByText('Now only you see this page').waitFor();
  await becomes(glad, 0);

  await theo.getByText('My dates', { exact: true }).click();
  await theo.getByRole('button', { name: 'Add days from earlier' }).click();
  await theo.getByLabel('The day it began').fill(ago(500));
  await theo.getByLabel('The day it ended').fill(ago(499));
  await theo.getByRole('button', { name: 'Save' }).first().click();
  await heading(theo, '180 days, and every one counts');
  await theo.getByRole('switch', { name: /Share my days/ }).check();
  await card.getByText('180 days in recovery today').waitFor();

  await rosa.goto(`/today/${await participantIdOf(rosa, 'Theo')}`);
  const section = rosa.getByRole('region', { name: 'Recovery days' });
  await section.getByText('180 days in all').waitFor();
  await section.getByRole('button', { name: 'Congratulate on 180 days' }).click();
  await theo.getByText('Rosa Delgado: well done!').first().waitFor();

  // he used again: what helps comes, and nothing is lost
  await theo.getByRole('button', { name: 'I used again' }).click();
  await theo.getByRole('button', { name: 'Save, and open my plan' }).click();
  await heading(theo, 'Thank you for saying so.');
  await theo.getByText('Your 180 days are yours').waitFor();
  await theo.getByRole('button', { name: 'I’d like a call' }).waitFor();
  await section.getByText('Told here of a return to use').waitFor();
  await section.getByText('180 days in all').waitFor();

  await theo.getByRole('button', { name: 'Start again today' }).click();
  await theo.getByRole('link', { name: 'See my days' }).click();
  await heading(theo, '180 days, and every one counts');

  // and from one moment to the next Rosa sees nothing of it
  await theo.getByRole('switch', { name: /Share my days/ }).uncheck();
  await becomes(() => section.count(), 0);
});
