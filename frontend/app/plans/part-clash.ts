import { Component, input, output } from '@angular/core';
import { TakesFocus } from '../look/takes-focus';

/** Two people wrote one part at once: both are shown, and nothing goes until somebody chooses. */
@Component({
  selector: 'app-part-clash',
  imports: [TakesFocus],
  template: `
    <div class="stack" role="alert" tabindex="-1" appTakesFocus>
      <p i18n="@@plan.clash">
        <b>{{ name() }} wrote here at the same moment.</b> Nothing is lost. What shall stay?
      </p>
      <div class="pair">
        <div>
          <h3 i18n="@@plan.clash.mine">What you wrote</h3>
          <ul>
            @for (line of mine(); track $index) {
              <li dir="auto">{{ line }}</li>
            }
          </ul>
        </div>
        <div>
          <h3 i18n="@@plan.clash.theirs">What is there now</h3>
          <ul>
            @for (line of theirs(); track $index) {
              <li dir="auto">{{ line }}</li>
            }
          </ul>
        </div>
      </div>
      <div class="row">
        <button class="button" type="button" (click)="keep.emit('both')" i18n="@@plan.clash.both">
          Keep both
        </button>
        <button class="button soft" type="button" (click)="keep.emit('mine')" i18n="@@plan.clash.onlyMine">
          Only mine
        </button>
        <button
          class="button soft"
          type="button"
          (click)="keep.emit('theirs')"
          i18n="@@plan.clash.onlyTheirs"
        >
          Only what is there
        </button>
      </div>
    </div>
  `,
  styles: `
    :host > div {
      padding: 16px;
      border: 2px solid var(--mat-sys-tertiary);
      border-radius: var(--mat-sys-corner-medium);
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
      gap: 16px;
    }
    li {
      margin-inline-start: 20px;
      list-style: disc;
    }
  `,
})
export class PartClash {
  /** Who else wrote. */
  readonly name = input.required<string>();
  readonly mine = input.required<string[]>();
  readonly theirs = input.required<string[]>();
  readonly keep = output<'both' | 'mine' | 'theirs'>();
}
