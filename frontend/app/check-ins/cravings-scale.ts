import { Component, model } from '@angular/core';

const STRONGEST = 10;
let made = 0;

/** 0 to 10 as targets for a thumb, and arrows for a keyboard. Touching the chosen one again lets it go. */
@Component({
  selector: 'app-cravings-scale',
  template: `
    <fieldset>
      <legend>
        <ng-content><span i18n="@@checkIn.cravings">Cravings</span></ng-content>
        <span class="hint" i18n="@@checkIn.scale">0 is none, 10 the strongest</span>
      </legend>
      <div>
        @for (number of numbers; track number) {
          <label [class.chosen]="number === value()">
            <input
              type="radio"
              class="only-heard"
              [name]="group"
              [value]="number"
              [checked]="number === value()"
              (click)="pick(number)"
            />
            {{ number }}
          </label>
        }
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
      container-type: inline-size;
    }
    legend {
      margin-bottom: 8px;
      font-weight: 600;
    }
    .hint {
      margin-inline-start: 8px;
      color: var(--mat-sys-on-surface-variant);
      font-weight: 400;
      font-size: 0.9375rem;
    }
    div {
      display: grid;
      gap: 6px;
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    label {
      position: relative;
      display: grid;
      place-items: center;
      min-height: 48px;
      border: 1.5px solid var(--mat-sys-outline-variant);
      border-radius: var(--mat-sys-corner-small);
      background: var(--mat-sys-surface-container-lowest);
      font-variant-numeric: tabular-nums;
      cursor: pointer;
    }
    label:hover {
      border-color: var(--mat-sys-outline);
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--mat-sys-primary);
      outline-offset: 2px;
    }
    .chosen,
    .chosen:hover {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      font-weight: 650;
    }
    @container (min-width: 600px) {
      div {
        grid-template-columns: repeat(11, minmax(48px, 1fr));
      }
    }
  `,
})
export class CravingsScale {
  readonly value = model<number | null>(null);
  protected readonly numbers = Array.from({ length: STRONGEST + 1 }, (_, number) => number);
  protected readonly group = `cravings-${made++}`;

  /** An arrow key moves the choice and clicks too; only the one already chosen is let go. */
  protected pick(number: number): void {
    this.value.update((current) => (current === number ? null : number));
  }
}
