import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

/** The day in the sample organization's zone, so many days from now. */
const day = (plus: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' }).format(
    Date.now() + plus * 86_400_000,
  );

async function goesAway(page: Page, through: string): Promise<void> {
  await page.goto('/away');
  await page.getByLabel('From').fill(day(0));
  await page.getByLabel('Through, that day included').fill(through);
}

test('Rosa goes away: who covers is hers to choose, Dev has her people, and back she is with one touch', async () => {
  const [rosa, dev] = await Promise.all([journey.arrives('Rosa', PHONE), journey.arrives('Dev', DESK)]);
  await goesAway(rosa, day(2));
  await rosa.getByRole('radio', { name: /^Dev / }).waitFor();
  // what was chosen is still there when the phone lost the page
  await rosa.reload();
  expect(await rosa.getByLabel('Through, that day included').inputValue()).toBe(day(2));
  await rosa.getByRole('radio', { name: /^Dev / }).check();
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await rosa.getByRole('button', { name: 'Hand over while I’m away' }).click();
  await rosa.getByRole('link', { name: /^You are away through .*: Dev Patel covers for you/ }).waitFor();

  // by itself, on a page that was open
  await dev
    .getByText(/^for Rosa Delgado, away through/)
    .first()
    .waitFor();
  await dev.getByRole('link', { name: /^You cover for Rosa Delgado through/ }).waitFor();
  expect(await accessibilityFaults(dev)).toEqual([]);

  await goesAway(dev, day(0));
  await dev.getByText('you would be covering for each other').waitFor();
  expect(await dev.getByRole('radio', { name: /^Rosa / }).isDisabled()).toBe(true);

  await rosa.getByRole('button', { name: /^I’m back: end it now/ }).click();
  await rosa.getByText('Ended. Everything is back where it was.').waitFor();
  await dev.getByRole('link', { name: /^You cover for/ }).waitFor({ state: 'detached' });
  await rosa.getByRole('button', { name: 'Undo' }).click();
  await dev.getByRole('link', { name: /^You cover for Rosa Delgado through/ }).waitFor();
});
