import { participantIdOf } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, sidewaysScroll } from '../support/journey.js';

const journey = aJourney();

test('a coach says that somebody died; their supervisor asks after the coach; a mistake is put back', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const participantId = await participantIdOf(rosa, 'Theo');
  await rosa.goto(`/participants/${participantId}`);
  await rosa.getByRole('link', { name: 'Theo has died' }).click();
  await rosa.getByRole('heading', { name: 'After the death of Theo' }).waitFor();
  await rosa.getByLabel('What the family wishes said').fill('No calls to the house, please.');
  expect(await accessibilityFaults(rosa)).toEqual([]);
  // typed words outlive a reload
  await rosa.reload();
  await rosa.getByRole('button', { name: 'Save for Theo' }).click();
  await rosa.getByRole('heading', { name: /^Died on/ }).waitFor();
  await rosa.getByText('Rosa Delgado walked with Theo').waitFor();
  await rosa.getByText('No calls to the house, please.').waitFor();
  for (const gone of ['Log a contact', 'Raise a risk note', 'Theo has died'])
    expect(await rosa.getByRole('link', { name: gone }).count()).toBe(0);
  expect(await rosa.getByText(/overdue|out of touch|missed/i).count()).toBe(0);
  expect(await accessibilityFaults(rosa)).toEqual([]);
  expect(await sidewaysScroll(rosa)).toBe(0);

  await rosa.getByRole('link', { name: 'Today' }).first().click();
  const card = rosa.getByRole('region', { name: 'After the death of Theo' });
  await card.getByRole('link', { name: '988' }).waitFor();
  expect(await rosa.locator(`[data-of="${participantId}"]`).count()).toBe(0);

  const sam = await journey.arrives('Sam', DESK);
  await sam.getByText(/Rosa Delgado walked with Theo/).waitFor();
  expect(await accessibilityFaults(sam)).toEqual([]);
  await sam.getByRole('link', { name: 'Their record' }).click();
  // what was known in the first hours is set right
  await sam.getByRole('button', { name: 'Set the day or the wishes right' }).click();
  await sam.getByLabel('What the family wishes said').fill('Flowers from the garden, no calls.');
  expect(await accessibilityFaults(sam)).toEqual([]);
  await sam.getByRole('button', { name: 'Save', exact: true }).click();
  await rosa.goto(`/participants/${participantId}`);
  await rosa.getByText('Flowers from the garden, no calls.').waitFor();
  await rosa.goto('/today');
  await sam.getByRole('button', { name: 'This was a mistake' }).click();
  await sam.getByRole('link', { name: 'Theo has died' }).waitFor();
  await card.waitFor({ state: 'detached' });
  await rosa.locator(`[data-of="${participantId}"]`).waitFor();
});
