import { Component, input } from '@angular/core';
import { Icon } from '../look/icon';

/** Where a file is on its way: three steps, one of them now. */
@Component({
  selector: 'app-move-steps',
  imports: [Icon],
  template: `
    <ol>
      @for (words of steps; track words; let at = $index) {
        <li
          [class.now]="at === step() && !isDone()"
          [class.done]="at < step() || isDone()"
          [attr.aria-current]="at === step() && !isDone() ? 'step' : null"
        >
          @if (at < step() || isDone()) {
            <app-icon name="check" /><span class="only-heard">Done: </span>
          } @else {
            <span class="number" aria-hidden="true">{{ at + 1 }}</span>
          }
          {{ words }}
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 24px;
    }
    li {
      display: flex;
      align-items: center;
      gap: 8px;
      color: var(--mat-sys-on-surface-variant);
    }
    .number,
    app-icon {
      display: grid;
      place-items: center;
      inline-size: 28px;
      block-size: 28px;
      padding: 4px;
      border: 1.5px solid var(--mat-sys-outline);
      border-radius: 50%;
      font-size: 0.9375rem;
      line-height: 1;
    }
    .now {
      color: var(--mat-sys-on-surface);
      font-weight: 600;
      .number {
        border-color: var(--mat-sys-primary);
        background: var(--mat-sys-primary);
        color: var(--mat-sys-on-primary);
      }
    }
    .done app-icon {
      border-color: transparent;
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
  `,
})
export class MoveSteps {
  readonly step = input.required<number>();
  readonly isDone = input(false);
  protected readonly steps = ['Match the columns', 'Look at every row', 'Bring it in'];
}
