import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../look/icon';
import { AsItIsNow } from './as-it-is-now';
import { SETTING_PLACES } from './setting-places';

/** Everything that is set on a page of its own, with how it is set now. */
@Component({
  selector: 'app-setting-links',
  imports: [Icon, RouterLink],
  providers: [AsItIsNow],
  template: `
    <nav class="card" aria-label="More settings">
      <ul>
        @for (place of places; track place.area) {
          <li>
            <a [routerLink]="place.path">
              <span class="pill"><app-icon [name]="place.icon" /></span>
              <span class="words">
                <b>{{ place.name }}</b>
                <span class="quiet small">{{ now.words()[place.area] ?? place.about }}</span>
              </span>
              <app-icon name="next" />
            </a>
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    .card {
      padding: 8px;
    }
    a {
      display: grid;
      grid-template-columns: 44px minmax(0, 1fr) 20px;
      align-items: center;
      gap: 12px;
      min-height: 64px;
      padding: 8px 12px;
      border-radius: var(--mat-sys-corner-medium);
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      background: var(--mat-sys-surface-container);
    }
    .pill {
      display: grid;
      place-items: center;
      inline-size: 44px;
      block-size: 44px;
      border-radius: 14px;
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    .words {
      display: grid;
      gap: 2px;
    }
    a > app-icon {
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class SettingLinks {
  protected readonly now = inject(AsItIsNow);
  protected readonly places = SETTING_PLACES.filter(({ path }) => path !== '/settings');
}
