import { Component, computed, inject, input, signal, ViewEncapsulation } from '@angular/core';
import type { PlanPart, RecoveryPlanThen } from '../../api/contract';
import { Icon } from '../look/icon';
import { Session } from '../session/session';
import type { PlanOnPage } from './plan-on-page';
import { LINE_PARTS, type WordsOfParts } from './plan-parts';
import { PlanReading } from './plan-reading';

/** A plan as it comes out of the printer, on A4 or Letter. Whose it is and from where, it says only when asked to. */
@Component({
  selector: 'app-plan-on-paper',
  imports: [Icon, PlanReading],
  templateUrl: './plan-on-paper.html',
  styleUrl: './plan-on-paper.scss',
  encapsulation: ViewEncapsulation.None,
})
export class PlanOnPaper {
  readonly plan = input.required<PlanOnPage>();
  readonly words = input.required<WordsOfParts>();
  private readonly session = inject(Session);
  protected readonly title = $localize`:@@plan.title:My plan`;
  /** By the name that says nothing, where there is one. */
  protected readonly organization = computed(() => {
    const { name = '', neutralName = '', phone = '' } = this.session.me()?.organization ?? {};
    return { name: neutralName || name, phone };
  });
  protected readonly hasName = signal(false);
  protected readonly has988 = signal(true);
  protected readonly hasUs = signal(false);
  protected readonly written = computed<Pick<RecoveryPlanThen, 'parts' | 'people'>>(() => ({
    parts: LINE_PARTS.map((part): PlanPart => ({
      part,
      lines: this.plan().lines[part].items(),
      version: 0,
      change: null,
    })),
    people: { people: this.plan().people.items(), version: 0, change: null },
  }));

  protected print(): void {
    window.print();
  }
}
