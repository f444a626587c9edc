import { Component, computed, input, output } from '@angular/core';
import type { Goal, Step } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';

/** A goal in their own words, with its steps to tick. */
@Component({
  selector: 'app-home-goal',
  imports: [Icon, When],
  template: `
    <article class="card">
      <h3>{{ goal().sentence }}</h3>
      @if (goal().why) {
        <p class="quiet" i18n="@@home.why">Because: {{ goal().why }}</p>
      }
      <p class="quiet small" i18n="@@home.progress">{{ done() }} of {{ goal().steps.length }} steps done</p>
      <ul>
        @for (step of goal().steps; track step.stepId) {
          <li>
            <button
              type="button"
              role="checkbox"
              [attr.aria-checked]="step.doneAt !== null"
              (click)="tick.emit({ step, isDone: step.doneAt === null })"
            >
              <span class="box">
                @if (step.doneAt) {
                  <app-icon name="check" />
                }
              </span>
              <span class="words">
                {{ step.words }}
                @if (!step.doneAt && step.byOn) {
                  <span class="quiet small"
                    ><ng-container i18n="@@home.by">by</ng-container>&ngsp;<app-when
                      [day]="step.byOn"
                      [dated]="true"
                  /></span>
                }
              </span>
            </button>
          </li>
        }
      </ul>
    </article>
  `,
  styles: `
    article {
      display: grid;
      gap: 4px;
    }
    h3 {
      font-size: 1.375rem;
    }
    button {
      display: flex;
      align-items: center;
      gap: 14px;
      width: 100%;
      min-height: 60px;
      padding: 8px 0;
      border: 0;
      background: none;
      font-size: 1.0625rem;
      text-align: start;
      cursor: pointer;
    }
    li + li {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    .box {
      display: grid;
      place-items: center;
      flex: none;
      inline-size: 34px;
      block-size: 34px;
      border: 2px solid var(--mat-sys-outline);
      border-radius: 11px;
    }
    .words .small {
      display: block;
    }
    [aria-checked='true'] .box {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
    }
    [aria-checked='true'] .words {
      color: var(--mat-sys-on-surface-variant);
      text-decoration: line-through;
    }
  `,
})
export class HomeGoal {
  readonly goal = input.required<Goal>();
  readonly tick = output<{ step: Step; isDone: boolean }>();
  protected readonly done = computed(() => this.goal().steps.filter((step) => step.doneAt).length);
}
