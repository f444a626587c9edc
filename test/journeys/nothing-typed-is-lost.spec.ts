import type { Page } from 'playwright-core';
import { participantIdOf, loggedBy, sentBy } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();
const WORDS = 'Her sister is back in town. They had breakfast. 🌻';

/** This coach begins to write about somebody. */
async function writesAbout(coach: Page, name: string, words = WORDS): Promise<void> {
  await coach.goto(`/log/${await participantIdOf(coach, name)}`);
  await coach.getByRole('heading', { level: 1, name: `Contact with ${name}` }).waitFor();
  await coach.getByRole('button', { name: /^Reached/ }).click();
  await coach.getByLabel('Note for both of you').fill(words);
}

/** Goes on with the draft about somebody, from the caseload. */
async function goesOnWith(coach: Page, name: string): Promise<void> {
  await coach.goto('/caseload');
  const offer = coach
    .locator('app-drafts-waiting .card')
    .filter({ hasText: `You were writing about ${name}` });
  await offer.getByRole('link', { name: 'Continue' }).click();
  await coach.getByRole('heading', { level: 1, name: `Contact with ${name}` }).waitFor();
}

async function stillHas(coach: Page, words = WORDS): Promise<void> {
  await coach.waitForFunction(
    (wanted) => document.querySelector<HTMLTextAreaElement>('#shared-note')?.value === wanted,
    words,
  );
}

async function endSessions(): Promise<void> {
  await journey.database.query('DELETE FROM sessions');
}

test('a draft is saved while typing, and a reload and another device offer it again', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await writesAbout(rosa, 'Bea');
  await rosa.getByText(/Draft saved \d+:\d\d/).waitFor();
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await rosa.reload();
  await stillHas(rosa);

  const atTheDesk = await journey.arrives('Rosa', DESK);
  await goesOnWith(atTheDesk, 'Bea');
  await stillHas(atTheDesk);
  expect(await atTheDesk.getByRole('button', { name: /^Reached/ }).getAttribute('aria-pressed')).toBe('true');
  await atTheDesk.getByRole('button', { name: 'Save' }).click();
  await atTheDesk.getByText('Logged for Bea.').waitFor();
  await atTheDesk.getByText('You were writing about Bea').waitFor({ state: 'detached' });
});

test('without signal it says so, keeps the words, and sends them when there is signal again', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await writesAbout(rosa, 'Ash', 'First half.');
  await rosa.getByText(/Draft saved/).waitFor();
  await rosa.context().setOffline(true);
  await rosa.getByText('No signal. What you type is kept here and sent when it is back.').waitFor();
  await rosa.getByLabel('Note for both of you').fill(WORDS);
  await rosa.getByText('Not saved yet, retrying').waitFor();
  expect(await accessibilityFaults(rosa)).toEqual([]);

  await rosa.context().setOffline(false);
  await rosa.getByText(/Draft saved/).waitFor();
  const { items } = (await sentBy(rosa, 'GET', '/api/drafts')) as {
    items: { body: { sharedNote?: string } }[];
  };
  expect(items.map(({ body }) => body.sharedNote)).toContain(WORDS);
});

test('leaving with words that nobody else has asks first, and staying keeps them', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await writesAbout(rosa, 'Wren', 'First half.');
  await rosa.getByText(/Draft saved/).waitFor();
  await rosa.context().setOffline(true);
  await rosa.getByLabel('Note for both of you').fill(WORDS);
  await rosa.getByText('Not saved yet, retrying').waitFor();
  const asked = new Promise<string>((resolve) =>
    rosa.once('dialog', (dialog) => {
      resolve(dialog.message());
      void dialog.dismiss();
    }),
  );
  await rosa.getByRole('link', { name: 'Risk notes', exact: true }).click();
  expect(await asked).toContain('Your words have not reached the server yet.');
  await stillHas(rosa);
  expect(new URL(rosa.url()).pathname).toMatch(/^\/log\//);
});

test('a session that ends in the middle: the same person signs in over the form, and the save goes through', async () => {
  const rosa = await journey.arrivesByTheDoor('Rosa', DESK);
  await writesAbout(rosa, 'Curtis');
  await rosa.getByText(/Draft saved/).waitFor();
  await endSessions();
  await rosa.getByRole('button', { name: 'Save' }).click();
  const over = rosa.getByRole('dialog');
  await over.getByRole('heading', { name: 'Still you, Rosa Delgado?' }).waitFor();
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await stillHas(rosa);
  await over.getByRole('button', { name: 'Go on' }).click();
  await rosa.getByText('Logged for Curtis.').waitFor();

  await rosa.goto(`/caseload/${await participantIdOf(rosa, 'Curtis')}`);
  await rosa.getByRole('region', { name: 'What happened' }).getByText(WORDS).waitFor();
});

test('minutes that can not be: the form says what is wrong and keeps the rest', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await writesAbout(rosa, 'Siobhán');
  await rosa.getByText('How and where').click();
  await rosa.getByLabel('Minutes').fill('0');
  await rosa.getByRole('button', { name: 'Save' }).click();
  await rosa.getByRole('alert').getByText('Minutes begin at 1.').waitFor();
  await stillHas(rosa);
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await rosa.getByLabel('Minutes').fill('1');
  await rosa.getByRole('button', { name: 'Save' }).click();
  await rosa.getByText('Logged for Siobhán.').waitFor();
});

test('a coach whose certification has lapsed is told what to do, and the words stay in the draft', async () => {
  const tomas = await journey.arrives('Tomás', PHONE);
  const { items } = (await sentBy(tomas, 'GET', '/api/caseload')) as { items: { preferredName: string }[] };
  const name = items[0]!.preferredName;
  await writesAbout(tomas, name);
  await tomas.getByRole('button', { name: 'Save' }).click();
  const refusal = tomas
    .getByRole('alert')
    .filter({ hasText: 'You had no certification in force on that day' });
  await refusal.getByText('Ask your administrator to enter or renew your certification').waitFor();
  expect(await accessibilityFaults(tomas)).toEqual([]);
  await stillHas(tomas);
  await tomas.getByText(/Draft saved/).waitFor();
  await goesOnWith(tomas, name);
  await stillHas(tomas);
});

test('an amendment of an old version shows both, and either may stand', async () => {
  const [phone, desk] = [await journey.arrives('Rosa', PHONE), await journey.arrives('Rosa', DESK)];
  const { contactId } = await loggedBy(phone, 'Pops', { sharedNote: 'He walked to the window.' });
  for (const page of [phone, desk]) {
    await page.goto(`/contacts/${String(contactId)}/amend`);
    await page.getByRole('heading', { name: 'Amend the contact with Pops' }).waitFor();
    await stillHas(page, 'He walked to the window.');
  }
  await phone.getByLabel('Note for both of you').fill('He walked to the door.');
  await phone.getByRole('button', { name: 'Save the change' }).click();
  await phone.getByText('Amended. The earlier version is kept.').waitFor();

  await desk.getByLabel('Note for both of you').fill('He walked down the hall.');
  await desk.getByRole('button', { name: 'Save the change' }).click();
  const both = desk.getByRole('row', { name: /^Note for both/ });
  await both.waitFor();
  expect(await both.innerText()).toMatch(/He walked down the hall\.\s+He walked to the door\./);
  await stillHas(desk, 'He walked down the hall.');
  expect(await accessibilityFaults(desk)).toEqual([]);
  await desk.getByRole('button', { name: 'Keep mine' }).click();
  await desk.getByText('Amended. The earlier version is kept.').waitFor();
});
