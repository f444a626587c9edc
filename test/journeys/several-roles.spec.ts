import { participantIdOf } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

test('a supervisor who coaches goes to her caseload with one tap, in every tab, and stays there after a reload', async () => {
  const inez = await journey.arrives('Inez Calloway', PHONE);
  await inez.getByText('You act as supervisor', { exact: true }).waitFor();
  expect(await accessibilityFaults(inez)).toEqual([]);
  const otherTab = await inez.context().newPage();
  await otherTab.goto('/team');
  await otherTab.getByText('You act as supervisor', { exact: true }).waitFor();

  await inez.getByRole('group', { name: 'You act as' }).getByRole('button', { name: 'Coach' }).tap();
  for (const tab of [inez, otherTab]) {
    await tab.getByText('You act as coach', { exact: true }).waitFor();
    await becomes(() => Promise.resolve(new URL(tab.url()).pathname), '/today');
  }
  expect(await accessibilityFaults(inez)).toEqual([]);
  await inez.reload();
  await inez.getByRole('button', { name: 'Coach', pressed: true }).waitFor();
  await inez.getByRole('link', { name: 'Caseload' }).tap();
  await inez
    .getByRole('link', { name: /Delphine/ })
    .first()
    .waitFor();
  // a page of the other role says so, and opens with it
  await inez.goto('/team/load');
  await inez.getByRole('heading', { level: 1, name: 'This page is in another of your roles' }).waitFor();
  expect(await accessibilityFaults(inez)).toEqual([]);
  await inez.getByRole('button', { name: 'Switch to supervisor' }).tap();
  await inez.getByText('You act as supervisor', { exact: true }).waitFor();
  await becomes(() => Promise.resolve(new URL(inez.url()).pathname), '/team/load');
});

test('a coach who is in the program goes to his own pages and back; who has one role sees no switch', async () => {
  const tomas = await journey.arrives('Tomás Ferreira', DESK);
  await tomas.getByRole('button', { name: 'My own pages' }).click();
  await tomas.getByRole('heading', { level: 1, name: /Tomás/ }).waitFor();
  await tomas.getByText('Leave this page now').waitFor();
  // a page of his work, asked for from among his own, and the other way round
  await tomas.goto('/caseload');
  await tomas.getByRole('button', { name: 'Switch to coach' }).click();
  await tomas.getByText('You act as coach', { exact: true }).waitFor();
  await becomes(() => Promise.resolve(new URL(tomas.url()).pathname), '/caseload');
  await tomas.goto('/goals');
  await tomas.getByRole('button', { name: 'Switch to my own pages' }).click();
  await tomas.getByText('Leave this page now').waitFor();
  await becomes(() => Promise.resolve(new URL(tomas.url()).pathname), '/goals');
  await tomas.goto('/home');
  await tomas.getByRole('button', { name: 'To your work' }).click();
  await tomas.getByText('You act as coach', { exact: true }).waitFor();
  expect(await accessibilityFaults(tomas)).toEqual([]);

  const rosa = await journey.arrives('Rosa Delgado', PHONE);
  expect(await rosa.getByRole('group', { name: 'You act as' }).count()).toBe(0);
});

test('to a participant who works here too nobody makes a card: they come in with the account they work with', async () => {
  const keisha = await journey.arrives('Keisha', PHONE);
  await keisha.goto(`/participants/${await participantIdOf(keisha, 'Tomás')}`);
  const way = keisha.getByRole('region', { name: 'How they get in' });
  await keisha.getByRole('heading', { name: 'How they get in' }).scrollIntoViewIfNeeded();
  await way.getByText('Tomás works here too').waitFor();
  expect(await way.getByRole('button').count()).toBe(0);
  expect(await accessibilityFaults(keisha)).toEqual([]);
});
