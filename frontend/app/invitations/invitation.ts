import { Component, effect, inject, input, resource } from '@angular/core';
import type { InvitationView } from '../../api/contract';
import { openIn } from '../look/language';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { DoorStep } from '../sign-in/door-step';
import { OpenAccount } from './open-account';
import { OpeningApi } from './opening-api';

/** A link opens an account, once. */
@Component({
  imports: [DoorStep, OpenAccount, ProblemPanel, Skeleton],
  template: `
    <app-door-step>
      @if (page.hasValue()) {
        <app-open-account [key]="token()" [invitation]="page.value()" />
      } @else if (isGone()) {
        <div class="card stack">
          <h1 data-page i18n="@@invitation.gone">This link no longer works</h1>
          <p i18n="@@invitation.goneWhy">
            A link can be used once, for a week. Ask whoever gave it to you for a new one. If you opened your
            account already, sign in.
          </p>
        </div>
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="1" />
      }
    </app-door-step>
  `,
  styles: `
    .card {
      max-width: 480px;
      margin-inline: auto;
    }
  `,
})
export class Invitation {
  readonly token = input.required<string>();

  private readonly api = inject(OpeningApi);
  protected readonly page = resource<InvitationView, string>({
    params: () => this.token(),
    loader: ({ params }) => this.api.look(params),
  });

  constructor() {
    // The link is read aloud in the language its owner was invited in.
    effect(() => {
      if (this.page.hasValue()) openIn(this.page.value().language);
    });
  }

  protected isGone(): boolean {
    return this.page.error() !== undefined && problemOf(this.page.error()).status === 404;
  }
}
