import { PHONE } from '../support/browser.js';
import { aJourney, complaintsOf } from '../support/journey.js';

const journey = aJourney();

test('a coach whose page is older than the server goes on in the new version, with no word of trouble', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.getByRole('article').first().waitFor();
  const loads: string[] = [];
  rosa.on('request', (request) => void (request.isNavigationRequest() && loads.push(request.url())));
  // no part of the app that is not here yet is there any more, as after an update, until the page is loaded anew
  await rosa.route('**/*.js', (route) => (loads.length ? route.continue() : route.fulfill({ status: 404 })));

  await rosa.getByRole('link', { name: 'Risk notes' }).first().click();
  await rosa.getByRole('heading', { name: 'Risk notes', level: 1 }).waitFor();

  expect(loads).toEqual([`${journey.url}/risk-notes`]);
  expect(await rosa.getByText('No signal').count()).toBe(0);
  complaintsOf(rosa);
});
