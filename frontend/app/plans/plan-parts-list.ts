import { Component, input } from '@angular/core';
import { LinesPart } from './lines-part';
import { PeoplePart } from './people-part';
import type { PlanOnPage } from './plan-on-page';
import { AFTER_PEOPLE, BEFORE_PEOPLE, type WordsOfParts } from './plan-parts';

/** All parts of a plan, one below the other; beside each other where there is room. */
@Component({
  selector: 'app-plan-parts',
  imports: [LinesPart, PeoplePart],
  template: `
    @for (part of before; track part) {
      <app-lines-part [plan]="plan()" [name]="part" [words]="words()[part]" [mayWrite]="mayWrite()" />
    }
    <app-people-part [plan]="plan()" [words]="words().people" [mayWrite]="mayWrite()" />
    @for (part of after; track part) {
      <app-lines-part [plan]="plan()" [name]="part" [words]="words()[part]" [mayWrite]="mayWrite()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 20px;
      grid-template-columns: repeat(auto-fit, minmax(min(380px, 100%), 1fr));
      align-items: start;
    }
  `,
})
export class PlanParts {
  readonly plan = input.required<PlanOnPage>();
  readonly words = input.required<WordsOfParts>();
  readonly mayWrite = input(true);
  protected readonly before = BEFORE_PEOPLE;
  protected readonly after = AFTER_PEOPLE;
}
