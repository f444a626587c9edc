import { participantIdOf } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

test('somebody of the program walks in: found by three letters, logged, and only that is read again', async () => {
  const dev = await journey.arrives('Dev', DESK);
  const ingrid = await participantIdOf(dev, 'Ingrid');

  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.goto('/log');
  await rosa.getByRole('button', { name: 'Someone else in the program' }).click();
  await rosa.getByText('Three letters of the name find them.').waitFor();
  await rosa.getByRole('searchbox').fill('ing');
  await rosa.getByRole('button', { name: /^Ingrid / }).waitFor();
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await rosa.getByRole('button', { name: /^Ingrid / }).click();
  await rosa.getByRole('heading', { level: 1, name: 'Contact with Ingrid' }).waitFor();
  expect(await rosa.getByText('Next contact').count()).toBe(0);
  await rosa.getByRole('button', { name: /^Reached/ }).click();
  await rosa.getByLabel('Note for both of you').fill('Ingrid came by for the letter.');
  await rosa.getByText(/Draft saved/).waitFor();
  await rosa.reload();
  await rosa.getByRole('heading', { level: 1, name: 'Contact with Ingrid' }).waitFor();
  await rosa.getByRole('button', { name: 'Save', exact: true }).click();
  await rosa.getByText('Logged for Ingrid.').waitFor();

  await rosa.goto('/caseload');
  await rosa.getByRole('link', { name: 'What you logged for people who are not on your caseload' }).click();
  await rosa.getByRole('region', { name: 'Ingrid' }).getByText('Ingrid came by for the letter.').waitFor();
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await rosa.goto(`/caseload/${ingrid}`);
  await rosa.getByRole('heading', { name: 'There is no such participant' }).waitFor();

  await dev.goto(`/caseload/${ingrid}`);
  await dev.getByText('Ingrid came by for the letter.').waitFor();
  await dev.getByRole('region', { name: 'Standing' }).getByText('Last reached today').waitFor();
});

test('reassigned while the form is open, what was begun is saved and logged all the same', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const bea = await participantIdOf(rosa, 'Bea');
  await rosa.goto(`/log/${bea}`);
  await rosa.getByRole('button', { name: /^Reached/ }).click();
  await rosa.getByLabel('Note for both of you').fill('Begun by Rosa');
  await rosa.getByText(/Draft saved/).waitFor();
  await journey.database.query(
    `UPDATE assignments SET until_on = greatest(from_on, current_date) WHERE participant_id = $1 AND until_on IS NULL`,
    [bea],
  );
  await rosa.getByLabel('Note for both of you').fill('Begun by Rosa, and gone on after.');
  await rosa.getByText('Saving your draft…').waitFor();
  await rosa.getByText(/Draft saved/).waitFor();
  await rosa.reload();
  await rosa.getByText(/Bea is not on your caseload any more/).waitFor();
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await rosa.getByRole('button', { name: 'Save', exact: true }).click();
  await rosa.getByText('Logged for Bea.').waitFor();
  await rosa.goto('/elsewhere');
  await rosa.getByRole('region', { name: 'Bea' }).getByText('Begun by Rosa, and gone on after.').waitFor();
});
