import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TakesFocus } from './takes-focus';

/** Two people changed the same thing: both are shown, and a person chooses. */
@Component({
  selector: 'app-both-versions',
  imports: [MatButton, TakesFocus],
  template: `
    <div class="stack" role="alert" tabindex="-1" appTakesFocus>
      <p><b>Somebody changed this while you were writing.</b> Nothing is lost: choose which one stands.</p>
      <div class="pair">
        <div>
          <h3>Yours</h3>
          <ul>
            @for (line of mine(); track line) {
              <li>{{ line }}</li>
            }
          </ul>
        </div>
        <div>
          <h3>As it is now</h3>
          <ul>
            @for (line of theirs(); track line) {
              <li>{{ line }}</li>
            }
          </ul>
        </div>
      </div>
      <div class="row">
        <button matButton="filled" type="button" (click)="keepMine.emit()">Keep mine</button>
        <button matButton="outlined" type="button" (click)="takeTheirs.emit()">Take the other</button>
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
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
      gap: 16px;
    }
    h3 {
      margin: 0;
    }
  `,
})
export class BothVersions {
  /** Each in words, a line for each thing it says. */
  readonly mine = input.required<string[]>();
  readonly theirs = input.required<string[]>();
  readonly keepMine = output();
  readonly takeTheirs = output();
}
