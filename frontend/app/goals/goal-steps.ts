import { Component, computed, effect, inject, input, linkedSignal, output, signal } from '@angular/core';
import { v7 as uuidv7 } from 'uuid';
import type { OwnGoal, Step } from '../../api/contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { problemOf } from '../problems/problem-words';
import { NotSentYet, Sending } from '../problems/until-answered';
import { Session } from '../session/session';
import { GoalStep } from './goal-step';
import { GoalsApi } from './goals-api';
import { StepEdit } from './step-edit';
import { Ticks } from './ticks';

interface NewStep {
  stepId: string;
  words: string;
}

/** The steps of a goal: the next one big and in one tap, the others below, and a place to write one more. */
@Component({
  selector: 'app-goal-steps',
  imports: [GoalStep, Icon, NotSentYet, StepEdit],
  templateUrl: './goal-steps.html',
  styleUrl: './goal-steps.scss',
})
export class GoalSteps {
  readonly goal = input.required<OwnGoal>();
  readonly removed = input<Step[]>([]);
  /** A supervisor reads. */
  readonly mayWrite = input(true);
  readonly changed = output();

  private readonly api = inject(GoalsApi);
  private readonly notices = inject(Notices);
  private readonly kept = inject(Session).kept;
  private readonly ticks = new Ticks(() => this.changed.emit());
  protected readonly sending = new Sending();
  protected readonly isChanging = signal(false);
  protected readonly editedId = signal<string | null>(null);
  protected readonly trouble = signal('');

  private readonly steps = computed(() => this.goal().steps.map((step) => this.ticks.shown(step)));
  /** The one for today; one ticked just now stays, so that nothing jumps under the thumb. */
  protected readonly next = computed(
    () =>
      this.steps().find((step) => this.ticks.isFresh(step)) ??
      this.steps().find((step) => !step.doneAt) ??
      null,
  );
  protected readonly others = computed(() =>
    this.steps().filter((step) => step.stepId !== this.next()?.stepId || this.isChanging()),
  );
  protected readonly isOpen = computed(
    () => this.mayWrite() && !this.goal().finishedOn && !this.goal().letGoOn,
  );

  /** What is being typed for this goal, with the id under which it will be one step however often it is sent. */
  protected readonly typed = linkedSignal<string, NewStep>({
    source: () => this.goal().goalId,
    computation: (goalId) => this.kept.of<NewStep>(keptAs(goalId)) ?? fresh(),
  });

  constructor() {
    effect(() => {
      const typed = this.typed();
      this.kept.keep(keptAs(this.goal().goalId), typed.words ? typed : null);
    });
  }

  protected type(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.typed.update((typed) => ({ ...typed, words: value }));
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const { stepId, words } = this.typed();
    if (!words.trim()) return;
    await this.tries(async () => {
      await this.sending.send(() => this.api.addStep(this.goal().goalId, stepId, { words }));
      this.typed.set(fresh());
    });
  }

  protected tick(step: Step, isDone: boolean): void {
    void this.ticks.tick(step, isDone);
  }

  protected async putFirst(step: Step): Promise<void> {
    await this.tries(() => this.api.moveStep(step, 'first'));
  }

  protected async remove(step: Step): Promise<void> {
    await this.tries(async () => {
      const removed = await this.api.moveStep(step, 'remove');
      void this.notices.say($localize`:@@goals.stepRemoved:The step is put aside.`, {
        label: $localize`:@@goals.undo:Undo`,
        undo: () => void this.bringBack(removed),
      });
    });
  }

  protected async bringBack(step: Step): Promise<void> {
    await this.tries(() => this.api.moveStep(step, 'restore'));
  }

  protected edited(): void {
    this.editedId.set(null);
    this.changed.emit();
  }

  private async tries(what: () => Promise<unknown>): Promise<void> {
    this.trouble.set('');
    try {
      await what();
    } catch (failure) {
      const { fields, detail } = problemOf(failure);
      this.trouble.set(fields?.[0]?.detail ?? detail);
    }
    this.changed.emit();
  }
}

const keptAs = (goalId: string): string => `goals.step.${goalId}`;
const fresh = (): NewStep => ({ stepId: uuidv7(), words: '' });
