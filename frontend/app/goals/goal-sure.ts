import { Component, computed, inject, input, output, signal } from '@angular/core';
import { v7 as uuidv7 } from 'uuid';
import type { OwnGoal } from '../../api/contract';
import { Trend } from '../look/trend';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { GoalsApi } from './goals-api';

const SCALE = Array.from({ length: 11 }, (_, value) => value);

/** How sure of getting there, in one tap, and how that went over time once it was said on two days. */
@Component({
  selector: 'app-goal-sure',
  imports: [NotSentYet, Trend],
  template: `
    <fieldset>
      @if (isOwn()) {
        <legend i18n="@@goals.sure">How sure are you of getting there?</legend>
      } @else {
        <legend i18n="@@goals.theirSure">How sure are they of getting there?</legend>
      }
      <div class="scale">
        @for (value of scale; track value) {
          <button
            type="button"
            [attr.aria-pressed]="value === shown()"
            [class.chosen]="value === shown()"
            [disabled]="sending.isSending() || !mayWrite()"
            (click)="say(value)"
          >
            {{ value }}
          </button>
        }
      </div>
      <p class="ends small quiet" aria-hidden="true">
        <span i18n="@@goals.notSure">0, not sure yet</span><span i18n="@@goals.verySure">10, very sure</span>
      </p>
    </fieldset>
    @if (sending.isLate()) {
      <app-not-sent-yet />
    }
    <p role="status">{{ told() }}</p>
    @if (points().length > 1) {
      <app-trend [title]="title" [points]="points()" [min]="0" [max]="10" [bridges]="400" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    legend {
      margin-bottom: 10px;
      font: 600 1.1875rem/1.3 var(--brand);
    }
    .scale {
      display: grid;
      grid-template-columns: repeat(6, minmax(0, 1fr));
      gap: 6px;
    }
    @media (min-width: 700px) {
      .scale {
        grid-template-columns: repeat(11, minmax(0, 1fr));
      }
    }
    button {
      min-height: 48px;
      padding: 0;
      border: 1.5px solid var(--mat-sys-outline-variant);
      border-radius: var(--mat-sys-corner-small);
      background: var(--mat-sys-surface-container-lowest);
      font-weight: 550;
      cursor: pointer;
    }
    .chosen {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
    }
    .ends {
      display: flex;
      justify-content: space-between;
      margin-top: 6px;
    }
    [role='status']:empty {
      display: none;
    }
  `,
})
export class GoalSure {
  readonly goal = input.required<OwnGoal>();
  readonly isOwn = input(true);
  /** A supervisor reads. */
  readonly mayWrite = input(true);
  /** The goal as it now is; null when it was refused. */
  readonly changed = output<OwnGoal | null>();

  private readonly api = inject(GoalsApi);
  protected readonly sending = new Sending();
  protected readonly scale = SCALE;
  protected readonly title = $localize`:@@goals.sureTrend:How sure, over time`;
  private readonly said = signal<number | null>(null);
  protected readonly told = signal('');
  protected readonly shown = computed(() => this.said() ?? this.goal().confidence);
  /** One a day: what was said last. */
  protected readonly points = computed(() => {
    const byDay = new Map(this.goal().confidences.map(({ on, value }) => [on, value]));
    return [...byDay].map(([on, value]) => ({
      on,
      value,
      says: $localize`:@@goals.ofTen:${value}:value: of 10`,
    }));
  });

  protected async say(confidence: number): Promise<void> {
    this.said.set(confidence);
    this.told.set('');
    const said = { progressId: uuidv7(), confidence };
    let now: OwnGoal | null = null;
    try {
      now = await this.sending.send(() => this.api.sayProgress(this.goal().goalId, said));
      this.told.set($localize`:@@goals.sureKept:Kept: ${confidence}:value: of 10.`);
    } catch (failure) {
      this.told.set(problemOf(failure).detail);
    }
    this.said.set(null);
    this.changed.emit(now);
  }
}
