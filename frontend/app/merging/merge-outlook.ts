import { Component, computed, input } from '@angular/core';
import type { TwoSides, MergeTyped } from './merge-typing';
import { willBe } from './merge-typing';
import { coachesAfter, consequences, countsOf, staysAfter } from './merge-words';

/** The one record as it will be, and what becomes of what a person has only one of. */
@Component({
  selector: 'app-merge-outlook',
  template: `
    <section class="card stack" aria-labelledby="outlook-title">
      <h2 id="outlook-title">Afterwards: {{ name() }}, in one record</h2>
      <dl>
        <div>
          <dt>Coach</dt>
          @for (coach of coaches(); track coach) {
            <dd>{{ coach }}</dd>
          } @empty {
            <dd>Nobody yet</dd>
          }
        </div>
        <div>
          <dt>Stays</dt>
          @for (stay of stays(); track $index) {
            <dd>{{ stay }}</dd>
          }
        </div>
        @if (counts().length) {
          <div>
            <dt>Written so far</dt>
            @for (line of counts(); track line.label) {
              <dd>{{ line.label }}: {{ line.kept + line.other }}</dd>
            }
          </div>
        }
      </dl>
      <ul class="lines">
        @for (line of lines(); track line) {
          <li>{{ line }}</li>
        }
      </ul>
    </section>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
      gap: 16px;
    }
    dt {
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.9375rem;
      font-weight: 550;
    }
    .lines {
      display: grid;
      gap: 8px;
    }
    .lines li {
      list-style: disc;
      margin-left: 20px;
    }
  `,
})
export class MergeOutlook {
  readonly typed = input.required<MergeTyped>();
  readonly sides = input.required<TwoSides>();
  protected readonly name = computed(() => willBe('preferredName', this.typed(), this.sides()));
  protected readonly coaches = computed(() => coachesAfter(this.typed(), this.sides()));
  protected readonly stays = computed(() => staysAfter(this.sides()));
  protected readonly counts = computed(() => countsOf(this.sides()));
  protected readonly lines = computed(() => consequences(this.typed(), this.sides()));
}
