import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Me, SignInPage } from '../../api/contract';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { problemOf } from '../problems/problem-words';
import { enter } from '../session/enter';
import { Session, type SignedInWith } from '../session/session';
import { DoorStep } from './door-step';
import { PasskeyButton } from './passkey-button';
import { PasswordForm } from './password-form';
import { SamplePeople } from './sample-people';

/** The organization's door: name and password, and on a sample server its sample people. */
@Component({
  imports: [DoorStep, PasskeyButton, PasswordForm, ProblemPanel, RouterLink, SamplePeople, Skeleton],
  template: `
    <app-door-step>
      @if (isUnknown()) {
        <div class="card stack alone">
          <h1 data-page i18n="@@signIn.unknown">We don't know “{{ organization() }}”</h1>
          <p i18n="@@signIn.unknownWhy">Check the spelling of your organization's short name.</p>
          <a routerLink="/sign-in" i18n="@@signIn.unknownBack">Type it again</a>
        </div>
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else if (page.hasValue()) {
        @let door = page.value();
        <div class="both" [class.alone]="!door.isSample">
          <section class="card stack">
            <div>
              <h1 data-page>{{ door.name }}</h1>
              <p class="quiet" i18n="@@signIn.welcome">Good to see you. Sign in to go on.</p>
            </div>
            <app-password-form [organization]="door.shortName" (signedIn)="enter($event.me, $event.how)" />
            <app-passkey-button [organization]="door.shortName" (signedIn)="enter($event.me, $event.how)" />
            <p class="quiet small links">
              @if (door.phone; as phone) {
                <span i18n="@@signIn.help">Can't get in? Call {{ phone }}.</span>
              }
              <a routerLink="/sign-in" i18n="@@signIn.other">Another organization</a>
              <a routerLink="/open" i18n="@@signIn.card">I have a card with a code</a>
            </p>
          </section>
          @if (door.isSample) {
            <app-sample-people [door]="door" (signedIn)="enter($event.me, $event.how)" />
          }
        </div>
      } @else {
        <app-skeleton [rows]="2" />
      }
    </app-door-step>
  `,
  styles: `
    .both {
      display: grid;
      gap: 24px;
      align-items: start;
    }
    .links {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
    }
    .alone {
      max-width: 460px;
      margin-inline: auto;
    }
    @media (min-width: 840px) {
      .both:not(.alone) {
        grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      }
    }
  `,
})
export class SignIn {
  readonly organization = input.required<string>();
  /** The page that was asked for before signing in. */
  readonly next = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly page = httpResource<SignInPage>(
    () => `/api/sign-in/${encodeURIComponent(this.organization())}`,
  );
  protected readonly isUnknown = computed(
    () => this.page.error() && problemOf(this.page.error()).status === 404,
  );

  protected enter(me: Me, how: SignedInWith): void {
    this.session.begin(me, how);
    const next = this.next();
    enter(me, this.router, next?.startsWith('/') && !next.startsWith('//') ? next : undefined);
  }
}
