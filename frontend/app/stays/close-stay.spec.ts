import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CloseStay, ToClose } from '../../api/contract';
import { CloseStayPage } from './close-stay';

const LOOK = '/api/enrollments/e1/closing';
const OPEN = {
  ...{ preferredName: 'Theo', today: '2026-03-10', isLast: true, hasOpenRiskNotes: false },
  stay: {
    participantId: 't1',
    enrollmentId: 'e1',
    programName: 'Coaching',
    enrolledOn: '2026-02-01',
    closedOn: null,
  },
  ...{ riskNotes: [], promises: [], canTake: [], windows: [], walkWith: [], whoCan: [], whoCanAnswer: [] },
} as unknown as ToClose;
const PROMISED = {
  ...OPEN,
  promises: [{ promiseId: 'p1', words: 'Bus pass', dueOn: '2026-03-12', coach: { name: 'Rosa' } }],
} as unknown as ToClose;

let server: HttpTestingController;
let page: ComponentFixture<CloseStayPage>;

// of a browser, what the document of these tests has not
Element.prototype.scrollIntoView ??= () => undefined;
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

beforeEach(() => {
  sessionStorage.clear();
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  server = TestBed.inject(HttpTestingController);
});

async function opens(to: ToClose): Promise<void> {
  page = TestBed.createComponent(CloseStayPage);
  page.componentRef.setInput('enrollmentId', 'e1');
  page.detectChanges();
  await looks(to);
}
async function looks(to: ToClose): Promise<void> {
  server.expectOne({ method: 'GET', url: LOOK }).flush(to);
  await settled();
}
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  page.detectChanges();
}

const text = (): string => page.nativeElement.textContent;
const words = (): HTMLTextAreaElement => page.nativeElement.querySelector('textarea');
const button = (): HTMLButtonElement => page.nativeElement.querySelector('button[type=submit]');

async function says(): Promise<void> {
  words().value = 'To Ohio.';
  words().dispatchEvent(new Event('input'));
  page.nativeElement.querySelector('input[value=moved]').click();
  await settled();
}
async function submits(): Promise<void> {
  page.nativeElement.querySelector('form').dispatchEvent(new Event('submit'));
  await settled();
}
const sent = (): TestRequest => server.expectOne({ method: 'POST', url: LOOK });

it('promised meanwhile: it asks what becomes of that, and what was typed stays', async () => {
  await opens(OPEN);
  await says();
  await submits();
  const first = sent();
  first.flush(
    { code: 'open-promises', title: 'Open', detail: 'Something was promised.' },
    { status: 409, statusText: 'Conflict' },
  );
  await settled();
  await looks(PROMISED);
  expect(text()).toContain('Bus pass');
  expect(words().value).toBe('To Ohio.');
  page.nativeElement.querySelector('input[value=kept]').click();
  await settled();
  await submits();
  const second = sent().request.body as CloseStay;
  expect(second).toMatchObject({ reason: 'moved', promises: [{ promiseId: 'p1', became: 'kept' }] });
  expect(second.closingId).not.toBe((first.request.body as CloseStay).closingId);
});

it('a lost answer is sent again under the same id, also after the page was opened anew', async () => {
  await opens(OPEN);
  await says();
  await submits();
  const first = sent();
  first.error(new ProgressEvent('error'));
  await settled();
  expect(text()).toContain('Not sent yet');
  dispatchEvent(new Event('online'));
  await settled();
  const second = sent();
  expect(second.request.body).toEqual(first.request.body);
  page.destroy();
  await opens(OPEN);
  expect(words().value).toBe('To Ohio.');
  await submits();
  const third = sent();
  expect(third.request.body).toEqual(first.request.body);
  third.flush({ ...(first.request.body as CloseStay), participantId: 't1', enrollmentId: 'e1' });
  await settled();
  expect(text()).toContain('Theo’s stay is closed');
  expect(text()).toContain('Moved away, or on to another service');
  page.destroy();
  await opens(OPEN);
  expect(words().value).toBe('');
});

it('while a note waits for an answer it cannot be closed, whatever is typed', async () => {
  await opens({ ...OPEN, hasOpenRiskNotes: true, whoCanAnswer: ['Sam'] });
  expect(text()).toContain('Sam can see to it');
  expect(button().disabled).toBe(true);
  await says();
  await submits();
  server.expectNone({ method: 'POST', url: LOOK });
});

it('closed by somebody else: it says who, and asks for nothing', async () => {
  const closing = { by: { name: 'Dev' } };
  await opens({ ...OPEN, stay: { ...OPEN.stay, closedOn: '2026-03-09', closing } } as unknown as ToClose);
  expect(text()).toContain('Dev closed it');
  expect(button()).toBeNull();
});
