import type { Page } from 'playwright-core';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

const place = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true });

test('the whole of a supervisor’s morning, at a desk', async () => {
  const june = await journey.arrives('June', PHONE);
  const sam = await journey.arrives('Sam', DESK);

  // the overview: who drifts, worst first, and all of them one click away
  const drifting = sam.getByRole('region', { name: 'Who is drifting' });
  await drifting.getByRole('link').first().waitFor();
  const all = drifting.getByRole('link', { name: /^All \d+ who are drifting$/ });
  const count = Number(/\d+/.exec(await all.innerText()));
  await all.click();
  await sam.getByRole('heading', { level: 1, name: 'Who is drifting' }).waitFor();
  const people = sam
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: sam.getByRole('link') });
  await becomes(() => people.count(), count);
  await sam.goBack();

  // the note that waits longest on top is answered
  const waiting = sam.getByRole('region', { name: 'Notes that wait' });
  const first = waiting.getByRole('link').first();
  const whose = await first.innerText();
  await first.click();
  await sam.getByRole('heading', { level: 1, name: `Risk note for ${whose}` }).waitFor();
  const note = sam.getByRole('article');
  await note.getByRole('button', { name: 'Acknowledge' }).click();
  await note.getByLabel('What happens now?').fill('I am calling with you at ten.');
  await note.getByRole('button', { name: 'Acknowledge' }).click();
  await note.getByText('I am calling with you at ten.').waitFor();

  // Theo walks with somebody else from today on
  const { rows } = await journey.database.query<{ id: string }>(
    `SELECT id FROM participants WHERE preferred_name = 'Theo'`,
  );
  const theo = rows[0]!.id;
  await sam.goto(`/participants/${theo}`);
  await sam.getByRole('link', { name: 'Hand over' }).click();
  await sam.getByLabel('A line from the last coach').fill('He talks best while walking.');
  await sam.getByRole('radio', { name: /June Akerele/ }).check();
  // she carries as much as she can already
  await sam.getByLabel('Why them all the same?').fill('She knows his brother.');
  await sam.getByRole('button', { name: 'Hand over', exact: true }).click();
  await sam.getByText('Theo walks with June Akerele now.').waitFor();
  await june.getByRole('link', { name: /Theo was handed to you by/ }).waitFor();

  // the session with Rosa has its agenda, and Sam signs it
  await place(sam, 'Sessions').click();
  await sam.getByRole('region', { name: 'Planned' }).getByRole('link', { name: /^Rosa/ }).click();
  await sam.getByRole('button', { name: 'Begin the session' }).click();
  await sam.locator('app-agenda-line').first().waitFor();
  await sam.getByRole('button', { name: 'Sign' }).click();
  await sam.getByText('Since it is signed, the text is shut.').waitFor();

  // and from now on Inez stands in: she has Sam's people
  const inez = await journey.arrives('Inez', DESK);
  await place(sam, 'Team').click();
  await sam.getByRole('link', { name: /^Away and covered/ }).click();
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
  await sam.getByLabel('From').fill(today);
  await sam.getByLabel('Through, that day included').fill(today);
  await sam.getByRole('radio', { name: /^Inez/ }).check();
  await sam.getByRole('button', { name: 'Hand over while I’m away' }).click();
  await sam.getByRole('link', { name: /^You are away .*: Inez/ }).waitFor();
  await inez.getByRole('link', { name: /^You cover for Sam Whitfield/ }).waitFor();
  await inez.goto(`/participants/${theo}`);
  await inez.getByRole('heading', { level: 1, name: 'Theo' }).waitFor();
});
