import { Component, computed, input } from '@angular/core';
import type { CheckInDay } from '../../api/contract';
import { Trend } from '../look/trend';
import { SCALES } from './trend-points';

/** One thing that check-ins say, day after day, as a picture. */
@Component({
  selector: 'app-check-in-trend',
  imports: [Trend],
  template: `
    <app-trend
      [title]="title()"
      [name]="name()"
      [points]="points()"
      [min]="0"
      [max]="scale().max"
      [levels]="scale().levels"
      [fromOn]="said().fromOn"
      [untilOn]="said().today"
    />
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class CheckInTrend {
  readonly of = input.required<keyof typeof SCALES>();
  readonly said = input.required<{ days: CheckInDay[]; fromOn: string; today: string }>();
  readonly title = input.required<string>();
  readonly name = input('');
  protected readonly scale = computed(() => SCALES[this.of()]);
  protected readonly points = computed(() => this.scale().points(this.said().days));
}
