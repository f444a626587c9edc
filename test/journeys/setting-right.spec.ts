import type { Locator, Page } from 'playwright-core';
import { loggedBy, participantIdOf } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { DESK } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

/** The contact with these words on the page of this participant, opened. */
async function opened(page: Page, words: string): Promise<Locator> {
  const contact = page
    .getByRole('region', { name: 'What happened' })
    .getByRole('listitem')
    .filter({ hasText: words });
  await contact.getByRole('button', { expanded: false }).click();
  await contact.getByRole('button', { name: 'Add to it' }).waitFor();
  return contact;
}

async function pageOf(coach: Page, name: string): Promise<void> {
  await coach.goto(`/caseload/${await participantIdOf(coach, name)}`);
}

test('a coach amends what was wrong, and what stood there before can still be read', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  await loggedBy(rosa, 'Emeka', { sharedNote: 'We talked about the night shift.', minutes: 10 });
  await pageOf(rosa, 'Emeka');
  const contact = await opened(rosa, 'We talked about the night shift.');
  await contact.getByRole('link', { name: 'Amend' }).click();
  await rosa.getByRole('heading', { level: 1, name: 'Amend the contact with Emeka' }).waitFor();
  expect(await rosa.getByLabel('Minutes').inputValue()).toBe('10');
  await rosa.getByLabel('Note for both of you').fill('We talked about the day shift.');
  await rosa.getByLabel('Minutes').fill('25');
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await rosa.getByRole('button', { name: 'Save the change' }).click();

  await rosa.getByText('Amended. The earlier version is kept.').waitFor();
  const amended = await opened(rosa, 'We talked about the day shift.');
  await amended.getByText('25 minutes').waitFor();
  await amended.getByRole('button', { name: 'Earlier versions' }).click();
  await amended.getByRole('row', { name: /^Minutes.* differs 10 25$/ }).waitFor();
  await amended
    .getByRole('row', { name: /^Note for both.* differs .* the night shift\. .* the day shift\.$/ })
    .waitFor();
  expect(await accessibilityFaults(rosa)).toEqual([]);
});

test('a coach adds words later, and takes a contact back with a reason', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  await loggedBy(rosa, 'Yusuf يوسف', { sharedNote: 'Filled in the form for school.' });
  await pageOf(rosa, 'Yusuf يوسف');
  const contact = await opened(rosa, 'Filled in the form for school.');
  await contact.getByRole('button', { name: 'Add to it' }).click();
  await contact.getByLabel('What is there to add?').fill('The office called: it has arrived.');
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await contact.getByRole('button', { name: 'Add it' }).click();
  // the words stand on the card only once the form they were typed into is gone
  await contact.getByLabel('What is there to add?').waitFor({ state: 'detached' });
  await contact.getByText('The office called: it has arrived.', { exact: true }).waitFor();
  expect(await contact.innerText()).toMatch(/Added by Rosa Delgado, \w+day, .* for the team only/);

  await contact.getByRole('button', { name: 'Void', exact: true }).click();
  await contact.getByRole('button', { name: 'Void it' }).click();
  await contact.getByText('A reason in a few words, please.').waitFor();
  await contact.getByLabel('Why should it not count?').fill('It was his brother.');
  await contact.getByRole('button', { name: 'Void it' }).click();
  await rosa.getByText('Voided. It counts for nothing now').waitFor();
  await contact.getByText('Filled in the form for school.').waitFor({ state: 'detached' });
  // the four days since the contact before count again
  await rosa.getByRole('region', { name: 'Standing' }).getByText('Last reached 4 days ago').waitFor();
});

test('a contact logged for the wrong person goes to the right one in one step', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  await loggedBy(rosa, 'Dolly', { sharedNote: 'Sat by the harbor for an hour.', minutes: 60 });
  await pageOf(rosa, 'Dolly');
  const contact = await opened(rosa, 'Sat by the harbor for an hour.');
  await contact.getByRole('button', { name: 'Wrong person' }).click();
  await contact.getByRole('searchbox', { name: /^Who was it\?/ }).fill('voss');
  await contact.getByRole('button', { name: /^Nell/ }).click();
  await rosa.getByText('Moved to Nell. Here it is voided.').waitFor();
  await contact.getByText('Sat by the harbor for an hour.').waitFor({ state: 'detached' });

  await pageOf(rosa, 'Nell');
  const moved = await opened(rosa, 'Sat by the harbor for an hour.');
  await moved.getByText('60 minutes').waitFor();
});
