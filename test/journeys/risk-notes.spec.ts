import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { participantIdOf, sentBy } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark } from '../support/journey.js';

const journey = aJourney();

/** A note that this coach raises now about one of theirs. @returns its id */
async function raisedBy(coach: Page, name: string, words: string, level = 'urgent'): Promise<string> {
  const riskNoteId = newId();
  const participantId = await participantIdOf(coach, name);
  const note = { riskNoteId, participantId, signals: ['lonely'], level, whatWasDone: words };
  await sentBy(coach, 'POST', '/api/risk-notes', note);
  return riskNoteId;
}

/** Of the opening hours: quiet hours have one too. */
const saturday = (ada: Page) =>
  ada.getByRole('form', { name: 'Opening hours' }).getByRole('checkbox', { name: 'Saturday' });

/** As if its time had passed: no journey waits for an hour. */
async function isOver(riskNoteId: string): Promise<void> {
  await journey.database.query(
    `UPDATE answering_clocks SET due_at = due_at - interval '90 minutes' WHERE risk_note_id = $1`,
    [riskNoteId],
  );
}

test('with thoughts of suicide 988 and our own protocol come before the form asks anything more', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const participantId = await participantIdOf(rosa, 'Curtis');
  await rosa.goto(`/participants/${participantId}`);
  await rosa.getByRole('link', { name: 'Raise a risk note' }).first().tap();
  await rosa.getByRole('heading', { level: 1, name: /Curtis/ }).waitFor();
  await rosa.getByText('Thoughts of suicide', { exact: true }).tap();

  const help = rosa.getByRole('alert', { name: 'Help now' });
  const call = help.getByRole('link', { name: 'Call 988' });
  await call.waitFor();
  const { height } = rosa.viewportSize()!;
  await becomes(async () => {
    const { y } = (await call.boundingBox())!;
    return y > 0 && y < height - 48;
  }, true);
  expect(await help.innerText()).toMatch(/Text 988[^]*Chat with 988[^]*What we do here/);
  const level = rosa.getByRole('group', { name: 'Level' });
  await level.waitFor();
  expect((await help.boundingBox())!.y).toBeLessThan((await level.boundingBox())!.y);
  await rosa.getByText('Thoughts of suicide are always urgent.').waitFor();
  await rosa.getByText(/told at once and asked to answer by/).waitFor();
  expect(await faultsInLightAndDark(rosa)).toEqual([]);

  await level.getByText('Watch').tap();
  await rosa.getByLabel('Why lower than suggested?').waitFor();
  await level.getByText('Urgent').tap();
  await rosa.getByLabel('What was done already?').fill('We called 988 together.');
  await rosa.getByRole('button', { name: 'Raise it' }).tap();
  await rosa.getByText(/Raised\. .*Sam Whitfield.* told\./).waitFor();
});

test('a supervisor sees at once that one waits, and answers it in two clicks', async () => {
  const sam = await journey.arrives('Sam', DESK);
  await sam.getByRole('heading', { level: 1 }).waitFor();
  const rosa = await journey.arrives('Rosa', PHONE);
  const before = await sam
    .getByRole('status')
    .getByText(/urgent risk notes? waits?/)
    .innerText()
    .catch(() => '');
  const note = await raisedBy(rosa, 'Curtis', 'Sat with him in the car.');
  const bar = sam.getByRole('main').getByText(/urgent risk notes? waits?\./);
  await becomes(
    async () => (await bar.innerText().catch(() => '')) !== before && (await bar.count()) === 1,
    true,
  );
  expect(await faultsInLightAndDark(sam)).toEqual([]);

  await sam.goto(`/risk-notes/${note}`);
  const card = sam.getByRole('article');
  await card.getByText(/Answer by .*, in \d+ minutes|in 1 hour/).waitFor();
  expect(await card.innerText()).toMatch(/Raised[^]*Sat with him[^]*Told Sam Whitfield, their supervisor/);
  await card.getByRole('button', { name: 'Acknowledge' }).click();
  await card.getByRole('button', { name: 'Acknowledge' }).click();
  await card.getByText('Answered, still open').waitFor();
  expect(await card.innerText()).toMatch(/Acknowledged by Sam Whitfield[^]*in time[^]*I am on it/);
  expect(await faultsInLightAndDark(sam)).toEqual([]);

  await rosa.goto(`/risk-notes/${note}`);
  await rosa.getByText('Seen. I am on it and call you now.').waitFor();
  await card.getByRole('button', { name: 'Resolve' }).click();
  await card.getByRole('button', { name: 'Resolve' }).click();
  await card.getByText(/Resolved by Sam Whitfield/).waitFor();
  await rosa.getByText(/Resolved by Sam Whitfield/).waitFor();
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
});

test('an administrator names another supervisor for a note that waits, and reads none of it', async () => {
  const keisha = await journey.arrives('Keisha', PHONE);
  await keisha.getByRole('heading', { level: 1 }).waitFor();
  const caseload = (await sentBy(keisha, 'GET', '/api/caseload')) as { items: { preferredName: string }[] };
  const name = caseload.items[0]!.preferredName;
  const note = await raisedBy(keisha, name, 'Only for those who answer.');
  await isOver(note);
  const ada = await journey.arrives('Ada', DESK);
  // as the message that it waits does
  await ada.goto('/risk-notes');
  await ada.getByRole('heading', { level: 1, name: 'Answering' }).waitFor();
  const card = ada.getByRole('article').filter({ hasText: 'Urgent risk note' }).first();
  await card.waitFor();
  const all = await ada.getByRole('main').innerText();
  expect(all).not.toContain('Only for those who answer.');
  expect(await faultsInLightAndDark(ada)).toEqual([]);
  const waiting = (await sentBy(ada, 'GET', '/api/waiting-risk-notes')) as {
    items: { riskNoteId: string }[];
  };
  const place = waiting.items.findIndex((each) => each.riskNoteId === note);
  const mine = ada.getByRole('article').nth(place);
  await mine.getByLabel('Another supervisor').selectOption({ label: 'Sam Whitfield' });
  await mine.getByRole('button', { name: 'Name them' }).click();
  await ada.getByText('Sam Whitfield can read it now, and is told.').waitFor();

  const sam = await journey.arrives('Sam', DESK);
  await sam.goto(`/risk-notes/${note}`);
  await sam.getByText('Only for those who answer.').waitFor();
  expect(await sam.getByRole('article').innerText()).toMatch(/Told Sam Whitfield, named by an administrator/);
});

test('an administrator sets the hours, a holiday, the times and who is on call; what is wrong is said at its field', async () => {
  const ada = await journey.arrives('Ada', PHONE);
  await ada.getByRole('link', { name: 'Answering', exact: true }).tap();
  await ada.getByLabel('Monday closes').fill('25:00');
  await ada.getByRole('button', { name: 'Save the hours' }).tap();
  await ada.getByText('This is not a time (HH:MM, 00:00 to 24:00).').last().waitFor();
  expect(await ada.getByLabel('Monday closes').getAttribute('aria-invalid')).toBe('true');
  await ada.getByLabel('Monday closes').fill('07:00');
  await ada.getByRole('button', { name: 'Save the hours' }).tap();
  await ada.getByText('Closing time comes after opening time.').last().waitFor();
  expect(await accessibilityFaults(ada)).toEqual([]);
  await ada.getByLabel('Monday closes').fill('19:30');
  await saturday(ada).check();
  await ada.getByRole('button', { name: 'Save the hours' }).tap();
  await ada.getByText('Saved: opening hours.').waitFor();

  await ada.getByLabel('Urgent: minutes, day and night').fill('0');
  await ada.getByRole('button', { name: 'Save the times' }).tap();
  await ada.getByText('At least 1 minute.').last().waitFor();
  await ada.getByLabel('Urgent: minutes, day and night').fill('45');
  await ada.getByRole('button', { name: 'Save the times' }).tap();
  await ada.getByText('Saved: answering times.').waitFor();

  await ada.getByLabel('Supervisor on call').selectOption({ label: 'Sam Whitfield' });
  await ada.getByRole('button', { name: 'Save who is on call' }).tap();
  await ada.getByText('Saved: on call.').waitFor();

  const year = new Date().getFullYear() + 1;
  await ada.getByLabel('Day', { exact: true }).fill(`${year}-08-17`);
  await ada.getByRole('textbox', { name: 'Name', exact: true }).fill('Founding day');
  await ada.getByRole('button', { name: 'Add the day' }).tap();
  await ada.getByText('Added: Founding day.').waitFor();
  await ada.getByRole('button', { name: /^Remove Founding day/ }).tap();
  await ada.getByText('Removed: Founding day.').waitFor();
  await ada.reload();
  await becomes(() => ada.getByLabel('Monday closes').inputValue(), '19:30');
  expect(await ada.getByLabel('Urgent: minutes, day and night').inputValue()).toBe('45');
  expect(await saturday(ada).isChecked()).toBe(true);
});
