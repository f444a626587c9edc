import type { Page } from 'playwright-core';
import { participantIdOf } from '../given/sent-by.js';
import { PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark, sidewaysScroll } from '../support/journey.js';

const journey = aJourney();

async function pageOf(rosa: Page, name: string): Promise<void> {
  await rosa.goto(`/caseload/${await participantIdOf(rosa, name)}`);
  await rosa.getByRole('button', { name: 'Open a vulnerability window' }).waitFor();
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a window is opened with two touches, its list ticked, closed early and opened again', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await pageOf(rosa, 'Dolly');
  await rosa.getByRole('button', { name: 'Open a vulnerability window' }).click();
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  await rosa.getByRole('button', { name: 'Overdose' }).click();
  await rosa.getByText('The window is open.').waitFor();
  const window = rosa.getByRole('region', { name: 'Overdose' });
  await window.getByText(/^The first two weeks: contact every 2 days\. 14 days left/).waitFor();
  await rosa
    .getByRole('region', { name: 'Standing' })
    .getByText(/vulnerable days: every 2 days/)
    .waitFor();

  await window.getByLabel('Naloxone in hand').check();
  await window.getByLabel('Good until (on the box)').fill('2099-05-31');
  await window.getByRole('button', { name: 'Save' }).click();
  await window.getByText(/Rosa Delgado · good until May 31, 2099/).waitFor();
  await window.getByText('Seen to: 1 of 6').waitFor();
  await window.getByLabel('A ride home').check();
  await window.getByText('Seen to: 2 of 6').waitFor();
  await window.getByLabel('A ride home').uncheck();
  await window.getByText('Seen to: 1 of 6').waitFor();
  await rosa.reload();
  await window.getByText('Seen to: 1 of 6').waitFor();
  expect(await window.getByLabel('Naloxone in hand').isChecked()).toBe(true);
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  expect(await sidewaysScroll(rosa)).toBe(0);

  await window.getByRole('button', { name: 'Close early' }).click();
  await window.getByRole('button', { name: 'Close it' }).click();
  await window.getByText('A reason in a few words, please.').waitFor();
  await window.getByLabel('Why does it end before day 90?').fill('It was somebody else.');
  await window.getByRole('button', { name: 'Close it' }).click();
  await window.waitFor({ state: 'detached' });
  await rosa.getByRole('button', { name: 'Undo' }).click();
  await window.getByRole('button', { name: 'Opened by mistake' }).click();
  await rosa.getByText('Taken back, as if it had never been opened.').waitFor();
  await window.waitFor({ state: 'detached' });
});

test('an event of long ago, and one to come, are refused in words', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await pageOf(rosa, 'Dolly');
  await rosa.getByRole('button', { name: 'Open a vulnerability window' }).click();
  await rosa.getByLabel('On which day?').fill(inDays(-100));
  await rosa.getByRole('button', { name: 'Overdose' }).click();
  await rosa.getByText(/This window would be over already: it lasts 90 days/).waitFor();
  await rosa.getByLabel('On which day?').fill(inDays(3));
  await rosa.getByRole('button', { name: 'Overdose' }).click();
  await rosa.getByText(/This day has not come yet/).waitFor();
});

test('in jail, expected out later than thought, and out: nothing is due meanwhile, and then the window is open', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await pageOf(rosa, 'Yusuf يوسف');
  await rosa.getByRole('button', { name: 'Away, or wants a pause' }).click();
  await rosa.getByText('In jail or prison').click();
  await rosa.getByRole('button', { name: 'Save' }).click();
  await rosa.getByText('When are they expected out? A guess will do.').first().waitFor();
  await rosa.getByLabel('Expected out on').fill(inDays(20));
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  expect(await sidewaysScroll(rosa)).toBe(0);
  await rosa.getByRole('button', { name: 'Save' }).click();
  const standing = rosa.getByRole('region', { name: 'Standing' });
  await standing.getByText(/In jail, through/).waitFor();
  const away = rosa.getByRole('region', { name: 'In jail or prison', exact: true });
  await away.getByRole('button', { name: 'Another expected day' }).click();
  await away.getByLabel('Expected out on which day?').fill(inDays(40));
  await away.getByRole('button', { name: 'Save' }).click();
  await away.getByText(/in 40 days/).waitFor();
  const window = rosa.getByRole('region', { name: 'Release from jail or prison' });
  await window.getByText(/Expected .*, in 40 days/).waitFor();
  await window.getByText('Make ready: 0 of 6 seen to').click();
  await window.getByLabel('A ride home').check();
  await window.getByText('Seen to: 1 of 6').waitFor();
  expect(await faultsInLightAndDark(rosa)).toEqual([]);

  await away.getByRole('button', { name: 'Came out today' }).click();
  await window.getByText(/^The first two weeks/).waitFor();
  await window.getByText('Seen to: 1 of 6').waitFor();
  await away.waitFor({ state: 'detached' });
  await standing.getByText(/vulnerable days|their pause is over/).waitFor();
});

test('a risk note that tells of stopped medication suggests the window, and one touch opens it', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const participantId = await participantIdOf(rosa, 'Wren');
  await rosa.goto(`/risk-notes/raise/${participantId}`);
  await rosa.getByText('Stopped medication', { exact: true }).click();
  await rosa.getByRole('button', { name: 'Raise it' }).click();
  await rosa.goto(`/caseload/${participantId}`);
  const suggestion = rosa.getByRole('region', { name: 'Suggestion' });
  await suggestion.getByText(/The risk note tells of: Stopped medication/).waitFor();
  await suggestion.getByRole('button', { name: /^Open the window/ }).click();
  await suggestion.getByRole('button', { name: 'Medication stopped' }).click();
  await rosa
    .getByRole('region', { name: 'Medication stopped' })
    .getByText(/^The first two weeks/)
    .waitFor();
  await suggestion.waitFor({ state: 'detached' });
});

test('coach and participant agree on another rhythm, from today', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await pageOf(rosa, 'Dolly');
  const standing = rosa.getByRole('region', { name: 'Standing' });
  await standing.getByRole('button', { name: /^Agreed: every 14 days/ }).click();
  await standing.getByLabel(/^Agreed days between contacts/).fill('120');
  await standing.getByRole('button', { name: 'Save' }).click();
  await standing.getByText('Every 90 days is the least that can be agreed.').waitFor();
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  await standing.getByLabel(/^Agreed days between contacts/).fill('10');
  await standing.getByRole('button', { name: 'Save' }).click();
  await standing.getByRole('button', { name: /^Agreed: every 10 days/ }).waitFor();
});
