import { effect, type ResourceRef, signal, untracked } from '@angular/core';

/**
 * How a kept answer is brought up to date: what is shown stays until the next one is here. Asked for while an answer
 * is on its way, it is asked once more after that, because that answer may be older than the change. Call it where the
 * answer is kept.
 */
export function askingAgain(kept: Pick<ResourceRef<unknown>, 'reload' | 'isLoading'>): () => void {
  const isDue = signal(false);
  const ask = (): void => isDue.set(!kept.reload());
  effect(() => {
    if (isDue() && !kept.isLoading()) untracked(ask);
  });
  return ask;
}
