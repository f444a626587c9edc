import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Draft, Me } from '../../api/contract';
import { Session } from '../session/session';
import { DraftsWaiting } from './drafts-waiting';

const draft = (more: Partial<Draft>): Draft => ({
  ...{ draftId: 'd1', version: 1, participantId: 't1', participantName: 'Theo', isOffCaseload: false },
  ...{ savedAt: '2026-03-10T16:00:00Z', enrollmentClosedOn: null, body: {}, copies: [] },
  ...more,
});

async function shows(one: Draft): Promise<string> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  TestBed.inject(Session).me.set({ accountId: 'rosa', organization: { timeZone: 'UTC' } } as Me);
  const page = TestBed.createComponent(DraftsWaiting);
  page.detectChanges();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/drafts')
    .flush({ items: [one] });
  await new Promise((go) => setTimeout(go));
  page.detectChanges();
  return page.nativeElement.textContent.replace(/\s+/g, ' ');
}

it('a draft about somebody who is here is gone on with', async () => {
  const text = await shows(draft({}));
  expect(text).toContain('You were writing about Theo');
  expect(text).toContain('Continue');
  expect(text).not.toContain('closed');
});

it('a draft whose stay was closed says so: it can be read, and the words are kept', async () => {
  const text = await shows(draft({ enrollmentClosedOn: '2026-03-09' }));
  expect(text).toContain('Their stay was closed');
  expect(text).toContain('Monday, March 9, 2026');
  expect(text).toContain('Read it');
  expect(text).not.toContain('Continue');
});
