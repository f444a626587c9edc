import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { loggedBy, participantIdOf } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, complaintsOf, faultsInLightAndDark } from '../support/journey.js';

const journey = aJourney();
const NEUTRAL_PLACE = 'https://www.weather.gov/';

/** Everything that this page gets from the API from now on. */
function answersTo(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    // a stream of live events has no end; what is in it, test/api/live.spec.ts looks at
    const isWhole = response.url().includes('/api/') && !response.url().endsWith('/api/live');
    if (isWhole) bodies.push(response.text().catch(() => ''));
  });
  return async () => (await Promise.all(bodies)).join('\n');
}

/** All that staff wrote about somebody and keep to themselves. */
async function wordsOfStaffAbout(participantId: string): Promise<string[]> {
  const { rows } = await journey.database.query<{ words: string }>(
    `SELECT notes.words FROM contact_team_notes notes JOIN contacts
         ON contacts.id = notes.contact_id AND contacts.participant_id = $1
      UNION ALL SELECT unnest(ARRAY[what_was_done, lower_reason, acknowledged_words, resolved_words])
        FROM risk_notes WHERE participant_id = $1`,
    [participantId],
  );
  return rows.map(({ words }) => words).filter(Boolean);
}

test('Theo sees his next time and his goals, ticks a step in one tap and takes it back', async () => {
  const theo = await journey.arrives('Theo', PHONE);
  await theo.getByRole('heading', { level: 1, name: 'Hello, Theo' }).waitFor();
  await theo.getByRole('region', { name: 'You and Rosa Delgado' }).getByRole('time').waitFor();
  expect(await theo.title()).toBe('Home');
  expect(await theo.getByRole('link', { name: 'Call 988' }).getAttribute('href')).toBe('tel:988');
  expect(await theo.getByRole('link', { name: 'Text 988' }).getAttribute('href')).toBe('sms:988');

  const step = theo.getByRole('checkbox', { checked: false }).first();
  const words = (await step.locator('.words').innerText()).split('\n')[0]!;
  await step.tap();
  const ticked = theo.getByRole('checkbox', { name: words, checked: true });
  await ticked.waitFor();
  await theo.getByText('Done. Well done!').waitFor();
  expect(await accessibilityFaults(theo)).toEqual([]);
  await theo.getByRole('button', { name: 'Undo' }).tap();
  await ticked.waitFor({ state: 'detached' });

  await theo.getByRole('checkbox', { name: words }).tap();
  await theo.getByText('Done. Well done!').waitFor();
  await theo.reload();
  await ticked.waitFor();
});

test('Mina reads everything in Spanish, and English is one touch away', async () => {
  const mina = await journey.arrives('Mina', PHONE);
  await mina.getByRole('heading', { level: 1, name: 'Hola, Mina' }).waitFor();
  expect(await mina.evaluate(() => document.documentElement.lang)).toBe('es');
  await mina.getByRole('link', { name: 'Tus metas' }).waitFor();
  await mina.getByRole('region', { name: 'Tú y Rosa Delgado' }).getByText('mañana').first().waitFor();
  await mina.getByRole('link', { name: 'Llama al 988' }).waitFor();
  await mina.getByRole('button', { name: 'Salir de esta página ya' }).waitFor();
  expect(await mina.title()).toBe('Inicio');
  expect(await mina.locator('body').innerText()).not.toMatch(
    /\b(goals?|steps?|done|you and|need help|sign out)\b/i,
  );
  expect(await faultsInLightAndDark(mina)).toEqual([]);
  await mina.getByRole('checkbox', { checked: false }).first().tap();
  await mina.getByText('Hecho. ¡Muy bien!').waitFor();

  await mina.getByRole('button', { name: 'English' }).tap();
  await mina.getByRole('heading', { level: 1, name: 'Hello, Mina' }).waitFor();
  await mina.reload();
  await mina.getByRole('heading', { level: 1, name: 'Hello, Mina' }).waitFor();
});

test('nothing that staff keep to themselves is on the page or in any answer of the API', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  const riskNote = {
    riskNoteId: newId(),
    signals: ['conflict', 'money', 'tired'],
    level: 'concern',
    whatWasDone: 'Told the team about the landlord.',
  };
  const { contactId } = await loggedBy(rosa, 'Theo', { teamNote: 'He seemed far away today.', riskNote });
  const participantId = await participantIdOf(rosa, 'Theo');
  const kept = await wordsOfStaffAbout(participantId);
  expect(kept).toEqual(
    expect.arrayContaining(['He seemed far away today.', 'Told the team about the landlord.']),
  );
  expect(kept.length).toBeGreaterThan(4);

  const theo = await journey.opens(PHONE);
  const answers = answersTo(theo);
  await theo.goto('/sign-in/harbor');
  await theo.getByRole('button', { name: 'Theo' }).tap();
  await Promise.all([theo.waitForResponse(/\/tick$/), theo.getByRole('checkbox').first().tap()]);
  const seen = (await answers()) + (await theo.content());
  expect(seen).toContain('Theo');
  for (const words of kept) expect(seen).not.toContain(words);
  expect(seen).not.toMatch(/risk ?note|relapse|teamNote/i);

  const refused = [
    `/api/participants/${participantId}`,
    `/api/participants/${participantId}/timeline`,
    `/api/contacts/${String(contactId)}`,
    '/api/risk-notes?state=open',
    '/api/caseload',
    '/api/team',
  ];
  for (const path of refused) {
    const answer = await theo.request.get(path);
    expect([403, 404]).toContain(answer.status());
    for (const words of kept) expect(await answer.text()).not.toContain(words);
  }
});

test('leaving quickly ends the session, and Back shows nothing', async () => {
  const theo = await journey.arrivesByTheDoor('Theo', PHONE);
  await theo.context().route(`${NEUTRAL_PLACE}**`, (route) => route.fulfill({ body: 'Sunny.' }));
  await theo.getByRole('heading', { level: 1, name: 'Hello, Theo' }).waitFor();
  await theo.getByRole('button', { name: 'Leave this page now' }).tap();
  await theo.getByText('Sunny.').waitFor();
  expect(theo.url()).toBe(NEUTRAL_PLACE);
  await becomes(async () => (await theo.request.get('/api/home')).status(), 401);
  expect(new Set(complaintsOf(theo))).toEqual(new Set([`asked ${NEUTRAL_PLACE}`]));

  await theo.goBack();
  expect(await theo.content()).not.toContain('Theo');
  await theo.goto('/home');
  await theo.getByRole('heading', { level: 1, name: 'Harbor' }).waitFor();
});
