import type { Page } from 'playwright-core';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

/** The line of the agenda about somebody. */
const lineAbout = (page: Page, name: string) =>
  page
    .locator('app-agenda-line')
    .filter({ has: page.getByRole('link', { name, exact: true }) })
    .first();

test('a session is held at a desk and on a phone: what is typed while the other signs is not lost', async () => {
  const sam = await journey.arrives('Sam', DESK);
  await sam.getByRole('link', { name: 'Sessions' }).click();
  await sam.getByRole('region', { name: 'Planned' }).getByRole('link', { name: /^Rosa/ }).click();
  // what was decided last time opens the agenda, and is settled in a tap
  await sam.getByRole('button', { name: /^Done.*naloxone kit/ }).click();
  await sam.getByText('Done today').waitFor();
  await sam.getByRole('button', { name: 'Begin the session' }).click();
  await sam.getByRole('heading', { name: 'Signatures' }).waitFor();

  const lou = lineAbout(sam, 'Lou');
  await lou.getByRole('button', { name: /^Note/ }).click();
  await lou.getByRole('textbox').fill('Try after the day shift');
  await lou.getByText('Saved').waitFor();
  await lou.getByRole('button', { name: /^Decide/ }).click();
  await lou.getByLabel('What was decided?').fill('Ask Lou about the day shift');
  await lou.getByText('Today', { exact: true }).click();
  await lou.getByRole('button', { name: 'Write it down' }).click();
  await lou.getByText(/promises Lou, by/).waitFor();

  const rosa = await journey.arrives('Rosa', PHONE);
  const { pathname } = new URL(sam.url());
  await rosa.goto(pathname);
  await lineAbout(rosa, 'Lou').getByRole('textbox').waitFor();
  expect(await lineAbout(rosa, 'Lou').getByRole('textbox').inputValue()).toBe('Try after the day shift');

  // Sam goes on typing where there is no signal, and Rosa signs meanwhile
  await sam.context().setOffline(true);
  await lou.getByRole('textbox').fill('Try after the day shift, and by text first');
  await lou.getByText('Not sent yet').waitFor();
  await rosa.getByRole('button', { name: 'Sign' }).click();
  await rosa.getByText('Since it is signed, the text is shut.').waitFor();
  await sam.context().setOffline(false);
  await lou.getByText('Somebody changed this while you were writing.').waitFor();
  expect(await lou.getByRole('textbox').inputValue()).toBe('Try after the day shift, and by text first');

  // Rosa opens it again, Sam keeps the words, and both sign
  await rosa.getByRole('button', { name: 'Take my signature back' }).click();
  await rosa.getByRole('button', { name: 'Sign' }).waitFor();
  await lou.getByRole('button', { name: 'Keep mine' }).click();
  await lou.getByText('Saved').waitFor();
  await sam.getByRole('button', { name: 'Sign' }).click();
  await sam.getByRole('button', { name: 'Take my signature back' }).waitFor();

  // what Rosa types while Sam signs stays too, also when the page is loaded anew
  const hers = lineAbout(rosa, 'Lou').getByRole('textbox');
  await rosa.getByText('Since it is signed, the text is shut.').waitFor();
  await hers.fill('Typed while Sam signed');
  await rosa.getByText('Somebody changed this while you were writing.').waitFor();
  await rosa.reload();
  await rosa.getByText('Somebody changed this while you were writing.').waitFor();
  expect(await hers.inputValue()).toBe('Typed while Sam signed');
  await rosa.getByRole('button', { name: 'Take the other' }).click();
  await becomes(() => hers.inputValue(), 'Try after the day shift, and by text first');
  await rosa.getByRole('button', { name: 'Sign' }).click();
  await rosa.getByLabel('What is missing?').waitFor();

  // what is missing is added beside the line it is about
  const line = lineAbout(rosa, 'Lou');
  await line.getByRole('button', { name: /^Add beside Lou/ }).click();
  await line.getByLabel(/^What is missing about Lou/).fill('Lou works nights from Monday');
  await line.getByRole('button', { name: 'Add it' }).click();
  await sam.getByText('Lou works nights from Monday').waitFor();
});

test('a coach asks for another time on a phone, and the supervisor gives it from the team’s page in a tap', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.getByRole('link', { name: /^Supervision with Sam/ }).click();
  await rosa.getByRole('button', { name: 'Ask for another time' }).click();
  await rosa
    .getByRole('group', { name: /^Which would do/ })
    .getByText(/AM|PM/)
    .first()
    .click();
  await rosa.getByRole('button', { name: 'Ask', exact: true }).click();
  await rosa.getByText('You asked Sam').waitFor();
  const sam = await journey.arrives('Sam', DESK);
  await sam.getByRole('link', { name: /asks for another time/ }).click();
  await sam.getByRole('button', { name: /^Move to / }).click();
  await rosa.getByRole('button', { name: 'Ask for another time' }).waitFor();
});
