import { loggedBy, sentBy } from '../given/sent-by.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

test('Sam reads by keyboard while more comes in, asks Rosa for a change, loses nothing to a reload; Rosa finds it and says why not', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const first = await loggedBy(rosa, 'Bea', { sharedNote: 'Looked at the room together.' });

  const sam = await journey.arrives('Sam', DESK);
  await sam.goto('/contacts');
  const bea = sam.locator('article', { hasText: 'Looked at the room together.' });
  await bea.waitFor();
  expect(await bea.innerText()).toContain('New');
  await sam.keyboard.press('j');
  await sam.keyboard.press('s');
  await bea.getByText('Seen by').waitFor();
  await sam.keyboard.press('z');
  await bea.getByRole('button', { name: /Seen/ }).waitFor();

  // what Rosa logs and amends meanwhile moves nothing
  const place = await bea.getByText('Looked at the room together.').boundingBox();
  await loggedBy(rosa, 'Bea', { sharedNote: 'Called about the key.' });
  const words = { outcome: 'reached', minutes: 40, sharedNote: 'Looked at the room together.' };
  await sentBy(rosa, 'PUT', `/api/contacts/${String(first['contactId'])}`, words, 1);
  await bea.getByText(/changed it just now/).waitFor();
  expect(await bea.locator('dl').innerText()).toMatch(/Minutes\s+Before: Nothing\s+Now: 40/);
  const news = sam.getByRole('button', { name: '1 new' });
  await news.waitFor();
  const called = sam.locator('article', { hasText: 'Called about the key.' });
  expect(await called.count()).toBe(0);
  expect((await bea.getByText('Looked at the room together.').boundingBox())?.y).toBe(place?.y);
  await news.click();
  await called.waitFor();
  expect(await called.evaluate((card) => card === document.activeElement)).toBe(true);

  await bea.getByRole('button', { name: 'Say more' }).click();
  await bea.getByText('Ask for a change').click();
  await bea.getByRole('textbox').fill('What was the rent?');
  await sam.reload();
  await bea.getByRole('textbox').waitFor();
  expect(await bea.getByRole('textbox').inputValue()).toBe('What was the rent?');
  await bea.getByRole('button', { name: 'Ask', exact: true }).click();
  await bea.getByText('Waits for an answer.').waitFor();

  await rosa.goto('/today');
  await rosa.getByRole('link', { name: /From Sam/ }).click();
  const asked = rosa.locator('article', { hasText: 'What was the rent?' });
  await asked.getByRole('button', { name: 'Say why not' }).click();
  await asked.getByRole('textbox').fill('They would rather not say.');
  await asked.getByRole('button', { name: 'Say it' }).click();
  await asked.getByText('You said why not').waitFor();
});
