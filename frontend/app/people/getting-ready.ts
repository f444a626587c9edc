import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WhatIsReady } from '../../api/contract';
import { askingAgain } from '../live/asking-again';
import { Live } from '../live/live';
import { Icon } from '../look/icon';
import { readySteps } from './ready-steps';

/**
 * What an organization still lacks in its first month, step by step, for whoever sets it up. It goes when nothing is
 * lacking.
 */
@Component({
  selector: 'app-getting-ready',
  imports: [Icon, RouterLink],
  template: `
    @if (openCount()) {
      <section class="card stack" aria-labelledby="getting-ready">
        <header class="row">
          <h2 id="getting-ready">Getting ready</h2>
          <p class="quiet">{{ steps().length - openCount() }} of {{ steps().length }}</p>
        </header>
        <ol>
          @for (step of steps(); track step.name) {
            <li [class.done]="step.isDone">
              <a [routerLink]="step.path" [queryParams]="step.params">
                <span class="mark">
                  @if (step.isDone) {
                    <app-icon name="check" />
                  }
                </span>
                <span class="words">
                  <b
                    >{{ step.name
                    }}<span class="only-heard">{{ step.isDone ? ', done' : ', to do' }}</span></b
                  >
                  <span class="quiet small">{{ step.words }}</span>
                </span>
                <app-icon name="next" />
              </a>
            </li>
          }
        </ol>
        <p class="quiet small">
          Time zone, programs, the name on cards and opening hours stand under
          <a routerLink="/settings">Settings</a>. The time zone can be set right only before the first
          contact.
        </p>
      </section>
    }
  `,
  styles: `
    :host:not(:has(section)) {
      display: none;
    }
    header {
      justify-content: space-between;
      align-items: baseline;
    }
    ol {
      display: grid;
      gap: 4px;
      margin: 0 -8px;
      padding: 0;
      list-style: none;
    }
    li > a {
      display: grid;
      grid-template-columns: 32px minmax(0, 1fr) 20px;
      align-items: center;
      gap: 12px;
      min-height: 56px;
      padding: 6px 8px;
      border-radius: var(--mat-sys-corner-medium);
      color: inherit;
      text-decoration: none;
    }
    li > a:hover {
      background: var(--mat-sys-surface-container);
    }
    .mark {
      display: grid;
      place-items: center;
      inline-size: 32px;
      block-size: 32px;
      border: 2px solid var(--mat-sys-outline);
      border-radius: 50%;
    }
    .done .mark {
      border-color: transparent;
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    .done b {
      font-weight: 500;
    }
    .words {
      display: grid;
      gap: 2px;
    }
    li > a > app-icon {
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class GettingReady {
  private readonly asked = httpResource<WhatIsReady>(() => '/api/people/getting-ready');
  protected readonly steps = computed(() => {
    const ready = this.asked.hasValue() ? this.asked.value() : undefined;
    return ready?.isBeginning ? readySteps(ready) : [];
  });
  protected readonly openCount = computed(() => this.steps().filter(({ isDone }) => !isDone).length);
  /** After something on the page was changed. */
  readonly again = askingAgain(this.asked);

  constructor() {
    inject(Live).whenChanged(() => null, this.again);
  }
}
