import type { Page } from 'playwright-core';
import { participantIdOf } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark } from '../support/journey.js';

const journey = aJourney();
/** Words that say what the service is about, in both languages. */
const TELLING = /recover|recupera|coach|sober|sobri|addict|adicci|substance|988/i;

/** From now on this phone keeps passkeys, and its owner always shows a finger; until axe has looked at the page. */
async function keepsPasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** As on the first morning, should the test be tried once more. */
beforeEach(async () => {
  await journey.database.query(`UPDATE accounts SET disabled_at = NULL WHERE sign_in_name = 'mina'`);
  await journey.database.query('DELETE FROM invitations WHERE is_replacement AND used_at IS NULL');
});

test('Mina lost her way in: Rosa looks at her, hands her a card, and a finger opens the door from then on', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  await rosa.goto(`/participants/${await participantIdOf(rosa, 'Mina')}`);
  const wayIn = rosa.getByRole('region', { name: 'How they get in' });
  await rosa.getByRole('heading', { name: 'How they get in' }).scrollIntoViewIfNeeded();
  await wayIn.getByText('They have opened their account, and sign in as mina.').waitFor();
  await wayIn.getByRole('button', { name: 'They lost their way in' }).click();
  await wayIn.getByRole('button', { name: 'Make card and link' }).click();
  await wayIn.getByText('First look at the person').waitFor();
  await wayIn.getByText('By video', { exact: true }).click();
  expect(await accessibilityFaults(rosa)).toEqual([]);
  await wayIn.getByRole('button', { name: 'Make card and link' }).click();
  await wayIn.getByRole('link', { name: 'Card to print or show' }).click();

  const card = rosa.getByRole('article');
  await card.getByRole('img', { name: 'Código QR del enlace' }).waitFor();
  expect([await rosa.title(), new URL(rosa.url()).pathname]).toEqual(['Card', '/card']);
  const words = await card.innerText();
  expect(words).toContain('Harbor');
  expect(words).not.toMatch(TELLING);
  expect(words).not.toContain('Mina');
  expect(await accessibilityFaults(rosa)).toEqual([]);
  const code = await card.locator('.code').innerText();
  await rosa.getByRole('link', { name: 'Back' }).click();
  await rosa.getByRole('heading', { name: 'How they get in' }).scrollIntoViewIfNeeded();
  await wayIn.getByText('Invited as mina, anew, by Rosa Delgado.').waitFor();

  const mina = await journey.opens(PHONE);
  await mina.goto('/open');
  await mina.getByLabel('Code').fill('ZZZZZ-ZZZZZ');
  await mina.getByRole('button', { name: 'Go on' }).tap();
  await mina.getByText('This code does not open anything.').waitFor();
  await mina.getByLabel('Code').fill(code.toLowerCase().replace('-', ' '));
  await mina.getByRole('button', { name: 'Go on' }).tap();
  await mina.getByRole('heading', { level: 1, name: 'Te damos la bienvenida, Mina' }).waitFor();
  expect(`${await mina.title()} ${mina.url()} ${await mina.locator('body').innerText()}`).not.toMatch(
    TELLING,
  );
  expect(await faultsInLightAndDark(mina)).toEqual([]);
  await keepsPasskeys(mina);
  await mina.getByRole('button', { name: 'Hacer una llave de acceso en este teléfono' }).tap();
  await mina.getByRole('heading', { level: 1, name: 'Hola, Mina' }).waitFor();
  expect(new URL(mina.url()).pathname).toBe('/home');
  // by itself, on Rosa's open page
  await wayIn.getByText('They have opened their account').waitFor();

  await mina.getByRole('link', { name: 'Cómo entro' }).tap();
  await mina.getByText('Hecha hoy').waitFor();
  await mina.getByRole('button', { name: 'Quitar' }).tap();
  await mina.getByText('Esta llave de acceso es tu única forma de entrar.').waitFor();
  await mina.getByRole('button', { name: 'Salir', exact: true }).tap();
  await mina.getByRole('button', { name: 'Usar una llave de acceso' }).tap();
  await mina.getByRole('heading', { level: 1, name: 'Hola, Mina' }).waitFor();

  // disabled while she reads
  await journey.database.query(`UPDATE accounts SET disabled_at = now() WHERE sign_in_name = 'mina'`);
  await mina.getByRole('link', { name: 'Cómo entro' }).tap();
  await mina.getByRole('heading', { level: 1, name: 'Tu página está cerrada por ahora' }).waitFor();
  expect(await mina.locator('body').innerText()).not.toContain('Mina');
  expect(await mina.evaluate(() => sessionStorage.length)).toBe(0);
  await mina.goBack();
  await mina.getByRole('heading', { level: 1, name: 'Tu página está cerrada por ahora' }).waitFor();
  expect(await mina.locator('body').innerText()).not.toContain('Mina');
});
