import type { Page } from 'playwright-core';
import { participantIdOf } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

const promises = (page: Page) => page.getByRole('region', { name: 'Promises' });
const planned = (page: Page) => page.getByRole('region', { name: 'Next contact' });

async function pageOf(coach: Page, name: string): Promise<void> {
  await coach.goto(`/caseload/${await participantIdOf(coach, name)}`);
  await promises(coach).waitFor();
}

test('promised while logging, changed, kept, taken back, and released with a reason', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.goto(`/log/${await participantIdOf(rosa, 'Emeka')}`);
  await rosa.getByRole('button', { name: /^Reached/ }).click();
  await rosa.getByText('A promise', { exact: true }).click();
  await rosa.getByLabel('What will you do?').fill('Bring the bus plan');
  await rosa.getByRole('radio', { name: 'Tomorrow' }).last().check({ force: true });
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await rosa.getByText(/Draft saved/).waitFor();
  await rosa.reload();
  await rosa.getByLabel('What will you do?').waitFor();
  expect(await rosa.getByLabel('What will you do?').inputValue()).toBe('Bring the bus plan');
  await rosa.getByRole('button', { name: 'Save', exact: true }).click();
  await rosa.getByText('Logged for Emeka.').waitFor();

  await pageOf(rosa, 'Emeka');
  const it = promises(rosa).locator('app-open-promise').filter({ hasText: 'Bring the bus plan' });
  await it.getByText('due tomorrow').first().waitFor();
  await it.getByRole('button', { name: /^Change/ }).click();
  await promises(rosa).getByLabel('What will you do?').fill('Bring the bus plan and a day pass');
  await promises(rosa).getByRole('button', { name: 'Save the change' }).click();
  const changed = promises(rosa).locator('app-open-promise').filter({ hasText: 'and a day pass' });
  await changed.getByRole('button', { name: /^Kept/ }).click();
  await changed.waitFor({ state: 'detached' });
  await rosa.getByRole('button', { name: 'Undo' }).click();
  await changed.waitFor();
  await changed.getByRole('button', { name: /^Release/ }).click();
  await changed.getByRole('button', { name: 'Release it' }).click();
  await changed.getByText('A reason in a few words, please.').waitFor();
  await changed.getByLabel('Why is it let go?').fill('A friend drives them now');
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await changed.getByRole('button', { name: 'Release it' }).click();
  await changed.waitFor({ state: 'detached' });
  await promises(rosa)
    .getByText(/^Kept and released/)
    .click();
  await promises(rosa)
    .getByText(/A friend drives them now/)
    .waitFor();
});

test('promised on its own, what is missing is said at its field; kept, it counts for the supervisor', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await pageOf(rosa, 'Ash');
  await promises(rosa).getByRole('button', { name: 'Promise something' }).click();
  await promises(rosa).getByRole('button', { name: 'Promise it' }).click();
  await promises(rosa).getByText('A few words are needed here.').waitFor();
  await promises(rosa)
    .getByText(/This is not a day in the calendar/)
    .waitFor();
  await promises(rosa).getByLabel('What will you do?').fill('Ask about the evening shift');
  await promises(rosa).getByRole('radio', { name: 'Today' }).check({ force: true });
  await promises(rosa).getByRole('button', { name: 'Promise it' }).click();
  const it = promises(rosa).locator('app-open-promise').filter({ hasText: 'evening shift' });

  const sam = await journey.arrives('Sam', DESK);
  const keptByRosa = sam.getByRole('link', { name: /promises kept, Rosa/ });
  const before = Number.parseInt((await keptByRosa.innerText()) || '0', 10);
  await it.getByRole('button', { name: /^Kept/ }).click();
  await it.waitFor({ state: 'detached' });
  await sam.reload();
  await keptByRosa.getByText(String(before + 1)).waitFor();
  await keptByRosa.click();
  await sam.getByRole('heading', { level: 1, name: 'Promises kept' }).waitFor();
  await sam.getByText('Ask about the evening shift').waitFor();
  expect(await sam.getByRole('main').getByRole('listitem').count()).toBe(before + 1);
  expect(await accessibilityFaults(sam)).toEqual([]);
});

test('the next contact is planned, moved with its history, called off and brought back', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await pageOf(rosa, 'Emeka');
  await planned(rosa).getByRole('button', { name: 'Reschedule' }).click();
  await planned(rosa).getByRole('radio', { name: 'Tomorrow' }).check({ force: true });
  await planned(rosa).getByLabel('Time').fill('15:30');
  await planned(rosa).getByLabel('Why').fill('The clinic moved it');
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await planned(rosa).getByRole('button', { name: 'Reschedule' }).click();
  await planned(rosa).getByText('tomorrow, 3:30 PM').first().waitFor();
  await planned(rosa).getByText('What was planned before').click();
  await planned(rosa)
    .getByText(/Moved by Rosa Delgado .*: The clinic moved it/)
    .waitFor();

  await planned(rosa).getByRole('button', { name: 'Call off' }).click();
  await planned(rosa).getByLabel('Why is it called off?').fill('He is at his mother’s');
  await planned(rosa).getByRole('button', { name: 'Call it off' }).click();
  await planned(rosa).getByText('Nothing is planned.').waitFor();
  await rosa.getByRole('button', { name: 'Undo' }).click();
  await planned(rosa).getByText('tomorrow, 3:30 PM').first().waitFor();
});
