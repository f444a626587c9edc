import { becomes } from '../support/becomes.js';
import { PHONE } from '../support/browser.js';
import { aJourney, complaintsOf, faultsInLightAndDark, sidewaysScroll } from '../support/journey.js';

const journey = aJourney();

test('Theo asks for a call on a bad line; Rosa sees it at once, reaches him, and it is gone', async () => {
  const [rosa, theo] = [await journey.arrives('Rosa', PHONE), await journey.arrives('Theo', PHONE)];
  const card = rosa.getByRole('article').filter({ has: rosa.getByRole('button', { name: /^Theo/ }) });
  // the server has it, and its answer is lost
  await theo.route(
    '**/api/calls-asked-for',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await theo.getByRole('button', { name: 'I’d like a call' }).tap();
  await theo.getByText('Not sent yet.').waitFor();
  const asked = theo.getByRole('region', { name: 'You asked for a call' });
  await asked.getByText('Rosa Delgado').waitFor();
  complaintsOf(theo);

  await asked.getByRole('button', { name: 'Add a few words' }).tap();
  await asked.getByLabel('What is it about?').fill('My ride on Friday');
  await asked.getByRole('button', { name: 'Add this' }).tap();
  await asked.getByText('“My ride on Friday”').waitFor();
  expect(await faultsInLightAndDark(theo)).toEqual([]);
  expect(await sidewaysScroll(theo)).toBe(0);
  // however often it was sent, one is open
  const { rows } = await journey.database.query(
    'SELECT about FROM calls_asked_for WHERE replaced_at IS NULL AND about <> $1',
    [''],
  );
  expect(rows).toEqual([{ about: 'My ride on Friday' }]);

  await card.scrollIntoViewIfNeeded();
  await becomes(async () => /Asked for a call, today.*My ride on Friday/s.test(await card.innerText()), true);
  await card.getByRole('button', { name: /^Theo/ }).tap();
  await card.getByRole('link', { name: 'The record' }).tap();
  await rosa.getByRole('region', { name: 'Asked for a call' }).getByText('“My ride on Friday”').waitFor();
  await rosa.goBack();
  const reached = card.getByRole('button', { name: 'Reached' });
  await card.waitFor();
  if (!(await reached.isVisible())) await card.getByRole('button', { name: /^Theo/ }).tap();
  await reached.tap();
  await becomes(() => card.filter({ hasText: 'Asked for a call' }).count(), 0);
  await theo.reload();
  await theo.getByRole('button', { name: 'I’d like a call' }).waitFor();
});
