import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { form, FormField, maxLength } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { InvitationView, Me } from '../../api/contract';
import { openIn } from '../look/language';
import { Skeleton } from '../look/skeleton';
import { problemOf } from '../problems/problem-words';
import { FIRST_PAGE, Session } from '../session/session';
import { DoorStep } from '../sign-in/door-step';
import { charactersMissing, LONGEST, strengthOf } from './password-strength';

/** Opens an account, once, with a password of one's own choosing. */
@Component({
  imports: [DoorStep, FormField, MatButton, Skeleton],
  templateUrl: './invitation.html',
  styles: `
    form,
    .card {
      max-width: 480px;
      margin-inline: auto;
    }
    .tick input {
      inline-size: 24px;
      block-size: 24px;
    }
  `,
})
export class Invitation {
  readonly token = input.required<string>();

  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly page = httpResource<InvitationView>(
    () => `/api/invitations/${encodeURIComponent(this.token())}`,
  );
  protected readonly fields = form(signal({ password: '', isShown: true }), (path) =>
    maxLength(path.password, LONGEST),
  );
  protected readonly wrong = signal('');
  protected readonly strength = computed(() => strengthOf(this.fields.password().value()));
  protected readonly missing = computed(() => charactersMissing(this.fields.password().value()));

  constructor() {
    // The link is read aloud in the language its owner was invited in.
    effect(() => {
      if (this.page.hasValue()) openIn(this.page.value().language);
    });
  }

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    if (this.missing() > 0) {
      return this.wrong.set(
        $localize`:@@invitation.tooShort:Your password needs ${this.missing()}:count: more characters.`,
      );
    }
    const invitation = this.page.value()!;
    try {
      const password = this.fields.password().value();
      const me = await firstValueFrom(this.http.post<Me>(`/api/invitations/${this.token()}`, { password }));
      const { organization, signInName } = invitation;
      this.session.begin(me, { organization, signInName, isSample: false });
      void this.router.navigateByUrl(FIRST_PAGE[me.role], { replaceUrl: true });
    } catch (failure) {
      this.wrong.set(problemOf(failure).detail);
    }
  }
}
