import { Component, computed, input, resource, signal } from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { RouterLink } from '@angular/router';
import type { Day } from '../../api/contract';
import { pageLanguage } from './language';
import { exactDay, monthDay, shortDay } from './time-words';
import { rowsOf, type TrendLevel, type TrendPoint, type TrendSeries } from './trend-series';

let made = 0;

/**
 * One or two series by day, as a picture with a table behind it. A day without a value is a gap. The code that draws is
 * fetched when a trend is first shown; until then, and for whoever cannot see a picture, there is the table. A value that
 * opens to its list does so below the picture, for the day that is touched, and in the table.
 */
@Component({
  selector: 'app-trend',
  imports: [NgTemplateOutlet, RouterLink],
  templateUrl: './trend.html',
  styleUrl: './trend.scss',
})
export class Trend {
  /** What the picture shows, as its heading: "Your mood". */
  readonly title = input.required<string>();
  readonly points = input.required<TrendPoint[]>();
  /** What one value is, as the table's column says it; left out, the title. */
  readonly name = input('');
  /** Drawn on the same scale, dashed and with open dots. */
  readonly second = input<TrendSeries | null>(null);
  readonly min = input.required<number>();
  readonly max = input.required<number>();
  /** Lines across, with words; left out, the lowest, the middle and the highest value as numbers. */
  readonly levels = input<TrendLevel[] | null>(null);
  readonly fromOn = input<Day | null>(null);
  readonly untilOn = input<Day | null>(null);
  /** The most days a line may reach over: 1 for what is asked every day, more for what is asked now and then. */
  readonly bridges = input(1);
  readonly isTitleHidden = input(false);

  protected readonly id = `trend-${made++}`;
  protected readonly isTable = signal(false);
  protected readonly touchedOn = signal<Day | null>(null);
  private readonly language = pageLanguage();

  protected readonly series = computed(() => [
    { name: this.name() || this.title(), points: this.points() },
    ...(this.second() ? [this.second()!] : []),
  ]);
  protected readonly rows = computed(() => rowsOf(this.series()));
  protected readonly latestFirst = computed(() => this.rows().toReversed());
  protected readonly shownLevels = computed(() => {
    const [min, max] = [this.min(), this.max()];
    const levels =
      this.levels() ?? [min, (min + max) / 2, max].map((value) => ({ value, words: `${value}` }));
    return levels.map(({ value, words }) => ({ words, y: 100 - ((value - min) / (max - min)) * 100 }));
  });
  private readonly draw = resource({ loader: () => import('./trend-drawing') });
  protected readonly drawing = computed(() =>
    this.draw.hasValue()
      ? this.draw.value().drawingOf(this.series(), {
          min: this.min(),
          max: this.max(),
          fromOn: this.fromOn(),
          untilOn: this.untilOn(),
          bridges: this.bridges(),
          mostDays: 4,
        })
      : null,
  );
  /** Whether a value of the day that is told opens to its list. */
  protected readonly opens = computed(() => this.told()?.cells.some((cell) => cell.opens) ?? false);
  /** The day last touched, in words; before any is touched, the latest. */
  protected readonly told = computed(() => {
    const row = this.rows().find(({ on }) => on === this.touchedOn()) ?? this.rows().at(-1);
    return row && { on: row.on, cells: row.cells.filter(({ says }) => says) };
  });
  private readonly dots = computed(() => this.drawing()?.series.flatMap(({ dots }) => dots) ?? []);
  protected readonly touchedAt = computed(() => {
    const on = this.touchedOn();
    return this.dots().find((dot) => dot.on === on)?.x ?? null;
  });

  protected short(day: Day): string {
    return monthDay(day, this.language);
  }

  protected weekday(day: Day): string {
    return shortDay(day, this.language);
  }

  protected exact(day: Day): string {
    return exactDay(day, this.language);
  }

  /** The day nearest to where the picture is touched. */
  protected touch(event: PointerEvent): void {
    const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const x = ((event.clientX - left) / width) * 100;
    const [nearest] = this.dots().toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x));
    this.touchedOn.set(nearest?.on ?? null);
  }
}
