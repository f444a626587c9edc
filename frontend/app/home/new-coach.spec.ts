import { jest } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { clearTranslations } from '@angular/localize';
import type { HomePage } from '../../api/contract';
import { NewsPlace } from './news-place';

@Component({ imports: [NewsPlace], template: `<ng-container [appNews]="home()" />` })
class OnHome {
  readonly home = signal({ newCoach: null, nextContact: null, stays: [] as HomePage['stays'] } as HomePage);
}

const FROM_ROSA = { assignmentId: 'a1', name: 'Dev', beforeName: 'Rosa' };
const FRIDAY = '2026-03-13';
const planned = (plannedOn: string, more: object = {}) => ({
  nextContact: { coachName: 'Dev', way: 'phone', plannedOn, ...more },
});
let page: ComponentFixture<OnHome>;
let server: HttpTestingController;

beforeEach(() => {
  // the day stands still, everything else goes on
  jest.useFakeTimers({ now: Date.parse(`${FRIDAY}T12:00:00Z`), doNotFake: ['setTimeout', 'queueMicrotask'] });
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  page = TestBed.createComponent(OnHome);
  server = TestBed.inject(HttpTestingController);
});
afterEach(() => {
  jest.useRealTimers();
  document.documentElement.lang = 'en';
  clearTranslations();
});

const line = (): Element | null => page.nativeElement.querySelector('[role=status]');
const words = (): string => line()?.querySelector('p')?.textContent ?? '';

/** Home answered so, and the line had the time to come. */
async function comes(newCoach: HomePage['newCoach'], more: object = {}): Promise<void> {
  page.componentInstance.home.set({
    newCoach,
    nextContact: null,
    stays: [],
    ...more,
  } as Partial<HomePage> as HomePage);
  page.detectChanges();
  await import('./news');
  await import('../../locale/es-rest');
  await new Promise((go) => setTimeout(go));
  page.detectChanges();
}

test.each([
  ['on the day that is planned', planned('2026-03-17'), ' Dev will call you by Tuesday.'],
  ['by tomorrow', planned('2026-03-14'), ' Dev will call you by tomorrow.'],
  ['far off', planned('2026-03-20'), ' Dev will call you by Fri, Mar 20.'],
  ['today, as the card below says', planned(FRIDAY), ''],
  ['who comes by', planned('2026-03-17', { way: 'visit' }), ''],
  ['while somebody else calls', planned('2026-03-17', { coachName: 'June' }), ''],
])('who handed over to whom, and when they call: %s', async (_, more, when) => {
  await comes(FROM_ROSA, more);
  expect(words()).toBe(`Rosa handed over to Dev.${when}`);
});

test('one name where it was no handover, and nothing where there is no news', async () => {
  await comes(null);
  expect(page.nativeElement.textContent).toBe('');
  await comes({ ...FROM_ROSA, beforeName: null });
  expect(words()).toBe('Dev is your coach now.');
});

test('in Spanish, with words that came with it', async () => {
  document.documentElement.lang = 'es';
  await comes(FROM_ROSA, planned('2026-03-17'));
  expect(words()).toBe('Ahora te acompaña Dev en lugar de Rosa. Dev te llamará a más tardar el martes.');
  await comes(FROM_ROSA, planned('2026-03-14'));
  expect(words()).toContain('Dev te llamará mañana a más tardar.');
});

test('a tap puts it away at once, also when Home still has it; the next one shows again', async () => {
  await comes(FROM_ROSA);
  line()!.querySelector('button')!.click();
  page.detectChanges();
  expect(line()).toBeNull();
  server.expectOne({ method: 'POST', url: '/api/home/new-coach/a1/heard' }).flush(null);
  await comes(FROM_ROSA);
  expect(line()).toBeNull();
  await comes({ assignmentId: 'a2', name: 'June', beforeName: null });
  expect(words()).toBe('June is your coach now.');
});

test('a line that stands stays the same one when Home is asked again, and goes when it is no longer so', async () => {
  await comes(FROM_ROSA);
  const before = line();
  await comes(FROM_ROSA, planned('2026-03-17'));
  expect(line()).toBe(before);
  expect(words()).toContain('Tuesday');
  await comes(null);
  expect(line()).toBeNull();
});
