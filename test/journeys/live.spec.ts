import type { Page, Request } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { participantIdOf, sentBy } from '../given/sent-by.js';
import { DESK, PHONE } from '../support/browser.js';
import { CuttableWay } from '../support/cuttable-way.js';
import { aJourney, complaintsOf } from '../support/journey.js';
import { walkInAs } from '../support/sample-server.js';

const journey = aJourney();

/** From one person's tap to the other's page, in milliseconds. */
const SOON = { timeout: 2_000 };

function requestsOf(page: Page, path: string): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith(path)) requests.push(request);
  });
  return requests;
}

async function raises(coach: Page, name: string, whatWasDone: string, level = 'urgent'): Promise<void> {
  const participantId = await participantIdOf(coach, name);
  const signals = level === 'urgent' ? ['thoughts of suicide'] : ['housing lost'];
  const note = { riskNoteId: newId(), participantId, signals, level, whatWasDone };
  await sentBy(coach, 'POST', '/api/risk-notes', note);
}

/** A page that is loaded again forgets this. */
function mark(page: Page): Promise<void> {
  return page.evaluate(() => void ((window as unknown as { isTheSame: boolean }).isTheSame = true));
}

function isTheSame(page: Page): Promise<boolean> {
  return page.evaluate(() => (window as unknown as { isTheSame?: boolean }).isTheSame === true);
}

test('an urgent note is on the supervisor’s page, and its answer on the coach’s, within two seconds and without a reload', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const sam = await journey.arrivesElsewhere('Sam', DESK);
  await sam.getByRole('link', { name: 'Risk notes', exact: true }).click();
  await sam.getByRole('article').first().waitFor();
  await rosa.goto('/caseload');
  await rosa
    .getByRole('link', { name: /Curtis/ })
    .first()
    .click();
  await rosa.getByRole('heading', { name: 'What happened' }).waitFor();
  await Promise.all([mark(sam), mark(rosa)]);

  const looks = requestsOf(sam, '/api/risk-notes');
  await raises(rosa, 'Curtis', 'I am with him and we called 988.');
  const note = sam.getByRole('article').filter({ hasText: 'we called 988' });
  await note.waitFor(SOON);
  expect(looks.map((request) => request.headers()['alongside-unattended'])).toContain('true');
  await rosa.getByText('we called 988').first().waitFor(SOON);

  await note.getByRole('button', { name: 'Acknowledge' }).click();
  await note.getByRole('textbox').fill('I am on my way to you both.');
  await note.getByRole('button', { name: 'Acknowledge' }).click();
  await rosa.getByText('I am on my way to you both.').first().waitFor(SOON);
  expect([await isTheSame(sam), await isTheSame(rosa)]).toEqual([true, true]);
});

test('what one is typing, the focus and the place on the page stay when something new comes in', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  const sam = await journey.arrives('Sam', DESK);
  await sam.goto('/risk-notes');
  const last = sam.getByRole('article').last();
  await last.getByRole('button', { name: 'Resolve' }).click();
  await last.getByRole('textbox').fill('They are at their sister’s and ');
  const skeletons = sam.getByRole('main').locator('app-skeleton');
  let skeletonSeen = 0;
  await sam.exposeFunction('sawSkeleton', () => (skeletonSeen += 1));
  await sam.evaluate(() => {
    const seen = (window as unknown as { sawSkeleton: () => void }).sawSkeleton;
    new MutationObserver(() => document.querySelector('main app-skeleton') && seen()).observe(document.body, {
      subtree: true,
      childList: true,
    });
  });
  const before = (await last.getByRole('textbox').boundingBox())!.y;
  await raises(rosa, 'Curtis', 'A second shelter has a bed.', 'concern');
  const news = sam.getByRole('article').filter({ hasText: 'A second shelter has a bed.' });
  await news.waitFor({ state: 'attached' });
  await sam.keyboard.type('well.');
  expect(await last.getByRole('textbox').inputValue()).toBe('They are at their sister’s and well.');
  expect(Math.abs((await last.getByRole('textbox').boundingBox())!.y - before)).toBeLessThan(4);
  expect([skeletonSeen, await skeletons.count()]).toEqual([0, 0]);
});

test('words typed for a note that somebody else resolves meanwhile are not taken away', async () => {
  const rosa = await journey.arrives('Rosa', PHONE);
  await raises(rosa, 'Curtis', 'The landlord wants to talk.', 'concern');
  const [desk, phone] = [await journey.arrives('Sam', DESK), await journey.arrives('Sam', PHONE)];
  await desk.goto('/risk-notes');
  const note = desk.getByRole('article').filter({ hasText: 'The landlord wants to talk.' });
  await note.getByRole('button', { name: 'Resolve' }).click();
  await note.getByRole('textbox').fill('I spoke with him, and');
  await phone.goto('/risk-notes');
  const same = phone.getByRole('article').filter({ hasText: 'The landlord wants to talk.' });
  await same.getByRole('button', { name: 'Resolve' }).click();
  await same.getByRole('textbox').fill('He may stay.');
  const looks = desk.waitForResponse((answer) => answer.url().includes('/api/risk-notes?'));
  await same.getByRole('button', { name: 'Resolve' }).click();
  await looks;
  await same.waitFor({ state: 'detached' });
  await desk.keyboard.type(' he agreed.');
  expect(await note.getByRole('textbox').inputValue()).toBe('I spoke with him, and he agreed.');
  await note.getByRole('button', { name: 'Resolve' }).click();
  await note.getByText('Sam Whitfield resolved this note already.').waitFor();
});

test('a participant who is given to another coach leaves the page with words, and the new coach has them', async () => {
  const [rosa, dev] = [await journey.arrives('Rosa', DESK), await journey.arrives('Dev', DESK)];
  const sam = await journey.arrives('Sam', DESK);
  const participantId = await participantIdOf(rosa, 'Curtis');
  await rosa.goto(`/caseload/${participantId}`);
  await rosa.getByRole('heading', { name: 'Curtis', exact: true }).waitFor();
  await dev.goto('/caseload');
  await dev.getByRole('link', { name: /\w/ }).first().waitFor();
  await sam.goto(`/participants/${participantId}`);
  await sam.getByText('Coach Rosa Delgado').waitFor();
  const { items } = (await sentBy(sam, 'GET', '/api/coaches')) as {
    items: { accountId: string; name: string }[];
  };
  const coachId = items.find(({ name }) => name === 'Dev Patel')!.accountId;
  await sentBy(sam, 'PUT', `/api/participants/${participantId}/coach`, { coachId });

  await rosa.getByRole('alert').getByText('Curtis is no longer on your caseload').waitFor();
  await rosa
    .getByRole('region', { name: 'Caseload' })
    .getByRole('link', { name: 'Curtis', exact: true })
    .waitFor({ state: 'detached' });
  await dev.getByRole('link', { name: 'Curtis', exact: true }).waitFor();
  await sam.getByText('Coach Dev Patel').waitFor();
});

test('two tabs share one stream; when the one that holds it is closed the other goes on', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  const first = await journey.arrives('Sam', DESK);
  await first.getByRole('link', { name: 'Risk notes', exact: true }).click();
  await first.getByRole('article').first().waitFor();
  const second = await first.context().newPage();
  const streamsOfSecond = requestsOf(second, '/api/live');
  await second.goto('/risk-notes');
  await second.getByRole('article').first().waitFor();

  await raises(rosa, 'Tasha', 'Seen by both tabs.');
  for (const tab of [first, second]) await tab.getByText('Seen by both tabs.').waitFor();
  expect(streamsOfSecond).toEqual([]);
  await first.close();
  await raises(rosa, 'Tasha', 'Seen by the tab that is left.');
  await second.getByText('Seen by the tab that is left.').waitFor();
  expect(streamsOfSecond).toHaveLength(1);
});

test('what happened while the way was cut is there when it is mended, and until then the page says that it may be old', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  const way = await CuttableWay.to(journey.url);
  const sam = await journey.opens(DESK, way.url);
  await walkInAs(sam, 'Sam');
  await sam.getByRole('link', { name: 'Risk notes', exact: true }).click();
  await sam.getByRole('article').first().waitFor();
  await mark(sam);
  way.cut();
  await raises(rosa, 'Tasha', 'Raised while the way was cut.');
  await sam.getByText('This page may be out of date').waitFor();
  way.mend();
  await sam.getByText('Raised while the way was cut.').waitFor();
  await sam.getByText('This page may be out of date').waitFor({ state: 'detached' });
  expect(await isTheSame(sam)).toBe(true);
  complaintsOf(sam);
  await sam.context().close();
  await way.close();
});

test('a stream ends when one signs out, and begins again after signing in on the same page', async () => {
  const rosa = await journey.arrives('Rosa', DESK);
  const sam = await journey.arrivesByTheDoor('Sam', DESK);
  await sam.getByRole('link', { name: 'Risk notes', exact: true }).click();
  await sam.getByRole('article').first().waitFor();
  // the session ends while the page is open
  await sam.context().clearCookies();
  await sam.getByText('Resolved', { exact: true }).first().click();
  await sam.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
  await sam.getByRole('dialog').waitFor({ state: 'detached' });
  await sam.getByText('Open', { exact: true }).first().click();
  await sam.getByRole('article').first().waitFor();
  await raises(rosa, 'Tasha', 'Raised after Sam came back.');
  await sam.getByText('Raised after Sam came back.').waitFor();

  const ended = sam.waitForEvent('requestfinished', (request) => request.url().endsWith('/api/sign-out'));
  await sam.getByRole('link', { name: 'You', exact: true }).click();
  await sam.getByRole('button', { name: 'Sign out', exact: true }).click();
  await ended;
  await sam.waitForURL(/sign-in/);
  const streams = requestsOf(sam, '/api/live');
  await raises(rosa, 'Tasha', 'Raised after Sam had gone.');
  await sam.getByRole('button').first().waitFor();
  expect(streams).toEqual([]);
});
