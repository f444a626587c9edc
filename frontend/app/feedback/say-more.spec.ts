import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Contact, Feedback, StreamItem } from '../../api/contract';
import { SayMore } from './say-more';

const CONTACT = {
  contactId: 'c1',
  version: 1,
  coach: { accountId: 'rosa', name: 'Rosa' },
  participantName: 'Theo',
} as Contact;
const WORDS = 'Ask about the bus next time.';

let server: HttpTestingController;
let form: ComponentFixture<SayMore>;
let said: Feedback[];
let changed: StreamItem[];

// of a browser, what the document of these tests has not
Element.prototype.scrollIntoView ??= () => undefined;
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

beforeEach(() => {
  sessionStorage.clear();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  server = TestBed.inject(HttpTestingController);
  form = opened();
});

function opened(): ComponentFixture<SayMore> {
  const fixture = TestBed.createComponent(SayMore);
  fixture.componentRef.setInput('contact', CONTACT);
  [said, changed] = [[], []];
  fixture.componentInstance.said.subscribe((each) => said.push(each));
  fixture.componentInstance.changed.subscribe((each) => changed.push(each));
  fixture.detectChanges();
  return fixture;
}

const field = (): HTMLTextAreaElement => form.nativeElement.querySelector('textarea');
const text = (): string => form.nativeElement.textContent;

async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  form.detectChanges();
}

async function typed(words: string): Promise<void> {
  field().value = words;
  field().dispatchEvent(new Event('input'));
  await settled();
}

async function sent(): Promise<TestRequest> {
  form.nativeElement.querySelector('form').dispatchEvent(new Event('submit'));
  await settled();
  return server.expectOne('/api/contacts/c1/feedback');
}

test('amended meanwhile: what was typed stays, it says so, and is sent on the version they then read', async () => {
  await typed(WORDS);
  const first = await sent();
  const current = { contact: { ...CONTACT, version: 2 } };
  first.flush({ code: 'version-stale', status: 412, current }, { status: 412, statusText: 'Stale' });
  await settled();
  expect(changed).toEqual([current]);
  expect(text()).toContain('Rosa changed this contact meanwhile');
  expect(field().value).toBe(WORDS);

  form.componentRef.setInput('contact', current.contact);
  await settled();
  expect(field().value).toBe(WORDS);
  const again = await sent();
  expect(again.request.headers.get('If-Match')).toBe('"2"');
  expect(again.request.body).toEqual(first.request.body);
  again.flush({ feedbackId: again.request.body.feedbackId });
  await settled();
  expect(said).toHaveLength(1);
});

test('a lost answer is calm: it is sent again by itself, with the same id, until there is one', async () => {
  await typed(WORDS);
  const lost = await sent();
  lost.error(new ProgressEvent('error'));
  await settled();
  expect(text()).toContain('Not sent yet');
  expect(field().value).toBe(WORDS);
  window.dispatchEvent(new Event('online'));
  await settled();
  const again = server.expectOne('/api/contacts/c1/feedback');
  expect(again.request.body).toEqual(lost.request.body);
  again.flush({ feedbackId: again.request.body.feedbackId });
  await settled();
  expect([said.length, text().includes('Not sent yet')]).toEqual([1, false]);
  form.destroy();
  expect(opened().nativeElement.querySelector('textarea').value).toBe('');
});

test('the page is gone before an answer comes: on the next one the words and their id are there', async () => {
  await typed(WORDS);
  const lost = await sent();
  lost.error(new ProgressEvent('error'));
  await settled();
  form.destroy();
  form = opened();
  expect(field().value).toBe(WORDS);
  const again = await sent();
  expect(again.request.body).toEqual(lost.request.body);
});
