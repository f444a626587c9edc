import { Component, computed, input, linkedSignal, resource } from '@angular/core';
import type { RetentionCurve, RetentionOfRow } from '../../api/report-contract';
import { SECTIONS } from './report-sections';

const keyOf = ({ of, id }: Pick<RetentionOfRow, 'of' | 'id'>): string => `${of} ${id ?? 'none'}`;

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
            @for (day of drawing.days; track day.days) {
              <path class="level" [attr.d]="'M' + day.x + ' 0V100'" />
            }
            <path class="band" [attr.d]="drawing.band" />
            <path class="line" [attr.d]="drawing.line" />
            @if (drawing.other) {
              <path class="line other" [attr.d]="drawing.other" />
            }
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
    @if (others().length > 1) {
      <div class="beside">
        <div class="field">
          <label for="retention-other">Compare with</label>
          <select id="retention-other" #one (change)="chosen.set(one.value)">
            <option value="" [selected]="!other()">Nothing</option>
            @for (group of groups(); track group.of) {
              <optgroup [label]="group.name">
                @for (each of group.curves; track each.id) {
                  <option [value]="keyOf(each)" [selected]="keyOf(each) === chosen()">{{ each.name }}</option>
                }
              </optgroup>
            }
          </select>
        </div>
        @if (other(); as other) {
          <ul class="key">
            <li><span class="sample"></span>Together</li>
            <li><span class="sample other"></span>{{ other.name }}</li>
          </ul>
        }
      </div>
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
    ol li {
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
    .line.other {
      stroke: var(--mat-sys-tertiary);
      stroke-dasharray: 7 5;
    }
    .beside {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 12px 24px;
      margin-block-start: 8px;
    }
    .beside .field {
      flex: 0 1 280px;
    }
    .key {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      padding-block: 12px;
    }
    .key li {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    .sample {
      inline-size: 28px;
      border-block-start: 3px solid var(--mat-sys-primary);
    }
    .sample.other {
      border-block-start: 3px dashed var(--mat-sys-tertiary);
    }
    @media print {
      .beside:not(:has(.key)),
      .beside .field {
        display: none;
      }
    }
    .band {
      fill: var(--mat-sys-primary);
      opacity: 0.16;
    }
  `,
})
export class RetentionPicture {
  readonly curve = input.required<RetentionCurve>();

  /** Of programs and coaches, to be set beside it. */
  readonly others = input<readonly RetentionOfRow[]>([]);

  /** Whose curve stands beside it; gone with the next report, if that has none of theirs. */
  protected readonly chosen = linkedSignal<readonly RetentionOfRow[], string>({
    source: this.others,
    computation: (others, before) =>
      others.some((each) => keyOf(each) === before?.value) ? before!.value : '',
  });
  protected readonly other = computed(() => this.others().find((each) => keyOf(each) === this.chosen()));
  protected readonly groups = computed(() =>
    (['program', 'coach'] as const)
      .map((of) => ({ of, name: SECTIONS[of], curves: this.others().filter((each) => each.of === of) }))
      .filter(({ curves }) => curves.length > 0),
  );
  protected readonly keyOf = keyOf;
  protected readonly levels = [0, 25, 50, 75, 100];
  private readonly draw = resource({ loader: () => import('./retention-drawing') });
  protected readonly drawing = computed(() =>
    this.draw.hasValue() ? this.draw.value().retentionDrawing(this.curve(), this.other()) : null,
  );
}
