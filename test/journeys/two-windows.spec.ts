import type { Page } from 'playwright-core';
import { loggedBy, participantIdOf, sentBy } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

interface Draft {
  draftId: string;
  participantName: string;
  body: { sharedNote?: string };
  copies: unknown[];
}

async function draftsAbout(coach: Page, name: string): Promise<Draft[]> {
  const { items } = (await sentBy(coach, 'GET', '/api/drafts')) as unknown as { items: Draft[] };
  return items.filter((draft) => draft.participantName === name);
}

const noteOf = (page: Page) => page.getByLabel('Note for both of you');

/** One draft, open in two windows; the first has written, the second shows the same words. */
async function inTwoWindows(name: string, words: string): Promise<[Page, Page]> {
  const phone = await journey.arrives('Rosa', PHONE);
  await phone.goto(`/log/${await participantIdOf(phone, name)}`);
  await phone.getByRole('button', { name: /^Reached/ }).click();
  await noteOf(phone).fill(words);
  await phone.getByText(/Draft saved/).waitFor();
  const desk = await journey.arrives('Rosa', DESK);
  await desk.goto(new URL(phone.url()).pathname + new URL(phone.url()).search);
  await becomes(() => noteOf(desk).inputValue(), words);
  return [phone, desk];
}

const question = (page: Page) => page.getByRole('alert').filter({ hasText: 'Typed in two windows' });

test('a draft typed on in two windows shows both texts in the one that comes later, and both are taken', async () => {
  const [phone, desk] = await inTwoWindows('Ash', 'We met at the pier.');
  await noteOf(desk).fill('We met at the pier, and Ash brought the letter.');
  await desk.getByText(/Draft saved/).waitFor();
  await noteOf(phone).fill('We met at the pier. The bus was late.');
  await question(phone).getByText('We met at the pier, and Ash brought the letter.').waitFor();
  expect(await accessibilityFaults(phone)).toEqual([]);
  // nobody has chosen yet, and both are on the server
  await becomes(async () => (await draftsAbout(phone, 'Ash')).map((draft) => draft.copies.length), [1]);

  await question(phone).getByRole('button', { name: 'Take both' }).click();
  await question(phone).waitFor({ state: 'detached' });
  const both = 'We met at the pier. The bus was late.\n\nWe met at the pier, and Ash brought the letter.';
  expect(await noteOf(phone).inputValue()).toBe(both);
  await becomes(
    async () => (await draftsAbout(phone, 'Ash')).map(({ body, copies }) => [body.sharedNote, copies.length]),
    [[both, 0]],
  );
});

test('what is here is kept, or the other is taken and brought back', async () => {
  const [phone, desk] = await inTwoWindows('Wren', 'Short.');
  await noteOf(desk).fill('Short, from the desk.');
  await desk.getByText(/Draft saved/).waitFor();
  await noteOf(phone).fill('Short, from the phone.');
  await question(phone).getByRole('button', { name: 'Take the other' }).click();
  await becomes(() => noteOf(phone).inputValue(), 'Short, from the desk.');
  await phone.getByRole('button', { name: 'Undo' }).click();
  await becomes(() => noteOf(phone).inputValue(), 'Short, from the phone.');
  await becomes(
    async () => (await draftsAbout(phone, 'Wren')).map(({ body }) => body.sharedNote),
    ['Short, from the phone.'],
  );

  await noteOf(desk).fill('Short, from the desk again.');
  await question(desk).getByRole('button', { name: 'Keep what is here' }).click();
  await becomes(
    async () => (await draftsAbout(desk, 'Wren')).map(({ body }) => body.sharedNote),
    ['Short, from the desk again.'],
  );
});

test('closed before anybody chose, the question waits for whoever opens the draft again', async () => {
  const [phone, desk] = await inTwoWindows('Bea', 'One.');
  await noteOf(desk).fill('One, two.');
  await desk.getByText(/Draft saved/).waitFor();
  await noteOf(phone).fill('One, three.');
  await question(phone).waitFor();
  const address = phone.url();
  await phone.goto('/you');
  await phone.goto(address);
  await question(phone).getByText('One, three.').waitFor();
  expect(await noteOf(phone).inputValue()).toBe('One, two.');
  await question(phone).getByRole('button', { name: 'Take the other' }).click();
  await becomes(() => noteOf(phone).inputValue(), 'One, three.');
  await becomes(async () => (await draftsAbout(phone, 'Bea')).map(({ copies }) => copies.length), [0]);
});

test('logged in one window, the words of the other go on as a draft of their own', async () => {
  const [phone, desk] = await inTwoWindows('Dolly', 'From the phone.');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await desk.getByText('Logged for Dolly.').waitFor();
  await noteOf(phone).fill('From the phone, and more.');
  await phone.getByRole('heading', { name: 'Logged in another window' }).waitFor();
  expect(await accessibilityFaults(phone)).toEqual([]);
  await becomes(
    async () => (await draftsAbout(phone, 'Dolly')).map(({ body }) => body.sharedNote),
    ['From the phone, and more.'],
  );
});

test('an amend in two windows: both are put into the form, read through and saved', async () => {
  const phone = await journey.arrives('Rosa', PHONE);
  const { contactId } = await loggedBy(phone, 'Emeka', { sharedNote: 'The form.' });
  const desk = await journey.arrives('Rosa', DESK);
  for (const page of [phone, desk]) {
    await page.goto(`/contacts/${String(contactId)}/amend`);
    await becomes(() => noteOf(page).inputValue(), 'The form.');
  }
  await noteOf(desk).fill('The form is sent.');
  await desk.getByRole('button', { name: 'Save the change' }).click();
  await desk.getByText('Amended. The earlier version is kept.').waitFor();
  await noteOf(phone).fill('The form was hard.');
  await phone.getByRole('button', { name: 'Save the change' }).click();
  await phone.getByRole('button', { name: 'Take both' }).click();
  await becomes(() => noteOf(phone).inputValue(), 'The form was hard.\n\nThe form is sent.');
  await phone.getByRole('button', { name: 'Save the change' }).click();
  await phone.getByText('Amended. The earlier version is kept.').waitFor();
  const contact = await sentBy(phone, 'GET', `/api/contacts/${String(contactId)}`);
  expect(contact['sharedNote']).toBe('The form was hard.\n\nThe form is sent.');
});
