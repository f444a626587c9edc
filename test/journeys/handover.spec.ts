import { participantIdOf } from '../given/sent-by.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

test('a supervisor hands Theo over with a line, and the next coach reads the page and accepts in one tap', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const theo = await participantIdOf(rosa, 'Theo');
  const june = await journey.arrives('June', PHONE);

  const sam = await journey.arrives('Sam', DESK);
  await sam.goto(`/participants/${theo}/handover`);
  await sam.getByLabel('A line from the last coach').fill('He talks best while walking.');
  await sam.getByRole('button', { name: 'Hand over', exact: true }).click();
  await sam.getByText('Choose who walks with them next.').waitFor();
  await sam.getByRole('radio', { name: /June Akerele/ }).check();
  await sam.getByLabel('Why them all the same?').fill('She knows his brother.');
  await sam.reload();
  await sam.getByRole('radio', { name: /June Akerele/, checked: true }).waitFor();
  expect(await sam.getByLabel('A line from the last coach').inputValue()).toBe(
    'He talks best while walking.',
  );
  await sam.getByRole('button', { name: 'Hand over', exact: true }).click();
  await sam.getByText('Theo walks with June Akerele now.').waitFor();

  const theos = await journey.arrives('Theo', PHONE);
  const news = theos.getByText('Rosa Delgado handed over to June Akerele.');
  await news.waitFor();
  await theos.getByRole('button', { name: 'OK' }).click();
  await news.waitFor({ state: 'detached' });

  await june.getByRole('link', { name: /Theo was handed to you by Rosa Delgado/ }).click();
  await june.getByText('He talks best while walking.').waitFor();
  await june.getByRole('heading', { name: 'How to reach Theo safely' }).waitFor();
  await june.getByRole('button', { name: 'I have read it' }).click();
  await june.getByText('You accepted').waitFor();
  await sam.getByText('June Akerele accepted').waitFor();
});
