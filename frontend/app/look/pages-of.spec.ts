import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { pagesOf } from './pages-of';

let server: HttpTestingController;
let list: ReturnType<typeof pagesOf<string>>;

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  server = TestBed.inject(HttpTestingController);
  list = TestBed.runInInjectionContext(() => pagesOf<string>(() => ({ url: '/api/list', params: {} })));
  TestBed.tick();
});

async function answers(after: string | null, items: string[], next: string | null): Promise<void> {
  server.expectOne((asked) => asked.params.get('after') === after).flush({ items, next });
  // the promise behind the answer
  await new Promise((resolve) => setTimeout(resolve));
}

async function twoPagesShown(): Promise<void> {
  await answers(null, ['a', 'b'], 'b');
  void list.more();
  await answers('b', ['c', 'd'], 'd');
}

test('asked anew it shows as many pages as before, all at once, and meanwhile what there was', async () => {
  await twoPagesShown();
  expect(list.refresh()).toBe(true);
  await answers(null, ['x', 'a'], 'a');
  expect([list.items(), list.isAsking()]).toEqual([['a', 'b', 'c', 'd'], false]);
  await answers('a', ['b', 'c'], 'c');
  expect(list.items()).toEqual(['x', 'a', 'b', 'c']);
  void list.more();
  await answers('c', ['d'], null);
  expect(list.items()).toEqual(['x', 'a', 'b', 'c', 'd']);
  server.verify();
});

test('when it cannot be asked anew, what there was stays, without a word', async () => {
  await twoPagesShown();
  list.refresh();
  server.expectOne('/api/list').error(new ProgressEvent('error'));
  await new Promise((resolve) => setTimeout(resolve));
  expect([list.items(), list.failure()]).toEqual([['a', 'b', 'c', 'd'], null]);
});

test('while it is asking it says "not now", and a new question overtakes a quiet one', async () => {
  expect(list.refresh()).toBe(false);
  await answers(null, ['a'], null);
  list.refresh();
  const quiet = server.expectOne('/api/list');
  void list.startOver();
  await answers(null, ['newer'], null);
  quiet.flush({ items: ['older'], next: null });
  await new Promise((resolve) => setTimeout(resolve));
  expect(list.items()).toEqual(['newer']);
});
