import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import type { EducationNeed, EducationNeeds as Needs } from '../../api/certification-contract';
import { EducationNeedForm } from './education-need-form';

/** How much continuing education each kind of certification needs; hours of every coach are counted against it. */
@Component({
  selector: 'app-education-needs',
  imports: [EducationNeedForm],
  template: `
    @if (needs.hasValue() && needs.value().items.length) {
      <section class="card stack" aria-labelledby="needs-title">
        <h2 id="needs-title">Hours of education by kind</h2>
        <p class="quiet">
          What your certifying board asks for. A certification of one year needs half of what two years need.
        </p>
        @for (need of needs.value().items; track need.kind) {
          <app-education-need-form [need]="need" (changed)="stands($event)" />
        }
      </section>
    }
  `,
})
export class EducationNeeds {
  protected readonly needs = httpResource<Needs>(() => '/api/education-needs');

  protected stands(now: EducationNeed): void {
    this.needs.update(
      (needs) => needs && { items: needs.items.map((each) => (each.kind === now.kind ? now : each)) },
    );
  }
}
