import type { Page } from 'playwright-core';

/** How often a finger touches a page, in all and from a moment on. Typing is no tap. */
export interface TapCounter {
  /** Since the counter began, or since the last look. */
  since(): Promise<number>;
  all(): Promise<number>;
}

/** Counts on this page until it is loaded anew; going from place to place within the app loads nothing. */
export async function countsTaps(page: Page): Promise<TapCounter> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset['taps'] = '0';
    document.addEventListener(
      'pointerdown',
      () => void (dataset['taps'] = String(Number(dataset['taps']) + 1)),
      {
        capture: true,
      },
    );
  });
  const all = () => page.evaluate(() => Number(document.documentElement.dataset['taps']));
  let before = 0;
  return {
    all,
    since: async () => {
      const now = await all();
      const count = now - before;
      before = now;
      return count;
    },
  };
}
