import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '../look/icon';
import { problemOf } from './problem-words';

/** A page that could not be shown: what happened, and the one thing to do about it. */
@Component({
  selector: 'app-problem-panel',
  imports: [Icon, MatButton],
  template: `
    <div class="card stack" role="alert">
      <h2 class="row"><app-icon name="cloud" />{{ problem().title || wentWrong }}</h2>
      <p>{{ problem().detail }}</p>
      @if (problem().requestId; as id) {
        <p class="quiet small" i18n="@@problem.forHelp">If you ask for help, give this: {{ id }}</p>
      }
      <div>
        <button matButton="tonal" type="button" (click)="again.emit()" i18n="@@problem.again">
          Try again
        </button>
      </div>
    </div>
  `,
})
export class ProblemPanel {
  readonly failure = input.required<unknown>();
  readonly again = output();
  protected readonly wentWrong = $localize`:@@problem.wentWrong:Something went wrong`;
  protected readonly problem = computed(() => problemOf(this.failure()));
}
