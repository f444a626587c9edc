import type { Locator, Page } from 'playwright-core';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark, sidewaysScroll } from '../support/journey.js';

const journey = aJourney();

const cardOf = (page: Page, name: string): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('button', { name: new RegExp(`^${name}`) }) });

const focusedIn = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.closest('article')?.querySelector('h2')?.textContent?.trim() ?? '',
  );

test('a card opens to everything behind it, and nothing else on the page changes', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const tasha = cardOf(rosa, 'Tasha');
  expect(await tasha.innerText()).toContain('Last reached 25 days ago; you agreed on every 7 days');
  await tasha.getByRole('button', { name: /^Tasha/ }).tap();
  await tasha.getByText('The facts').tap();
  expect(await tasha.getByRole('definition').allInnerTexts()).toEqual(
    expect.arrayContaining(['25 days ago', '18 days ago', 'every 7 days']),
  );
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  expect(await sidewaysScroll(rosa)).toBe(0);
});

test('an attempt is two taps; taken back, the card is there again; put away, it is back when asked for', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const ray = cardOf(rosa, 'Big Ray');
  await ray.getByRole('button', { name: /^Big Ray/ }).tap();
  await ray.getByRole('button', { name: 'No answer' }).tap();
  await becomes(() => ray.count(), 0);
  await rosa.getByRole('button', { name: 'Undo' }).tap();
  await ray.waitFor();

  await ray.getByRole('button', { name: 'Not today…' }).tap();
  await rosa.getByRole('button', { name: 'Until tomorrow' }).tap();
  await rosa.getByText('A few words why').waitFor();
  await ray.getByRole('textbox', { name: 'Not today, because…' }).fill('He is at his brother’s wedding.');
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  await rosa.getByRole('button', { name: 'Until tomorrow' }).tap();
  await becomes(() => ray.count(), 0);
  const away = rosa.getByText('1 put away');
  await away.tap();
  await rosa.getByText('He is at his brother’s wedding.').waitFor();
  await rosa.getByRole('button', { name: 'Bring back Big Ray' }).tap();
  await ray.waitFor();
});

test('an urgent note can’t be put away, and 988 stands beside it', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const bea = cardOf(rosa, 'Bea');
  await bea.getByRole('button', { name: /^Bea/ }).tap();
  await bea.getByText('988').first().waitFor();
  expect(await bea.getByRole('button', { name: 'Not today…' }).count()).toBe(0);
});

test('without signal a tap is kept on the device, says so, and is sent when the signal is back', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const lou = cardOf(rosa, 'Lou');
  await lou.getByRole('button', { name: /^Lou/ }).tap();
  await rosa.context().setOffline(true);
  await lou.getByRole('button', { name: 'Reached' }).tap();
  await rosa.getByText('Not sent yet.').waitFor();
  expect(await lou.count()).toBe(0);
  expect(await rosa.evaluate(() => JSON.stringify(localStorage))).toContain('unsent-tap');
  await rosa.context().setOffline(false);
  await rosa.getByText('Lou: reached.').waitFor();
  await rosa.getByText('Not sent yet.').waitFor({ state: 'detached' });
  expect(await rosa.evaluate(() => JSON.stringify(localStorage))).not.toContain('unsent-tap');
  await rosa.reload();
  await cardOf(rosa, 'Tasha').waitFor();
  expect(await lou.count()).toBe(0);
});

test('at a desk the record stands beside the list, and by keyboard the next card has the focus', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  const wren = cardOf(rosa, 'Wren');
  await wren.waitFor();
  const names = await rosa.getByRole('article').locator('h2').allInnerTexts();
  const after = names[names.findIndex((name) => name.startsWith('Wren')) + 1]!;
  await wren.getByRole('button', { name: /^Wren/ }).focus();
  await rosa.keyboard.press('Enter');
  await wren.getByRole('link', { name: 'The record' }).click();
  await rosa
    .getByRole('region', { name: 'Record' })
    .getByRole('heading', { level: 1, name: 'Wren' })
    .waitFor();
  expect(await wren.isVisible()).toBe(true);
  await wren.getByRole('button', { name: 'Reached' }).focus();
  await rosa.keyboard.press('Enter');
  await becomes(() => wren.count(), 0);
  await becomes(async () => (await focusedIn(rosa)).split(/\s/)[0], after.split(/\s/)[0]!);
});
