import { httpResource, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { askingAgain } from './asking-again';

it('what changed while an older answer was on its way is asked for once that answer is here', async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const server = TestBed.inject(HttpTestingController);
  const { page, refresh } = TestBed.runInInjectionContext(() => {
    const kept = httpResource<string>(() => '/api/today');
    return { page: kept, refresh: askingAgain(kept) };
  });
  const answers = async (words: string): Promise<void> => {
    TestBed.tick();
    server.expectOne('/api/today').flush(words);
    await Promise.resolve();
    TestBed.tick();
  };

  TestBed.tick();
  refresh();
  refresh();
  await answers('as it was');
  expect(page.value()).toBe('as it was');
  await answers('as it is now');
  expect(page.value()).toBe('as it is now');
  server.verify();
});
