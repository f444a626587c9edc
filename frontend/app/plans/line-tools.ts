import { Component, input, output } from '@angular/core';
import { Icon } from '../look/icon';

/** What can be done with one line: change it, move it, take it out. Each a thumb wide. */
@Component({
  selector: 'app-line-tools',
  imports: [Icon],
  template: `
    @if (mayChange()) {
      <button type="button" (click)="reword.emit()">
        <app-icon name="pen" /><span class="only-heard" i18n="@@plan.line.change">Change: {{ of() }}</span>
      </button>
    }
    <button type="button" [disabled]="isFirst()" data-move="up" (click)="move.emit(-1)">
      <app-icon class="up" name="down" /><span class="only-heard" i18n="@@plan.line.up">Up: {{ of() }}</span>
    </button>
    <button type="button" [disabled]="isLast()" data-move="down" (click)="move.emit(1)">
      <app-icon name="down" /><span class="only-heard" i18n="@@plan.line.down">Down: {{ of() }}</span>
    </button>
    <button type="button" (click)="remove.emit()">
      <app-icon name="close" /><span class="only-heard" i18n="@@plan.line.remove">Take out: {{ of() }}</span>
    </button>
  `,
  styles: `
    :host {
      display: flex;
      justify-content: flex-end;
      gap: 4px;
    }
    button {
      display: grid;
      place-items: center;
      inline-size: 48px;
      block-size: 48px;
      border: 0;
      border-radius: 50%;
      background: none;
      color: var(--mat-sys-on-surface-variant);
      cursor: pointer;
    }
    button:hover {
      background: var(--mat-sys-surface-container-high);
    }
    button:disabled {
      opacity: 0.3;
      cursor: default;
    }
    .up {
      rotate: 180deg;
    }
  `,
})
export class LineTools {
  /** What the line says, for those who hear the buttons. */
  readonly of = input.required<string>();
  readonly isFirst = input.required<boolean>();
  readonly isLast = input.required<boolean>();
  readonly mayChange = input(true);
  readonly reword = output();
  readonly move = output<1 | -1>();
  readonly remove = output();
}
