import { Component, computed, inject, input } from '@angular/core';
import type { GoalStory, SaidBy } from '../../api/contract';
import { dayOf } from '../look/time-words';
import { When } from '../look/when';
import { Session } from '../session/session';

/** What was said of a goal on the way, and its earlier words: who and when. */
@Component({
  selector: 'app-goal-told',
  imports: [When],
  template: `
    @if (said().length) {
      <section aria-labelledby="said-title">
        <h2 id="said-title" i18n="@@goals.said">On the way</h2>
        <ul>
          @for (each of said(); track each.progressId) {
            <li>
              <p>{{ each.words }}</p>
              <p class="quiet small">
                {{ name(each.by) }} · <app-when [day]="each.on" />
                @if (each.isInContact) {
                  · <ng-container i18n="@@goals.inContact">when you talked</ng-container>
                }
              </p>
            </li>
          }
        </ul>
      </section>
    }
    @if (story().earlier.length || story().earlierSteps.length) {
      <details>
        <summary i18n="@@goals.earlier">Earlier words</summary>
        <ul>
          @for (each of story().earlier; track each.version) {
            <li>
              <p class="said">{{ each.sentence }}</p>
              @if (each.why) {
                <p>{{ each.why }}</p>
              }
              <p class="quiet small">{{ name(each.by) }} · <app-when [day]="day(each.at)" /></p>
            </li>
          }
          @for (each of story().earlierSteps; track each.stepId + each.version) {
            <li>
              <p><ng-container i18n="@@goals.stepBefore">A step:</ng-container>&ngsp;{{ each.words }}</p>
              @if (each.by && each.at) {
                <p class="quiet small">{{ name(each.by) }} · <app-when [day]="day(each.at)" /></p>
              }
            </li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
    }
    h2 {
      margin-bottom: 8px;
      font-size: 1.1875rem;
    }
    li {
      padding-block: 10px;
    }
    li + li {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    .said {
      font: 500 1.0625rem/1.4 var(--brand);
    }
    summary {
      min-height: 48px;
      padding-block: 12px;
      cursor: pointer;
      font-weight: 600;
    }
  `,
})
export class GoalTold {
  readonly story = input.required<GoalStory>();
  /** Whether who reads is whose goal it is. */
  readonly isOwn = input(true);
  private readonly session = inject(Session);
  protected readonly said = computed(() => this.story().progress.filter(({ words }) => words));

  protected name(by: SaidBy): string {
    return by.isParticipant && this.isOwn() ? $localize`:@@goals.you:You` : by.name;
  }

  protected day(at: string): string {
    return dayOf(at, this.session.timeZone());
  }
}
