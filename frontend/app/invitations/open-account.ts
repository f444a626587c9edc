import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { InvitationView, Me } from '../../api/contract';
import { Icon } from '../look/icon';
import { mayKeepPasskeys } from '../passkeys/passkey-device';
import { wordsForPasskey } from '../passkeys/passkey-words';
import { problemOf, wrongWith } from '../problems/problem-words';
import { enter } from '../session/enter';
import { Session } from '../session/session';
import { NewPasswordField } from './new-password-field';
import { OpeningApi } from './opening-api';
import { charactersMissing, charactersOver } from './password-strength';

/** Chooses what opens the account from now on; then the first page, signed in. */
@Component({
  selector: 'app-open-account',
  imports: [Icon, NewPasswordField],
  templateUrl: './open-account.html',
  styles: `
    form {
      max-width: 480px;
      margin-inline: auto;
    }
    section {
      padding-top: 20px;
      border-top: 1px solid var(--mat-sys-outline-variant);
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
export class OpenAccount {
  /** What is behind `/invitation/` in the link, or the code on the card. */
  readonly key = input.required<string>();
  readonly invitation = input.required<InvitationView>();

  private readonly api = inject(OpeningApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly password = signal('');
  protected readonly wrong = signal('');
  protected readonly isOfPasskey = signal(false);
  protected readonly isBusy = signal(false);
  private wasLost = false;
  protected readonly isParticipant = computed(() => this.invitation().role === 'participant');
  protected readonly mayUsePasskey = computed(() => this.isParticipant() && mayKeepPasskeys());

  protected async openWithPassword(event: Event): Promise<void> {
    event.preventDefault();
    this.isOfPasskey.set(false);
    const missing = charactersMissing(this.password());
    if (missing > 0)
      return this.wrong.set($localize`:@@invitation.tooShort:It needs ${missing}:count: more letters.`);
    const over = charactersOver(this.password());
    if (over > 0)
      return this.wrong.set($localize`:@@invitation.tooLong:It has ${over}:count: letters too many.`);
    await this.opens(() => this.api.openWithPassword(this.key(), this.password()));
  }

  protected async openWithPasskey(): Promise<void> {
    this.isOfPasskey.set(true);
    await this.opens(() => this.api.openWithPasskey(this.key()));
  }

  /** An answer was lost on its way and the account is open: the same words sign in, and a passkey is shown once more. */
  private async isOpenAlready(): Promise<void> {
    const { organization, signInName } = this.invitation();
    if (this.isOfPasskey()) return void this.router.navigate(['/sign-in', organization]);
    this.wasLost = false;
    await this.opens(() => this.api.signIn({ organization, signInName, password: this.password() }));
  }

  private async opens(ask: () => Promise<Me>): Promise<void> {
    this.isBusy.set(true);
    this.wrong.set('');
    try {
      const me = await ask();
      const { organization, signInName } = this.invitation();
      this.session.begin(me, { organization, signInName, isSample: false });
      enter(me, this.router);
    } catch (failure) {
      if (this.wasLost && problemOf(failure).status === 404) return this.isOpenAlready();
      this.wasLost ||= problemOf(failure).status === 0;
      const ofField = wrongWith(problemOf(failure), 'password');
      this.wrong.set(this.isOfPasskey() ? wordsForPasskey(failure) : (ofField ?? problemOf(failure).detail));
    } finally {
      this.isBusy.set(false);
    }
  }
}
