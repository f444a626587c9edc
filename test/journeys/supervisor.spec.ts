import type { Locator, Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { participantIdOf, sentBy } from '../given/sent-by.js';
import { accessibilityFaults } from '../support/axe.js';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney } from '../support/journey.js';

const journey = aJourney();

/** The numbers of a row of a table of the team; a load is none that adds up to a list. */
async function numbersOf(row: Locator): Promise<number[]> {
  const numbers = await row.locator('app-team-number').allInnerTexts();
  return numbers.map((words) => Number(/\d+/.exec(words)?.[0]));
}

/** How many lines the list behind a number has, however many pages it comes in. */
async function lengthOfList(page: Page, before: string): Promise<number> {
  await page.waitForFunction((path) => !location.href.endsWith(path), before);
  const lines = page
    .getByRole('main')
    .locator('ul > li:not(.tag)')
    .filter({ has: page.getByRole('link') });
  const more = page.getByRole('button', { name: 'Show more' });
  await lines.or(page.getByText('Nobody is here any more.')).first().waitFor();
  while (await more.isVisible()) {
    const shown = await lines.count();
    await more.click();
    await becomes(async () => (await lines.count()) > shown, true);
  }
  return lines.count();
}

test('every number of the team opens to a list of that length, and the totals are the sums', async () => {
  const sam = await journey.arrives('Sam', DESK);
  const tables = sam.locator('app-team-table table');
  await tables.first().locator('tbody tr').first().waitFor();
  expect(await tables.count()).toBe(3);
  for (const [index, table] of (await tables.all()).entries()) {
    const each = await Promise.all((await table.locator('tbody tr').all()).map(numbersOf));
    const totals = await numbersOf(table.locator('tfoot tr'));
    expect(each.length).toBeGreaterThanOrEqual(3);
    expect(totals).toEqual(totals.map((_, column) => each.reduce((sum, row) => sum + row[column]!, 0)));
    // the standings of a row are all of its participants
    if (index === 0)
      for (const row of [...each, totals])
        expect(row[0]).toBe(row.slice(1).reduce((sum, count) => sum + count, 0));
  }
  // who is drifting is answered without a click
  const drifting = sam.getByRole('region', { name: 'Who is drifting' });
  expect(await drifting.innerText()).toMatch(/Out of touch[^]*Last reached \d+ days ago/);
  await sam.locator('app-trend').first().waitFor();
  expect(await accessibilityFaults(sam)).toEqual([]);

  const rosas = tables.locator('tbody tr').filter({ hasText: 'Rosa Delgado' });
  const numbers = rosas.locator('app-team-number').getByRole('link');
  const links = await numbers.count();
  expect(links).toBeGreaterThan(12);
  for (let index = 0; index < links; index += 1) {
    const link = numbers.nth(index);
    const count = Number(/\d+/.exec(await link.innerText())?.[0]);
    await link.click();
    await becomes(() => lengthOfList(sam, '/team'), count);
    await sam.goBack();
    await rosas.last().waitFor();
  }
});

test('a risk note is answered in words, and the coach who raised it reads them', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const participantId = await participantIdOf(rosa, 'Curtis');
  const raised = { signals: ['housing lost'], level: 'concern', whatWasDone: 'Called three shelters.' };
  await sentBy(rosa, 'POST', '/api/risk-notes', { riskNoteId: newId(), participantId, ...raised });

  const sam = await journey.arrives('Sam', DESK);
  await sam.getByRole('link', { name: 'Risk notes', exact: true }).click();
  const note = sam.getByRole('article').filter({ hasText: 'Called three shelters.' });
  expect(await note.innerText()).toMatch(
    /Concern risk note[^]*Curtis[^]*Housing lost or at risk[^]*Rosa Delgado/,
  );
  const urgent = sam.getByRole('article').filter({ hasText: 'Urgent risk note' }).first();
  expect((await urgent.boundingBox())!.y).toBeLessThan((await note.boundingBox())!.y);
  await note.getByRole('button', { name: 'Acknowledge' }).click();
  await note.getByLabel('What happens now?').fill('');
  await note.getByRole('button', { name: 'Acknowledge' }).click();
  await note.getByText('A few words, so that the coach knows where it stands.').waitFor();
  await note.getByLabel('What happens now?').fill('I am calling the county now.');
  expect(await accessibilityFaults(sam)).toEqual([]);
  await note.getByRole('button', { name: 'Acknowledge' }).click();
  await note.getByText('I am calling the county now.').waitFor();

  await rosa.goto(`/caseload/${participantId}`);
  await rosa.getByText('I am calling the county now.').waitFor();
  await note.getByRole('button', { name: 'Resolve' }).click();
  await note.getByLabel('How did it end?').fill('He has a bed from tonight on.');
  await note.getByRole('button', { name: 'Resolve' }).click();
  await note.waitFor({ state: 'detached' });
  await sam.getByText('Resolved', { exact: true }).first().click();
  await sam.getByText('He has a bed from tonight on.').waitFor();

  await rosa.getByRole('link', { name: 'Risk notes', exact: true }).click();
  await rosa.getByText('Resolved', { exact: true }).first().click();
  const hers = rosa.getByRole('article').filter({ hasText: 'Called three shelters.' });
  await hers.waitFor();
  expect(await hers.innerText()).toMatch(
    /Sam Whitfield[^]*calling the county now\.[^]*a bed from tonight on\./,
  );
  expect(await accessibilityFaults(rosa)).toEqual([]);
});

test('on a phone the team reads as cards that open, with the same numbers, of any days', async () => {
  const sam = await journey.arrives('Sam', PHONE);
  const whole = sam.locator('app-team-cards li').filter({ hasText: 'Whole team' });
  await whole.waitFor();
  const { totals } = (await sentBy(sam, 'GET', '/api/team')) as {
    totals: { participantCount: number; openRiskNotes: { urgent: number } };
  };
  expect(await whole.innerText()).toContain(`${totals.participantCount} participants`);
  await sam.getByRole('button', { name: 'Other days' }).tap();
  await sam.getByLabel('From').fill('2019-02-02');
  await sam.getByLabel('Through').fill('2019-02-01');
  await sam.getByRole('button', { name: 'Count these days' }).tap();
  await sam.getByText('a last day that does not come before the first').waitFor();
  await sam.getByLabel('Through').fill('2019-02-02');
  await sam.getByRole('button', { name: 'Count these days' }).tap();
  await whole.locator('summary').tap();
  // nothing happened on that day; what stands is today's
  await becomes(
    async () =>
      /Reached/.test(await whole.innerText()) &&
      (await whole.getByRole('link', { name: / reached, / }).count()),
    0,
  );
  await whole
    .getByRole('link', { name: `${totals.openRiskNotes.urgent} open urgent risk notes, Whole team` })
    .tap();
  await becomes(() => sam.getByRole('article').count(), totals.openRiskNotes.urgent);
});
