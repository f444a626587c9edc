import { Component, computed, input } from '@angular/core';
import type { Assessment, AssessmentsPage, Instrument } from '../../api/contract';
import type { TrendPoint } from '../look/trend-series';
import { Trend } from '../look/trend';
import { When } from '../look/when';
import { ItemChangeLine } from './item-change';
import { scoreWords } from './score-words';

/** Everything of a participant's assessments: how the sums went, what changed item by item, and each of them. */
@Component({
  selector: 'app-assessments-open',
  imports: [ItemChangeLine, Trend, When],
  template: `
    @for (trend of trends(); track trend.title) {
      <app-trend
        [title]="trend.title"
        name="Sum"
        [points]="trend.points"
        [min]="trend.min"
        [max]="trend.max"
        [levels]="trend.levels"
        [bridges]="400"
      />
    }
    @for (part of compared(); track part.one.assessmentId) {
      <section class="stack" [attr.aria-label]="'Changes on ' + part.asked.name">
        <h3>
          {{ part.asked.name }}: <app-when [day]="part.one.takenOn" [dated]="true" /> beside
          <app-when [day]="part.one.comparedWithOn!" [dated]="true" />
        </h3>
        @for (line of part.lines; track line.item) {
          <app-item-change [instrument]="part.asked" [item]="line.item" [answer]="line.now" [change]="line" />
        } @empty {
          <p class="quiet">Every answer is as it was.</p>
        }
      </section>
    }
    <details>
      <summary>All of them ({{ assessments().taken.length }})</summary>
      <ul>
        @for (one of assessments().taken; track one.assessmentId) {
          <li>
            {{ one.instrument.toUpperCase() }}, <app-when [day]="one.takenOn" [dated]="true" />:
            {{ scoreOf(one) }}
            <span class="small quiet">{{
              one.mode === 'self' ? 'alone' : 'with ' + one.administeredBy.name
            }}</span>
          </li>
        }
      </ul>
    </details>
  `,
  styles: `
    :host,
    section {
      display: grid;
      gap: 20px;
      grid-template-columns: minmax(0, 1fr);
    }
    section {
      gap: 14px;
    }
    summary {
      min-height: 48px;
      align-content: center;
      cursor: pointer;
    }
    ul {
      display: grid;
      gap: 8px;
      padding: 0;
      list-style: none;
    }
  `,
})
export class AssessmentsOpen {
  readonly assessments = input.required<AssessmentsPage>();
  protected readonly scoreOf = scoreWords;

  protected readonly trends = computed(() =>
    [
      {
        ...{ title: 'BARC-10 over time', min: 10, max: 60, points: this.pointsOf('barc-10') },
        // the one number its authors name
        levels: [10, 47, 60].map((value) => ({ value, words: `${value}` })),
      },
      {
        ...{ title: 'PHQ-9 over time', min: 0, max: 27, points: this.pointsOf('phq-9') },
        levels: [0, 5, 10, 15, 20, 27].map((value) => ({ value, words: `${value}` })),
      },
    ].filter(({ points }) => points.filter(({ value }) => value !== null).length > 1),
  );

  /** Of each instrument the newest that can be compared, with the items that changed. */
  protected readonly compared = computed(() =>
    this.assessments().instruments.flatMap((asked) => {
      const one = this.assessments().taken.find(({ instrument }) => instrument === asked.instrument);
      return one?.comparedWithOn ? [partOf(asked, one)] : [];
    }),
  );

  /** The earliest first; an incomplete one leaves a gap. */
  private pointsOf(instrument: Assessment['instrument']): TrendPoint[] {
    return this.assessments()
      .taken.filter((one) => one.instrument === instrument)
      .map((one) => ({ on: one.takenOn, value: one.score ?? null, says: scoreWords(one) }))
      .reverse();
  }
}

function partOf(asked: Instrument, one: Assessment) {
  return { asked, one, lines: one.changes.filter(({ before, now }) => before !== now) };
}
