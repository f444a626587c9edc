import { participantIdOf, sentBy } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

test('somebody enrolled twice is found, becomes one record, and two again', async () => {
  const ada = await journey.arrives('Ada', DESK);
  await ada.goto('/people/add?role=participant');
  await ada.getByLabel('Legal name').fill('Eleanor Vos');
  await ada.getByText('Nell has a name that sounds the same.').waitFor();
  await ada.getByText('Here now, with Rosa Delgado').waitFor();
  expect(await accessibilityFaults(ada)).toEqual([]);
  // she does not know her, and goes on
  await ada.getByLabel('Program').selectOption({ index: 1 });
  await ada.getByLabel('They get an account').uncheck();
  await ada.getByRole('button', { name: 'Add', exact: true }).click();
  await ada.getByText('Eleanor Vos is added').waitFor();
  const { items } = (await sentBy(ada, 'GET', '/api/people?role=participant&find=Eleanor')) as {
    items: { participantId: string; name: string }[];
  };
  const eleanor = items.find(({ name }) => name === 'Eleanor')!.participantId;

  await ada.getByRole('link', { name: 'Done' }).click();
  await ada.getByRole('link', { name: /^Here twice/ }).click();
  await ada
    .getByRole('article', { name: /Hank/ })
    .getByRole('button', { name: 'They are two people' })
    .click();
  await ada.getByText(/Hank.*are two people/).waitFor();
  await ada
    .getByRole('article', { name: /Eleanor/ })
    .getByRole('link')
    .click();
  await ada.getByRole('heading', { name: 'Afterwards: Nell, in one record' }).waitFor();
  await ada.getByRole('radio', { name: /^Eleanor Vos / }).check();
  await ada.getByRole('button', { name: 'Make them one record' }).click();
  await ada.getByText('A few words are needed here.').first().waitFor();
  await ada.getByLabel('How do you know').fill('She showed me her ID card.');
  await ada.getByRole('button', { name: 'Make them one record' }).click();
  await ada.getByText('Nell has one record now.').waitFor();
  await ada.getByRole('heading', { name: 'Made one of late' }).waitFor();

  const rosa = await journey.arrives('Rosa', PHONE);
  await rosa.goto(`/participants/${eleanor}`);
  await rosa.getByRole('heading', { name: 'Nell', level: 1 }).waitFor();
  await rosa.getByText('Two records became one. This is the one that stayed.').waitFor();
  await rosa.getByText('Legal name Eleanor Vos').waitFor();

  const sam = await journey.arrives('Sam', PHONE);
  const nell = await participantIdOf(rosa, 'Nell');
  await sam.goto(`/participants/${nell}`);
  await sam.getByText('How they get in').scrollIntoViewIfNeeded();
  await sam.getByText('“She showed me her ID card.”').waitFor();
  await sam.getByRole('button', { name: /^They are two people/ }).click();
  await sam.getByRole('button', { name: 'Make them two again' }).click();
  await sam.getByText(/made them two again/).waitFor();
  await sam.getByText('Legal name Eleanor Voss').waitFor();
});
