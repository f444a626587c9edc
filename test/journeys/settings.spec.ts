import { sentBy } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { becomes } from '../support/becomes.js';
import { DESK } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

test('an administrator sets things right, sees what another set meanwhile, and reads who changed what', async () => {
  const ada = await journey.arrives('Ada', DESK);
  await ada.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
  const about = ada.getByRole('form', { name: 'Your organization' });
  const neutral = about.getByLabel('A name that could be anything');
  const save = about.getByRole('button', { name: 'Save your organization' });
  await neutral.fill('Harbor Recovery');
  await save.click();
  await about.getByRole('alert').getByText('What you typed is still here.').waitFor();
  expect(await accessibilityFaults(ada)).toEqual([]);

  // another sets it too, and a reload takes nothing that was typed
  await neutral.fill('The Pier');
  const { name, timeZone, mostPausedDays, version } = await sentBy(ada, 'GET', '/api/settings');
  const theirs = { name, timeZone, mostPausedDays, neutralName: 'Boathouse' };
  await sentBy(ada, 'PUT', '/api/settings', theirs, Number(version));
  await ada.reload();
  await becomes(() => neutral.inputValue(), 'The Pier');
  await save.click();
  await about.getByText('Neutral name: Boathouse').waitFor();
  expect(await accessibilityFaults(ada)).toEqual([]);
  await about.getByRole('button', { name: 'Keep mine' }).click();
  await ada.getByText('Saved. It holds from now on.').waitFor();
  await ada.getByRole('button', { name: 'Undo' }).click();
  await becomes(() => neutral.inputValue(), 'Boathouse');

  // a program is added, closed while nobody is in it, and opened again
  const programs = ada.getByRole('region', { name: 'Programs' });
  await programs.getByLabel('A new program').fill('Night shift');
  await programs.getByRole('button', { name: 'Add it' }).click();
  await programs.getByRole('button', { name: 'Close Night shift' }).click();
  await programs.getByRole('button', { name: 'Open Night shift again' }).waitFor();
  await ada.getByRole('button', { name: 'Undo' }).click();
  await programs.getByRole('button', { name: 'Close Night shift' }).waitFor();

  // everything of it is in the history, and each area by itself
  await ada.getByRole('link', { name: 'Everything that was changed' }).click();
  await ada.getByText(/changed the neutral name from The Pier to Boathouse\./).waitFor();
  await ada.getByLabel('Show').selectOption({ label: 'Programs' });
  const lines = ada.getByRole('region', { name: 'Changes' }).getByRole('listitem');
  await becomes(
    async () =>
      (await lines.locator('p:first-child').allInnerTexts()).map((line) =>
        line.replace(/^.*? (?=\w+ the)/, ''),
      ),
    [
      'opened the program Night shift again.',
      'closed the program Night shift.',
      'added the program Night shift.',
    ],
  );
  expect(await accessibilityFaults(ada)).toEqual([]);

  // what is set on a page of its own is a link away, and says at once who set it
  await ada.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await ada.getByRole('link', { name: /^Contacts supervisors read/ }).click();
  await ada.getByLabel('Of a hundred contacts of certified coaches').fill('25');
  await ada.getByRole('button', { name: 'Save how many are read' }).click();
  await ada.getByText(/changed how many of a hundred contacts are read from \d+ to 25\./).waitFor();
});
