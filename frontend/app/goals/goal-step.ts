import { Component, input, output } from '@angular/core';
import type { Step } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';

/** A step, ticked in one tap. */
@Component({
  selector: 'app-goal-step',
  imports: [Icon, When],
  template: `
    <button
      type="button"
      role="checkbox"
      [class.big]="isBig()"
      [attr.aria-checked]="step().doneAt !== null"
      [disabled]="!mayTick()"
      (click)="tick.emit(step().doneAt === null)"
    >
      <span class="box">
        @if (step().doneAt) {
          <app-icon name="check" />
        }
      </span>
      <span class="words"
        >{{ step().words }}
        @if (!step().doneAt && step().byOn; as by) {
          <span class="quiet small"
            ><ng-container i18n="@@goals.by">by</ng-container>&ngsp;<app-when [day]="by" [dated]="true"
          /></span>
        }
      </span>
    </button>
  `,
  styles: `
    button {
      display: flex;
      align-items: center;
      gap: 14px;
      width: 100%;
      min-height: 56px;
      padding: 6px 0;
      border: 0;
      background: none;
      text-align: start;
      cursor: pointer;
    }
    button:disabled {
      color: inherit;
      cursor: default;
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
    .big {
      min-height: 72px;
      font: 550 1.1875rem/1.35 var(--brand);
    }
    .big .box {
      inline-size: 42px;
      block-size: 42px;
      border-color: var(--mat-sys-primary);
    }
    .small {
      display: block;
      font: 400 0.9375rem/1.4 var(--plain);
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
export class GoalStep {
  readonly step = input.required<Step>();
  readonly isBig = input(false);
  readonly mayTick = input(true);
  readonly tick = output<boolean>();
}
