import type { Page } from 'playwright-core';
import { participantIdOf } from '../given/sent-by.js';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark } from '../support/journey.js';

const journey = aJourney();

async function onTheForm(size: typeof PHONE | typeof DESK): Promise<Page> {
  const rosa = await journey.arrives('Rosa', size);
  await rosa.goto(`/log/${await participantIdOf(rosa, 'Nell')}`);
  await rosa.getByRole('button', { name: /^Reached/ }).click();
  return rosa;
}

const shared = (page: Page) => page.getByLabel('Note for both of you');
const offers = (page: Page) => page.getByRole('group', { name: 'Kinder words' });
const underlined = (page: Page) => page.locator('#shared-note ~ app-underlines .kinder').allTextContents();

test('a word that might be kinder is underlined while typing, and one tap takes the better one', async () => {
  const rosa = await onTheForm(PHONE);
  await shared(rosa).tap();
  await rosa.keyboard.type('He told me about the abuse as a child. His brother is an addict too. ');
  await becomes(() => underlined(rosa), ['an addict']);
  await offers(rosa).getByText('1 word might be kinder').waitFor();
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  await offers(rosa).getByRole('button', { name: 'a person who uses drugs' }).tap();
  await becomes(
    () => shared(rosa).inputValue(),
    'He told me about the abuse as a child. His brother is a person who uses drugs too. ',
  );
  // the field keeps the focus, and with it the phone's keyboard
  expect(await shared(rosa).evaluate((field) => field === document.activeElement)).toBe(true);
  await rosa.getByRole('button', { name: 'Undo' }).tap();
  await becomes(async () => (await shared(rosa).inputValue()).includes('is an addict too'), true);
});

test('nothing is changed by itself, nothing has to be answered, and what is saved is what was typed', async () => {
  const rosa = await onTheForm(PHONE);
  await shared(rosa).tap();
  await rosa.keyboard.type('She relapsed and says "I am a junkie".');
  await becomes(() => underlined(rosa), ['relapsed']);
  await rosa.getByRole('button', { name: 'Leave it' }).click();
  await becomes(() => underlined(rosa), []);
  await rosa.getByRole('button', { name: 'Save' }).tap();
  await rosa.getByText('Logged for Nell.').waitFor();
  await rosa.goto(`/caseload/${await participantIdOf(rosa, 'Nell')}`);
  await rosa.getByText('She relapsed and says "I am a junkie".').waitFor();
});

test('with the keyboard: Alt and Enter takes it, Ctrl and Z takes it back', async () => {
  const rosa = await onTheForm(DESK);
  await shared(rosa).focus();
  await rosa.keyboard.type('He fell off the wagon');
  await becomes(() => underlined(rosa), ['fell off the wagon']);
  await rosa.keyboard.press('Alt+Enter');
  await becomes(() => shared(rosa).inputValue(), 'He returned to use');
  await rosa.keyboard.press('Control+z');
  await becomes(() => shared(rosa).inputValue(), 'He fell off the wagon');
  await rosa.keyboard.type(' on Friday.');
  await becomes(() => shared(rosa).inputValue(), 'He fell off the wagon on Friday.');
});

test('the line lies under its word wherever the text has been moved to', async () => {
  const rosa = await onTheForm(DESK);
  await shared(rosa).focus();
  await rosa.keyboard.insertText(`${'A long day, and a good one. '.repeat(80)}He is an addict.`);
  await becomes(() => underlined(rosa), ['an addict']);
  // the text of the field ends where the same text ends in what lies over it
  const isUnderItsWord = (): Promise<boolean> =>
    shared(rosa).evaluate((field: HTMLTextAreaElement) => {
      field.scrollTop = field.scrollHeight;
      field.dispatchEvent(new Event('scroll'));
      const inside = field.getBoundingClientRect();
      const over = document.querySelector('#shared-note ~ app-underlines .kinder')!.getBoundingClientRect();
      const padding = parseFloat(getComputedStyle(field).paddingBottom);
      return over.top > inside.top && Math.abs(inside.bottom - padding - over.bottom) < 8;
    });
  // the field may still be growing with its text
  await becomes(isUnderItsWord, true);
});

test('a note that grows stays above the bar with the button', async () => {
  const rosa = await onTheForm(DESK);
  await shared(rosa).focus();
  for (let line = 0; line < 12; line += 1) {
    await rosa.keyboard.insertText('A line of the note.');
    await rosa.keyboard.press('Enter');
  }
  const bottom = () => shared(rosa).evaluate((field) => field.getBoundingClientRect().bottom);
  const bar = () => rosa.locator('form > footer').evaluate((footer) => footer.getBoundingClientRect().top);
  await becomes(async () => (await bottom()) <= (await bar()), true);
});
