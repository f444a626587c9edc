import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { CoachChoice, Person } from '../../api/contract';
import type { Asked, ToWhom } from './to-whom';

const NOBODY = 'nobody';
let made = 0;

/** Who takes what is with somebody who leaves, so that nothing is left with nobody. */
@Component({
  selector: 'app-take-over',
  imports: [MatButton],
  template: `
    <div class="field">
      <label [for]="id">{{ asks() === 'coach' ? 'Who covers instead?' : 'Who takes over?' }}</label>
      <select [id]="id" (change)="chosen.set($any($event.target).value)">
        <option value="" [selected]="!chosen()">Choose a {{ asks() }}</option>
        @for (one of able(); track one.accountId) {
          <option [value]="one.accountId">{{ one.name }}{{ one.load }}</option>
        }
        @if (asks() === 'coach') {
          <option [value]="nobody">Nobody yet: those who rely on it are told</option>
        }
      </select>
    </div>
    @if (asks() === 'supervisor' && !able().length) {
      <p class="quiet">Nobody else is a supervisor who can sign in. First give somebody the role.</p>
    }
    <div class="row">
      <button matButton="filled" type="button" [disabled]="!chosen()" (click)="say()">
        {{ chosen() === nobody ? 'With nobody yet,' : 'Hand over and' }} {{ step() }}
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
  readonly asks = input.required<Asked>();
  readonly supervisors = input.required<Person[]>();
  readonly coaches = input.required<CoachChoice[]>();
  /** What is done then, as `disable`. */
  readonly step = input.required<string>();
  readonly toWhom = output<ToWhom>();
  readonly kept = output();
  protected readonly id = `take-over-${made++}`;
  protected readonly nobody = NOBODY;
  protected readonly chosen = linkedSignal<Asked, string>({ source: this.asks, computation: () => '' });
  protected readonly able = computed(() => {
    const all =
      this.asks() === 'supervisor'
        ? this.supervisors()
            .filter(({ isActivated }) => isActivated)
            .map(({ accountId, name }) => ({ accountId, name, load: '' }))
        : this.coaches()
            .filter(({ mayLog }) => mayLog)
            .map(({ accountId, name, load }) => ({
              accountId,
              name,
              load: ` (${load.weight} of ${load.capacity})`,
            }));
    return all.filter(({ accountId }) => accountId !== this.leaving().accountId);
  });

  protected say(): void {
    const chosen = this.chosen();
    if (this.asks() === 'supervisor') this.toWhom.emit({ takenOverBy: chosen });
    else this.toWhom.emit({ coveredInsteadBy: chosen === NOBODY ? null : chosen });
  }
}
