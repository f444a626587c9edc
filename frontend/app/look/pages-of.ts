import { HttpClient } from '@angular/common/http';
import { computed, effect, inject, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { UNATTENDED } from '../live/unattended';

interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** What is shown of a list asked anew, knowing what was shown before. */
type Keep<Item> = (fresh: Item[], before: Item[]) => Item[];

/**
 * A list that comes by pages `{ items, next }`. Must be called where injection is possible.
 * What is shown stays until the first page of a new question, or of the same one asked anew, is here.
 * @param asked address and parameters; a change starts over
 */
export function pagesOf<Item, P extends Page<Item> = Page<Item>>(
  asked: () => { url: string; params: Record<string, string> },
) {
  const http = inject(HttpClient);
  const pages = signal<P[]>([]);
  const isAsking = signal(false);
  const failure = signal<unknown>(null);
  let question = 0;
  let look = 0;

  async function ask(after: string | null): Promise<void> {
    const { url, params } = asked();
    const mine = ++question;
    isAsking.set(true);
    failure.set(null);
    try {
      const page = await firstValueFrom(http.get<P>(url, { params: after ? { ...params, after } : params }));
      if (mine === question) pages.update((before) => (after ? [...before, page] : [page]));
    } catch (problem) {
      if (mine === question) failure.set(problem);
    } finally {
      if (mine === question) isAsking.set(false);
    }
  }

  /** However it ends, nothing else shows meanwhile: what is there stays until all of it is here. */
  async function lookAgain(pageCount: number, keep: Keep<Item>): Promise<void> {
    const { url, params } = asked();
    const [mine, myLook] = [question, ++look];
    const fresh: P[] = [];
    try {
      do {
        const after = fresh.at(-1)?.next;
        const asks = { params: after ? { ...params, after } : params, headers: UNATTENDED };
        fresh.push(await firstValueFrom(http.get<P>(url, asks)));
        if (mine !== question || myLook !== look) return;
      } while (fresh.length < pageCount && fresh.at(-1)?.next);
      const [kept, before] = [fresh.flatMap((page) => page.items), pages().flatMap((page) => page.items)];
      pages.set(fresh.map((page, index) => ({ ...page, items: index === 0 ? keep(kept, before) : [] })));
    } catch {
      // what is shown may be old, which is better than nothing
    }
  }

  effect(() => {
    asked();
    untracked(() => void ask(null));
  });
  return {
    items: computed(() => pages().flatMap((page) => page.items)),
    first: computed(() => pages()[0] ?? null),
    next: computed(() => pages().at(-1)?.next ?? null),
    isAsking: isAsking.asReadonly(),
    failure: failure.asReadonly(),
    more: () => ask(pages().at(-1)?.next ?? null),
    startOver: () => ask(null),
    /** As many pages as are shown, asked anew without a sign of it. False when it is asking anyway. */
    refresh: (keep: Keep<Item> = (fresh) => fresh) => {
      if (isAsking()) return false;
      void lookAgain(pages().length, keep);
      return true;
    },
  };
}
