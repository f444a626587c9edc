import { httpResource } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { LoadSettings } from '../../api/contract';
import { Icon } from '../look/icon';
import { Skeleton } from '../look/skeleton';
import { ProblemPanel } from '../problems/problem-panel';
import { SettingChanges } from '../settings/setting-changes';
import { LoadSettingsForm } from './load-settings-form';

/** What people weigh on a coach here, how much one is meant to carry, the most heads, and who set it. */
@Component({
  imports: [Icon, LoadSettingsForm, MatButton, ProblemPanel, RouterLink, SettingChanges, Skeleton],
  template: `
    <div class="page">
      <header>
        <a matButton class="back" routerLink="/settings"><app-icon name="back" />Settings</a>
        <h1 data-page>What a coach carries</h1>
        <p class="quiet">
          Head count misleads: somebody just released asks for more than somebody who calls once a month.
          These numbers are ours to begin with, and yours to set.
        </p>
      </header>
      @if (page.hasValue()) {
        <app-load-settings-form [settings]="page.value()" (changed)="stands($event)" />
      } @else if (page.error()) {
        <app-problem-panel [failure]="page.error()" (again)="page.reload()" />
      } @else {
        <app-skeleton [rows]="4" />
      }
      <section class="card stack" aria-labelledby="changes-title">
        <h2 id="changes-title">Who changed it</h2>
        <app-setting-changes area="load" [version]="saved()" />
      </section>
    </div>
  `,
  styles: `
    .back {
      margin-left: -16px;
    }
  `,
})
export class LoadSettingsPage {
  protected readonly page = httpResource<LoadSettings>(() => '/api/load-settings');
  protected readonly saved = signal(0);

  protected stands(settings: LoadSettings): void {
    this.page.set(settings);
    this.saved.update((count) => count + 1);
  }
}
