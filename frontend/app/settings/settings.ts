import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KeptProgram, OrganizationSettings } from '../../api/contract';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { Session } from '../session/session';
import { OrganizationForm } from './organization-form';
import { ProgramsKept } from './programs-kept';
import { SettingChanges } from './setting-changes';
import { SettingLinks } from './setting-links';

/** Everything an administrator sets, from one place. */
@Component({
  imports: [
    Icon,
    OrganizationForm,
    ProblemPanel,
    ProgramsKept,
    RouterLink,
    SettingChanges,
    SettingLinks,
    Skeleton,
  ],
  template: `
    <div class="page wide">
      <header>
        <h1 data-page>Settings</h1>
        <p class="quiet">What holds for everybody here. Each change is kept, with who made it and when.</p>
      </header>
      <div class="beside">
        <app-setting-links />
        <div class="stack">
          @if (page.hasValue()) {
            <app-organization-form [settings]="page.value()" (changed)="stands($event)" />
          } @else if (page.error()) {
            <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
          } @else {
            <app-skeleton [rows]="4" />
          }
          @if (programs.hasValue()) {
            <app-programs-kept [programs]="programs.value().items" (changed)="programsChanged()" />
          } @else if (programs.error()) {
            <app-problem-panel [failure]="programs.error()" (again)="programs.reload()" />
          } @else {
            <app-skeleton [rows]="2" />
          }
          <section class="card stack" aria-labelledby="latest-title">
            <h2 id="latest-title">Changed lately</h2>
            <app-setting-changes [most]="4" [version]="saved()" />
            <a class="on" routerLink="/settings/history"
              >Everything that was changed<app-icon name="next"
            /></a>
          </section>
        </div>
      </div>
    </div>
  `,
  styles: `
    .beside {
      display: grid;
      gap: 24px;
      align-items: start;
      grid-template-columns: minmax(0, 1fr);
    }
    .on {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 48px;
      font-weight: 550;
      justify-self: start;
    }
    @media (min-width: 1040px) {
      .beside {
        grid-template-columns: minmax(320px, 5fr) minmax(0, 8fr);
        gap: 32px;
      }
    }
  `,
})
export class Settings {
  private readonly session = inject(Session);
  protected readonly page = httpResource<OrganizationSettings>(() => '/api/settings');
  protected readonly programs = httpResource<{ items: KeptProgram[] }>(() => '/api/settings/programs');
  /** How often something was saved here: each time there is more to tell. */
  protected readonly saved = signal(0);

  protected stands(settings: OrganizationSettings): void {
    this.page.set(settings);
    this.saved.update((count) => count + 1);
    const { name, timeZone } = settings;
    this.session.me.update((me) => me && { ...me, organization: { ...me.organization, name, timeZone } });
  }

  protected programsChanged(): void {
    this.programs.reload();
    this.saved.update((count) => count + 1);
  }
}
