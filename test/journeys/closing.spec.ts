import { v7 as newId } from 'uuid';
import { participantIdOf, sentBy } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, sidewaysScroll } from '../support/journey.js';

const journey = aJourney();

test('a coach closes a stay and finds the way back; whoever comes back is welcomed, also on their own page', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const participantId = await participantIdOf(rosa, 'Theo');
  const { enrollments } = (await sentBy(rosa, 'GET', `/api/participants/${participantId}`)) as {
    enrollments: { enrollmentId: string }[];
  };
  await sentBy(rosa, 'POST', '/api/promises', {
    ...{ promiseId: newId(), participantId, words: 'Ask about the bus pass' },
    dueOn: new Date().toISOString().slice(0, 10),
  });
  await rosa.goto(`/participants/${participantId}`);
  await rosa.getByRole('link', { name: 'Close their stay' }).click();
  await rosa.getByRole('heading', { name: 'The end of a stay: Theo' }).waitFor();
  await rosa.getByRole('button', { name: 'Close the stay' }).click();
  await rosa.getByRole('alert').getByText('Choose how it ended.').first().waitFor();
  await rosa.getByText('Let go').click();
  await rosa.getByLabel('Why is it let go?').fill('He has one now');
  await rosa.getByText('Chose to go on without us').click();
  await rosa.getByLabel('For whoever meets them next').fill('He sends his thanks.');
  expect(await accessibilityFaults(rosa)).toEqual([]);
  // typed words outlive a reload
  await rosa.reload();
  await rosa.getByRole('button', { name: 'Close the stay' }).click();
  await rosa.getByRole('heading', { name: 'Theo’s stay is closed' }).waitFor();
  expect(await accessibilityFaults(rosa)).toEqual([]);

  const theo = await journey.arrives('Theo', PHONE);
  await theo.getByRole('heading', { name: 'The door stays open' }).waitFor();
  expect(await theo.getByText('We are finding a coach for you').count()).toBe(0);
  expect(await accessibilityFaults(theo)).toEqual([]);

  // the page of the closing is left, and it can be taken back all the same
  await rosa.getByRole('link', { name: 'what you closed' }).click();
  await rosa.getByRole('button', { name: /Take it back.*Theo/ }).click();
  await rosa.getByText('You closed no stay').waitFor();
  await theo.getByRole('heading', { name: 'The door stays open' }).waitFor({ state: 'detached' });
  const { promises } = (await sentBy(
    rosa,
    'GET',
    `/api/enrollments/${enrollments[0]!.enrollmentId}/closing`,
  )) as { promises: { promiseId: string }[] };
  await sentBy(rosa, 'POST', `/api/enrollments/${enrollments[0]!.enrollmentId}/closing`, {
    ...{ closingId: newId(), closedOn: yesterday(), reason: 'left' },
    promises: promises.map(({ promiseId }) => ({ promiseId, became: 'kept' })),
  });

  const sam = await journey.arrives('Sam', DESK);
  await sam.goto('/stays/ended?find=theo');
  await sam.getByRole('link', { name: /Enroll again.*Theo/ }).click();
  await sam.getByLabel('Program').selectOption({ index: 1 });
  const rosas = await sam.getByLabel('Coach').locator('option', { hasText: 'Rosa' }).getAttribute('value');
  await sam.getByLabel('Coach').selectOption(rosas);
  expect(await accessibilityFaults(sam)).toEqual([]);
  await sam.getByRole('button', { name: 'Enroll', exact: true }).click();
  await sam.getByRole('heading', { name: 'Welcome back, Theo' }).waitFor();
  expect(await sidewaysScroll(sam)).toBe(0);
  await theo.getByRole('heading', { name: 'It is good to see you again' }).waitFor();
});

const yesterday = (): string => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
