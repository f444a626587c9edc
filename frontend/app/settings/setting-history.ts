import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Icon } from '../look/icon';
import { SettingChanges } from './setting-changes';
import { SETTING_PLACES } from './setting-places';

/** Everything that was ever set, by whom, and since when it holds. */
@Component({
  imports: [Icon, MatButton, RouterLink, SettingChanges],
  template: `
    <div class="page">
      <header>
        <a matButton class="back" routerLink="/settings"><app-icon name="back" />Settings</a>
        <h1 data-page>Who changed what</h1>
        <p class="quiet">Every setting that was changed, the newest first. Nobody can take a line away.</p>
      </header>
      <div class="field">
        <label for="area">Show</label>
        <select id="area" (change)="show($any($event.target).value)">
          <option value="" [selected]="!known()">Everything</option>
          @for (place of places; track place.area) {
            <option [value]="place.area" [selected]="place.area === known()">{{ place.name }}</option>
          }
        </select>
      </div>
      <section class="card" aria-label="Changes">
        <app-setting-changes [area]="known()" />
      </section>
    </div>
  `,
  styles: `
    .back {
      margin-inline-start: -16px;
    }
  `,
})
export class SettingHistory {
  /** From the address. */
  readonly area = input<string>();

  private readonly router = inject(Router);
  protected readonly places = SETTING_PLACES;
  /** An area that is none of ours shows everything. */
  protected readonly known = computed(
    () => SETTING_PLACES.find(({ area }) => area === this.area())?.area ?? null,
  );

  protected show(area: string): void {
    void this.router.navigate([], {
      queryParams: { area: area || null },
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}
