import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { Me } from '../../api/contract';
import { problemOf } from '../problems/problem-words';
import { Session } from './session';

/** The same person signs in again; what they were doing waits underneath. */
@Component({
  imports: [FormField, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  template: `
    <form (submit)="signIn($event)">
      <h2 mat-dialog-title i18n="@@signInAgain.title">Still you, {{ me.name }}?</h2>
      <mat-dialog-content class="stack">
        <p i18n="@@signInAgain.kept">You were away for a while. What you typed is kept. Sign in to go on.</p>
        @if (!isSample) {
          <div class="field">
            <label for="again-name" i18n="@@signIn.name">Sign-in name</label>
            <input id="again-name" [formField]="fields.signInName" autocomplete="username" />
          </div>
          <div class="field">
            <label for="again-password" i18n="@@signIn.password">Password</label>
            <input
              id="again-password"
              type="password"
              [formField]="fields.password"
              autocomplete="current-password"
            />
          </div>
        }
        <p class="wrong" role="alert">{{ wrong() }}</p>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" (click)="leave()" i18n="@@signInAgain.notMe">Sign out instead</button>
        <button matButton="filled" type="submit" i18n="@@signInAgain.goOn">Go on</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .wrong {
      color: var(--mat-sys-error);
    }
  `,
})
export class SignInAgain {
  private readonly session = inject(Session);
  private readonly http = inject(HttpClient);
  private readonly opened = inject(MatDialogRef);
  private readonly how = this.session.signedInWith();

  protected readonly me = this.session.me()!;
  /** A sample person has no password to ask for. */
  protected readonly isSample = this.how.isSample;
  protected readonly wrong = signal('');
  protected readonly fields = form(signal({ signInName: this.how.signInName ?? '', password: '' }));

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    const { organization } = this.how;
    const { signInName, password } = this.fields().value();
    try {
      const me = await firstValueFrom(
        this.isSample
          ? this.http.post<Me>('/api/sign-in/sample', { organization, accountId: this.me.accountId })
          : this.http.post<Me>('/api/sign-in', { organization, signInName, password }),
      );
      if (me.accountId !== this.me.accountId) return location.replace('/');
      this.session.begin(await this.inTheirRole(me), { ...this.how, signInName });
      this.opened.close();
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }

  /** A new session begins in the first role of the account; the page underneath may be another one's. */
  private async inTheirRole(me: Me): Promise<Me> {
    const { role } = this.me;
    if (me.role === role) return me;
    if (me.roles.includes(role)) return firstValueFrom(this.http.post<Me>('/api/me/role', { role }));
    location.replace('/');
    return me;
  }

  protected leave(): void {
    location.replace(`/sign-in/${this.how.organization}`);
  }
}
