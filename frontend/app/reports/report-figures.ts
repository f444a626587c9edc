import { Component, computed, input } from '@angular/core';
import type { ReportPage } from '../../api/report-contract';
import { figuresOf } from './figures';

/** The report in short; each number goes on to its table. */
@Component({
  selector: 'app-report-figures',
  template: `
    <ul>
      @for (figure of figures(); track figure.name) {
        <li>
          <button type="button" (click)="goTo(figure.table)">
            <b [class.hidden]="figure.isHidden">{{ figure.says }}</b>
            <span class="name">{{ figure.name }}</span>
            <span class="beside">{{ figure.beside }}</span>
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 148px), 1fr));
      gap: 12px;
    }
    button {
      display: grid;
      align-content: start;
      inline-size: 100%;
      block-size: 100%;
      min-block-size: 112px;
      padding: 14px 16px;
      border: 0;
      border-radius: var(--mat-sys-corner-large);
      background: var(--mat-sys-surface-container-lowest);
      box-shadow: var(--shadow);
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    button:hover {
      background: var(--mat-sys-primary-container);
    }
    b {
      color: var(--mat-sys-primary);
      font-size: clamp(1.625rem, 1.2rem + 1.4vw, 2.125rem);
      font-variant-numeric: tabular-nums;
      font-weight: 700;
      line-height: 1.15;
    }
    b.hidden {
      color: var(--mat-sys-on-surface-variant);
      font-size: 1.375rem;
      font-style: italic;
      font-weight: 450;
    }
    .name {
      font-weight: 600;
      line-height: 1.3;
    }
    .beside {
      margin-block-start: 2px;
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.875rem;
      line-height: 1.3;
    }
    @media (min-width: 900px) {
      ul {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
    }
    @media print {
      ul {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }
      button {
        min-block-size: 0;
        padding: 6px 8px;
        border: 1px solid #999;
        box-shadow: none;
      }
      b {
        color: #000;
        font-size: 16pt;
      }
    }
  `,
})
export class ReportFigures {
  readonly report = input.required<Pick<ReportPage, 'tables'>>();
  protected readonly figures = computed(() => figuresOf(this.report()));

  /** The heading takes the focus, so that reading goes on there. */
  protected goTo(table: string): void {
    const heading = document.getElementById(`report-${table}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }
}
