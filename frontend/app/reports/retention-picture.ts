import { Component, computed, input, resource } from '@angular/core';
import type { RetentionCurve } from '../../api/report-contract';

/** Kaplan and Meier's curve, drawn by code that is fetched when one is first shown; its table stands beneath it. */
@Component({
  selector: 'app-retention-picture',
  template: `
    @if (drawing(); as drawing) {
      <div class="picture" aria-hidden="true">
        <ol class="levels">
          @for (level of levels; track level) {
            <li [style.top.%]="100 - level">{{ level }} %</li>
          }
        </ol>
        <div class="frame">
          <svg viewBox="0 0 100 100" preserveAspectRatio="none">
            @for (level of levels; track level) {
              <path class="level" [attr.d]="'M0 ' + (100 - level) + 'H100'" />
            }
            <path class="band" [attr.d]="drawing.band" />
            <path class="line" [attr.d]="drawing.line" />
          </svg>
          <ol class="days">
            @for (day of drawing.days; track day.days) {
              <li [style.left.%]="day.x">{{ day.days }}</li>
            }
          </ol>
        </div>
      </div>
      <p class="quiet small">
        Share still there, by days since enrollment.
        @if (drawing.band) {
          The pale band holds the true share 95 times in 100.
        }
      </p>
    }
  `,
  styles: `
    :host {
      container-type: inline-size;
      display: block;
    }
    .picture {
      display: grid;
      grid-template-columns: 52px minmax(0, 1fr);
      padding-block: 10px 30px;
      font-size: 0.8125rem;
    }
    .levels,
    .days {
      position: relative;
      color: var(--mat-sys-on-surface-variant);
    }
    li {
      position: absolute;
      white-space: nowrap;
    }
    .levels li {
      inset-inline-end: 10px;
      transform: translateY(-50%);
    }
    .days li {
      top: 6px;
      transform: translateX(-50%);
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: clamp(160px, 34cqi, 280px);
      overflow: visible;
    }
    path {
      fill: none;
      vector-effect: non-scaling-stroke;
    }
    .level {
      stroke: var(--mat-sys-outline-variant);
    }
    .line {
      stroke: var(--mat-sys-primary);
      stroke-width: 3px;
      stroke-linejoin: round;
    }
    .band {
      fill: var(--mat-sys-primary);
      opacity: 0.16;
    }
  `,
})
export class RetentionPicture {
  readonly curve = input.required<RetentionCurve>();

  protected readonly levels = [0, 25, 50, 75, 100];
  private readonly draw = resource({ loader: () => import('./retention-drawing') });
  protected readonly drawing = computed(() =>
    this.draw.hasValue() ? this.draw.value().retentionDrawing(this.curve()) : null,
  );
}
