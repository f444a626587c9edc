import { injectAsync, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** Opens the sign-in over whatever is on screen; several refused requests share one. */
@Service()
export class SignInOver {
  private readonly dialog = injectAsync(() => import('@angular/material/dialog').then((m) => m.MatDialog));
  private asking: Promise<void> | null = null;

  /** Resolves when the same person is signed in again. */
  ask(): Promise<void> {
    this.asking ??= this.open().finally(() => (this.asking = null));
    return this.asking;
  }

  private async open(): Promise<void> {
    const [dialog, { SignInAgain }] = await Promise.all([this.dialog(), import('./sign-in-again')]);
    const opened = dialog.open(SignInAgain, {
      disableClose: true,
      width: '440px',
      maxWidth: 'calc(100vw - 32px)',
    });
    await firstValueFrom(opened.afterClosed());
  }
}
