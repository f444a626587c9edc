import { sentBy } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

test('a supervisor chooses a coach by reasons and load, takes it back, and is told who was quicker', async () => {
  const sam = await journey.arrives('Sam', PHONE);
  await sam.getByRole('link', { name: 'Who needs a coach' }).click();
  await sam.getByRole('link', { name: 'Choose a coach for Marguerite' }).click();
  const dev = sam.getByRole('article').filter({ hasText: 'Dev Patel' });
  await dev.getByText('Speaks English, as Marguerite does').waitFor();
  await dev.getByText('With this choice 18 of 20').waitFor();
  expect(await sam.getByRole('button', { name: /Choose Tomás/ }).count()).toBe(0);
  expect(await accessibilityFaults(sam)).toEqual([]);
  await dev.getByRole('button', { name: 'Choose Dev Patel' }).click();
  await sam.getByText('Dev Patel walks with Marguerite from today.').waitFor();
  await sam.getByRole('link', { name: 'Choose a coach for Marguerite' }).waitFor({ state: 'detached' });
  await sam.getByRole('button', { name: 'Undo' }).click();
  await sam.getByRole('link', { name: 'Choose a coach for Marguerite' }).waitFor();

  await sam.getByRole('link', { name: 'Choose a coach for Hollis' }).click();
  await sam.getByRole('button', { name: 'Choose June Akerele…' }).click();
  await sam.getByLabel('Why June Akerele all the same?').fill('She knows the shelter.');
  const inez = await journey.arrives('Inez', DESK);
  const hollis = `/api${new URL(sam.url()).pathname}`;
  const { items } = (await sentBy(inez, 'GET', '/api/coaches')) as {
    items: { accountId: string; name: string }[];
  };
  const keisha = items.find(({ name }) => name === 'Keisha Bright')!;
  await sentBy(inez, 'PUT', hollis, { coachId: keisha.accountId, insteadOf: null });
  await sam.getByText('Inez Calloway chose Keisha Bright meanwhile.').waitFor();
  await sam.getByText('You were writing: “She knows the shelter.”').waitFor();
});
