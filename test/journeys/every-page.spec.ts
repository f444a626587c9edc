import type { Page } from 'playwright-core';
import { loggedBy, participantIdOf, sentBy } from '../given/sent-by.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark, sidewaysScroll } from '../support/journey.js';

const journey = aJourney();
const NARROWEST = 320;

/** What is wrong with a page, in both themes, and at the width of the smallest phones. */
async function faultsOf(page: Page, path: string): Promise<unknown> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('app-skeleton').first().waitFor({ state: 'detached' });
  const faults = await faultsInLightAndDark(page);
  const { width, height } = page.viewportSize()!;
  const sideways: string[] = [];
  for (const each of new Set([width, NARROWEST])) {
    await page.setViewportSize({ width: each, height });
    const pixels = await sidewaysScroll(page);
    if (pixels > 0) sideways.push(`${pixels} px out of sight at ${each} px`);
  }
  await page.setViewportSize({ width, height });
  return { path, faults: [...faults, ...sideways] };
}

async function expectFine(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) expect(await faultsOf(page, path)).toEqual({ path, faults: [] });
}

describe.each([
  ['phone', PHONE],
  ['desk', DESK],
])('at a %s every page is fine in light, in dark and narrow', (size, options) => {
  test('before the door', async () => {
    const page = await journey.opens(options);
    await expectFine(page, ['/sign-in', '/sign-in/harbor', '/sign-in/nobody', '/invitation/used-up']);
  });

  test('for a coach', async () => {
    const rosa = await journey.arrives('Rosa', options);
    const name = size === 'phone' ? 'Bea' : 'Ash';
    const participantId = await participantIdOf(rosa, name);
    const { contactId } = await loggedBy(rosa, name);
    const { items: notes } = (await sentBy(rosa, 'GET', '/api/risk-notes')) as {
      items: { riskNoteId: string }[];
    };
    await expectFine(rosa, [
      '/today',
      `/today/${participantId}`,
      '/caseload',
      `/caseload/${participantId}`,
      '/log',
      '/elsewhere',
      `/log/${participantId}`,
      `/contacts/${String(contactId)}/amend`,
      '/risk-notes',
      `/risk-notes/${notes[0]!.riskNoteId}`,
      `/risk-notes/raise/${participantId}`,
      '/you',
      '/nothing/here',
    ]);
  });

  test('for a supervisor', async () => {
    const sam = await journey.arrives('Sam', options);
    await expectFine(sam, [
      '/team',
      '/team/participants?standing=overdue',
      '/team/contacts?outcome=attempt',
      '/team/promises',
      '/risk-notes',
    ]);
  });

  test('for an administrator and a participant', async () => {
    await expectFine(await journey.arrives('Ada', options), [
      '/people',
      '/people/add',
      '/people/add?role=participant',
      '/answering',
    ]);
    await expectFine(await journey.arrives('Theo', options), ['/home']);
  });
});
