import type { Locator, Page } from 'playwright-core';
import { becomes } from '../support/becomes.js';
import { DESK, PHONE } from '../support/browser.js';
import { withDialler } from '../support/dialler.js';
import { aJourney } from '../support/journey.js';
import { countsTaps } from '../support/taps.js';

const journey = aJourney();

/** look.md: reached in three taps and under ten seconds, an attempt in two, anyone found in two taps or three letters. */
const REACHED_TAPS = 3;
const REACHED_MS = 10_000;
const ATTEMPT_TAPS = 2;
const FOUND_TAPS = 2;
const SOON = { timeout: 5_000 };

const cardOf = (page: Page, name: string): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('button', { name: new RegExp(`^${name}`) }) });

test('the whole of a coach’s morning, on a phone', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const sam = await journey.arrivesElsewhere('Sam', DESK);
  await sam.getByRole('link', { name: /^Risk notes/ }).click();
  await sam.getByRole('article').first().waitFor();

  // lands on Today: who needs her, the most pressing first
  await rosa.getByRole('heading', { level: 1, name: /^\d+ people need you today$/ }).waitFor();
  const first = rosa.getByRole('article').first();
  expect(await first.innerText()).toMatch(/Urgent risk note/);
  await withDialler(rosa);
  const taps = await countsTaps(rosa);
  const counted: Record<string, number> = {};

  // calls one, and reaches her
  const wren = cardOf(rosa, 'Wren');
  const began = Date.now();
  await wren.getByRole('link', { name: 'Call Wren' }).tap();
  await wren.getByRole('group', { name: 'How did the call with Wren go?' }).waitFor();
  await wren.getByRole('button', { name: 'Reached' }).tap();
  await rosa.getByText('Wren: reached.').waitFor();
  expect(Date.now() - began).toBeLessThan(REACHED_MS);
  await becomes(() => wren.count(), 0);
  counted['called and reached'] = await taps.since();
  expect(counted['called and reached']).toBeLessThanOrEqual(REACHED_TAPS);

  // leaves a message for another
  const mina = cardOf(rosa, 'Mina');
  await mina.getByRole('link', { name: 'Call Mina' }).tap();
  await mina.getByRole('button', { name: 'Left message' }).tap();
  await rosa.getByText('Mina: left message.').waitFor();
  await becomes(() => mina.count(), 0);
  counted['called, left a message'] = await taps.since();
  expect(counted['called, left a message']).toBeLessThanOrEqual(ATTEMPT_TAPS);

  // keeps a promise
  const pops = cardOf(rosa, 'Pops');
  expect(await pops.innerText()).toContain('You promised for');
  await pops.getByRole('button', { name: /^Kept/ }).tap();
  await rosa.getByText('Pops: promise kept.').waitFor();
  await becomes(() => pops.count(), 0);
  counted['promise kept'] = await taps.since();

  // finds somebody who is not on Today by three letters
  await rosa.getByRole('searchbox', { name: /^Find anyone/ }).tap();
  await rosa.keyboard.type('sio');
  await rosa
    .getByRole('list', { name: 'Found' })
    .getByRole('link', { name: /^Siobhán/ })
    .tap();
  await rosa.getByRole('heading', { level: 1, name: 'Siobhán' }).waitFor();
  counted['found'] = await taps.since();
  expect(counted['found']).toBeLessThanOrEqual(FOUND_TAPS);

  // opens a window
  await rosa.getByRole('button', { name: 'Open a vulnerability window' }).tap();
  await rosa.getByRole('button', { name: 'Discharge from detox' }).tap();
  await rosa.getByText('The window is open.').waitFor();
  counted['window opened'] = await taps.since();

  // raises an urgent note
  await rosa.getByRole('link', { name: 'Raise a risk note' }).tap();
  await rosa.getByText('Thoughts of suicide').tap();
  await rosa.getByRole('button', { name: 'Raise it' }).tap();
  await rosa.getByText(/^Raised\./).waitFor();
  await rosa.getByRole('heading', { level: 1, name: 'Siobhán', exact: true }).waitFor();
  counted['urgent note raised'] = await taps.since();

  // back on Today she stands there, unanswered
  await rosa.getByRole('navigation').getByRole('link', { name: 'Today' }).tap();
  const siobhan = cardOf(rosa, 'Siobhán');
  await siobhan.getByText('Urgent risk note raised today, not answered yet').waitFor();
  counted['back on Today'] = await taps.since();

  // and the supervisor's answer arrives by itself
  const note = sam
    .getByRole('article')
    .filter({ hasText: 'Siobhán' })
    .filter({ hasText: /thoughts of suicide/i });
  await note.getByRole('button', { name: 'Acknowledge' }).click(SOON);
  await note.getByRole('textbox').fill('Calling her sister with you at ten.');
  await note.locator('form').getByRole('button', { name: 'Acknowledge' }).click();
  await siobhan.getByText('answered: “Calling her sister with you at ten.”').waitFor(SOON);
  expect(await taps.since()).toBe(0);

  await rosa.getByText(/\d done today/).tap();
  await rosa.getByText('left message,').waitFor();

  // as the README says
  expect({ ...counted, all: await taps.all() }).toEqual({
    'called and reached': 2,
    'called, left a message': 2,
    'promise kept': 1,
    found: 2,
    'window opened': 2,
    'urgent note raised': 3,
    'back on Today': 1,
    all: 14,
  });
});
