import { Component, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import { DoorStep } from './door-step';

/** Asks once which organization; the address remembers it from then on. */
@Component({
  imports: [DoorStep, FormField, MatButton],
  template: `
    <app-door-step>
      <form class="card stack" (submit)="goOn($event)">
        <h1 data-page i18n="@@findOrganization.title">Welcome</h1>
        <div class="field">
          <label for="organization" i18n="@@findOrganization.label">Your organization's short name</label>
          <input
            id="organization"
            [formField]="fields.organization"
            autocapitalize="none"
            autocomplete="organization"
            spellcheck="false"
            aria-describedby="organization-hint"
          />
          <p class="hint" id="organization-hint" i18n="@@findOrganization.hint">
            It is in the link you were given, after “sign-in”. Your coach or supervisor knows it.
          </p>
        </div>
        <button matButton="filled" type="submit" i18n="@@findOrganization.goOn">Go on</button>
      </form>
    </app-door-step>
  `,
  styles: `
    form {
      max-width: 440px;
      margin-inline: auto;
    }
  `,
})
export class FindOrganization {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  protected readonly fields = form(
    signal({ organization: localStorage.getItem('alongside.organization') ?? '' }),
  );

  protected goOn(event: Event): void {
    event.preventDefault();
    const organization = this.fields.organization().value().trim().toLowerCase();
    if (organization) {
      void this.router.navigate(['/sign-in', organization], { queryParams: this.route.snapshot.queryParams });
    }
  }
}
