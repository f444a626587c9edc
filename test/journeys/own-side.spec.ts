import type { Page } from 'playwright-core';
import { participantIdOf } from '../given/sent-by.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

/** What stands on a participant's phone in their language, as far as this journey touches it. */
const ENGLISH = {
  language: 'en',
  code: 'Code',
  goOn: 'Go on',
  passphrase: 'Your passphrase',
  open: 'Open my account',
  hello: 'Hello, ',
  ticked: 'Done. Well done!',
  sayHow: 'Say how you are',
  mood: 'Getting by',
  anythingElse: 'Anything else?',
  done: 'Done',
  thanks: 'Thank you for saying how you are',
  home: 'Home',
  goals: 'Your goals',
  writeGoal: 'Write a goal',
  want: 'What do you want?',
  dimension: 'Home',
  writeDown: 'Write it down',
  call: 'I’d like a call',
  asked: 'You asked for a call',
  record: 'Your record',
  coach: 'Rosa Delgado, coach',
  openedRecord: /Opened your record/,
};

const SPANISH: typeof ENGLISH = {
  language: 'es',
  code: 'Código',
  goOn: 'Seguir',
  passphrase: 'Tu frase secreta',
  open: 'Abrir mi cuenta',
  hello: 'Hola, ',
  ticked: 'Hecho. ¡Muy bien!',
  sayHow: 'Di cómo estás',
  mood: 'Ahí voy',
  anythingElse: '¿Algo más?',
  done: 'Listo',
  thanks: 'Gracias por decir cómo estás',
  home: 'Inicio',
  goals: 'Tus metas',
  writeGoal: 'Escribir una meta',
  want: '¿Qué quieres?',
  dimension: 'Hogar',
  writeDown: 'Anotarla',
  call: 'Quiero que me llamen',
  asked: 'Pediste una llamada',
  record: 'Tu expediente',
  coach: 'Rosa Delgado, coach',
  openedRecord: /Abrió tu expediente/,
};

async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

test.each([
  ['Bea', ENGLISH, 'The bus ride is long, the sky was pink.', 'A door of my own with a plant beside it'],
  ['Dolly', SPANISH, 'El camino es largo, el cielo estaba rosa.', 'Una puerta mía con una planta al lado'],
])('%s comes in by code, and everything they do is with Rosa', async (name, said, words, sentence) => {
  const rosa = await journey.arrives('Rosa', DESK);
  await rosa.goto(`/participants/${await participantIdOf(rosa, name)}`);
  const wayIn = rosa.getByRole('region', { name: 'How they get in' });
  await wayIn
    .or(rosa.getByRole('heading', { name: 'How they get in' }))
    .first()
    .scrollIntoViewIfNeeded();
  await rosa.getByRole('button', { name: 'Invite them' }).click();
  await rosa.getByRole('button', { name: 'Make card and link' }).click();
  const code = await rosa.locator('app-one-time-card .code').innerText();

  const phone = await journey.opens(PHONE);
  await phone.goto('/open');
  await phone.getByLabel('Code', { exact: true }).fill(code.toLowerCase());
  await phone.getByRole('button', { name: 'Go on' }).tap();
  await phone.getByLabel(said.passphrase, { exact: true }).fill('four small words in a row');
  await phone.getByRole('button', { name: said.open }).tap();
  await heading(phone, `${said.hello}${name}`);
  expect(await phone.evaluate(() => document.documentElement.lang)).toBe(said.language);

  const step = phone.getByRole('checkbox', { checked: false }).first();
  const [small, wanted] = (await step.locator('.words').innerText()).split('\n') as [string, string];
  await step.tap();
  await phone.getByText(said.ticked).waitFor();

  await phone.getByRole('link', { name: said.sayHow }).tap();
  await phone.getByText(said.mood, { exact: true }).tap();
  await phone.getByLabel(said.anythingElse).fill(words);
  await phone.getByRole('button', { name: said.done }).first().tap();
  await heading(phone, said.thanks);
  await phone.getByRole('link', { name: said.home, exact: true }).tap();

  await phone.getByRole('link', { name: said.goals }).tap();
  await phone.getByRole('link', { name: said.writeGoal }).tap();
  await phone.getByLabel(said.want).fill(sentence);
  await phone.locator('#main').getByText(said.dimension, { exact: true }).tap();
  await phone.getByRole('button', { name: said.writeDown }).tap();
  await heading(phone, sentence);
  await phone.getByRole('link', { name: said.home, exact: true }).tap();

  await phone.getByRole('button', { name: said.call }).tap();
  await phone.getByText(said.asked).waitFor();

  await phone.getByRole('link', { name: said.record }).tap();
  await heading(phone, said.record);
  const look = phone.getByRole('listitem').filter({ hasText: said.coach }).last();
  await look.getByText(said.openedRecord).first().waitFor();

  // Rosa's page has been open all along
  await rosa.getByText(`They have opened their account`).waitFor();
  for (const shown of [`“${words}”`, sentence, /asked .*call/i])
    await rosa.getByText(shown).first().waitFor();
  await rosa
    .getByRole('link', { name: wanted.split(' · ')[0]! })
    .first()
    .click();
  await rosa.getByRole('checkbox', { name: small, checked: true }).waitFor();
});
