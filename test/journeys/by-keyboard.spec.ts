import type { Locator, Page } from 'playwright-core';
import { SAMPLE_PASSWORD } from '../../backend/sample/make-sample.js';
import { participantIdOf } from '../given/sent-by.js';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();
const FARTHEST = 80;

function isFocused(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element === document.activeElement).catch(() => false);
}

/** Tab after Tab until the focus is there; on the way it is never nowhere. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await place.waitFor();
  for (let tabs = 0; tabs < FARTHEST; tabs += 1) {
    if (await isFocused(place)) return;
    await page.keyboard.press('Tab');
  }
  expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(
    `reached by Tab: ${String(place)}`,
  );
}

/** The page that came has taken the focus to its heading. */
async function headingHasFocus(page: Page, name: string | RegExp): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name });
  await heading.waitFor();
  await becomes(() => isFocused(heading), true);
}

test('a coach signs in, finds somebody and logs a contact without a mouse', async () => {
  const rosa = await journey.opens(DESK);
  await rosa.goto('/sign-in/harbor');
  await tabTo(rosa, rosa.getByLabel('Sign-in name'));
  await rosa.keyboard.type('rosa');
  await rosa.keyboard.press('Tab');
  await rosa.keyboard.type(SAMPLE_PASSWORD);
  await rosa.keyboard.press('Enter');
  await headingHasFocus(rosa, /need you today$/);

  await rosa.getByRole('article').first().waitFor();
  await tabTo(rosa, rosa.getByRole('searchbox', { name: 'Find anyone by any part of a name' }));
  await rosa.keyboard.type('kear');
  const found = rosa.getByRole('list', { name: 'Found' });
  await becomes(() => found.getByRole('listitem').count(), 1);
  await tabTo(rosa, found.getByRole('link', { name: /^Siobhán/ }));
  await rosa.keyboard.press('Enter');
  await headingHasFocus(rosa, 'Siobhán');

  await tabTo(
    rosa,
    rosa.getByRole('region', { name: 'Record' }).getByRole('link', { name: 'Log a contact' }).first(),
  );
  await rosa.keyboard.press('Enter');
  await headingHasFocus(rosa, 'Contact with Siobhán');
  await tabTo(rosa, rosa.getByRole('button', { name: /^Reached/ }));
  await rosa.keyboard.press('Space');
  await tabTo(rosa, rosa.getByLabel('Note for both of you'));
  await rosa.keyboard.type('Planted the beans.');
  await tabTo(rosa, rosa.getByText('How and where'));
  await rosa.keyboard.press('Enter');
  await tabTo(rosa, rosa.getByRole('group', { name: 'How' }).first().getByRole('radio').first());
  await rosa.keyboard.press('Space');
  await tabTo(rosa, rosa.getByRole('button', { name: 'Save' }));
  await rosa.keyboard.press('Enter');
  await rosa.getByText('Logged for Siobhán.').waitFor();
  await headingHasFocus(rosa, 'Siobhán');
  const contact = rosa
    .getByRole('listitem')
    .filter({ hasText: 'Planted the beans.' })
    .getByRole('button')
    .first();
  await tabTo(rosa, contact);
  await rosa.keyboard.press('Enter');
  await rosa.getByRole('listitem').filter({ hasText: 'Planted the beans.' }).getByText('Phone').waitFor();
});

test('the first Tab offers to skip the navigation, and Enter does', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  await rosa.goto('/caseload');
  await rosa.getByRole('article').first().waitFor();
  await rosa.keyboard.press('Tab');
  const skip = rosa.getByRole('link', { name: 'Skip to the page' });
  expect(await isFocused(skip)).toBe(true);
  expect(await skip.boundingBox()).toMatchObject({ x: expect.any(Number) });
  await rosa.keyboard.press('Enter');
  expect(await isFocused(rosa.getByRole('main'))).toBe(true);
  await rosa.keyboard.press('Tab');
  expect(await rosa.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('on a phone what has the focus is never hidden behind a bar that stays', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.goto(`/log/${await participantIdOf(rosa, 'Nell')}`);
  await rosa.getByRole('button', { name: /^Reached/ }).tap();
  await rosa.getByRole('button', { name: 'Save' }).waitFor();
  const hidden: string[] = [];
  for (let tabs = 0; tabs < 16; tabs += 1) {
    await rosa.keyboard.press('Tab');
    const words = await rosa.evaluate(() => {
      const focused = document.activeElement!;
      const { top, bottom } = focused.getBoundingClientRect();
      const bars = [...document.querySelectorAll('form > footer, nav')];
      if (bars.some((bar) => bar.contains(focused))) return null;
      const isHidden = bars
        .map((bar) => bar.getBoundingClientRect())
        .some((bar) => top >= bar.top && bottom <= Math.max(bar.bottom, innerHeight));
      return isHidden ? focused.outerHTML.slice(0, 80) : null;
    });
    if (words) hidden.push(words);
  }
  expect(hidden).toEqual([]);
});

test('whoever asks for less motion gets none', async () => {
  const lengths = (page: Page): Promise<number> =>
    page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('*')].flatMap((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          return `${transitionDuration},${animationDuration}`.split(',').map(parseFloat);
        }),
      ),
    );
  const moving = await journey.arrives('Rosa', DESK);
  await moving.getByRole('article').first().waitFor();
  expect(await lengths(moving)).toBeGreaterThan(0.05);
  await moving.emulateMedia({ reducedMotion: 'reduce' });
  expect(await lengths(moving)).toBeLessThan(0.001);
});
