import { DestroyRef, inject, type Signal, signal } from '@angular/core';

/** Now, moved on every half minute: for words that count minutes. Must be called where injection is possible. */
export function ticking(everyMs = 30_000): Signal<Date> {
  const now = signal(new Date());
  const timer = setInterval(() => now.set(new Date()), everyMs);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  return now.asReadonly();
}
