import { inject, injectAsync, Service } from '@angular/core';
import { Keys } from './keys';

/** Opens the sheet of the keys that work where one is. */
@Service()
export class SheetOfKeys {
  private readonly keys = inject(Keys);
  private readonly dialog = injectAsync(() => import('@angular/material/dialog').then((m) => m.MatDialog));

  async open(): Promise<void> {
    // as they are before the sheet lies over the page
    const now = this.keys.shown();
    const [dialog, { KeysSheet }] = await Promise.all([this.dialog(), import('./keys-sheet')]);
    dialog.open(KeysSheet, {
      data: now,
      width: '560px',
      maxWidth: 'calc(100vw - 32px)',
      autoFocus: 'first-heading',
    });
  }
}
