import { Component, input, output } from '@angular/core';
import type { Standing } from '../../api/contract';
import { Icon } from '../look/icon';
import { STANDING_ICON, STANDING_LABEL, STANDINGS } from '../standing/standing-words';

/** One chip per standing with how many; the chosen one is let go by touching it again. */
@Component({
  selector: 'app-standing-filter',
  imports: [Icon],
  template: `
    <ul aria-label="Show only">
      @for (standing of standings; track standing) {
        @if (counts()[standing]; as count) {
          <li>
            <button
              type="button"
              [attr.aria-pressed]="standing === chosen()"
              (click)="choose.emit(standing === chosen() ? null : standing)"
            >
              <app-icon [name]="standing === chosen() ? 'close' : icon[standing]" />
              {{ label[standing] }} <b>{{ count }}</b>
            </button>
          </li>
        }
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      gap: 8px;
      margin-inline: calc(-1 * var(--page-gap));
      padding: 4px var(--page-gap);
      overflow-x: auto;
      scrollbar-width: none;
    }
    button {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      min-height: 48px;
      padding: 0 16px 0 12px;
      border: 1.5px solid var(--mat-sys-outline-variant);
      border-radius: 999px;
      background: var(--mat-sys-surface-container-lowest);
      font-weight: 550;
      white-space: nowrap;
      cursor: pointer;
    }
    app-icon {
      inline-size: 1.15em;
      color: var(--mat-sys-on-surface-variant);
    }
    b {
      color: var(--mat-sys-on-surface-variant);
      font-variant-numeric: tabular-nums;
    }
    [aria-pressed='true'] {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    [aria-pressed='true'] :is(b, app-icon) {
      color: inherit;
    }
  `,
})
export class StandingFilter {
  readonly counts = input.required<Record<Standing, number>>();
  readonly chosen = input<Standing | null>(null);
  readonly choose = output<Standing | null>();
  protected readonly standings = STANDINGS;
  protected readonly label = STANDING_LABEL;
  protected readonly icon = STANDING_ICON;
}
