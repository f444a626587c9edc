import type { Page } from 'playwright-core';
import { participantIdOf } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

const sentence = (page: Page) => page.getByLabel(/What do (you|they) want\?/);

test('Theo writes a goal, Rosa edits it at the same time, and both say that it is reached', async () => {
  const theo = await journey.arrives('Theo', PHONE);
  await theo.getByRole('link', { name: 'Your goals' }).tap();
  await theo.getByRole('link', { name: 'Write a goal' }).tap();
  await sentence(theo).fill('A dog of my own');
  await theo.getByRole('radio', { name: /^Home/ }).check({ force: true });
  await theo.reload();
  await theo.getByText('What you typed before is still here.').waitFor();
  expect(await sentence(theo).inputValue()).toBe('A dog of my own');
  await theo.getByRole('button', { name: 'Write it down' }).tap();
  await theo.getByRole('heading', { level: 1, name: 'A dog of my own' }).waitFor();
  const goalId = theo.url().split('/').at(-1)!;

  // the first answer is lost on the way
  await theo.route('**/steps', (route) => route.abort(), { times: 1 });
  await theo.getByRole('textbox', { name: 'A next small step' }).fill('Walk Kim’s dog');
  await theo.getByRole('button', { name: 'Add', exact: true }).tap();
  await theo.getByText('Not sent yet. It is kept here, and we keep trying.').waitFor();
  const step = theo.getByRole('checkbox', { name: 'Walk Kim’s dog' });
  await step.tap();
  await theo.getByText('Done. Well done!').waitFor();
  await theo.getByRole('button', { name: '6', exact: true }).tap();
  await theo.getByText('Kept: 6 of 10.').waitFor();

  const rosa = await journey.arrives('Rosa', DESK);
  await rosa.goto(`/participants/${await participantIdOf(rosa, 'Theo')}/goals/${goalId}`);
  await rosa.getByRole('checkbox', { name: 'Walk Kim’s dog', checked: true }).waitFor();
  for (const page of [theo, rosa]) await page.getByRole('button', { name: 'Change the words' }).click();
  await sentence(theo).fill('A small dog of my own');
  await sentence(rosa).fill('A dog and a yard');
  await rosa.getByRole('button', { name: 'Save these words' }).click();
  await rosa.getByRole('heading', { level: 1, name: 'A dog and a yard' }).waitFor();

  await theo.getByRole('button', { name: 'Save these words' }).tap();
  const both = theo.getByRole('alert').filter({ hasText: 'Rosa Delgado changed this' });
  await both.getByText('A dog and a yard').waitFor();
  expect(await sentence(theo).inputValue()).toBe('A small dog of my own');
  expect(await accessibilityFaults(theo)).toEqual([]);
  await both.getByRole('button', { name: 'Put both together' }).tap();
  await becomes(() => sentence(theo).inputValue(), 'A small dog of my own A dog and a yard');
  await sentence(theo).fill('A small dog and a yard');
  await theo.getByRole('button', { name: 'Save these words' }).tap();
  await rosa.getByRole('heading', { level: 1, name: 'A small dog and a yard' }).waitFor();
  await rosa.getByText('Earlier words').click();
  await rosa.getByText('A dog of my own').waitFor();

  await theo.getByRole('button', { name: 'I got there!' }).tap();
  await theo.getByText('Rosa Delgado will say so too').waitFor();
  await rosa.getByRole('button', { name: 'Yes, they did' }).click();
  await theo.getByText('Take it up again').waitFor();
  await theo.getByRole('heading', { name: 'You got there!' }).waitFor();
});
