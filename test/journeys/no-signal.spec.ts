import { PHONE } from '../support/browser.js';
import { aJourney, complaintsOf } from '../support/journey.js';

const journey = aJourney();

test('a coach who had signal a moment ago opens the log form without any', async () => {
  const rosa = await journey.opens(PHONE);
  const onTheirWay = new Set<unknown>();
  const isPart = /\.js$/;
  rosa.on('request', (request) => void (isPart.test(request.url()) && onTheirWay.add(request)));
  rosa.on('requestfinished', (request) => onTheirWay.delete(request));
  await rosa.goto('/sign-in/harbor');
  await rosa.getByRole('button', { name: /Rosa/ }).click();
  await rosa.getByRole('article').first().waitFor();

  // what is fetched ahead begins by itself, some time after the page is there
  await rosa.waitForRequest(isPart);
  while (onTheirWay.size > 0) await rosa.waitForEvent('requestfinished');
  await rosa.context().setOffline(true);

  const theo = rosa
    .getByRole('article')
    .filter({ has: rosa.getByRole('link', { name: 'Theo', exact: true }) });
  await theo.getByRole('link', { name: /^Log/ }).click();
  await rosa.getByRole('button', { name: /^Reached/ }).waitFor();
  // asking for what only the server knows fails, and the page says so in its own words
  complaintsOf(rosa);
});
