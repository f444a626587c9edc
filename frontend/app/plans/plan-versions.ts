import { afterNextRender, Component, input, signal } from '@angular/core';
import type { PlanVersion, RecoveryPlanThen } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { Skeleton } from '../look/skeleton';
import { problemOf } from '../problems/problem-words';
import type { PlanOnPage } from './plan-on-page';
import type { WordsOfParts } from './plan-parts';
import { PlanReading } from './plan-reading';
import { PlanTrouble } from './plan-trouble';
import { PlanWhen } from './plan-when';

/** What was written and taken out, by whom and when, the latest first; and the plan as it stood after each. */
@Component({
  selector: 'app-plan-versions',
  imports: [PlanReading, PlanTrouble, PlanWhen, Skeleton],
  templateUrl: './plan-versions.html',
  styles: `
    :host {
      display: grid;
      gap: 16px;
      grid-template-columns: minmax(0, 1fr);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 10px;
      align-items: center;
      padding-block: 4px;
    }
    .then {
      padding: 16px;
      border-radius: var(--mat-sys-corner-medium);
      background: var(--mat-sys-surface-container-low);
    }
  `,
})
export class PlanVersionsList {
  readonly plan = input.required<PlanOnPage>();
  readonly words = input.required<WordsOfParts>();
  protected readonly items = signal<PlanVersion[]>([]);
  protected readonly next = signal<number | null>(null);
  protected readonly shown = signal<RecoveryPlanThen | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isAsked = signal(false);

  constructor() {
    afterNextRender(() => void this.more());
  }

  protected async more(): Promise<void> {
    await this.tries(async () => {
      const { items, next } = await this.plan().versions(this.next());
      this.items.update((before) => [...before, ...items]);
      this.next.set(next);
      this.isAsked.set(true);
    });
  }

  protected async show(version: number): Promise<void> {
    await this.tries(async () => this.shown.set(await this.plan().asItWas(version)));
  }

  private async tries(ask: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await ask();
    } catch (failure) {
      this.problem.set(problemOf(failure));
    }
  }
}
