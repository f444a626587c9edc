import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { becomes } from '../../../test/support/becomes';
import { Notices } from '../look/notices';
import { leadToWhoTheyAreNow } from './who-they-are-now';

const OLD = '019a0000-0000-7000-8000-000000000001';
const NOW = '019a0000-0000-7000-8000-000000000002';
const nobody = [{ code: 'participant-not-found' }, { status: 404, statusText: 'Not Found' }] as const;

@Component({ template: '' })
class AnyPage {}

let server: HttpTestingController;
let router: Router;
let notices: Notices;
const met: unknown[] = [];

beforeEach(async () => {
  met.length = 0;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([leadToWhoTheyAreNow])),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: AnyPage }]),
    ],
  });
  server = TestBed.inject(HttpTestingController);
  router = TestBed.inject(Router);
  notices = TestBed.inject(Notices);
  await router.navigateByUrl(`/participants/${OLD}/plan?part=signs`);
});
afterEach(() => {
  notices.dismiss();
  server.verify();
});

const asks = (url: string): void =>
  void TestBed.inject(HttpClient)
    .get(url)
    .subscribe({ error: (failure: { status: number }) => met.push(failure.status) });

test('a page of a record that became a part of another one goes on there, and says so', async () => {
  asks(`/api/participants/${OLD}/plan`);
  server.expectOne(`/api/participants/${OLD}/plan`).flush(...nobody);
  server.expectOne(`/api/participants/${OLD}/merged-into`).flush({ participantId: NOW });
  await becomes(() => Promise.resolve(router.url), `/participants/${NOW}/plan?part=signs`);
  await becomes(() => Promise.resolve(notices.shown()?.words.includes('became one')), true);
  expect(met).toEqual([]);
});

test('a page of nobody stays where it is and is told so', async () => {
  asks(`/api/participants/${OLD}/plan`);
  server.expectOne(`/api/participants/${OLD}/plan`).flush(...nobody);
  server.expectOne(`/api/participants/${OLD}/merged-into`).flush(...nobody);
  await becomes(() => Promise.resolve(met), [404]);
  expect(router.url).toContain(OLD);
});

test('somebody whom the address does not name leads nowhere', async () => {
  asks(`/api/participants/${NOW}`);
  server.expectOne(`/api/participants/${NOW}`).flush(...nobody);
  await becomes(() => Promise.resolve(met), [404]);
});
