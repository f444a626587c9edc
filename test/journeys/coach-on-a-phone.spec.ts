import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { PHONE } from '../support/browser.js';
import { becomes } from '../support/becomes.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

/** One line of the caseload. */
function lineOf(page: Page, name: string): Locator {
  return page.getByRole('article').filter({ has: page.getByRole('link', { name, exact: true }) });
}

/** The names on the caseload, from the top. */
function names(page: Page): Promise<string[]> {
  return page.getByRole('region', { name: 'Caseload' }).getByRole('article').locator('h2 a').allInnerTexts();
}

/** How often a finger touches the page from here on. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset['taps'] = '0';
    document.addEventListener(
      'pointerdown',
      () =>
        void (document.documentElement.dataset['taps'] = String(
          Number(document.documentElement.dataset['taps']) + 1,
        )),
      { capture: true },
    );
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['taps']));
}

test('sees who needs reaching first, and why, in words and in facts', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.goto('/caseload');
  await rosa.getByRole('heading', { name: /^\d+ people need you today$/ }).waitFor();

  const first = rosa.getByRole('article').first();
  expect(await first.innerText()).toMatch(/Urgent risk note/);
  const tasha = lineOf(rosa, 'Tasha');
  expect(await tasha.innerText()).toContain('Last reached 25 days ago; you agreed on every 7 days');

  const standing = tasha.getByRole('button', { name: /^Out of touch/ });
  expect(await standing.getAttribute('aria-expanded')).toBe('false');
  await standing.tap();
  await tasha.getByRole('button', { expanded: true }).waitFor();
  expect(await tasha.getByRole('definition').allInnerTexts()).toEqual(
    expect.arrayContaining(['25 days ago', '18 days ago', 'every 7 days']),
  );
  expect(await accessibilityFaults(rosa)).toEqual([]);
});

test('finds by standing and by part of a legal name, and Back keeps both and the place', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.goto('/caseload');
  const onTrack = rosa.getByRole('list', { name: 'Show only' }).getByRole('button', { name: /^On track/ });
  const count = Number(await onTrack.locator('b').innerText());
  await onTrack.tap();
  await becomes(async () => (await names(rosa)).length, count);
  const shown = await names(rosa);
  expect(shown).not.toContain('Tasha');

  const find = rosa.getByRole('searchbox', { name: 'Find by any part of a name' });
  await find.fill('kear');
  await becomes(() => names(rosa), ['Siobhán']);
  await find.fill('e');
  await becomes(async () => (await names(rosa)).length < count, true);
  const found = await names(rosa);
  const last = rosa.getByRole('article').last().getByRole('link').first();
  await last.scrollIntoViewIfNeeded();
  const place = await rosa.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(200);
  const name = await last.innerText();
  await last.tap();
  await rosa.getByRole('heading', { level: 1, name }).waitFor();
  expect(await accessibilityFaults(rosa)).toEqual([]);

  await rosa.goBack();
  await lineOf(rosa, name).waitFor();
  expect(await names(rosa)).toEqual(found);
  expect(await onTrack.getAttribute('aria-pressed')).toBe('true');
  expect(await find.inputValue()).toBe('e');
  await becomes(() => rosa.evaluate(() => scrollY), place);
});

test('logs that somebody was reached in three taps, and the standing is right at once', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.goto('/caseload');
  const lou = lineOf(rosa, 'Lou');
  expect(await lou.innerText()).toContain('Overdue');
  await lou.scrollIntoViewIfNeeded();

  const taps = await countTaps(rosa);
  await lou.getByRole('link', { name: 'Log a contact with Lou' }).tap();
  await rosa.getByRole('button', { name: /^Reached/ }).tap();
  await rosa.getByRole('button', { name: 'Save' }).tap();
  await rosa.getByText('Logged for Lou.').waitFor();
  expect(await taps()).toBe(3);

  await lou.getByText('On track').waitFor();
  expect(await lou.innerText()).toContain('Last reached today; you agreed on every 7 days');
});

test('logs an attempt in two taps, and takes it back', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.goto('/caseload');
  const wren = lineOf(rosa, 'Wren');
  await wren.scrollIntoViewIfNeeded();
  expect(await wren.innerText()).not.toContain('tried on');

  const taps = await countTaps(rosa);
  await wren.getByRole('link', { name: 'Log a contact with Wren' }).tap();
  await rosa.getByRole('button', { name: 'Left message' }).tap();
  await wren.getByText('tried on one day since').waitFor();
  expect(await taps()).toBe(2);
  expect(await wren.innerText()).toContain('Overdue');

  await rosa.getByRole('button', { name: 'Undo' }).tap();
  await rosa.getByText('Undone.').waitFor();
  await wren.getByText('tried on').waitFor({ state: 'detached' });
});
