import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SettingChange } from '../../api/contract';
import { dayOf, timeOf } from '../look/time-words';
import { When } from '../look/when';
import { Session } from '../session/session';
import { placeOf } from './setting-places';

/** One change in a sentence, with when it was made and since which day it holds. */
@Component({
  selector: 'app-change-line',
  imports: [RouterLink, When],
  template: `
    @let it = change();
    <p>
      <b>{{ it.by?.name ?? 'Somebody at the database itself' }}</b> {{ sentence() }}
    </p>
    @if (it.texts; as texts) {
      <details>
        <summary>Read both</summary>
        <div class="pair">
          <div>
            <h4>Before</h4>
            <p class="text">{{ texts.before || 'Nothing' }}</p>
          </div>
          <div>
            <h4>From then on</h4>
            <p class="text">{{ texts.after || 'Nothing' }}</p>
          </div>
        </div>
      </details>
    }
    <p class="quiet small">
      <app-when [day]="day()" />, {{ time() }} ·
      @if (it.effectiveOn === day()) {
        it holds from then on
      } @else {
        it holds from <app-when [day]="it.effectiveOn" [dated]="true" /> on
      }
      @if (saysWhere()) {
        · <a [routerLink]="place().path">{{ place().name }}</a>
      }
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      padding-block: 12px;
    }
    summary {
      min-height: 48px;
      line-height: 48px;
      cursor: pointer;
      color: var(--mat-sys-primary);
      font-weight: 550;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
      gap: 16px;
      padding-block-end: 8px;
    }
    h4 {
      margin: 0 0 4px;
      font-size: 0.9375rem;
    }
    .text {
      white-space: pre-line;
    }
  `,
})
export class ChangeLine {
  readonly change = input.required<SettingChange>();
  /** Whether it says to which area it belongs. */
  readonly saysWhere = input(true);

  /** What was set may end like a sentence itself. */
  protected readonly sentence = computed(() => this.change().words.replace(/\.?$/, '.'));
  private readonly timeZone = inject(Session).timeZone;
  protected readonly day = computed(() => dayOf(this.change().at, this.timeZone()));
  protected readonly time = computed(() => timeOf(this.change().at, this.timeZone(), 'en'));
  protected readonly place = computed(() => placeOf(this.change().area));
}
