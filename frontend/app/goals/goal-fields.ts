import { afterRenderEffect, Component, ElementRef, inject, input, model } from '@angular/core';
import type { Problem } from '../../api/problem';
import { Icon } from '../look/icon';
import { wrongWith } from '../problems/problem-words';
import { DIMENSIONS } from './dimension-words';
import type { GoalTyped } from './goal-typed';

let made = 0;

/**
 * The words of a goal as they are typed: the sentence first and biggest, the rest only if one likes. Plain fields: a
 * library of forms would weigh on every page of the participants' app.
 */
@Component({
  selector: 'app-goal-fields',
  imports: [Icon],
  templateUrl: './goal-fields.html',
  styleUrl: './goal-fields.scss',
})
export class GoalFields {
  readonly typed = model.required<GoalTyped>();
  readonly problem = input<Problem | null>(null);
  readonly today = input.required<string>();
  /** Whether who types is whose goal it is. */
  readonly isOwn = input(true);
  protected readonly id = `goal-${made++}`;
  protected readonly dimensions = DIMENSIONS;

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // what needs another look comes into sight: the button that was touched may be far below it
    afterRenderEffect(() => {
      if (!this.problem()?.fields?.length) return;
      element.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')?.focus();
    });
  }

  protected put(field: keyof GoalTyped, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.typed.update((typed) => ({ ...typed, [field]: value }));
  }

  protected wrong(path: string): string | null {
    return wrongWith(this.problem(), path);
  }
}
