import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Person } from '../../api/contract';

let made = 0;

/** Who takes team, call and waiting risk notes of a supervisor, so that nothing is left with nobody. */
@Component({
  selector: 'app-take-over',
  imports: [MatButton],
  template: `
    <div class="field">
      <label [for]="id">Who takes over?</label>
      <select [id]="id" (change)="chosen.set($any($event.target).value)">
        <option value="">Choose a supervisor</option>
        @for (one of able(); track one.accountId) {
          <option [value]="one.accountId">{{ one.name }}</option>
        }
      </select>
    </div>
    @if (!able().length) {
      <p class="quiet">Nobody else is a supervisor who can sign in. First give somebody the role.</p>
    }
    <div class="row">
      <button matButton="filled" type="button" [disabled]="!chosen()" (click)="takenOverBy.emit(chosen())">
        Hand over and {{ step() }}
      </button>
      <button matButton type="button" (click)="kept.emit()">Leave it as it is</button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      max-width: 440px;
    }
  `,
})
export class TakeOver {
  readonly leaving = input.required<Person>();
  readonly supervisors = input.required<Person[]>();
  /** What is done then, as `disable`. */
  readonly step = input.required<string>();
  readonly takenOverBy = output<string>();
  readonly kept = output();
  protected readonly id = `take-over-${made++}`;
  protected readonly chosen = signal('');
  protected readonly able = computed(() =>
    this.supervisors().filter((one) => one.isActivated && one.accountId !== this.leaving().accountId),
  );
}
