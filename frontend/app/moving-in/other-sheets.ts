import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '../../api/problem';
import { ProblemSummary } from '../problems/problem-summary';
import { problemOf } from '../problems/problem-words';
import type { Move } from '../../api/moving-contract';
import { MovesApi } from './moves-api';

/** A workbook has more sheets than the one that was read. */
@Component({
  selector: 'app-other-sheets',
  imports: [MatButton, ProblemSummary],
  template: `
    <section class="card stack" aria-labelledby="sheets-title">
      <div>
        <h2 id="sheets-title">Read from the sheet “{{ move().told.sheetName }}”</h2>
        <p class="quiet">
          @if (held()) {
            If it is another one, choose it here.
          } @else {
            It has others too: {{ others().join(', ') }}. To bring one of those, save it as a file of its own.
          }
        </p>
      </div>
      <app-problem-summary [problem]="problem()" />
      @if (held()) {
        <div class="row">
          @for (name of others(); track name) {
            <button matButton="outlined" type="button" [disabled]="isSending()" (click)="read(name)">
              Read “{{ name }}”
            </button>
          }
        </div>
      }
    </section>
  `,
})
export class OtherSheets {
  readonly move = input.required<Move>();
  /** Read from another sheet, in place of what was read before. */
  readonly reread = output<Move>();

  private readonly api = inject(MovesApi);
  protected readonly isSending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly held = computed(() => this.api.heldOf(this.move()));
  protected readonly others = computed(() => {
    const { sheetName, sheetNames } = this.move().told;
    return sheetNames.filter((name) => name !== sheetName);
  });

  protected async read(sheetName: string): Promise<void> {
    this.isSending.set(true);
    this.problem.set(null);
    try {
      this.reread.emit(await this.api.send({ ...this.held()!, sheetName }, () => undefined));
    } catch (failure) {
      this.problem.set(problemOf(failure));
    } finally {
      this.isSending.set(false);
    }
  }
}
