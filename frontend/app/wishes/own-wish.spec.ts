import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { OwnCoachWish } from '../../api/contract';
import { OwnWish } from './own-wish';

// of a browser, what the document of these tests has not
Element.prototype.checkVisibility ??= () => true;

const WISH = {
  ...{ language: null, experiences: [], ownWords: '', wished: [], wishWords: '', wishedCoach: null },
  ...{ notedByName: 'Theo', isTheirOwn: true, notedAt: '2026-03-10T16:00:00Z', version: 1 },
} as unknown as OwnCoachWish;
let page: ComponentFixture<OwnWish>;
let server: HttpTestingController;

beforeEach(async () => {
  sessionStorage.clear();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  server = TestBed.inject(HttpTestingController);
  page = TestBed.createComponent(OwnWish);
  page.detectChanges();
  server.expectOne('/api/me/coach-wish').flush(WISH);
  await page.whenStable();
});

const shown = (selector: string): HTMLElement => page.nativeElement.querySelector(selector);
const press = (words: string): void => {
  const buttons = [...page.nativeElement.querySelectorAll('button')] as HTMLElement[];
  buttons.find((button) => button.textContent.includes(words))!.click();
};

/** Theo writes and saves, and this stands there by then. */
async function clashesWith(other: Partial<OwnCoachWish>): Promise<void> {
  const words = shown('#wish-words') as HTMLTextAreaElement;
  words.value = 'Somebody patient';
  words.dispatchEvent(new Event('input'));
  press('Save');
  const current = { ...WISH, wishWords: 'A woman', version: 2, ...other };
  const sent = server.expectOne({ method: 'PUT', url: '/api/me/coach-wish' });
  sent.flush({ code: 'version-stale', current }, { status: 412, statusText: 'Stale' });
  await page.whenStable();
}

test.each([
  ['staff did', { notedByName: 'Rosa', isTheirOwn: false }, 'Rosa changed this while you were writing'],
  ['they did', {}, 'You changed this in another place while you were writing'],
])('a clash says who changed it, shows both and keeps what is typed: %s', async (_, other, title) => {
  await clashesWith(other);
  expect(shown('#clash-title').textContent).toBe(title);
  expect(shown('blockquote').textContent).toContain('“A woman”');
  expect((shown('#wish-words') as HTMLTextAreaElement).value).toBe('Somebody patient');
});

test('what is typed and kept goes on from the other’s version', async () => {
  await clashesWith({ notedByName: 'Rosa', isTheirOwn: false });
  press('Keep mine');
  const { request } = server.expectOne({ method: 'PUT', url: '/api/me/coach-wish' });
  expect([request.headers.get('If-Match'), request.body.wishWords]).toEqual(['"2"', 'Somebody patient']);
});

test('the other is taken in place of what was typed, which is kept nowhere then', async () => {
  await clashesWith({ notedByName: 'Rosa', isTheirOwn: false });
  press('Take the other');
  await page.whenStable();
  expect((shown('#wish-words') as HTMLTextAreaElement).value).toBe('A woman');
  expect(shown('#clash-title')).toBeNull();
  expect(Object.keys(sessionStorage).filter((key) => key.includes('wish'))).toEqual([]);
});
