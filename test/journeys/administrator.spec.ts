import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();
const PASSWORD = 'four warm lanterns 🌻';

async function addsSomeone(ada: Page): Promise<void> {
  await ada.getByRole('link', { name: 'Add someone' }).first().click();
  await ada.getByRole('heading', { level: 1, name: 'Add someone' }).waitFor();
}

async function oneTimeLink(ada: Page): Promise<string> {
  return ada.getByLabel('One-time link').inputValue();
}

/** Somebody opens their link on a phone of their own. */
async function opensWith(link: string): Promise<Page> {
  const page = await journey.opens(PHONE);
  await page.goto(link);
  return page;
}

test('a new coach opens the account with the link, once, with a password that is long enough', async () => {
  const ada = await journey.arrives('Ada', DESK);
  await addsSomeone(ada);
  await ada.getByRole('button', { name: 'Add', exact: true }).click();
  await ada.getByRole('alert').getByText('What you typed is still here.').waitFor();
  expect(await accessibilityFaults(ada)).toEqual([]);
  await ada.getByLabel('Name', { exact: true }).fill('Nadia Osei');
  await ada.getByLabel('Sign-in name').fill('nadia');
  await ada.getByRole('combobox', { name: 'Supervisor' }).selectOption({ label: 'Sam Whitfield' });
  await ada.getByLabel('Certification', { exact: true }).fill('CPRS');
  await ada.getByLabel('Issued by').fill('State Certification Board');
  await ada.getByLabel('Number').fill('PR-40001');
  await ada.getByLabel('First day').fill('2026-01-01');
  await ada.getByLabel('Last day').fill('2099-12-31');
  await ada.getByRole('button', { name: 'Add', exact: true }).click();
  await ada.getByRole('heading', { name: 'Nadia Osei is added' }).waitFor();
  expect(await accessibilityFaults(ada)).toEqual([]);

  const link = await oneTimeLink(ada);
  const nadia = await opensWith(link);
  await nadia.getByRole('heading', { level: 1, name: 'Welcome, Nadia Osei' }).waitFor();
  expect(await nadia.title()).not.toMatch(/alongside|recovery/i);
  await nadia.getByLabel('Your new password').fill('four lanterns');
  await nadia.getByRole('button', { name: 'Open my account' }).tap();
  await nadia.getByText('It needs 2 more letters.').waitFor();
  expect(await accessibilityFaults(nadia)).toEqual([]);
  await nadia.getByLabel('Your new password').fill(PASSWORD);
  await nadia.getByRole('button', { name: 'Open my account' }).tap();
  await nadia.getByText('The people you walk with will be here.').waitFor();

  const other = await opensWith(link);
  await other.getByRole('heading', { level: 1, name: 'This link no longer works' }).waitFor();
  await other.goto('/sign-in/harbor');
  await other.getByLabel('Sign-in name').fill('nadia');
  await other.getByLabel('Password or passphrase').fill(PASSWORD);
  await other.getByRole('button', { name: 'Sign in' }).tap();
  await other.getByText('The people you walk with will be here.').waitFor();
});

test('a new participant opens the account in Spanish, and goes from one coach to another', async () => {
  const ada = await journey.arrives('Ada', DESK);
  await addsSomeone(ada);
  await ada.getByRole('group', { name: 'Role' }).getByText('Participant').click();
  await ada.getByLabel('Legal name').fill('Orlando Reyes');
  await ada.getByLabel('Preferred name').fill('Lando');
  await ada.getByLabel('Program').selectOption({ label: 'Community Recovery Coaching' });
  // one with room: of a full coach it is asked why
  const coaches = ada.getByRole('combobox', { name: 'Coach' });
  const coach = (await coaches.locator('option', { hasText: 'Keisha Bright' }).innerText()).trim();
  await coaches.selectOption({ label: coach });
  if (!(await ada.getByLabel('They get an account').isChecked()))
    await ada.getByLabel('They get an account').check();
  await ada.getByLabel('Sign-in name').fill('lando');
  await ada.getByRole('group', { name: 'Language' }).getByText('Español').click();
  await ada.getByRole('button', { name: 'Add', exact: true }).click();
  await ada.getByRole('heading', { name: /is added$/ }).waitFor();

  const lando = await opensWith(await oneTimeLink(ada));
  await lando.getByRole('heading', { level: 1, name: 'Te damos la bienvenida, Lando' }).waitFor();
  await lando.getByLabel('Tu frase secreta').fill(PASSWORD);
  await lando.getByRole('button', { name: 'Abrir mi cuenta' }).tap();
  await lando.getByRole('heading', { level: 1, name: 'Hola, Lando' }).waitFor();
  await lando.getByText(`${coach.split(' (')[0]} te va a buscar.`).waitFor();

  await ada.getByRole('link', { name: 'Done' }).click();
  await ada.getByRole('searchbox', { name: 'Find by name' }).fill('lando');
  const card = ada.getByRole('article').filter({ hasText: 'lando' });
  const assigned = card.getByRole('combobox', { name: 'Coach' });
  const dev = await assigned.locator('option').filter({ hasText: 'Dev Patel' }).getAttribute('value');
  await assigned.selectOption(dev);
  await ada.getByText('has a new coach.').waitFor();
  const devs = await journey.arrives('Dev', PHONE);
  // the first contact is not due yet, so not on Today
  await devs.goto('/caseload');
  const line = devs.getByRole('article').filter({ hasText: 'Lando' });
  await line.getByText('New', { exact: false }).first().waitFor();
  expect(await accessibilityFaults(ada)).toEqual([]);
  await lando.reload();
  await lando.getByText('Dev Patel te va a buscar.').waitFor();
});

test('someone disabled is signed out on the next thing they do, and comes back when enabled', async () => {
  const june = await journey.arrivesByTheDoor('June', PHONE);
  await june.getByRole('article').first().waitFor();
  const ada = await journey.arrives('Ada', DESK);
  await ada.getByRole('searchbox', { name: 'Find by name' }).fill('june');
  await ada.getByRole('button', { name: 'Disable June Akerele' }).click();
  await ada.getByText("June Akerele is signed out everywhere and can't sign in.").waitFor();

  await june.getByRole('link', { name: 'Risk notes', exact: true }).tap();
  await june.getByRole('heading', { name: 'Still you, June Akerele?' }).waitFor();
  expect((await june.request.get('/api/caseload')).status()).toBe(401);
  await june.getByRole('button', { name: 'Go on' }).tap();
  await june.getByRole('dialog').getByRole('alert').filter({ hasText: /\w/ }).waitFor();

  // by keyboard: what was just done is said over the foot of the page
  await ada.getByRole('button', { name: 'Enable June Akerele' }).press('Enter');
  await ada.getByText('June Akerele can sign in again.').waitFor();
  await june.getByRole('button', { name: 'Go on' }).tap();
  await june.getByRole('heading', { level: 1, name: 'Risk notes' }).waitFor();
  await june.getByRole('dialog').waitFor({ state: 'detached' });
});
