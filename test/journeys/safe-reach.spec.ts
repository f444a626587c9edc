import type { Page } from 'playwright-core';
import { participantIdOf } from '../given/sent-by.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark } from '../support/journey.js';

const journey = aJourney();
const NUMBER = '(555) 555-0188';
/** A change of safe reach is on every open page after at most so long. */
const SOON_MS = 2_000;

const ways = (page: Page) => page.getByRole('region', { name: 'Ways to reach' });

test('a text is no longer safe: the button goes from every open page within two seconds, and says why', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const sam = await journey.arrives('Sam', DESK);
  const participantId = await participantIdOf(rosa, 'Curtis');
  await rosa.goto(`/caseload/${participantId}`);
  await sam.goto(`/participants/${participantId}`);
  await ways(sam).waitFor();

  await rosa.getByRole('button', { name: 'Add a number or address' }).click();
  await rosa.getByLabel('Number').fill('ask his mother');
  await rosa.getByRole('button', { name: 'Save' }).click();
  await rosa.getByText('There is no number in this. Type at least the digits.').waitFor();
  await rosa.getByLabel('Number').fill(NUMBER);
  await rosa.getByLabel('Call', { exact: true }).check();
  await rosa.getByLabel('Leave a voicemail').check();
  await rosa.getByLabel('Text', { exact: true }).check();
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  await rosa.getByRole('button', { name: 'Save' }).click();

  const text = ways(sam).getByRole('link', { name: `Text ${NUMBER}` });
  await text.waitFor();
  expect(await text.getAttribute('href')).toBe('sms:5555550188');
  expect(
    await ways(rosa)
      .getByRole('link', { name: `Call ${NUMBER}` })
      .getAttribute('href'),
  ).toBe('tel:5555550188');

  await rosa.getByRole('button', { name: `Change ${NUMBER}` }).click();
  await rosa.getByLabel('Text', { exact: true }).uncheck();
  await rosa.getByLabel('Leave a voicemail').uncheck();
  await rosa.getByLabel(/^Why is the rest not safe/).fill('others read this phone');
  await rosa.getByRole('button', { name: 'Save' }).click();
  // the notice of the save before may still be on its way out
  await rosa.getByText('Saved. Every open page follows it now.').last().waitFor();
  await text.waitFor({ state: 'detached', timeout: SOON_MS });
  await ways(sam).getByText('Texts are not safe: others read this phone').waitFor();
  await ways(rosa).getByText('Leave no voicemail').first().waitFor();

  await rosa.getByRole('button', { name: `Earlier words about ${NUMBER}` }).click();
  await ways(rosa)
    .getByText(/Rosa Delgado:.*A voicemail is fine/)
    .waitFor();
  expect(await faultsInLightAndDark(rosa)).toEqual([]);

  await rosa.getByRole('button', { name: `No longer valid ${NUMBER}` }).click();
  await ways(sam).getByText(NUMBER).first().waitFor({ state: 'detached' });
  await rosa.getByRole('button', { name: 'Undo' }).click();
  await ways(sam).getByText(NUMBER).first().waitFor();
});

test('two people say different things about one number: both are shown, and a person chooses', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const sam = await journey.arrives('Sam', DESK);
  const participantId = await participantIdOf(rosa, 'Theo');
  await rosa.goto(`/caseload/${participantId}`);
  await sam.goto(`/participants/${participantId}`);
  for (const page of [rosa, sam])
    await ways(page)
      .getByRole('button', { name: /^Change/ })
      .first()
      .click();
  await rosa.getByLabel(/^Best hours/).fill('mornings');
  await sam.getByLabel(/^Best hours/).fill('evenings');
  await rosa.getByRole('button', { name: 'Save' }).click();
  await rosa.getByText('Saved. Every open page follows it now.').waitFor();
  await sam.getByRole('button', { name: 'Save' }).click();
  await sam.getByText('Somebody changed this while you were writing.').waitFor();
  await sam.getByRole('alert').getByText('Best: mornings', { exact: true }).waitFor();
  expect(await faultsInLightAndDark(sam)).toEqual([]);
  await sam.getByRole('button', { name: 'Keep mine' }).click();
  await ways(rosa).getByText('Best: evenings', { exact: true }).waitFor();
});

test('a supporter is called only while we may talk with them', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.goto(`/caseload/${await participantIdOf(rosa, 'Emeka')}`);
  const supporters = rosa.getByRole('region', { name: 'Supporters' });
  await supporters.getByRole('button', { name: 'Add a supporter' }).click();
  await supporters.getByLabel('Name').fill('Ngozi');
  await supporters.getByLabel('Who are they to them?').fill('sister');
  await supporters.getByLabel('Number (if known)').fill('555.555.0142');
  await supporters.getByLabel('We may talk with them').check();
  await supporters.getByRole('button', { name: 'Save' }).click();
  await supporters.getByText(/^Say about what we may talk/).waitFor();
  await supporters.getByLabel('About what?').fill('Rides to work');
  await supporters.getByLabel('Until when?').fill('2099-12-31');
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  await supporters.getByRole('button', { name: 'Save' }).click();
  const call = supporters.getByRole('link', { name: 'Call Ngozi' });
  await call.waitFor();
  expect(await call.getAttribute('href')).toBe('tel:5555550142');

  await supporters.getByRole('button', { name: 'Change Ngozi' }).click();
  await supporters.getByLabel('We may talk with them').uncheck();
  await supporters.getByRole('button', { name: 'Save' }).click();
  await supporters.getByText('We may not talk with Ngozi.').waitFor();
  expect(await call.count()).toBe(0);
});
