import type { Locator, Page } from 'playwright-core';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark, sidewaysScroll } from '../support/journey.js';

const journey = aJourney();

const cardOf = (page: Page, name: string): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('button', { name: new RegExp(`^${name}`) }) });

const focusedIn = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.closest('article')?.querySelector('h2')?.textContent?.trim() ?? '',
  );

test('a card opens to everything behind it, and nothing else on the page changes', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const tasha = cardOf(rosa, 'Tasha');
  // a card out of sight is not drawn, and has no text until it is
  await tasha.scrollIntoViewIfNeeded();
  const why = 'Last reached 25 days ago; you agreed on every 7 days';
  await becomes(async () => (await tasha.innerText()).includes(why), true);
  await tasha.getByRole('button', { name: /^Tasha/ }).tap();
  await tasha.getByText('The facts').tap();
  expect(await tasha.getByRole('definition').allInnerTexts()).toEqual(
    expect.arrayContaining(['25 days ago', '18 days ago', 'every 7 days']),
  );
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  expect(await sidewaysScroll(rosa)).toBe(0);
});

test('an attempt is two taps; taken back, the card is there again; put away, it is back when asked for', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const ray = cardOf(rosa, 'Big Ray');
  await ray.getByRole('button', { name: /^Big Ray/ }).tap();
  await ray.getByRole('button', { name: 'No answer' }).tap();
  await becomes(() => ray.count(), 0);
  await rosa.getByRole('button', { name: 'Undo' }).tap();
  await ray.waitFor();

  await ray.getByRole('button', { name: 'Not today…' }).tap();
  await rosa.getByRole('button', { name: 'Until tomorrow' }).tap();
  await rosa.getByText('A few words why').waitFor();
  await ray.getByRole('textbox', { name: 'Not today, because…' }).fill('He is at his brother’s wedding.');
  expect(await faultsInLightAndDark(rosa)).toEqual([]);
  await rosa.getByRole('button', { name: 'Until tomorrow' }).tap();
  await becomes(() => ray.count(), 0);
  const away = rosa.getByText('1 put away');
  await away.tap();
  await rosa.getByText('He is at his brother’s wedding.').waitFor();
  await rosa.getByRole('button', { name: 'Bring back Big Ray' }).tap();
  await ray.waitFor();
});

test('an urgent note can’t be put away, and 988 stands beside it', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const bea = cardOf(rosa, 'Bea');
  await bea.getByRole('button', { name: /^Bea/ }).tap();
  await bea.getByText('988').first().waitFor();
  expect(await bea.getByRole('button', { name: 'Not today…' }).count()).toBe(0);
});

test('without signal a tap is kept on the device, says so, and is sent when the signal is back', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const lou = cardOf(rosa, 'Lou');
  await lou.getByRole('button', { name: /^Lou/ }).tap();
  await rosa.context().setOffline(true);
  await lou.getByRole('button', { name: 'Reached' }).tap();
  await rosa.getByText('Not sent yet.').waitFor();
  expect(await lou.count()).toBe(0);
  expect(await rosa.evaluate(() => JSON.stringify(localStorage))).toContain('unsent-tap');
  await rosa.context().setOffline(false);
  await rosa.getByText('Lou: reached.').waitFor();
  await rosa.getByText('Not sent yet.').waitFor({ state: 'detached' });
  expect(await rosa.evaluate(() => JSON.stringify(localStorage))).not.toContain('unsent-tap');
  await rosa.reload();
  await cardOf(rosa, 'Tasha').waitFor();
  expect(await lou.count()).toBe(0);
});

test('at a desk the record stands beside the list, and by keyboard the next card has the focus', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  const wren = cardOf(rosa, 'Wren');
  await wren.waitFor();
  const names = await rosa.getByRole('article').locator('h2').allInnerTexts();
  const after = names[names.findIndex((name) => name.startsWith('Wren')) + 1]!;
  await wren.getByRole('button', { name: /^Wren/ }).focus();
  await rosa.keyboard.press('Enter');
  await wren.getByRole('link', { name: 'The record' }).click();
  await rosa
    .getByRole('region', { name: 'Record' })
    .getByRole('heading', { level: 1, name: 'Wren' })
    .waitFor();
  expect(await wren.isVisible()).toBe(true);
  await wren.getByRole('button', { name: 'Reached' }).focus();
  await rosa.keyboard.press('Enter');
  await becomes(() => wren.count(), 0);
  await becomes(async () => (await focusedIn(rosa)).split(/\s/)[0], after.split(/\s/)[0]!);
});

test('two hundred cards are there at once, and the last one is logged as the first', async () => {
  await journey.database.query(`
    WITH rosa AS (
      SELECT a.organization_id, a.id, p.id AS program_id FROM accounts a
        JOIN organizations o ON o.id = a.organization_id AND o.short_name = 'harbor'
        JOIN LATERAL (SELECT id FROM programs WHERE organization_id = o.id ORDER BY id LIMIT 1) p ON true
       WHERE a.sign_in_name = 'rosa'),
    person AS (
      INSERT INTO participants (organization_id, id, preferred_name, created_at)
      SELECT organization_id, uuidv7(), 'Guest ' || n, now() FROM rosa, generate_series(1, 200) n RETURNING organization_id, id),
    stay AS (
      INSERT INTO enrollments (organization_id, id, participant_id, program_id, enrolled_on, agreed_cadence_on)
      SELECT p.organization_id, uuidv7(), p.id, r.program_id, current_date - 30, current_date - 30 FROM person p, rosa r
      RETURNING organization_id, id, participant_id),
    walk AS (
      INSERT INTO assignments (organization_id, id, participant_id, coach_id, kind, from_on, made_at)
      SELECT p.organization_id, uuidv7(), p.id, r.id, 'primary', current_date - 30, now() FROM person p, rosa r)
    INSERT INTO standings (organization_id, enrollment_id, participant_id, changes_on, standings, dues_on, reasons)
    SELECT organization_id, id, participant_id, ARRAY[current_date - 30], ARRAY['overdue'], ARRAY[current_date - 23],
           '[{"dueBy": {"kind": "agreed", "days": 7}, "pause": null, "outOfTouchBy": null}]' FROM stay`);
  const rosa = await journey.arrives('Rosa', PHONE);
  await cardOf(rosa, 'Guest 1 ?$').waitFor();
  expect(await rosa.getByRole('article').count()).toBeGreaterThan(200);
  const last = cardOf(rosa, 'Guest 99 ?$');
  await last.scrollIntoViewIfNeeded();
  await last.getByRole('button', { name: /^Guest 99/ }).tap();
  await last.getByRole('button', { name: 'Reached' }).tap();
  await becomes(() => last.count(), 0);
  expect(await rosa.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await becomes(async () => (await focusedIn(rosa)) !== '', true);
});
