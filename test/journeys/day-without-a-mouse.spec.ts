import type { Locator, Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { participantIdOf, sentBy } from '../given/sent-by.js';
import { becomes } from '../support/becomes.js';
import { DESK } from '../support/browser.js';
import { aJourney, faultsInLightAndDark } from '../support/journey.js';

const journey = aJourney();
const MOST_CARDS = 30;

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement as HTMLElement).innerText ?? '');
const cardOf = (page: Page, name: string): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('button', { name: new RegExp(`^${name}`) }) });

/** k up to the first card, then j until the card of this person has the focus. */
async function walkTo(page: Page, name: string): Promise<void> {
  let before: string;
  do {
    before = await focused(page);
    await page.keyboard.press('k');
  } while ((await focused(page)) !== before);
  for (let steps = 0; steps < MOST_CARDS; steps += 1) {
    if ((await focused(page)).startsWith(name)) return;
    await page.keyboard.press('j');
  }
  throw new Error(`j never came to ${name}, but to ${await focused(page)}`);
}

/** Tab until it has the focus. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never came there.');
}

test("a coach's whole day without a mouse", async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  const keys = rosa.keyboard;
  const tasha = await participantIdOf(rosa, 'Tasha');
  await sentBy(rosa, 'POST', '/api/promises', {
    promiseId: newId(),
    participantId: tasha,
    words: 'Bring the bus pass',
    dueOn: (await sentBy(rosa, 'GET', '/api/today'))['today'],
  });
  await rosa.goto('/today');
  await cardOf(rosa, 'Tasha').waitFor();

  // reached, with one key; taken back with another
  await walkTo(rosa, 'Big Ray');
  await keys.press('r');
  await rosa.getByText('Big Ray: reached.').waitFor();
  await becomes(() => cardOf(rosa, 'Big Ray').count(), 0);
  await becomes(() => rosa.evaluate(() => document.activeElement?.closest('[data-card]') !== null), true);
  await keys.press('z');
  await cardOf(rosa, 'Big Ray').waitFor();

  // a promise kept
  await walkTo(rosa, 'Tasha');
  await keys.press('p');
  await rosa.getByText('Tasha: promise kept.').waitFor();

  // not today
  await walkTo(rosa, 'Lou');
  await keys.press('x');
  await becomes(() => rosa.evaluate(() => document.activeElement?.localName), 'textarea');
  await keys.type('At the dentist with her son.');
  await tabTo(rosa, rosa.getByRole('button', { name: 'Until tomorrow' }));
  await keys.press('Enter');
  await rosa.getByText('Lou: put away.').waitFor();
  await becomes(() => cardOf(rosa, 'Lou').count(), 0);

  // a contact with words, one of them a kinder one
  await walkTo(rosa, 'Wren');
  await keys.press('l');
  await rosa.getByRole('heading', { level: 1, name: /Wren/ }).waitFor();
  await keys.press('r');
  await tabTo(rosa, rosa.getByLabel('Note for both of you'));
  await keys.type('Went for a walk. Wren relapsed on Friday');
  await rosa.getByRole('group', { name: 'Kinder words' }).waitFor();
  await keys.press('Alt+Enter');
  await becomes(
    () => rosa.getByLabel('Note for both of you').inputValue(),
    'Went for a walk. Wren returned to use on Friday',
  );
  await keys.press('Control+Enter');
  await rosa.getByText('Logged for Wren.').waitFor();

  // a risk note, from the record
  await rosa.getByRole('heading', { level: 1, name: /today$/ }).waitFor();
  await walkTo(rosa, 'Mina');
  await keys.press('o');
  await rosa.getByRole('heading', { level: 1, name: 'Mina' }).waitFor();
  await keys.press('f');
  await rosa.getByRole('heading', { level: 1, name: /Risk note for\s+Mina/ }).waitFor();
  await tabTo(rosa, rosa.getByRole('checkbox').first());
  await keys.press('Space');
  await rosa.getByText(/Suggested:/).waitFor();
  await keys.press('Control+Enter');
  await rosa.getByText(/^Raised/).waitFor();
  await rosa.getByRole('heading', { level: 1, name: 'Mina' }).waitFor();
});

test('the sheet of the keys lists what works here, and gives the focus back', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  await rosa.getByRole('article').first().waitFor();
  await rosa.keyboard.press('j');
  const card = await focused(rosa);
  await rosa.keyboard.press('?');
  const sheet = rosa.getByRole('dialog', { name: 'Keys' });
  await sheet.getByText('Promise kept').or(sheet.getByText('Reached')).first().waitFor();
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  // nothing under the sheet hears a key
  await rosa.keyboard.press('r');
  await rosa.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await becomes(() => focused(rosa), card);
  expect(await rosa.getByText(': reached.').count()).toBe(0);
});

test('keys of one letter can be switched off, for this browser', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  await rosa.goto('/you');
  await rosa.getByLabel(/^Keys of a single letter/).uncheck();
  await rosa.goto('/today');
  await rosa.getByRole('article').first().waitFor();
  for (const key of ['j', 'g', 'c', '?', 'r']) await rosa.keyboard.press(key);
  expect(new URL(rosa.url()).pathname).toBe('/today');
  expect(await rosa.evaluate(() => document.activeElement?.closest('[data-card]') ?? null)).toBeNull();
});
