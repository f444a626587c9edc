import { participantIdOf } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { DESK } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

/** Harbor's calendar day, so many days from its today. */
function day(plusDays: number): Temporal.PlainDate {
  return Temporal.Now.plainDateISO('America/New_York').add({ days: plusDays });
}

/** "Thursday, November 19, 2026" */
function inWords(on: Temporal.PlainDate): string {
  return on.toLocaleString('en-US', { dateStyle: 'full' });
}

test('a coach at a desk says all there is to say about a day gone by, and finds it again', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  await rosa.goto('/caseload');
  await rosa.getByRole('link', { name: 'Theo', exact: true }).click();
  const record = rosa.getByRole('region', { name: 'Record' });
  await record.getByRole('heading', { level: 1, name: 'Theo' }).waitFor();
  await record.getByRole('link', { name: 'Log a contact' }).first().click();
  await rosa.getByRole('heading', { level: 1, name: 'Contact with Theo' }).waitFor();

  await rosa.getByRole('button', { name: /^Reached/ }).click();
  await rosa.getByText('Earlier', { exact: true }).click();
  await rosa.getByLabel('Day', { exact: true }).fill(day(-1).toString());
  await rosa.getByLabel('Time (if you know)').fill('14:05');
  await rosa
    .getByText(`It counts for ${inWords(day(-1))}; the record also shows that you wrote it today.`)
    .waitFor();

  await rosa.getByText('How and where').click();
  await rosa.getByRole('group', { name: 'Who reached out' }).getByText('They did').click();
  await rosa.getByRole('group', { name: 'How' }).first().getByText('In person').click();
  await rosa.getByRole('group', { name: 'Where' }).getByText('In the community').click();
  await rosa.getByLabel('Minutes').fill('45');
  await rosa.getByText('What it touched').click();
  await rosa.getByRole('group', { name: 'Dimensions of recovery' }).getByText('Purpose').click();
  const goal = rosa.getByRole('group', { name: 'Goals' }).locator('label').first();
  const sentence = await goal.innerText();
  await goal.click();
  await rosa.getByLabel('Note for both of you').fill('Walked to the job center together. 🌻');
  await rosa.getByLabel('Note for the team only').fill('Slept badly since Sunday.');
  await rosa.getByText('Next contact', { exact: true }).click();
  await rosa.getByRole('group', { name: 'Soon' }).getByText('Tomorrow').click();
  await rosa.getByLabel('Time (if agreed)').fill('10:30');
  await rosa.getByRole('group', { name: 'How' }).last().getByText('Phone').click();

  await rosa.getByText('Check-in, in their words').click();
  await rosa.getByText('Steady', { exact: true }).click();

  await rosa.getByText('Raise a risk note').click();
  await rosa.getByText('Thoughts of suicide', { exact: true }).click();
  const help = rosa.getByRole('alert', { name: 'Help now' });
  await help.getByText('Stay with the person, in the room or on the line.').waitFor();
  expect(await help.getByRole('link', { name: 'Call 988' }).getAttribute('href')).toBe('tel:988');
  expect(await help.getByRole('link', { name: 'Text 988' }).getAttribute('href')).toBe('sms:988');
  // in sight, and before whatever the form asks next
  const level = rosa.getByRole('group', { name: 'Level' });
  expect((await help.boundingBox())!.y).toBeLessThan((await level.boundingBox())!.y);
  expect((await help.boundingBox())!.y).toBeGreaterThanOrEqual(0);
  await rosa.getByRole('status').getByText('Suggested: Urgent.').waitFor();
  expect(await accessibilityFaults(rosa)).toEqual([]);

  await rosa.getByRole('group', { name: 'Level' }).getByText('Concern').click();
  await rosa.getByLabel('Why lower than suggested?').waitFor();
  await rosa.getByRole('button', { name: 'Save' }).click();
  // refused without a reason: it says so, and everything is still there
  const refusal = rosa.getByRole('alert').filter({ hasText: 'What you typed is kept' });
  await refusal.getByText('Say why you set it lower.').waitFor();
  expect(await accessibilityFaults(rosa)).toEqual([]);
  expect(await rosa.getByLabel('Note for the team only').inputValue()).toBe('Slept badly since Sunday.');
  await rosa.getByLabel('Why lower than suggested?').fill('Spoke of last year, not of today.');
  await rosa.getByLabel('What was done already?').fill('Called 988 together.');
  await rosa.getByRole('button', { name: 'Save' }).click();
  await rosa.getByText('Logged for Theo.').waitFor();

  const note = record.getByRole('article').filter({ hasText: 'Concern risk note' }).first();
  expect(await note.innerText()).toMatch(
    /Thoughts of suicide[^]*Urgent[^]*Spoke of last year, not of today\./,
  );
  expect(await note.innerText()).toContain('Called 988 together.');
  const planned = record.getByRole('region', { name: 'Next contact' }).locator('.planned');
  await planned.waitFor();
  expect(await planned.innerText()).toMatch(/Planned for\s+tomorrow, 10:30.*\(phone\).*Rosa Delgado/s);
  await rosa
    .getByText(/^\s*Checked in with Rosa Delgado/)
    .first()
    .waitFor();
  const contact = rosa
    .getByRole('region', { name: 'What happened' })
    .getByRole('listitem')
    .filter({ hasText: 'Walked to the job center together. 🌻' });
  await contact.getByRole('button').first().click();
  await contact.getByText(`Late entry: it happened ${inWords(day(-1))}.`).waitFor();
  const said = await contact.innerText();
  expect(said).toContain(`Recorded ${inWords(day(0))}`);
  expect(said).toContain('In person · In the community · 45 minutes · They reached out');
  expect(said).toContain('Purpose');
  expect(said).toContain(sentence);
  expect(said).toContain('Slept badly since Sunday.');
  expect(said).toContain('CPRS');
});

test('the form asks for the participant once, whatever is put into it', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  const participantId = await participantIdOf(rosa, 'Theo');
  let asked = 0;
  rosa.on('request', (request) => {
    if (request.url().endsWith(`/api/participants/${participantId}`)) asked += 1;
  });
  await rosa.goto(`/log/${participantId}`);
  await rosa.getByRole('button', { name: /^Reached/ }).click();
  await rosa.getByText('What it touched').click();
  await rosa.getByRole('group', { name: 'Goals' }).locator('label').first().click();
  await rosa.getByLabel('Note for both of you').pressSequentially('Walked to the bus.');
  expect(asked).toBe(1);
});
