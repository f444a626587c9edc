import { afterRenderEffect, Component, type ElementRef, input, viewChild } from '@angular/core';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';

/** At the head of a form: what was refused, what was kept, what to do. It takes the focus when it appears. */
@Component({
  selector: 'app-problem-summary',
  imports: [Icon],
  template: `
    @if (problem(); as problem) {
      <div class="stack" role="alert" tabindex="-1" #summary>
        <h2><app-icon name="alert" />{{ problem.title }}</h2>
        @if (problem.fields?.length) {
          <ul>
            @for (field of problem.fields; track field.path) {
              <li>{{ field.detail }}</li>
            }
          </ul>
          <p>{{ kept() }}</p>
        } @else {
          <p>{{ problem.detail }}</p>
        }
        <ng-content />
      </div>
    }
  `,
  styles: `
    div {
      padding: 20px;
      gap: 8px;
      border-radius: var(--mat-sys-corner-large);
      border: 2px solid var(--mat-sys-tertiary);
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }
    h2 {
      display: flex;
      gap: 10px;
      font-size: 1.125rem;
    }
    li {
      list-style: disc;
      margin-left: 20px;
    }
  `,
})
export class ProblemSummary {
  readonly problem = input<Problem | null>(null);
  readonly kept = input('What you typed is kept.');
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');

  constructor() {
    afterRenderEffect(() => {
      if (this.problem()) this.summary()?.nativeElement.focus();
    });
  }
}
