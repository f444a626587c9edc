import { Component, computed, input, output } from '@angular/core';
import type { Instrument } from '../../api/contract';

/** The answers to one question, each a button that a thumb can hit. */
@Component({
  selector: 'app-answer-scale',
  template: `
    @let asked = this.instrument();
    <div
      role="group"
      [attr.aria-labelledby]="labelledBy()"
      [class.in-a-row]="isInARow()"
      [attr.lang]="asked.language"
    >
      @for (answer of values(); track answer; let place = $index) {
        @let words = asked.anchors[place];
        <button
          type="button"
          [attr.aria-pressed]="answer === value()"
          [attr.aria-label]="isInARow() && words ? answer + ', ' + words : null"
          (click)="chosen.emit(answer)"
        >
          @if (isInARow()) {
            {{ answer }}
          } @else {
            <span class="ring" aria-hidden="true"></span>{{ words }}
          }
        </button>
      }
    </div>
    @if (isInARow()) {
      <p class="ends quiet small" aria-hidden="true" [attr.lang]="asked.language">
        <span>{{ asked.anchors[0] }}</span><span>{{ asked.anchors.at(-1) }}</span>
      </p>
    }
  `,
  styleUrl: './answer-scale.scss',
})
export class AnswerScale {
  readonly instrument = input.required<Instrument>();
  readonly value = input.required<number | null>();
  /** The id of the element that holds the question. */
  readonly labelledBy = input.required<string>();
  readonly chosen = output<number>();

  protected readonly values = computed(() => {
    const { least, most } = this.instrument();
    return Array.from({ length: most - least + 1 }, (_, index) => least + index);
  });
  /** Where only the ends have words, the answers stand beside each other, as on paper. */
  protected readonly isInARow = computed(() => this.instrument().anchors.includes(''));
}
