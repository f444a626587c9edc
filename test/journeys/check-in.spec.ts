import { participantIdOf } from '../given/sent-by.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark } from '../support/journey.js';

const journey = aJourney();

test('a heavy moment without signal: help first, kept and sent once, on Rosa’s Today at once, and in Theo’s own weeks', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  const theo = await journey.arrives('Theo', PHONE);
  await theo.getByRole('link', { name: 'Say how you are' }).tap();
  await theo.getByRole('heading', { level: 1, name: 'How are you right now?' }).waitFor();
  expect(await theo.title()).toBe('Now');
  await theo.getByRole('button', { name: 'Done' }).tap();
  await theo.getByText('First choose how you are.').waitFor();

  await theo.getByText('Struggling', { exact: true }).tap();
  await theo.getByText('9', { exact: true }).tap();
  await theo.getByLabel('Anything else?').fill('Payday, and the long way home.');
  await theo.context().setOffline(true);
  await theo.getByRole('button', { name: 'Done' }).first().tap();
  await theo.getByRole('heading', { level: 1, name: 'Thank you for saying how you are' }).waitFor();
  const call = theo.getByRole('link', { name: 'Call 988, day and night' });
  expect(await call.getAttribute('href')).toBe('tel:988');
  await theo.getByText('Not sent yet.').waitFor();
  await theo.context().setOffline(false);
  await theo.getByRole('status').getByText('Rosa Delgado').waitFor();
  expect(await faultsInLightAndDark(theo)).toEqual([]);
  await rosa
    .getByText(/^Checked in .*struggling, cravings 9 of 10/)
    .first()
    .waitFor();

  await theo.getByRole('link', { name: 'See your weeks' }).tap();
  await theo
    .getByText(/^(Getting|Steady|Struggling|Strong).* struggling on 1 day|Struggling on 1 day/)
    .first()
    .waitFor();
  await theo.getByRole('button', { name: 'Show as a table' }).first().tap();
  await theo
    .getByRole('table', { name: 'Your mood' })
    .getByRole('row', { name: /Struggling/ })
    .last()
    .waitFor();
  expect(await theo.getByText('“Payday, and the long way home.”').count()).toBe(1);
  expect(await faultsInLightAndDark(theo)).toEqual([]);
});

test('Mina says it in Spanish; Rosa enters another with her, and both see who did', async () => {
  const mina = await journey.arrives('Mina', PHONE);
  await mina.goto('/check-in');
  await mina.getByText('Ahí voy', { exact: true }).tap();
  await mina.getByRole('button', { name: 'Listo' }).first().tap();
  await mina.getByRole('status').getByText('Rosa Delgado').waitFor();
  await mina.goto('/weeks');
  await mina.getByRole('heading', { level: 1, name: 'Tus semanas' }).waitFor();
  expect(await mina.locator('main').innerText()).not.toMatch(/\b(steady|mood|cravings|sleep|people|days)\b/i);

  const rosa = await journey.arrives('Rosa', DESK);
  await rosa.goto(`/participants/${await participantIdOf(rosa, 'Mina')}`);
  await rosa.getByRole('heading', { name: 'How they say they are' }).scrollIntoViewIfNeeded();
  await rosa.getByRole('button', { name: 'Check in together' }).click();
  const form = rosa.locator('app-check-in-together');
  await form.getByText('Steady', { exact: true }).click();
  await form.getByLabel('In their words').fill('The test went well.');
  await form.getByRole('button', { name: 'Keep this check-in' }).click();
  await rosa.locator('app-check-ins-of').getByText('with Rosa Delgado').waitFor();
  // it shows on the page that Mina has open
  const entry = mina.locator('app-check-in-entry', { hasText: 'The test went well.' });
  await entry.getByText('con Rosa Delgado').waitFor();
});
