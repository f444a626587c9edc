import { jest } from '@jest/globals';
import { HttpClient, httpResource, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { sayUnattended, Unattended } from './unattended';

const HEADER = 'alongside-unattended';
let http: HttpClient;
let server: HttpTestingController;
let unattended: Unattended;

beforeEach(() => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([sayUnattended])), provideHttpClientTesting()],
  });
  http = TestBed.inject(HttpClient);
  server = TestBed.inject(HttpTestingController);
  unattended = TestBed.inject(Unattended);
});
afterEach(() => jest.useRealTimers());

function says(method: 'GET' | 'POST'): boolean {
  http.request(method, '/api/caseload').subscribe();
  return server.expectOne('/api/caseload').request.headers.has(HEADER);
}

test('what is asked while somebody is at the page is theirs, and what is asked long after is not', () => {
  expect(says('GET')).toBe(false);
  jest.advanceTimersByTime(29_000);
  expect(says('GET')).toBe(false);
  jest.advanceTimersByTime(2_000);
  expect(says('GET')).toBe(true);
  window.dispatchEvent(new Event('keydown'));
  expect(says('GET')).toBe(false);
});

test('what is sent is somebody’s act, however late it gets through', () => {
  jest.advanceTimersByTime(60_000);
  expect(says('POST')).toBe(false);
});

test('a look because of news is nobody’s, however busy somebody is at the page', async () => {
  const page = TestBed.runInInjectionContext(() => httpResource(() => '/api/caseload'));
  TestBed.tick();
  server.expectOne('/api/caseload').flush({});
  while (page.status() !== 'resolved') await Promise.resolve();
  unattended.during(() => page.reload());
  expect(server.expectOne('/api/caseload').request.headers.get(HEADER)).toBe('true');
  expect(says('GET')).toBe(false);
});

test('a look that fails on the way is tried again; a refusal is told', () => {
  const heard: unknown[] = [];
  unattended.during(() => http.get('/api/caseload').subscribe({ next: (it) => heard.push(it) }));
  server.expectOne('/api/caseload').flush(null, { status: 503, statusText: 'Not ready' });
  expect(heard).toEqual([]);
  jest.advanceTimersByTime(1_000);
  server.expectOne('/api/caseload').flush({ items: [] });
  expect(heard).toEqual([{ items: [] }]);

  unattended.during(() =>
    http
      .get('/api/participants/1')
      .subscribe({ error: ({ status }: { status: number }) => heard.push(status) }),
  );
  server.expectOne('/api/participants/1').flush(null, { status: 404, statusText: 'Not found' });
  expect(heard.at(-1)).toBe(404);
});
