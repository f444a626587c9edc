import { participantIdOf } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

/** Of a test that is tried again the lines are new ones: those of the first try stand in the plan. */
let tries = 0;
const fresh = (words: string): string => (tries > 1 ? `${words}, ${tries}` : words);
beforeEach(() => {
  tries += 1;
});

test('Theo and Rosa write his plan, each on their own screen; it is there in a hard moment, without signal, and on paper', async () => {
  const [brother, breathe, stoop] = [
    fresh('Ring my brother 🙂'),
    fresh('Breathe with the app'),
    fresh('Sit on the stoop'),
  ];
  const rosa = await journey.arrives('Rosa', DESK);
  await rosa.goto(`/participants/${await participantIdOf(rosa, 'Theo')}/plan`);
  const rosasPart = rosa.getByRole('region', { name: 'What helps' });
  await rosasPart.getByText('Walk to the river').waitFor();

  const theo = await journey.arrives('Theo', PHONE);
  await theo.getByRole('link', { name: 'My plan' }).tap();
  const theosPart = theo.getByRole('region', { name: 'What helps me' });
  await theosPart.getByRole('button', { name: 'Change' }).tap();
  await theosPart.getByRole('textbox').fill(brother);
  await theosPart.getByRole('button', { name: 'Add' }).tap();
  await theosPart.getByText('Saved.').waitFor();

  expect(await accessibilityFaults(theo)).toEqual([]);

  // seen as it comes, and gone on with
  await rosasPart.getByText(brother, { exact: true }).waitFor();
  await rosa.getByLabel(/making it together/).check();
  await rosasPart.getByRole('button', { name: 'Change' }).click();
  await rosasPart.getByRole('textbox').fill(breathe);
  await rosasPart.getByRole('textbox').press('Enter');
  await theosPart.getByText(breathe, { exact: true }).waitFor();

  // a line taken out is one touch from being back, and one moved stays under the finger
  const before = await theosPart.locator('p.words').allInnerTexts();
  await theosPart.getByRole('button', { name: `Take out: ${before[0]}`, exact: true }).tap();
  await theo.getByRole('button', { name: 'Undo' }).tap();
  await theosPart.getByRole('button', { name: `Up: ${brother}`, exact: true }).tap();
  expect(before.slice(-3)[1]).toBe(brother);
  const after = [...before.slice(0, -3), brother, before.at(-3), breathe];
  await becomes(() => theosPart.locator('p.words').allInnerTexts(), after);
  await becomes(() => theo.evaluate(() => document.activeElement?.textContent?.trim()), `Up: ${brother}`);

  // no signal: what is written waits, and the short page is there
  await theo.context().setOffline(true);
  await theosPart.getByRole('textbox').fill(stoop);
  await theosPart.getByRole('button', { name: 'Add' }).tap();
  await theosPart.getByText('Not sent yet.').waitFor();
  await theo.getByRole('link', { name: /^Right now/ }).tap();
  await theo.getByRole('heading', { level: 1, name: 'Breathe in. Slowly out.' }).waitFor();
  await theo.getByText('Maya calling me Dad').waitFor();
  expect(await theo.getByRole('link', { name: 'Call Marcus' }).getAttribute('href')).toBe('tel:5555550164');
  expect(await theo.getByRole('link', { name: 'Text Marcus' }).getAttribute('href')).toBe('sms:5555550164');
  const last = await theo.getByText('The reading room at the library').boundingBox();
  const bar = await theo.locator('app-help-bar').boundingBox();
  expect(last!.y + last!.height).toBeLessThanOrEqual(bar!.y);
  await theo.context().setOffline(false);

  await rosasPart.getByText(stoop, { exact: true }).waitFor();
  await rosa.getByRole('button', { name: 'Earlier versions' }).click();
  const latest = rosa.locator('app-plan-versions').getByRole('article').first();
  await latest.getByText(stoop, { exact: true }).waitFor();
  await latest.getByText('Written by Theo').waitFor();
  await rosa.getByText('Written by you, made together').first().waitFor();

  await theo.goto('/plan/earlier');
  await theo.getByText('Written by Rosa Delgado, made together').first().waitFor();
  await theo.getByRole('button', { name: 'The whole plan after that' }).first().tap();
  await theo.locator('app-plan-reading').getByText('Marcus, sponsor').waitFor();

  await theo.goto('/plan/print');
  await theo.getByRole('article', { name: 'My plan' }).getByText(stoop, { exact: true }).waitFor();
  await theo.emulateMedia({ media: 'print' });
  const printed = await theo.locator('body').innerText();
  expect(printed).toContain('Call or text 988');
  expect(printed).not.toMatch(/Harbor|recovery|Theo|Leave this page|Need help now|555-0100/i);
  expect(await theo.title()).toBe('My plan');
  // a shared phone keeps nothing of it
  const kept = await theo.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/stoop|brother|Marcus/);
});

test('both write one part at once: Theo sees both and keeps both', async () => {
  const [rain, birthday] = [fresh('Rain for days'), fresh('His brother’s birthday')];
  const theo = await journey.arrives('Theo', PHONE);
  const rosa = await journey.arrives('Rosa', DESK);
  const plan = `/participants/${await participantIdOf(rosa, 'Theo')}/plan`;
  await theo.goto('/plan');
  const part = theo.getByRole('region', { name: 'What makes it harder' });
  await part.getByRole('button', { name: 'Change' }).tap();
  await theo.context().setOffline(true);
  await part.getByRole('textbox').fill(rain);
  await part.getByRole('textbox').press('Enter');
  await part.getByText('Not sent yet.').waitFor();
  await rosa.goto(plan);
  const rosasPart = rosa.getByRole('region', { name: 'Triggers' });
  await rosasPart.getByRole('button', { name: 'Change' }).click();
  await rosasPart.getByRole('textbox').fill(birthday);
  await rosasPart.getByRole('textbox').press('Enter');
  await rosasPart.getByText('Saved.').waitFor();
  await theo.context().setOffline(false);
  const clash = part.getByRole('alert');
  await clash.getByText('Rosa Delgado wrote here at the same moment.').waitFor();
  const said = await clash.innerText();
  expect(said.indexOf(rain)).toBeGreaterThan(-1);
  expect(said.indexOf(birthday)).toBeGreaterThan(said.indexOf(rain));
  await clash.getByRole('button', { name: 'Keep both' }).tap();
  await rosasPart.getByText(rain, { exact: true }).waitFor();
  await rosasPart.getByText(birthday, { exact: true }).waitFor();
});
