import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { form, FormField, required, submit } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { Me } from '../../api/contract';
import { Icon } from '../look/icon';
import { problemOf } from '../problems/problem-words';
import type { SignedInWith } from '../session/session';

@Component({
  selector: 'app-password-form',
  imports: [FormField, Icon, MatButton],
  template: `
    <form class="stack" (submit)="signIn($event)" novalidate>
      <div class="field">
        <label for="sign-in-name" i18n="@@signIn.name">Sign-in name</label>
        <input
          id="sign-in-name"
          [formField]="fields.signInName"
          autocapitalize="none"
          autocomplete="username"
          spellcheck="false"
        />
      </div>
      <div class="field">
        <label for="password" i18n="@@signIn.passwordOrPhrase">Password or passphrase</label>
        <div class="with-eye">
          <input
            id="password"
            [type]="isShown() ? 'text' : 'password'"
            [formField]="fields.password"
            autocomplete="current-password"
          />
          <button type="button" [attr.aria-pressed]="isShown()" (click)="isShown.set(!isShown())">
            <app-icon name="eye" /><span class="only-heard" i18n="@@password.show">Show the password</span>
          </button>
        </div>
      </div>
      <p class="wrong" role="alert">{{ wrong() }}</p>
      <button matButton="filled" type="submit" [disabled]="isAsking()" i18n="@@signIn.go">Sign in</button>
    </form>
  `,
  styles: `
    .with-eye {
      position: relative;
    }
    .with-eye input {
      padding-right: 60px;
    }
    .with-eye button {
      position: absolute;
      inset: 2px 2px 2px auto;
      inline-size: 48px;
      border: 0;
      background: none;
      color: var(--mat-sys-on-surface-variant);
      cursor: pointer;
    }
    .with-eye [aria-pressed='true'] {
      color: var(--mat-sys-primary);
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
export class PasswordForm {
  readonly organization = input.required<string>();
  readonly signedIn = output<{ me: Me; how: SignedInWith }>();

  private readonly http = inject(HttpClient);
  protected readonly isShown = signal(false);
  protected readonly isAsking = signal(false);
  protected readonly wrong = signal('');
  protected readonly fields = form(signal({ signInName: '', password: '' }), (path) => {
    required(path.signInName);
    required(path.password);
  });

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    const isComplete = await submit(this.fields, async (fields) => {
      await this.ask(fields().value());
      return null;
    });
    if (!isComplete) {
      this.wrong.set($localize`:@@signIn.both:Type your sign-in name and your password.`);
    }
  }

  private async ask(typed: { signInName: string; password: string }): Promise<void> {
    this.isAsking.set(true);
    this.wrong.set('');
    const organization = this.organization();
    const signInName = typed.signInName.trim();
    try {
      const me = await firstValueFrom(
        this.http.post<Me>('/api/sign-in', { organization, signInName, password: typed.password }),
      );
      this.signedIn.emit({ me, how: { organization, signInName, isSample: false } });
    } catch (failure) {
      this.wrong.set(this.wordsFor(failure));
    } finally {
      this.isAsking.set(false);
    }
  }

  private wordsFor(failure: unknown): string {
    const problem = problemOf(failure);
    if (problem.code === 'sign-in-refused') {
      return $localize`:@@signIn.refused:That name and password don't go together. Check both and try again.`;
    }
    if (problem.code === 'sign-in-throttled') {
      return $localize`:@@signIn.throttled:Too many tries for now. Wait a moment, then try again.`;
    }
    return problem.detail;
  }
}
