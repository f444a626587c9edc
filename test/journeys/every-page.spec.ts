import type { Page } from 'playwright-core';
import { loggedBy, participantIdOf, sentBy } from '../given/sent-by.js';
import { DESK, PHONE } from '../support/browser.js';
import { aJourney, faultsInLightAndDark, sidewaysScroll } from '../support/journey.js';

const journey = aJourney();
// every page of a person is walked in one test
jest.setTimeout(4 * 60_000);

const SMALLEST_PHONE = { width: 320, height: 640 };

/** What is wrong with a page on a phone and at a desk in both themes, and at the width of the smallest phones. */
async function faultsOf(page: Page, path: string): Promise<unknown> {
  await page.setViewportSize(PHONE.viewport);
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('app-skeleton').first().waitFor({ state: 'detached' });
  const faults: string[] = [];
  for (const { viewport } of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    faults.push(...(await faultsInLightAndDark(page)), ...(await outOfSight(page)));
  }
  await page.setViewportSize(SMALLEST_PHONE);
  faults.push(...(await outOfSight(page)));
  return { path, faults };
}

async function outOfSight(page: Page): Promise<string[]> {
  const pixels = await sidewaysScroll(page);
  return pixels > 0 ? [`${pixels} px out of sight at ${page.viewportSize()?.width} px`] : [];
}

async function expectFine(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) expect(await faultsOf(page, path)).toEqual({ path, faults: [] });
}

describe('every page is fine at phone and desk, in light, in dark and narrow', () => {
  test('before the door', async () => {
    const page = await journey.opens(PHONE);
    await expectFine(page, [
      '/sign-in',
      '/sign-in/harbor',
      '/sign-in/nobody',
      '/invitation/used-up',
      '/open',
      '/closed',
    ]);
  });

  test('for a coach', async () => {
    const rosa = await journey.arrives('Rosa', PHONE);
    const participantId = await participantIdOf(rosa, 'Bea');
    const { contactId } = await loggedBy(rosa, 'Bea');
    const { items: goals } = (await sentBy(rosa, 'GET', `/api/participants/${participantId}/goals`)) as {
      items: { goalId: string }[];
    };
    const { items: notes } = (await sentBy(rosa, 'GET', '/api/risk-notes')) as {
      items: { riskNoteId: string }[];
    };
    const { enrollments } = (await sentBy(rosa, 'GET', `/api/participants/${participantId}`)) as {
      enrollments: { enrollmentId: string }[];
    };
    await expectFine(rosa, [
      '/today',
      `/today/${participantId}`,
      '/caseload',
      `/caseload/${participantId}`,
      '/log',
      '/elsewhere',
      '/from-supervisor',
      `/log/${participantId}`,
      `/contacts/${String(contactId)}/amend`,
      `/participants/${participantId}/goals/${goals[0]!.goalId}`,
      '/risk-notes',
      `/risk-notes/${notes[0]!.riskNoteId}`,
      `/risk-notes/raise/${participantId}`,
      `/participants/${participantId}/ask/phq-9`,
      `/participants/${participantId}/death`,
      `/participants/${participantId}/stays`,
      `/stays/${enrollments[0]!.enrollmentId}/close`,
      '/stays/ended',
      '/wellbeing',
      '/certification',
      '/certification/board',
      '/you',
      '/away',
      '/card',
      '/nothing/here',
    ]);
  });

  test('for a coach with somebody’s plan', async () => {
    const rosa = await journey.arrives('Rosa', PHONE);
    await expectFine(rosa, [`/participants/${await participantIdOf(rosa, 'Theo')}/plan`]);
  });

  test('for a supervisor', async () => {
    const sam = await journey.arrives('Sam', PHONE);
    const { items: handovers } = (await sentBy(sam, 'GET', '/api/handovers')) as {
      items: { handoverId: string; participantId: string }[];
    };
    const { rows } = (await sentBy(sam, 'GET', '/api/team')) as { rows: { coach: { accountId: string } }[] };
    const { items: closed } = (await sentBy(sam, 'GET', '/api/deaths/closed')) as {
      items: { participantId: string }[];
    };
    await expectFine(sam, [
      '/team',
      '/team/participants?standing=overdue',
      '/team/contacts?outcome=attempt',
      '/team/promises',
      '/team/check-ins',
      '/team/goals?movement=still',
      '/team/load',
      '/team/assign',
      '/contacts',
      '/contacts?show=seen',
      '/away',
      '/certifications',
      '/held-contacts',
      `/coaches/${rows[0]!.coach.accountId}/certification`,
      `/coaches/${rows[0]!.coach.accountId}/board`,
      '/team/wellbeing',
      '/risk-notes',
      '/reports?by=both',
      '/handovers',
      `/handovers/${handovers[0]!.handoverId}`,
      `/participants/${handovers[0]!.participantId}/handover`,
      `/participants/${handovers[0]!.participantId}/duplicates`,
      `/coaches/${rows[0]!.coach.accountId}/load`,
      `/participants/${closed[0]!.participantId}`,
      `/participants/${handovers[0]!.participantId}/stays?again=true`,
      '/stays/ended',
    ]);
  });

  test('for supervision sessions', async () => {
    const sam = await journey.arrives('Sam', PHONE);
    const sessions = (await sentBy(sam, 'GET', '/api/supervision-sessions')) as Record<
      'planned' | 'held',
      { sessionId: string }[]
    >;
    const { sessionId } = sessions.planned[0]!;
    await expectFine(sam, ['/sessions', '/sessions/plan', '/sessions/hours', `/sessions/${sessionId}`]);
    await sam.getByRole('button', { name: 'Begin the session' }).click();
    await sam.getByRole('heading', { name: 'Signatures' }).waitFor();
    await expectFine(sam, [`/sessions/${sessionId}`, `/sessions/${sessions.held[0]!.sessionId}`]);
  });

  test('for an administrator', async () => {
    const ada = await journey.arrives('Ada', PHONE);
    const { items: alike } = (await sentBy(ada, 'GET', '/api/duplicates')) as {
      items: Record<'first' | 'second', { participantId: string }>[];
    };
    await expectFine(ada, [
      '/people/duplicates',
      `/participants/${alike[0]!.first.participantId}/beside/${alike[0]!.second.participantId}`,
      '/people',
      '/people/add',
      '/people/add?role=participant',
      '/reports?from=2000-01-01&through=2030-12-31',
      '/reports?outside=true&from=2000-01-01&through=2030-12-31',
      '/certifications',
      '/exports',
      '/answering',
      '/settings',
      '/settings/history',
      '/settings/load',
      '/settings/reading',
      '/settings/rest',
      '/settings/questions',
      '/stays/ended',
    ]);
  });

  test('for an administrator with a spreadsheet', async () => {
    const ada = await journey.arrives('Ada', PHONE);
    await ada.goto('/people/moving-in');
    const buffer = Buffer.from('Client Name,Cell Phone,Intake\nAnn Quill,(555) 555-0171,3/4/25\n');
    await ada
      .getByLabel('Choose a spreadsheet')
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
    await ada.getByRole('heading', { level: 1, name: 'people.csv' }).waitFor();
    await expectFine(ada, ['/people/moving-in', new URL(ada.url()).pathname]);
  });

  test('for a participant', async () => {
    const theo = await journey.arrives('Theo', PHONE);
    const { items: goals } = (await sentBy(theo, 'GET', '/api/goals')) as { items: { goalId: string }[] };
    const { taken } = (await sentBy(theo, 'GET', '/api/own-assessments')) as {
      taken: { assessmentId: string }[];
    };
    await expectFine(theo, [
      '/home',
      '/questions',
      '/questions/ask/barc-10',
      `/questions/${taken[0]!.assessmentId}`,
      '/check-in',
      '/weeks',
      '/getting-in',
      '/days',
      '/days/after',
      '/goals',
      '/goals/new',
      `/goals/${goals[0]!.goalId}`,
      '/plan',
      '/plan/now',
      '/plan/earlier',
      '/plan/print',
      '/notes',
      '/looks',
      '/wish',
    ]);
  });
});
