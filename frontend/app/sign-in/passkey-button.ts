import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Me, PasskeyToShow } from '../../api/contract';
import { Icon } from '../look/icon';
import { isOfDevice, mayKeepPasskeys, showPasskey } from '../passkeys/passkey-device';
import { problemOf } from '../problems/problem-words';
import type { SignedInWith } from '../session/session';

/** In with a finger, a face or the phone's own code: no name is typed, the phone knows whose passkey it is. */
@Component({
  selector: 'app-passkey-button',
  imports: [Icon],
  template: `
    @if (isPossible) {
      <button class="button soft" type="button" [disabled]="isAsking()" (click)="signIn()">
        <app-icon name="lock" /><span i18n="@@signIn.passkey">Use a passkey</span>
      </button>
      <p class="wrong" role="alert">{{ wrong() }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    .wrong {
      color: var(--mat-sys-error);
      font-weight: 550;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class PasskeyButton {
  readonly organization = input.required<string>();
  readonly signedIn = output<{ me: Me; how: SignedInWith }>();

  private readonly http = inject(HttpClient);
  protected readonly isPossible = mayKeepPasskeys();
  protected readonly isAsking = signal(false);
  protected readonly wrong = signal('');

  protected async signIn(): Promise<void> {
    this.isAsking.set(true);
    this.wrong.set('');
    const organization = this.organization();
    try {
      const asked = await firstValueFrom(this.http.post<PasskeyToShow>('/api/sign-in/passkey/question', {}));
      const shown = await showPasskey(asked);
      const me = await firstValueFrom(this.http.post<Me>('/api/sign-in/passkey', { organization, ...shown }));
      this.signedIn.emit({ me, how: { organization, signInName: me.signInName, isSample: false } });
    } catch (failure) {
      this.wrong.set(this.wordsFor(failure));
    } finally {
      this.isAsking.set(false);
    }
  }

  private wordsFor(failure: unknown): string {
    if (isOfDevice(failure))
      return $localize`:@@signIn.passkeyNotNow:The phone did not say yes this time. Try again, or use your name and password.`;
    if (problemOf(failure).code === 'passkey-refused')
      return $localize`:@@signIn.passkeyRefused:This passkey does not open an account here. If you got a new card since, use that.`;
    return problemOf(failure).detail;
  }
}
