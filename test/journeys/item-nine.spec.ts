import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

const question = (page: Page, number: number, of: number) =>
  page.getByText(`Question ${number} of ${of}`, { exact: true }).waitFor();
const says = (page: Page, answer: string) =>
  page.locator('app-answer-scale').getByRole('button', { name: answer }).tap();

test('Theo answers the ninth question: help comes first, nothing goes out before he sends it, and then Sam sees it', async () => {
  const [sam, theo] = [await journey.arrives('Sam', DESK), await journey.arrives('Theo', PHONE)];
  const bar = sam.getByRole('main').getByText(/urgent risk notes? waits?\./);
  await bar.waitFor();
  const before = await bar.innerText();

  await theo.getByRole('link', { name: 'Questions for you' }).tap();
  await theo.getByRole('heading', { level: 1, name: 'Questions for you' }).waitFor();
  await theo.getByRole('link', { name: 'Begin' }).last().tap();
  await question(theo, 1, 2);
  await says(theo, 'Nearly every day');
  await question(theo, 2, 2);
  await says(theo, 'Several days');
  await theo.getByRole('button', { name: 'Yes, seven more' }).tap();
  for (const number of [3, 4, 5, 6, 7, 8]) {
    await question(theo, number, 9);
    if (number === 5) await theo.getByRole('button', { name: 'Skip this one' }).tap();
    else await says(theo, 'Not at all');
  }
  await question(theo, 9, 9);
  await says(theo, 'Several days');

  const help = theo.getByRole('region', { name: 'You don’t have to be alone with this' });
  await help.getByText('Nothing is sent until you send it.').waitFor();
  expect(await help.getByRole('link', { name: 'Call 988 now' }).getAttribute('href')).toBe('tel:988');
  expect(await help.getByRole('heading').evaluate((heading) => heading === document.activeElement)).toBe(
    true,
  );
  expect(await accessibilityFaults(theo)).toEqual([]);

  // left and come back to: help is there still, the answers too, and nobody was told
  await theo.goto('/questions');
  await help.waitFor();
  expect(await bar.innerText()).toBe(before);
  await theo.getByRole('link', { name: 'Go on where you stopped' }).tap();
  await question(theo, 9, 9);
  await theo.getByRole('button', { name: 'Go on' }).tap();
  await theo.getByText('skipped', { exact: true }).waitFor();
  await theo.getByRole('button', { name: 'Send my answers' }).tap();

  await help.getByText('We have told the people here who can answer.').waitFor();
  await theo.getByText('You skipped some, and they stay skipped. That is fine.').waitFor();
  expect(await theo.locator('main').innerText()).not.toMatch(/risk|urgent|relapse|\b(score|severe|of 27)\b/i);
  expect(await accessibilityFaults(theo)).toEqual([]);

  await becomes(async () => (await bar.innerText()) !== before, true);
  await bar.click();
  await sam.goto('/risk-notes');
  await sam.getByText('Theo’s own answer to PHQ-9, question 9').waitFor();
});
