import { injectAsync, Service } from '@angular/core';

/** How long an undo is offered, in milliseconds. */
const UNDO_OFFERED = 10_000;

/** Says what was just done, at the foot of the page, and offers to undo it. */
@Service()
export class Notices {
  private readonly snackBar = injectAsync(() =>
    import('@angular/material/snack-bar').then((m) => m.MatSnackBar),
  );

  /** @param undo is called once when the person asks for it */
  async say(words: string, action?: { label: string; undo: () => void }): Promise<void> {
    const bar = (await this.snackBar()).open(words, action?.label, {
      duration: action ? UNDO_OFFERED : 5_000,
      panelClass: 'above-navigation',
    });
    if (action) bar.onAction().subscribe(() => action.undo());
  }
}
