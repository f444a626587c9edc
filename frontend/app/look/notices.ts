import { inject, injectAsync, Service } from '@angular/core';
import { Keys } from '../keys/keys';

/** How long an undo is offered, in milliseconds. */
const UNDO_OFFERED = 10_000;

/** Says what was just done, at the foot of the page, and offers to undo it. */
@Service()
export class Notices {
  private readonly snackBar = injectAsync(() =>
    import('@angular/material/snack-bar').then((m) => m.MatSnackBar),
  );

  private readonly keys = inject(Keys);

  /** @param undo is called once when the person asks for it */
  async say(words: string, action?: { label: string; undo: () => void }): Promise<void> {
    const bar = (await this.snackBar()).open(words, action?.label, {
      duration: action ? UNDO_OFFERED : 5_000,
      panelClass: 'above-navigation',
    });
    if (!action) return;
    const away = this.keys.add({ key: 'z', says: action.label, do: () => bar.dismissWithAction() });
    bar.afterDismissed().subscribe(away);
    bar.onAction().subscribe(() => action.undo());
  }
}
