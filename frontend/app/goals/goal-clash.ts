import { Component, input, output } from '@angular/core';
import type { OwnGoal } from '../../api/contract';
import { TakesFocus } from '../look/takes-focus';
import { When } from '../look/when';

/** Both changed one goal at the same time: the other's words beside what was typed, for a person to choose. */
@Component({
  selector: 'app-goal-clash',
  imports: [TakesFocus, When],
  template: `
    <section class="stack" role="alert" tabindex="-1" appTakesFocus>
      @if (theirs().writtenBy.isParticipant && isOwn()) {
        <h2 i18n="@@goals.clashOwn">You changed this in another place</h2>
      } @else {
        <h2 i18n="@@goals.clash">{{ theirs().writtenBy.name }} changed this while you were writing</h2>
      }
      <p i18n="@@goals.clashKept">
        Nothing is lost. Your words are still in the form. These are the other ones:
      </p>
      <blockquote>
        <p class="said">{{ theirs().sentence }}</p>
        @if (theirs().why) {
          <p class="quiet">{{ theirs().why }}</p>
        }
        @if (theirs().byOn; as by) {
          <p class="quiet small">
            <ng-container i18n="@@goals.by">by</ng-container>&ngsp;<app-when [day]="by" [dated]="true" />
          </p>
        }
      </blockquote>
      <button class="button" type="button" (click)="keepMine.emit()" i18n="@@goals.keepMine">
        Keep my words
      </button>
      <button class="button soft" type="button" (click)="takeTheirs.emit()" i18n="@@goals.takeTheirs">
        Take the other words
      </button>
      <button class="plain-button" type="button" (click)="join.emit()">
        <u i18n="@@goals.join">Put both together</u>
      </button>
    </section>
  `,
  styles: `
    section {
      padding: 20px;
      border: 2px solid var(--mat-sys-primary);
      border-radius: var(--mat-sys-corner-large);
    }
    h2 {
      font-size: 1.25rem;
    }
    blockquote {
      display: grid;
      gap: 6px;
      margin: 0;
      padding: 14px 18px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-surface-container-high);
    }
    .said {
      font: 600 1.1875rem/1.4 var(--brand);
    }
    .plain-button {
      text-align: center;
    }
  `,
})
export class GoalClash {
  /** As the other left it. */
  readonly theirs = input.required<OwnGoal>();
  /** Whether who reads is whose goal it is. */
  readonly isOwn = input(true);
  readonly keepMine = output();
  readonly takeTheirs = output();
  readonly join = output();
}
