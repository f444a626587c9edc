import { HttpClient } from '@angular/common/http';
import { effect, inject, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/**
 * A list that comes by pages `{ items, next }`. Must be called where injection is possible.
 * @param asked address and parameters; a change starts over
 */
export function pagesOf<Page extends { items: unknown[]; next: string | null }>(
  asked: () => { url: string; params: Record<string, string> },
) {
  const http = inject(HttpClient);
  const pages = signal<Page[]>([]);
  const isAsking = signal(false);
  const failure = signal<unknown>(null);

  async function more(): Promise<void> {
    const { url, params } = asked();
    const after = pages().at(-1)?.next;
    isAsking.set(true);
    failure.set(null);
    try {
      const page = await firstValueFrom(http.get<Page>(url, { params: after ? { ...params, after } : params }));
      pages.update((before) => [...before, page]);
    } catch (problem) {
      failure.set(problem);
    } finally {
      isAsking.set(false);
    }
  }

  effect(() => {
    asked();
    untracked(() => {
      pages.set([]);
      void more();
    });
  });
  return { pages: pages.asReadonly(), isAsking: isAsking.asReadonly(), failure: failure.asReadonly(), more };
}
