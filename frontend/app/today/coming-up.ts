import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ComingUp as Coming } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';

/** Nobody needs anything: says so warmly, and what comes next. */
@Component({
  selector: 'app-coming-up',
  imports: [Icon, RouterLink, When],
  template: `
    <div class="empty">
      <app-icon name="heart" />
      @if (caseloadCount() === 0) {
        <p>The people you walk with will be here. Your administrator assigns the first one.</p>
      } @else {
        <p class="warm">You are in touch with everyone who needed you. Take a breath.</p>
      }
    </div>
    @if (items().length) {
      <section class="card stack" aria-labelledby="coming-up">
        <h2 id="coming-up">What is next</h2>
        <ul>
          @for (item of items(); track item.participantId) {
            <li>
              <a [routerLink]="['/today', item.participantId]">{{ item.preferredName }}</a>
              <span class="quiet">
                {{ item.kind === 'planned' ? 'planned' : 'due' }}
                <app-when [day]="item.on" [clock]="item.time" />
              </span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    .warm {
      color: var(--mat-sys-on-surface);
      font: 500 1.25rem/1.4 var(--brand);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: 0 16px;
      min-height: 48px;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: 48px;
      font-weight: 550;
    }
  `,
})
export class ComingUp {
  readonly items = input.required<Coming[]>();
  readonly caseloadCount = input.required<number>();
}
