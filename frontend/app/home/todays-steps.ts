import { Component, computed, input, output } from '@angular/core';
import type { HomeStep } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';

/** The one step for today, ticked in one tap, under what was done today already. */
@Component({
  selector: 'app-todays-steps',
  imports: [Icon, When],
  template: `
    <section class="card" aria-labelledby="steps-title">
      <h2 id="steps-title" i18n="@@home.step">Today’s step</h2>
      <ul>
        @for (step of steps(); track step.stepId) {
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
                @if (!step.doneAt) {
                  <span class="quiet small"
                    >{{ step.sentence }}
                    @if (step.byOn; as day) {
                      · <ng-container i18n="@@home.by">by</ng-container>&ngsp;<app-when
                        [day]="day"
                        [dated]="true"
                      />
                    }
                  </span>
                }
              </span>
            </button>
          </li>
        }
      </ul>
      @if (isAllDone()) {
        <p class="quiet" i18n="@@home.allDone">
          That was the last one you wrote down. Rest, or think of a next one.
        </p>
      }
    </section>
  `,
  styleUrl: './todays-steps.scss',
})
export class TodaysSteps {
  readonly steps = input.required<HomeStep[]>();
  readonly tick = output<{ step: HomeStep; isDone: boolean }>();
  protected readonly isAllDone = computed(() => this.steps().every(({ doneAt }) => doneAt !== null));
}
