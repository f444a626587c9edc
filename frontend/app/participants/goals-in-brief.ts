import { Component, computed, input } from '@angular/core';
import type { Goal } from '../../api/contract';
import { Icon } from '../look/icon';
import { When } from '../look/when';

/** What the participant wants, in their words, and the next small thing of each. */
@Component({
  selector: 'app-goals-in-brief',
  imports: [Icon, When],
  template: `
    <section class="card stack" aria-labelledby="goals-title">
      <h2 id="goals-title">Goals</h2>
      @for (goal of open(); track goal.goal.goalId) {
        <div class="goal">
          <p class="said">“{{ goal.goal.sentence }}”</p>
          <p class="small quiet">
            {{ goal.goal.dimension }} · {{ goal.done }} of {{ goal.goal.steps.length }} steps done
          </p>
          @if (goal.next; as step) {
            <p class="step">
              <app-icon name="next" /><span
                >Next: {{ step.words }}
                @if (step.byOn; as by) {
                  <span class="quiet">by <app-when [day]="by" /></span>
                }
              </span>
            </p>
          }
        </div>
      } @empty {
        <p class="quiet">No goals yet. A good first question: “What would you like to be different?”</p>
      }
    </section>
  `,
  styles: `
    .goal {
      display: grid;
      gap: 2px;
    }
    .goal + .goal {
      padding-top: 16px;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    .said {
      font: 600 1.125rem/1.4 var(--brand);
    }
    .step {
      display: flex;
      gap: 6px;
    }
  `,
})
export class GoalsInBrief {
  readonly goals = input.required<Goal[]>();
  protected readonly open = computed(() =>
    this.goals()
      .filter((goal) => !goal.finishedOn && !goal.letGoOn)
      .map((goal) => ({
        goal,
        done: goal.steps.filter((step) => step.doneAt).length,
        next: goal.steps.find((step) => !step.doneAt) ?? null,
      })),
  );
}
