import type { Page } from 'playwright-core';

/** `tel:` and `sms:` open nothing in this browser: the phone's own part is left out, the page's is not. */
export function withDialler(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.addEventListener(
      'click',
      (event) => {
        const link = (event.target as Element).closest('a');
        if (link && /^(tel|sms):/.test(link.href)) event.preventDefault();
      },
      { capture: true },
    );
  });
}
