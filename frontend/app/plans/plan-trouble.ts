import { Component, input, output } from '@angular/core';
import type { Problem } from '../../api/problem';

/** The plan could not be opened: why, and what to do. */
@Component({
  selector: 'app-plan-trouble',
  template: `
    <div class="card stack" role="alert">
      <p>{{ problem().detail }}</p>
      <div>
        <button class="button soft" type="button" (click)="again.emit()" i18n="@@problem.again">
          Try again
        </button>
      </div>
    </div>
  `,
})
export class PlanTrouble {
  readonly problem = input.required<Problem>();
  readonly again = output();
}
